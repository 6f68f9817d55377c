package io.readthrough.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The contract of the API, `openapi.json`: API Gateway is made from it, tests hold the answers
/// against it, and it is what `/v1/openapi.json` answers, without what concerns API Gateway alone.
final class OpenApiDocument {
  /// Next to this class, and in the template's AWS::Include.
  static final String RESOURCE = "openapi.json";

  private OpenApiDocument() {}

  /// The document for clients: no `x-amazon-` extension, and not the catch-all route that carries
  /// nothing else.
  static String published() {
    try (InputStream resource = OpenApiDocument.class.getResourceAsStream(RESOURCE);
        JsonParser in = new JsonFactory().createParser(resource)) {
      in.nextToken();
      return JsonText.object(out -> copyFields(in, out));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " is not JSON", e);
    }
  }

  /// Copies the fields of the object that the parser is in, up to its end.
  private static void copyFields(JsonParser in, JsonGenerator out) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (name.startsWith("x-amazon-") || name.equals("/$default")) {
        in.skipChildren();
      } else {
        out.writeFieldName(name);
        copyValue(in, value, out);
      }
    }
  }

  private static void copyValue(JsonParser in, JsonToken value, JsonGenerator out)
      throws IOException {
    switch (value) {
      case START_OBJECT -> {
        out.writeStartObject();
        copyFields(in, out);
        out.writeEndObject();
      }
      case START_ARRAY -> {
        out.writeStartArray();
        for (JsonToken each = in.nextToken(); each != JsonToken.END_ARRAY; each = in.nextToken()) {
          copyValue(in, each, out);
        }
        out.writeEndArray();
      }
      default -> out.copyCurrentEvent(in);
    }
  }
}
