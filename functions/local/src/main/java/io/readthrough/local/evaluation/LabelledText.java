package io.readthrough.local.evaluation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text that people have labelled.
///
/// @param label of the whole text, where there is one
record LabelledText(String id, String text, Optional<Polarity> label, List<Target> targets) {
  private static final JsonMapper JSON = new JsonMapper();

  LabelledText {
    targets = List.copyOf(targets);
  }

  /// A name that the text speaks of, or is about without naming it.
  ///
  /// @param mention where the text names it, in UTF-16 units
  record Target(String name, Optional<TextSpan> mention, Optional<Polarity> label) {}

  /// Reads a line of a data file: `id`, `text`, `label`, and `targets` with `name`, `start` and
  /// `end` in Unicode code points, `label`. A target without offsets is looked for by its name.
  ///
  /// @throws IllegalArgumentException when the line is not of that form; the message says how
  static LabelledText parse(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
    }
    String text = string(json, "text");
    List<Target> targets = new ArrayList<>();
    for (JsonNode target : json.path("targets")) {
      String name = string(target, "name");
      targets.add(new Target(name, mention(text, name, target), label(target)));
    }
    return new LabelledText(string(json, "id"), text, label(json), targets);
  }

  private static String string(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return value.asText();
  }

  private static Optional<Polarity> label(JsonNode json) {
    JsonNode label = json.path("label");
    if (label.isMissingNode() || label.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        Polarity.ofWord(label.asText())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "its label is '"
                            + label.asText()
                            + "': use positive, neutral or negative")));
  }

  private static Optional<TextSpan> mention(String text, String name, JsonNode target) {
    if (target.path("start").isInt() && target.path("end").isInt()) {
      int start = target.path("start").asInt();
      int end = target.path("end").asInt();
      if (start < 0 || end < start || end > text.codePointCount(0, text.length())) {
        throw new IllegalArgumentException(
            "the offsets " + start + " to " + end + " of a target lie outside its text");
      }
      int from = text.offsetByCodePoints(0, start);
      return Optional.of(new TextSpan(from, text.offsetByCodePoints(from, end - start)));
    }
    int at = text.indexOf(name);
    return at < 0 || name.isEmpty()
        ? Optional.empty()
        : Optional.of(new TextSpan(at, at + name.length()));
  }
}
