package io.readthrough.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.readthrough.query.QueryHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The routes of the API as its OpenAPI document defines them for API Gateway, with the CORS
/// settings that stand there too.
final class Routes {
  private static final String CATCH_ALL = "$default";

  private final List<Route> routes;
  private final String exposedHeaders;
  private final String allowedHeaders;
  private final String allowedMethods;

  private Routes(List<Route> routes, JsonNode cors) {
    this.routes = routes;
    this.exposedHeaders = joined(cors.path("exposeHeaders"));
    this.allowedHeaders = joined(cors.path("allowHeaders"));
    this.allowedMethods = joined(cors.path("allowMethods"));
  }

  /// One method on one path.
  ///
  /// @param key "GET /v1/notes/{note_id}", or "$default" for whatever no other route takes
  /// @param secured whether a token must come with it
  record Route(String key, String method, List<String> segments, boolean secured) {
    private @Nullable Match match(String method, List<String> path) {
      if (!this.method.equals(method) || segments.size() != path.size()) {
        return null;
      }
      Map<String, String> parameters = new TreeMap<>();
      for (int i = 0; i < path.size(); i++) {
        String segment = segments.get(i);
        if (segment.startsWith("{")) {
          parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
        } else if (!segment.equals(path.get(i))) {
          return null;
        }
      }
      return new Match(this, parameters);
    }
  }

  /// The route of a request.
  ///
  /// @param parameters of the path, by name
  record Match(Route route, Map<String, String> parameters) {}

  /// Reads the document that the query function publishes and API Gateway is made from.
  static Routes ofQuery() throws IOException {
    JsonNode document;
    try (InputStream resource = QueryHandler.class.getResourceAsStream("openapi.json")) {
      document = new JsonMapper().readTree(resource);
    }
    List<Route> routes = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            routes.add(
                                route(path.getKey(), operation.getKey(), operation.getValue()))));
    // A literal segment is asked before a parameter, as API Gateway does.
    routes.sort(Comparator.comparing(r -> r.key().replace('{', '~')));
    return new Routes(List.copyOf(routes), document.path("x-amazon-apigateway-cors"));
  }

  private static Route route(String path, String method, JsonNode operation) {
    boolean catchAll = path.equals("/" + CATCH_ALL);
    String verb = method.toUpperCase(Locale.ROOT);
    return new Route(
        catchAll ? CATCH_ALL : verb + " " + path,
        catchAll ? "" : verb,
        segments(path),
        !operation.path("security").isEmpty());
  }

  /// The route that takes a request; the catch-all where no other does.
  ///
  /// @param path decoded
  Match of(String method, String path) {
    List<String> segments = segments(path);
    for (Route route : routes) {
      Match match = route.match(method, segments);
      if (match != null) {
        return match;
      }
    }
    return new Match(new Route(CATCH_ALL, "", List.of(), false), Map.of());
  }

  String exposedHeaders() {
    return exposedHeaders;
  }

  String allowedHeaders() {
    return allowedHeaders;
  }

  String allowedMethods() {
    return allowedMethods;
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static String joined(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return String.join(", ", values);
  }
}
