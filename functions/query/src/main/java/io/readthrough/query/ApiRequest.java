package io.readthrough.query;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's HTTP API hands it over (payload format 2.0).
///
/// @param id of the request; null when the event has none
/// @param path without the query
/// @param query raw, still encoded: `queryStringParameters` would join repeated parameters by
///   commas
/// @param headers by lower-case name
/// @param jwt the verified token; null where the route asks for none
record ApiRequest(
    @Nullable String id,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    @Nullable Jwt jwt) {
  private static final JsonFactory JSON = new JsonFactory();

  ApiRequest {
    headers = Map.copyOf(headers);
  }

  /// What API Gateway's authorizer found in a token, after it verified it.
  record Jwt(Map<String, String> claims, List<String> scopes) {
    Jwt {
      claims = Map.copyOf(claims);
      scopes = List.copyOf(scopes);
    }

    boolean hasScope(String scope) {
      return scopes.contains(scope)
          || List.of(claims.getOrDefault("scope", "").split(" ")).contains(scope);
    }
  }

  /// A header's value, by its lower-case name; empty when it is not there.
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// Reads the event.
  ///
  /// @throws IllegalArgumentException when it is no such event
  static ApiRequest read(InputStream event) throws IOException {
    Reading reading = new Reading();
    try (JsonParser in = JSON.createParser(event)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw notAnEvent("it is no JSON object");
      }
      reading.event(in);
    } catch (JacksonException e) {
      throw notAnEvent("it is broken at " + e.getLocation().offsetDescription());
    }
    return reading.request();
  }

  private static IllegalArgumentException notAnEvent(String why) {
    return new IllegalArgumentException(
        "the input is not an event of an HTTP API, payload format 2.0: " + why);
  }

  /// What has been read of an event so far.
  private static final class Reading {
    private @Nullable String id;
    private @Nullable String method;
    private @Nullable String path;
    private String query = "";
    private final Map<String, String> headers = new HashMap<>();
    private @Nullable Jwt jwt;

    ApiRequest request() {
      if (method == null || path == null) {
        throw notAnEvent("it has no rawPath or no requestContext.http.method");
      }
      return new ApiRequest(id, method, path, query, headers, jwt);
    }

    void event(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        switch (name) {
          case "rawPath" -> path = in.getValueAsString();
          case "rawQueryString" -> query = in.getValueAsString("");
          case "headers" ->
              strings(in, value).forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
          case "requestContext" -> requestContext(in, value);
          default -> in.skipChildren();
        }
      }
    }

    private void requestContext(JsonParser in, JsonToken start) throws IOException {
      if (start != JsonToken.START_OBJECT) {
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        switch (name) {
          case "requestId" -> id = in.getValueAsString();
          case "http" -> method = strings(in, value).get("method");
          case "authorizer" -> authorizer(in, value);
          default -> in.skipChildren();
        }
      }
    }

    private void authorizer(JsonParser in, JsonToken start) throws IOException {
      if (start != JsonToken.START_OBJECT) {
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isJwt = in.currentName().equals("jwt");
        JsonToken value = in.nextToken();
        if (isJwt && value == JsonToken.START_OBJECT) {
          jwt = jwt(in);
        } else {
          in.skipChildren();
        }
      }
    }

    private static Jwt jwt(JsonParser in) throws IOException {
      Map<String, String> claims = Map.of();
      List<String> scopes = new ArrayList<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        switch (name) {
          case "claims" -> claims = strings(in, value);
          case "scopes" -> {
            if (value == JsonToken.START_ARRAY) {
              while (in.nextToken() != JsonToken.END_ARRAY) {
                scopes.add(in.getValueAsString(""));
                in.skipChildren();
              }
            }
          }
          default -> in.skipChildren();
        }
      }
      return new Jwt(claims, scopes);
    }

    /// The scalars of the object that the parser stands at.
    private static Map<String, String> strings(JsonParser in, JsonToken start) throws IOException {
      Map<String, String> strings = new HashMap<>();
      if (start == JsonToken.START_OBJECT) {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          String name = in.currentName();
          if (in.nextToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
            strings.put(name, in.getText());
          } else {
            in.skipChildren();
          }
        }
      }
      return strings;
    }
  }
}
