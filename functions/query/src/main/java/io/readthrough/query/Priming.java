package io.readthrough.query;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.store.CannedHttpClient;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.json.ParseOutcomeJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Answers one request of each kind from a table that is empty and nowhere, and reads a text, so
/// that the snapshot that Lambda takes of the process (SnapStart) holds the code of a call loaded
/// and linked. Nothing leaves the process: a connection or a credential in a snapshot would be
/// stale in use.
final class Priming {
  private static final String NAME = "priming";

  private static final List<String> PATHS =
      List.of(
          "/v1/notes",
          "/v1/notes/n_aaaaaaaaaaaaaaaaaaaaaaaaaa",
          "/v1/tickers/AAPL/sentiment",
          "/v1/tickers/AAPL/timeseries",
          "/v1/openapi.json");

  private Priming() {}

  /// Asks all that a snapshot is to hold.
  static void run() {
    var _ = responses();
    var _ = outcome();
  }

  /// The responses, which say that there is nothing.
  static List<String> responses() {
    // An empty JSON object is how DynamoDB says that it has nothing.
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    try (DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                .httpClient(new CannedHttpClient(request -> nothing))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        S3Client s3 = bucket(nothing)) {
      QueryHandler handler =
          new QueryHandler(
              new DynamoDbNoteStore(dynamoDb, NAME),
              new S3ParsedNoteStore(s3, NAME),
              new QuerySettings(NAME, NAME, "firm", Optional.empty(), "0".repeat(32)),
              InstantSource.system());
      return PATHS.stream().map(path -> response(handler, path)).toList();
    }
  }

  /// What a call for a text reads: the bucket is asked directly, since the handler asks it only for
  /// notes that the table has.
  static Optional<ParseOutcome> outcome() {
    String text = "Revenue rose 3%.";
    FirmId firm = new FirmId(NAME);
    Sequencer sequencer = new Sequencer("0");
    SourceObject object =
        new SourceObject(NAME, "firms/priming/inbox/note", null, null, sequencer, Instant.EPOCH);
    NoteId noteId = NoteId.of(firm, object.key());
    ParsedNote note =
        new ParsedNote(
            new NoteSource(
                firm, noteId, object, "note", "0".repeat(64), "text/plain", text.length()),
            text,
            "en",
            NAME,
            null,
            null,
            null,
            new Publication(Instant.EPOCH, Publication.Basis.OBJECT_TIME),
            List.of(),
            List.of(),
            NAME,
            1,
            List.of());
    try (S3Client s3 = bucket(ParseOutcomeJson.write(new ParseOutcome.Parsed(note)))) {
      return new S3ParsedNoteStore(s3, NAME).get(firm, noteId, sequencer);
    }
  }

  /// A client of a bucket whose objects all have this content.
  private static S3Client bucket(byte[] content) {
    return S3Client.builder()
        .httpClient(new CannedHttpClient(request -> content))
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  private static String response(QueryHandler handler, String path) {
    String event =
        JsonText.object(
            out -> {
              out.writeStringField("rawPath", path);
              out.writeObjectFieldStart("requestContext");
              out.writeObjectFieldStart("http");
              out.writeStringField("method", "GET");
              out.writeEndObject();
              out.writeObjectFieldStart("authorizer");
              out.writeObjectFieldStart("jwt");
              out.writeObjectFieldStart("claims");
              out.writeStringField("firm", NAME);
              out.writeEndObject();
              out.writeEndObject();
              out.writeEndObject();
              out.writeEndObject();
            });
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      handler.handle(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, NAME);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read and written", e);
    }
    return response.toString(StandardCharsets.UTF_8);
  }
}
