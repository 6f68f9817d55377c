package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds answers against `openapi.json`: the status is one that the call may have, required headers
/// are there, and the body is of the media type and the schema that go with the status.
final class Contract {
  static final JsonMapper JSON = new JsonMapper();
  static final String TEXT = resource();
  static final JsonNode DOCUMENT = JSON.readTree(TEXT);

  private static final String IRI = "https://readthrough.test/openapi.json";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(IRI, TEXT)));

  private Contract() {}

  private static String resource() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(OpenApiDocument.RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fails unless `answer` is one that the document allows for this call.
  static void check(String method, String path, TestAnswer answer) {
    String pointer = response(method, path, answer.status());
    JsonNode response = DOCUMENT.at(pointer);
    String called = method + " " + path + " -> " + answer.status();
    assertThat(response.isObject()).as("%s is in openapi.json", called).isTrue();
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      String at = followed(pointer + "/headers/" + escaped(header.getKey()));
      String value = answer.headers().getOrDefault(header.getKey(), "");
      assertThat(value).as("%s: header %s", called, header.getKey()).isNotEmpty();
      String text =
          DOCUMENT.at(at).at("/schema/type").asString().equals("integer") ? value : quote(value);
      assertThat(errors(at + "/schema", text))
          .as("%s: header %s", called, header.getKey())
          .isEmpty();
    }
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).as("%s has no body", called).isNull();
      return;
    }
    String type = answer.headers().getOrDefault("content-type", "");
    assertThat(content.has(type)).as("%s: media type %s", called, type).isTrue();
    assertThat(errors(pointer + "/content/" + escaped(type) + "/schema", answer.json().toString()))
        .as("%s: %s", called, answer.body())
        .isEmpty();
  }

  private static String response(String method, String path, int status) {
    for (Map.Entry<String, JsonNode> each : DOCUMENT.path("paths").properties()) {
      String pattern = Pattern.compile("\\{[^}]*}").matcher(each.getKey()).replaceAll("[^/]+");
      if (path.matches(pattern)) {
        if (!method.equals("GET")) {
          return "/components/responses/MethodNotAllowed";
        }
        return followed("/paths/" + escaped(each.getKey()) + "/get/responses/" + status);
      }
    }
    return "/components/responses/NotFound";
  }

  private static String followed(String pointer) {
    JsonNode ref = DOCUMENT.at(pointer).path("$ref");
    return ref.isMissingNode() ? pointer : ref.asString().substring(1);
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String quote(String value) {
    return JSON.writeValueAsString(value);
  }

  /// What is wrong with a JSON text by the schema at a pointer into the document.
  static List<Error> errors(String pointer, String json) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(IRI + "#" + pointer))
        .validate(json, com.networknt.schema.InputFormat.JSON);
  }
}
