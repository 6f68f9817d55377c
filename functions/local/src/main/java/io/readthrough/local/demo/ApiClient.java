package io.readthrough.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Asks the HTTP API with a token.
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;
  private final String token;

  public ApiClient(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  /// An answer of the API.
  ///
  /// @param body a missing node where the answer has none
  public record Reply(int status, JsonNode body) {}

  /// Asks for a path, its query included.
  public Reply get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for " + path, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
