package io.readthrough.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A response as API Gateway's HTTP API takes it (payload format 2.0).
///
/// @param body null for none
record ApiResponse(int status, Map<String, String> headers, @Nullable String body) {
  /// Lambda hands over at most 6 MB of response (its quota for synchronous invocation); what
  /// remains is for headers and framing.
  static final long MAX_BODY_BYTES = 5_900_000;

  /// Gives `answer` its status and headers.
  ///
  /// @param ifNoneMatch the request's header, empty when it has none
  static ApiResponse of(Answer answer, String requestId, String ifNoneMatch) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-request-id", requestId);
    return switch (answer) {
      case Answer.Found found -> {
        headers.put("etag", found.entityTag());
        headers.put("cache-control", found.cacheControl());
        headers.put("vary", "authorization");
        if (matches(ifNoneMatch, found.entityTag())) {
          yield new ApiResponse(304, headers, null);
        }
        headers.put("content-type", "application/json");
        yield new ApiResponse(200, headers, found.json());
      }
      case Answer.Methods methods -> {
        headers.put("allow", methods.allow());
        yield new ApiResponse(204, headers, null);
      }
      case Problem problem -> {
        headers.putAll(problem.headers());
        headers.put("cache-control", "no-store");
        headers.put("content-type", "application/problem+json");
        yield new ApiResponse(problem.kind().status(), headers, problem.json(requestId));
      }
    };
  }

  /// Weak comparison (RFC 9110, 13.1.2). Our tags hold no comma.
  private static boolean matches(String ifNoneMatch, String entityTag) {
    for (String each : ifNoneMatch.split(",", -1)) {
      String tag = each.strip();
      if (tag.equals("*") || tag.equals(entityTag) || ("W/" + tag).equals(entityTag)) {
        return true;
      }
    }
    return false;
  }

  /// Writes the response. A writer encodes it, because the generator's own encoder fails on an
  /// unpaired surrogate, which a note's text may hold.
  void write(OutputStream target) throws IOException {
    Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    JsonText.writeObject(
        writer,
        out -> {
          out.writeNumberField("statusCode", status);
          out.writeObjectFieldStart("headers");
          for (Map.Entry<String, String> header : headers.entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
          }
          out.writeEndObject();
          if (body != null) {
            out.writeStringField("body", body);
          }
          out.writeBooleanField("isBase64Encoded", false);
        });
    writer.flush();
  }
}
