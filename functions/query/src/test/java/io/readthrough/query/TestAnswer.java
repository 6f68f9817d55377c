package io.readthrough.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the handler answered.
record TestAnswer(int status, Map<String, String> headers, @Nullable String body) {
  JsonNode json() {
    if (body == null) {
      throw new AssertionError("status " + status + " came without a body");
    }
    return Contract.JSON.readTree(body);
  }

  /// The text at a JSON pointer.
  String text(String pointer) {
    return json().at(pointer).asString();
  }

  /// The ids of the notes of a feed, in its order.
  List<String> noteIds() {
    return json().path("feed").valueStream().map(n -> n.path("note_id").asString()).toList();
  }

  /// The parameters that a 400 names, in its order.
  List<String> wrongParameters() {
    return json().path("errors").valueStream().map(e -> e.path("parameter").asString()).toList();
  }
}
