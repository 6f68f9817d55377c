package io.readthrough.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.readthrough.local.endpoint.Loopback;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.LambdaFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The HTTP API on loopback: verifies tokens, hands requests to the query function, and writes its
/// answers.
public final class HttpApi implements AutoCloseable {
  /// Where the keys that verify tokens are published.
  static final String KEYS_PATH = "/.well-known/jwks.json";

  /// API Gateway's limit of a request's body.
  private static final int MAX_BODY = 10 * 1024 * 1024;

  private static final Pattern LOCAL_ORIGIN =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final LambdaFunction query;
  private final Routes routes;
  private final Authorizer authorizer;
  private final byte[] keys;
  private final Consumer<String> trouble;

  private HttpApi(
      HttpServer server,
      LambdaFunction query,
      Routes routes,
      TokenIssuer issuer,
      Consumer<String> trouble) {
    this.server = server;
    this.query = query;
    this.routes = routes;
    this.authorizer = new Authorizer(issuer);
    this.keys = issuer.publicKeys().toString().getBytes(StandardCharsets.UTF_8);
    this.trouble = trouble;
  }

  /// Starts it on loopback.
  ///
  /// @param port 0 takes a free one
  /// @param trouble is told, a sentence each, what fails
  public static HttpApi start(
      int port, LambdaFunction query, TokenIssuer issuer, Consumer<String> trouble)
      throws IOException {
    // Read once, when the first server is made: without it every answer waits for the client's
    // delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server;
    try {
      server = HttpServer.create(Loopback.address(port), 0);
    } catch (IOException e) {
      throw Loopback.failure("the API", port, e);
    }
    HttpApi api = new HttpApi(server, query, Routes.ofQuery(), issuer, trouble);
    server.setExecutor(api.requests);
    server.createContext("/", api::handle);
    server.start();
    return api;
  }

  /// Where it listens.
  public URI uri() {
    return Loopback.uri(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response = respond(exchange);
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      if (origin != null && LOCAL_ORIGIN.matcher(origin).matches()) {
        response.headers().put("access-control-allow-origin", origin);
        response.headers().put("access-control-expose-headers", routes.exposedHeaders());
        response.headers().merge("vary", "origin", (own, origins) -> own + ", " + origins);
      }
      response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean empty = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
      if (!empty) {
        try (OutputStream body = exchange.getResponseBody()) {
          body.write(response.body());
        }
      }
    }
  }

  private Response respond(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    URI uri = exchange.getRequestURI();
    String path = uri.getPath() == null ? "/" : uri.getPath();
    if (method.equals("OPTIONS")
        && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method")) {
      return preflight();
    }
    if (path.equals(KEYS_PATH)) {
      return new Response(200, json("application/json"), keys);
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return Response.ofGateway(413, "Request Entity Too Large");
    }
    Routes.Match match = routes.of(method, path);
    Map<String, String> claims = null;
    if (match.route().secured()) {
      switch (authorizer.verify(exchange.getRequestHeaders().getFirst("Authorization"))) {
        case Authorizer.Verdict.Refused refused -> {
          Response response = Response.ofGateway(401, "Unauthorized");
          response.headers().put("www-authenticate", refused.challenge());
          return response;
        }
        case Authorizer.Verdict.Verified verified -> claims = verified.claims();
      }
    }
    String rawQuery = uri.getRawQuery();
    return invoke(
        new HttpApiEvent(
            UUID.randomUUID().toString(),
            Instant.now(),
            method,
            path,
            rawQuery == null ? "" : rawQuery,
            headers(exchange),
            match,
            claims,
            body));
  }

  private Response invoke(HttpApiEvent event) throws IOException {
    try {
      return Response.ofFunction(query.invoke(event.toJson()));
    } catch (FunctionException e) {
      trouble.accept(String.valueOf(e.getMessage()));
      return Response.ofGateway(500, "Internal Server Error");
    }
  }

  private Response preflight() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("access-control-allow-methods", routes.allowedMethods());
    headers.put("access-control-allow-headers", routes.allowedHeaders());
    return new Response(204, headers, new byte[0]);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return headers;
  }

  private static Map<String, String> json(String mediaType) {
    return new TreeMap<>(Map.of("content-type", mediaType));
  }

  /// What goes back to the client.
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Response(int status, Map<String, String> headers, byte[] body) {
    /// What a function answered, payload format 2.0.
    static Response ofFunction(byte[] answer) throws IOException {
      JsonNode json = JSON.readTree(answer);
      Map<String, String> headers = json("application/json");
      json.path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
      String body = json.path("body").asText("");
      return new Response(
          json.path("statusCode").asInt(200),
          headers,
          json.path("isBase64Encoded").asBoolean()
              ? Base64.getDecoder().decode(body)
              : body.getBytes(StandardCharsets.UTF_8));
    }

    /// What API Gateway says where no function answers.
    static Response ofGateway(int status, String message) {
      ObjectNode json = JSON.createObjectNode().put("message", message);
      return new Response(
          status, json("application/json"), json.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
