package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.parse.extract.Limits;
import io.readthrough.store.CannedHttpClient;
import io.readthrough.store.S3NoteObjectStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.event.EventBatch.Time;
import io.readthrough.store.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Handles one note of each format, from a bucket that is nowhere, so that the snapshot that Lambda
/// takes of the process (SnapStart) holds the code of a call loaded and linked. Nothing leaves the
/// process: a connection or a credential in a snapshot would be stale in use.
final class Priming {
  private static final String BUCKET = "priming";

  private static final List<String> NOTES =
      List.of(
          "Published: 1 January 2026 09:00 GMT\nAuthor: A. Sample\n\nA title\n\nRevenue rose 3%."
              + "\n\nOverall Sentiment\nneutral\n",
          "---\ndate: 2026-01-01\n---\n# A title\n\n**Revenue** rose 3%.\n\n| A | B |\n|---|---|\n",
          "<!doctype html><html><head><title>A title</title></head><body><nav><a href='/'>Up</a>"
              + "</nav><main><h1>A title</h1><p>Revenue rose 3%.</p><ul><li>One</li></ul>"
              + "<table><tr><td>A</td><td>1</td></tr></table></main></body></html>");

  private Priming() {}

  /// What the function answered, a response for each note.
  static List<String> run() {
    return NOTES.stream().map(Priming::handle).toList();
  }

  private static String handle(String note) {
    try (S3Client s3 =
        S3Client.builder()
            .httpClient(new CannedHttpClient(request -> answer(request, note)))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      ParseHandler handler =
          new ParseHandler(
              new S3NoteObjectStore(s3),
              new S3ParsedNoteStore(s3, BUCKET),
              BUCKET,
              Limits.STANDARD,
              JsonLog.silent());
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      handler.handle(new ByteArrayInputStream(event().getBytes(UTF_8)), response, Time.UNLIMITED);
      return response.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read and written", e);
    }
  }

  /// The note for a GET, and success for a PUT.
  private static byte[] answer(SdkHttpRequest request, String note) {
    return request.method() == SdkHttpMethod.GET ? note.getBytes(UTF_8) : new byte[0];
  }

  private static String event() {
    String notification =
        "{\"Records\":[{\"eventTime\":\"2026-01-01T00:00:00.000Z\",\"eventName\":\"ObjectCreated:Put\","
            + "\"s3\":{\"bucket\":{\"name\":\"priming\"},\"object\":{\"key\":"
            + "\"firms/priming/inbox/note\",\"size\":1,\"sequencer\":\"01\"}}}]}";
    return "{\"Records\":[{\"messageId\":\"priming\",\"body\":\""
        + notification.replace("\"", "\\\"")
        + "\"}]}";
  }
}
