package io.readthrough.store.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How this project spells values in JSON: enums in lower case, times in RFC 3339, UTF-8.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// Writes part of a document.
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /// Reads the value that the parser stands at, to its end.
  @FunctionalInterface
  interface Value<T> {
    T read(JsonParser in) throws IOException;
  }

  /// The bytes of a document. A writer encodes them, because the generator's own encoder fails on
  /// an unpaired surrogate, and no note may be stuck for one.
  static byte[] write(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out =
        FACTORY.createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  /// Reads a document that is one object.
  ///
  /// @param what it should be, for the exception's message
  /// @throws IllegalArgumentException when it is not; the message has none of its words
  static <T> T read(byte[] json, String what, Value<T> value) {
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("these bytes are not " + what + ": no JSON object");
      }
      return value.read(in);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("these bytes are not " + what + ": broken JSON");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read", e);
    }
  }

  /// The elements of the array that the parser stands at; none when it is null.
  static <T> List<T> list(JsonParser in, Value<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        list.add(element.read(in));
      }
    }
    return list;
  }

  static @Nullable Instant instantOrNull(JsonParser in) throws IOException {
    String value = in.getValueAsString();
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(in.currentName() + " is not a time in RFC 3339", e);
    }
  }

  static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  static <E extends Enum<E>> E enumOf(Class<E> type, String name, @Nullable String value) {
    return Enum.valueOf(type, required(name, value).toUpperCase(Locale.ROOT));
  }

  /// The name of an enum's constant as JSON has it.
  static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static void writeStrings(JsonGenerator out, String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
