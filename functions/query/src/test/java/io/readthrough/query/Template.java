package io.readthrough.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// `template.yaml` as JSON: every scalar a string, every short form (`!Ref x`) its long one
/// (`{"Ref": "x"}`).
final class Template {
  static final Path ROOT = Path.of("../..");

  private final JsonNode document;

  private Template(JsonNode document) {
    this.document = document;
  }

  static Template read() {
    try {
      String yaml = Files.readString(ROOT.resolve("template.yaml"));
      return new Template(
          json(new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /// Logical ids and definitions of the resources of a type, in the template's order.
  Map<String, JsonNode> resources(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : document.path("Resources").properties()) {
      if (each.getValue().path("Type").asString().equals(type)) {
        found.put(each.getKey(), each.getValue().path("Properties"));
      }
    }
    return found;
  }

  private static JsonNode json(Node node) {
    JsonNode plain =
        switch (node) {
          case MappingNode mapping -> {
            ObjectNode object = Contract.JSON.createObjectNode();
            for (NodeTuple tuple : mapping.getValue()) {
              object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
            }
            yield object;
          }
          case SequenceNode sequence -> {
            ArrayNode array = Contract.JSON.createArrayNode();
            sequence.getValue().forEach(each -> array.add(json(each)));
            yield array;
          }
          case ScalarNode scalar -> StringNode.valueOf(scalar.getValue());
          default -> throw new AssertionError("an alias, which CloudFormation does not read");
        };
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain;
    }
    String name = tag.substring(1);
    ObjectNode function = Contract.JSON.createObjectNode();
    if (name.equals("GetAtt")) {
      String[] parts = plain.asString().split("\\.", 2);
      plain = Contract.JSON.createArrayNode().add(parts[0]).add(parts[1]);
    }
    return function.set(
        name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, plain);
  }
}
