package io.readthrough.query;

import com.amazonaws.services.lambda.runtime.Context;
import io.readthrough.core.note.FirmId;
import io.readthrough.store.InMemoryNoteStore;
import io.readthrough.store.InMemoryParsedNoteStore;
import io.readthrough.store.NoteStore;
import io.readthrough.store.ParsedNoteStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The query function over stores in memory, at a time that the test sets. Every answer is held
/// against the contract.
final class TestApi {
  static final FirmId ACME = new FirmId("acme");
  static final FirmId GLOBEX = new FirmId("globex");
  static final String KEY = "a-key-of-32-characters-or-longer-";

  final InMemoryNoteStore notes = new InMemoryNoteStore();
  final InMemoryParsedNoteStore parsed = new InMemoryParsedNoteStore();
  Instant now = Instant.parse("2026-03-31T12:00:00Z");

  private final QueryHandler handler;

  TestApi() {
    this.handler = handler(notes, parsed);
  }

  /// An API over other stores.
  TestApi(NoteStore notes, ParsedNoteStore parsed) {
    this.handler = handler(notes, parsed);
  }

  private QueryHandler handler(NoteStore notes, ParsedNoteStore parsed) {
    return new QueryHandler(
        notes,
        parsed,
        new QuerySettings("notes", "parsed", "firm", Optional.of("notes:read"), KEY),
        () -> now);
  }

  /// A request with a good token of a firm.
  Call as(FirmId firm) {
    return new Call(Map.of("firm", firm.value(), "scope", "openid notes:read"));
  }

  /// A request with a token that has these claims.
  Call withClaims(Map<String, String> claims) {
    return new Call(claims);
  }

  /// A request without a token.
  Call anonymous() {
    return new Call(null);
  }

  /// A request in the making.
  final class Call {
    private final @Nullable Map<String, String> claims;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method = "GET";

    private Call(@Nullable Map<String, String> claims) {
      this.claims = claims;
    }

    Call method(String method) {
      this.method = method;
      return this;
    }

    Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /// Sends it.
    ///
    /// @param target path, `?`, raw query
    TestAnswer get(String target) {
      int mark = target.indexOf('?');
      String path = mark < 0 ? target : target.substring(0, mark);
      ObjectNode event = Contract.JSON.createObjectNode();
      event.put("version", "2.0");
      event.put("rawPath", path);
      event.put("rawQueryString", mark < 0 ? "" : target.substring(mark + 1));
      ObjectNode sent = event.putObject("headers");
      headers.forEach(sent::put);
      ObjectNode context = event.putObject("requestContext");
      context.put("requestId", "request-1=");
      context.putObject("http").put("method", method).put("path", path);
      if (claims != null) {
        ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
        ObjectNode all = jwt.putObject("claims");
        claims.forEach(all::put);
        jwt.putNull("scopes");
      }
      TestAnswer answer = send(event.toString());
      if (!method.equals("OPTIONS")) {
        Contract.check(method, path, answer);
      }
      return answer;
    }
  }

  /// Sends an event as it is.
  TestAnswer send(String event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          output,
          new InvocationContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode response = Contract.JSON.readTree(output.toByteArray());
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    JsonNode body = response.path("body");
    return new TestAnswer(
        response.path("statusCode").asInt(), headers, body.isString() ? body.asString() : null);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The little of Lambda's context that the handler uses.
  private static final class InvocationContext implements Context {
    @Override
    public String getAwsRequestId() {
      return "invocation-1";
    }

    @Override
    public @Nullable String getLogGroupName() {
      return null;
    }

    @Override
    public @Nullable String getLogStreamName() {
      return null;
    }

    @Override
    public @Nullable String getFunctionName() {
      return null;
    }

    @Override
    public @Nullable String getFunctionVersion() {
      return null;
    }

    @Override
    public @Nullable String getInvokedFunctionArn() {
      return null;
    }

    @Override
    public com.amazonaws.services.lambda.runtime.@Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public com.amazonaws.services.lambda.runtime.@Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 0;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 0;
    }

    @Override
    public com.amazonaws.services.lambda.runtime.@Nullable LambdaLogger getLogger() {
      return null;
    }
  }
}
