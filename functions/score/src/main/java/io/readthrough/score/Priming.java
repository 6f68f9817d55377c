package io.readthrough.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.store.CannedHttpClient;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.S3ReferenceStore;
import io.readthrough.store.event.EventBatch.Time;
import io.readthrough.store.json.ParseOutcomeJson;
import io.readthrough.store.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Handles one built-in note, from a bucket and into a table that are nowhere, so that what a
/// snapshot of the function restores is warm. Nothing leaves the process.
final class Priming {
  private static final String NOWHERE = "priming";
  private static final String TEXT =
      "Acme Corp (NYSE: ACME) raised its guidance, but margins fell 120 basis points in Q2.";

  /// The firm's own list, so that the code that reads one is warm too.
  private static final String LIST = "firms/priming/reference/securities.csv";

  private static final String SECURITIES =
      "name,ticker,exchange,aliases\nAcme Corp,ACME,XNYS,Acme|Acme Tools\n";

  private static final String LISTING =
      "<ListBucketResult><Contents><Key>"
          + LIST
          + "</Key><ETag>&quot;1&quot;</ETag><Size>"
          + SECURITIES.length()
          + "</Size></Contents></ListBucketResult>";

  private Priming() {}

  /// What the function answered.
  static String run(NoteScorer scorer) {
    byte[] outcome = ParseOutcomeJson.write(new ParseOutcome.Parsed(note()));
    SdkHttpClient http = new CannedHttpClient(request -> answer(request, outcome));
    StaticCredentialsProvider nobody =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(NOWHERE, NOWHERE));
    try (S3Client s3 =
            S3Client.builder()
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(nobody)
                .build();
        DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(nobody)
                .build()) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new ScoreHandler(
              new S3ParsedNoteStore(s3, NOWHERE),
              new S3ReferenceStore(s3, NOWHERE, NOWHERE),
              new DynamoDbNoteStore(dynamoDb, NOWHERE),
              scorer,
              InstantSource.system(),
              JsonLog.silent())
          .handle(new ByteArrayInputStream(event().getBytes(UTF_8)), answer, Time.UNLIMITED);
      return answer.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read and written", e);
    }
  }

  private static byte[] answer(SdkHttpRequest request, byte[] outcome) {
    if (request.rawQueryParameters().containsKey("list-type")) {
      return LISTING.getBytes(UTF_8);
    }
    if (request.method() == SdkHttpMethod.GET) {
      return request.encodedPath().endsWith(LIST) ? SECURITIES.getBytes(UTF_8) : outcome;
    }
    return request.method() == SdkHttpMethod.POST ? "{}".getBytes(UTF_8) : new byte[0];
  }

  private static String event() {
    String notification =
        "{\"Records\":[{\"eventTime\":\"2026-01-01T00:00:00.000Z\",\"eventName\":\"ObjectCreated:Put\","
            + "\"s3\":{\"bucket\":{\"name\":\"priming\"},\"object\":{\"key\":"
            + "\"parsed/priming\",\"size\":1,\"sequencer\":\"01\"}}}]}";
    return "{\"Records\":[{\"messageId\":\"priming\",\"body\":\""
        + notification.replace("\"", "\\\"")
        + "\"}]}";
  }

  private static ParsedNote note() {
    FirmId firm = new FirmId(NOWHERE);
    String key = "firms/priming/inbox/note.txt";
    NoteSource source =
        new NoteSource(
            firm,
            NoteId.of(firm, key),
            new SourceObject(NOWHERE, key, null, null, new Sequencer("01"), Instant.EPOCH),
            "note.txt",
            "",
            "text/plain",
            TEXT.length());
    return new ParsedNote(
        source,
        TEXT,
        "en",
        null,
        null,
        null,
        null,
        Publication.UNKNOWN,
        List.of(),
        List.of(),
        NOWHERE,
        1,
        List.of());
  }
}
