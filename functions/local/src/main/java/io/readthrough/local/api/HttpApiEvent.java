package io.readthrough.local.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.endpoint.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's HTTP API hands it to a function, payload format 2.0.
///
/// @param path decoded
/// @param query as the client sent it; empty for none
/// @param headers by lower-case name, values of one name joined by commas
/// @param claims of the verified token; null where the route asks for none
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record HttpApiEvent(
    String requestId,
    Instant time,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    Routes.Match match,
    @Nullable Map<String, String> claims,
    byte[] body) {
  private static final JsonFactory JSON = new JsonFactory();

  /// As API Gateway writes `time`: "12/Mar/2026:19:03:58 +0000".
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("version", "2.0");
      out.writeStringField("routeKey", match.route().key());
      out.writeStringField("rawPath", path);
      out.writeStringField("rawQueryString", query);
      strings("headers", headers, out);
      Map<String, String> parameters = parameters();
      if (!parameters.isEmpty()) {
        strings("queryStringParameters", parameters, out);
      }
      context(out);
      if (!match.parameters().isEmpty()) {
        strings("pathParameters", match.parameters(), out);
      }
      if (body.length > 0) {
        out.writeStringField("body", Base64.getEncoder().encodeToString(body));
      }
      out.writeBooleanField("isBase64Encoded", body.length > 0);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void context(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("requestContext");
    out.writeStringField("accountId", Aws.ACCOUNT);
    out.writeStringField("apiId", "local");
    if (claims != null) {
      out.writeObjectFieldStart("authorizer");
      out.writeObjectFieldStart("jwt");
      strings("claims", claims, out);
      // The routes name no scopes, so that the function checks them.
      out.writeNullField("scopes");
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeStringField("domainName", Loopback.HOST);
    out.writeStringField("domainPrefix", "local");
    out.writeObjectFieldStart("http");
    out.writeStringField("method", method);
    out.writeStringField("path", path);
    out.writeStringField("protocol", "HTTP/1.1");
    out.writeStringField("sourceIp", Loopback.HOST);
    out.writeStringField("userAgent", headers.getOrDefault("user-agent", ""));
    out.writeEndObject();
    out.writeStringField("requestId", requestId);
    out.writeStringField("routeKey", match.route().key());
    out.writeStringField("stage", "$default");
    out.writeStringField("time", TIME.format(time));
    out.writeNumberField("timeEpoch", time.toEpochMilli());
    out.writeEndObject();
  }

  /// The query's parameters, values of one name joined by commas.
  private Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.merge(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)),
            (first, next) -> first + ',' + next);
      }
    }
    return parameters;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static void strings(String name, Map<String, String> values, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : values.entrySet()) {
      out.writeStringField(each.getKey(), each.getValue());
    }
    out.writeEndObject();
  }
}
