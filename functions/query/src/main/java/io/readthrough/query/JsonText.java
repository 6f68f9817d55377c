package io.readthrough.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;

/// Writes JSON by streaming.
final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonText() {}

  /// Writes part of a document.
  @FunctionalInterface
  interface Part {
    void write(JsonGenerator out) throws IOException;
  }

  /// A document that is one object.
  static String object(Part fields) {
    StringWriter text = new StringWriter();
    try {
      writeObject(text, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written", e);
    }
    return text.toString();
  }

  /// Writes a document that is one object; the target stays open.
  static void writeObject(Writer target, Part fields) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(target)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    }
  }

  /// Copies those fields of a document, one object, that are named.
  static void copyFields(byte[] json, Set<String> names, JsonGenerator out) throws IOException {
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (names.contains(name)) {
          out.writeFieldName(name);
          out.copyCurrentStructure(in);
        } else {
          in.skipChildren();
        }
      }
    }
  }

  /// How many bytes `text` takes at most as a string of a UTF-8 JSON document.
  static long quotedBytes(CharSequence text) {
    long bytes = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20) {
        bytes += 6;
      } else if (c == '"' || c == '\\') {
        bytes += 2;
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }
}
