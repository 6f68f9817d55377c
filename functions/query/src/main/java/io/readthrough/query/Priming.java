package io.readthrough.query;

import io.readthrough.store.CannedHttpClient;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.S3ParsedNoteStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Answers one request of each kind from a table that is empty and nowhere, so that the snapshot
/// that Lambda takes of the process (SnapStart) holds the code of a call loaded and linked. Nothing
/// leaves the process: a connection or a credential in a snapshot would be stale in use.
final class Priming {
  private static final List<String> PATHS =
      List.of(
          "/v1/notes",
          "/v1/notes/n_aaaaaaaaaaaaaaaaaaaaaaaaaa",
          "/v1/tickers/AAPL/sentiment",
          "/v1/openapi.json");

  private Priming() {}

  /// The responses, which say that there is nothing.
  static List<String> run() {
    // An empty JSON object is how DynamoDB says that it has nothing.
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    SdkHttpClient nowhere = new CannedHttpClient(request -> nothing);
    try (DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                .httpClient(nowhere)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        S3Client s3 =
            S3Client.builder()
                .httpClient(nowhere)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
      QueryHandler handler =
          new QueryHandler(
              new DynamoDbNoteStore(dynamoDb, "priming"),
              new S3ParsedNoteStore(s3, "priming"),
              new QuerySettings("priming", "priming", "firm", Optional.empty(), "0".repeat(32)),
              InstantSource.system());
      return PATHS.stream().map(path -> response(handler, path)).toList();
    }
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
              out.writeStringField("firm", "priming");
              out.writeEndObject();
              out.writeEndObject();
              out.writeEndObject();
              out.writeEndObject();
            });
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      handler.handle(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, "priming");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read and written", e);
    }
    return response.toString(StandardCharsets.UTF_8);
  }
}
