package io.readthrough.train.labelled;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.TextSpan;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a file of labelled texts line by line: JSON Lines in UTF-8, each line an object with `id`,
/// `text`, `label` (positive, neutral or negative; may be missing) and `targets`, objects with
/// `name`, `start` and `end` (offsets in code points; may be missing) and `label` (may be missing).
/// Other fields are ignored, empty lines passed over.
///
/// A line that is no labelled text does not end the file: the next call reads the line after it.
/// One line is in memory at a time, and none of more than [#MAX_LINE_BYTES].
public final class LabelledTextReader implements Closeable {
  /// The longest line, in bytes.
  public static final int MAX_LINE_BYTES = 1024 * 1024;

  private static final String EXTENSION = ".jsonl";
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final String set;
  private final InputStream input;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number;

  /// Opens `file`. Its name without `.jsonl` is the set of its texts.
  public LabelledTextReader(Path file) throws IOException {
    this.file = file;
    String name = String.valueOf(file.getFileName());
    this.set =
        name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    this.input = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /// The next text; null at the end of the file.
  ///
  /// @throws MalformedTextException when the next line is not a labelled text
  public @Nullable LabelledText next() throws IOException {
    while (readLine()) {
      String json = decoded();
      if (!json.isBlank()) {
        return parsed(json);
      }
    }
    return null;
  }

  /// The number of the line that was read last, from 1.
  public int line() {
    return number;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  /// False at the end of the file.
  private boolean readLine() throws IOException {
    line.reset();
    int next = input.read();
    if (next < 0) {
      return false;
    }
    number++;
    long length = 0;
    for (; next >= 0 && next != '\n'; next = input.read()) {
      length++;
      if (length <= MAX_LINE_BYTES) {
        line.write(next);
      }
    }
    if (length > MAX_LINE_BYTES) {
      throw malformed(
          "the line has " + length + " bytes, and at most " + MAX_LINE_BYTES + " are read", null);
    }
    return true;
  }

  private String decoded() throws MalformedTextException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed("the line is not UTF-8: save the file in UTF-8", e);
    }
  }

  private LabelledText parsed(String json) throws IOException {
    try {
      return parse(json);
    } catch (JsonProcessingException e) {
      throw malformed("not JSON: " + e.getOriginalMessage() + "; mend or remove the line", e);
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()), e);
    }
  }

  private MalformedTextException malformed(String reason, @Nullable Throwable cause) {
    return new MalformedTextException(file, number, reason, cause);
  }

  private LabelledText parse(String line) throws IOException {
    String id = null;
    String text = null;
    Polarity label = null;
    List<RawTarget> targets = List.of();
    try (JsonParser json = JSON.createParser(line)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "the line is not a JSON object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "id" -> id = string(json, field);
          case "text" -> text = string(json, field);
          case "label" -> label = label(json);
          case "targets" -> targets = targets(json);
          default -> json.skipChildren();
        }
      }
      require(json.nextToken() == null, "there is more than one JSON object on the line");
    }
    if (id == null || text == null) {
      throw new IllegalArgumentException(
          "field '" + (id == null ? "id" : "text") + "' is missing; it is a string");
    }
    int[] offsets = targets.isEmpty() ? new int[0] : codePointOffsets(text);
    List<LabelledText.Target> placed = new ArrayList<>();
    for (RawTarget target : targets) {
      placed.add(target.at(offsets));
    }
    return new LabelledText(set, id, text, label, placed);
  }

  /// Where each code point of `text` begins, in UTF-16 units, and at the end where the text ends.
  private static int[] codePointOffsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int point = 1; point < offsets.length; point++) {
      offsets[point] = text.offsetByCodePoints(offsets[point - 1], 1);
    }
    return offsets;
  }

  private static List<RawTarget> targets(JsonParser json) throws IOException {
    List<RawTarget> targets = new ArrayList<>();
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return targets;
    }
    require(json.currentToken() == JsonToken.START_ARRAY, "field 'targets' is not an array");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT, "a target is not a JSON object");
      RawTarget target = new RawTarget();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "name" -> target.name = string(json, field);
          case "label" -> target.label = label(json);
          case "start" -> target.start = offset(json, field);
          case "end" -> target.end = offset(json, field);
          default -> json.skipChildren();
        }
      }
      targets.add(target);
    }
    return targets;
  }

  private static String string(JsonParser json, String field) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_STRING, "field '" + field + "' is not a string");
    return json.getText();
  }

  private static @Nullable Polarity label(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    String label = string(json, "label");
    return switch (label) {
      case "positive" -> Polarity.POSITIVE;
      case "neutral" -> Polarity.NEUTRAL;
      case "negative" -> Polarity.NEGATIVE;
      default ->
          throw new IllegalArgumentException(
              "label '" + label + "' is not valid: it is positive, neutral or negative");
    };
  }

  private static @Nullable Integer offset(JsonParser json, String field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(
        json.currentToken() == JsonToken.VALUE_NUMBER_INT,
        "field '" + field + "' is not a whole number");
    return json.getIntValue();
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// A target as it stands in the file, before its text is known.
  private static final class RawTarget {
    private @Nullable String name;
    private @Nullable Polarity label;
    private @Nullable Integer start;
    private @Nullable Integer end;

    LabelledText.Target at(int[] offsets) {
      if (name == null) {
        throw new IllegalArgumentException("field 'name' of a target is missing; it is a string");
      }
      return new LabelledText.Target(name, span(name, offsets), label);
    }

    private @Nullable TextSpan span(String name, int[] offsets) {
      if (start == null || end == null) {
        return null;
      }
      int points = offsets.length - 1;
      if (start < 0 || end <= start || end > points) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "target '%s' is said to stand at [%d, %d) of a text of %d code points; offsets"
                    + " count code points from 0, and the end is exclusive",
                name,
                start,
                end,
                points));
      }
      return new TextSpan(offsets[start], offsets[end]);
    }
  }
}
