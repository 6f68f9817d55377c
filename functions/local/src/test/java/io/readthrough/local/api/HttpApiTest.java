package io.readthrough.local.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.LambdaFunction;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where no function is asked, the local API answers as API Gateway does.
class HttpApiTest {
  private static final FirmId FIRM = new FirmId("demo");
  private static final String NOTES = "/v1/notes";
  private static final String ANSWER =
      "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\","
          + "\"vary\":\"authorization\"},\"body\":\"{}\"}";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> trouble = new ArrayList<>();
  private LambdaFunction query = event -> ANSWER.getBytes(UTF_8);
  private TokenIssuer issuer;
  private HttpApi api;

  @BeforeEach
  void start() throws IOException {
    issuer = TokenIssuer.open(folder.resolve("key.json"));
    api = HttpApi.start(0, event -> query.invoke(event), issuer, trouble::add);
  }

  @AfterEach
  void stop() {
    api.close();
    client.close();
  }

  @Test
  void aRequestWithoutATokenIsRefusedInTheGatewaysWords() throws Exception {
    HttpResponse<String> response = send(request(NOTES));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(header(response, "content-type")).isEqualTo("application/json");
    assertThat(header(response, "www-authenticate")).isEqualTo("Bearer");
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  @Test
  void aTokenThatDoesNotHoldIsRefusedWithTheReasonInAHeader() throws Exception {
    String expired = issuer.token(FIRM, Instant.now().minusSeconds(7200), Duration.ofHours(1));
    for (String token : List.of("no.\"JWT\"", "x", expired)) {
      HttpResponse<String> response =
          send(request(NOTES).header("Authorization", "Bearer " + token));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
      assertThat(header(response, "www-authenticate"))
          .matches("Bearer error=\"invalid_token\", error_description=\"[^\"]+\"");
    }
  }

  @Test
  void whatTheFunctionVariesByIsKeptBesideTheOrigin() throws Exception {
    HttpRequest.Builder request = authorized(NOTES);
    assertThat(header(send(request), "vary")).isEqualTo("authorization");

    HttpResponse<String> crossOrigin = send(request.header("Origin", "http://localhost:3000"));
    assertThat(header(crossOrigin, "access-control-allow-origin"))
        .isEqualTo("http://localhost:3000");
    assertThat(header(crossOrigin, "vary").split(", ?"))
        .containsExactlyInAnyOrder("authorization", "origin");

    HttpResponse<String> refused = send(request(NOTES).header("Origin", "http://localhost:3000"));
    assertThat(header(refused, "vary")).isEqualTo("origin");
  }

  @Test
  void aFunctionThatFailsIsTheGatewaysFault() throws Exception {
    query =
        event -> {
          throw new FunctionException("query failed");
        };
    HttpResponse<String> response = send(authorized(NOTES));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(header(response, "content-type")).isEqualTo("application/json");
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(trouble).containsExactly("query failed");
  }

  @Test
  void aBodyAboveTheGatewaysLimitIsRefused() throws Exception {
    HttpResponse<String> response =
        send(authorized(NOTES).POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  private HttpRequest.Builder authorized(String path) {
    return request(path)
        .header(
            "Authorization", "Bearer " + issuer.token(FIRM, Instant.now(), Duration.ofMinutes(5)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }
}
