package io.readthrough.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a request is refused: the body of an error, RFC 9457.
///
/// @param detail what is wrong, with which value, and how to mend it
/// @param headers that this kind of problem carries
record Problem(Kind kind, String detail, List<ParameterError> errors, Map<String, String> headers)
    implements Answer {
  Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /// The kinds of problem, with the status and title that go with each.
  enum Kind {
    INVALID_PARAMETER(400, "A parameter is not valid", false),
    UNAUTHENTICATED(401, "There is no valid token", false),
    FORBIDDEN(403, "The token does not allow this", false),
    NOT_FOUND(404, "There is no such thing", false),
    METHOD_NOT_ALLOWED(405, "The path has no such method", false),
    NOT_ACCEPTABLE(406, "Only JSON is answered", false),
    GONE(410, "The note was removed", false),
    INTERNAL(500, "A fault of ours", false),
    UNAVAILABLE(503, "Not available for a moment", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    Kind(int status, String title, boolean retryable) {
      this.status = status;
      this.title = title;
      this.retryable = retryable;
    }

    int status() {
      return status;
    }

    /// `urn:readthrough:problem:invalid-parameter`
    private String type() {
      return "urn:readthrough:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One parameter that is wrong.
  ///
  /// @param suggestion the nearest name or value that would do, where there is one
  record ParameterError(String parameter, String detail, @Nullable String suggestion) {}

  static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  /// @param errors at least one
  static Problem invalid(List<ParameterError> errors) {
    ParameterError first = errors.getFirst();
    String detail =
        first.parameter()
            + " "
            + first.detail()
            + (errors.size() == 1 ? "" : "; " + (errors.size() - 1) + " more in errors");
    return new Problem(Kind.INVALID_PARAMETER, detail, errors, Map.of());
  }

  Problem with(String header, String value) {
    return new Problem(kind, detail, errors, Map.of(header, value));
  }

  String json(String requestId) {
    return JsonText.object(
        out -> {
          out.writeStringField("type", kind.type());
          out.writeStringField("title", kind.title);
          out.writeNumberField("status", kind.status);
          out.writeStringField("detail", detail);
          out.writeStringField("instance", "urn:readthrough:request:" + requestId);
          out.writeStringField("request_id", requestId);
          out.writeBooleanField("retryable", kind.retryable);
          out.writeArrayFieldStart("errors");
          for (ParameterError error : errors) {
            out.writeStartObject();
            out.writeStringField("parameter", error.parameter());
            out.writeStringField("detail", error.detail());
            if (error.suggestion() != null) {
              out.writeStringField("suggestion", error.suggestion());
            }
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }
}
