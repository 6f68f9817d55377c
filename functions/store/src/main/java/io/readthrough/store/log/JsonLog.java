package io.readthrough.store.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// The functions' log: one JSON object a line, with `timestamp` and `level` where Lambda looks for
/// them. It takes names, keys, ids and counts; never a note's text, a token or a secret.
public final class JsonLog {
  private static final JsonFactory JSON = new JsonFactory();

  /// How much of a fault is told: enough to see where it is, without filling the log.
  private static final int MAX_CAUSES = 5;

  private static final int MAX_FRAMES = 8;

  private final PrintStream out;
  private final InstantSource clock;

  public JsonLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /// The log of a function: standard output, which Lambda keeps.
  public static JsonLog standard() {
    return new JsonLog(System.out, InstantSource.system());
  }

  /// A log that nobody reads.
  public static JsonLog silent() {
    return new JsonLog(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        InstantSource.system());
  }

  /// A field of a line. Numbers and truth values stay what they are, all else is printed as a
  /// string; null leaves the field out.
  public static Field field(String name, @Nullable Object value) {
    return new Field(name, value);
  }

  /// Logs that something happened.
  ///
  /// @param event a name in snake_case that a search finds
  public void info(String event, Field... fields) {
    print("INFO", event, null, fields);
  }

  /// Logs something that a person may want to mend, and that no retry will.
  public void warn(String event, Field... fields) {
    print("WARN", event, null, fields);
  }

  /// Logs a fault that is not thrown on: the kinds of the exception and its causes, and where they
  /// come from. Their messages may hold a note's words and are left out, but for the AWS client's.
  public void error(String event, Throwable fault, Field... fields) {
    print("ERROR", event, fault, fields);
  }

  private void print(String level, String event, @Nullable Throwable fault, Field... fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", clock.instant().toString());
      json.writeStringField("level", level);
      json.writeStringField("event", event);
      for (Field each : fields) {
        each.write(json);
      }
      if (fault != null) {
        write(fault, json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written", e);
    }
    out.println(line);
  }

  private static void write(Throwable fault, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("faults");
    Throwable each = fault;
    for (int i = 0; each != null && i < MAX_CAUSES; i++) {
      json.writeStartObject();
      json.writeStringField("kind", each.getClass().getName());
      if (each instanceof SdkException) {
        json.writeStringField("message", each.getMessage());
      }
      json.writeArrayFieldStart("at");
      for (StackTraceElement frame :
          Arrays.stream(each.getStackTrace()).limit(MAX_FRAMES).toList()) {
        json.writeString(frame.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
      each = each.getCause();
    }
    json.writeEndArray();
  }

  /// A name and its value.
  public record Field(String name, @Nullable Object value) {
    private void write(JsonGenerator json) throws IOException {
      switch (value) {
        case null -> {}
        case Integer number -> json.writeNumberField(name, number);
        case Long number -> json.writeNumberField(name, number);
        case Double number -> json.writeNumberField(name, number);
        case Boolean truth -> json.writeBooleanField(name, truth);
        default -> json.writeStringField(name, value.toString());
      }
    }
  }
}
