package io.readthrough.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.store.NoteStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A scored note is defined twice, because OpenAPI 3.0 has a schema language of its own: by
/// `scored-note.schema.json` for what is stored, by `openapi.json` for what is answered. Both say
/// the same.
class ScoredNoteSchemaTest {
  private final JsonNode stored = stored();

  @Test
  void theAnswersSchemaIsTheStoredNotesSchema() {
    JsonNode answered = Contract.DOCUMENT.at("/components/schemas/ScoredNote");
    assertThat(openApi(answered)).isEqualTo(openApi(stored));
  }

  private static JsonNode stored() {
    try (InputStream in = NoteStore.class.getResourceAsStream("json/scored-note.schema.json")) {
      return Contract.JSON.readTree(requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A schema of either kind with its references followed, in OpenAPI's words, without remarks.
  private JsonNode openApi(JsonNode schema) {
    if (schema.has("$ref")) {
      String pointer = schema.path("$ref").asString().substring(1);
      JsonNode document = pointer.startsWith("/$defs/") ? stored : Contract.DOCUMENT;
      return openApi(document.at(pointer));
    }
    ObjectNode plain = Contract.JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      JsonNode value = each.getValue();
      switch (each.getKey()) {
        case "$schema", "$id", "$defs", "title", "description" -> {}
        case "type" -> type(value, plain);
        case "const" -> plain.putArray("enum").add(value);
        case "items" -> plain.set("items", openApi(value));
        case "properties" -> {
          ObjectNode properties = plain.putObject("properties");
          value.properties().forEach(p -> properties.set(p.getKey(), openApi(p.getValue())));
        }
        default -> plain.set(each.getKey(), value);
      }
    }
    if (plain.has("enum")) {
      plain.put("type", "string");
    }
    return plain;
  }

  /// `["number", "string", "null"]` is a choice of types in OpenAPI, and nullable.
  private static void type(JsonNode type, ObjectNode plain) {
    if (type.isString()) {
      plain.set("type", type);
      return;
    }
    var types = type.valueStream().map(JsonNode::asString).filter(t -> !t.equals("null")).toList();
    if (types.size() == 1) {
      plain.put("type", types.getFirst());
    } else {
      var choice = plain.putArray("oneOf");
      types.forEach(t -> choice.addObject().put("type", t));
    }
    if (types.size() < type.size()) {
      plain.put("nullable", true);
    }
  }
}
