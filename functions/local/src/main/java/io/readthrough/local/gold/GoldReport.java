package io.readthrough.local.gold;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.evaluation.ContentComparison;
import io.readthrough.core.evaluation.ContentComparison.WrongPolarity;
import io.readthrough.core.evaluation.ContentMeasure;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.evaluation.NoteContent.Figure;
import io.readthrough.core.evaluation.NoteContent.Statement;
import io.readthrough.core.evaluation.NoteContent.Target;
import io.readthrough.core.note.TextSpan;
import io.readthrough.local.gold.GoldEvaluation.ComparedNote;
import io.readthrough.local.gold.GoldEvaluation.Half;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the measures of a gold evaluation as JSON: of each half, and of both together. A measure
/// without a value is null.
///
/// @param errors whether to list what was missed and what was invented
public record GoldReport(List<Half> halves, boolean errors) {
  public GoldReport {
    halves = List.copyOf(halves);
  }

  /// Writes the fields `halves` and `together` into the object that `out` is in.
  public void write(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("halves");
    for (Half half : halves) {
      out.writeStartObject();
      out.writeStringField("folder", half.folder());
      writeMeasures(half, out);
      if (errors) {
        writeErrors(half, out);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeObjectFieldStart("together");
    writeMeasures(
        new Half("", halves.stream().flatMap(half -> half.notes().stream()).toList()), out);
    out.writeEndObject();
  }

  private static void writeMeasures(Half half, JsonGenerator out) throws IOException {
    out.writeNumberField("notes", half.notes().size());
    for (Map.Entry<ContentMeasure, Detection> each : half.measures().entrySet()) {
      Detection counts = each.getValue();
      out.writeObjectFieldStart(spelled(each.getKey()));
      if (each.getKey().isShare()) {
        write("accuracy", counts.recall(), out);
        out.writeNumberField("right", counts.found());
        out.writeNumberField("wrong", counts.missed());
      } else {
        write("precision", counts.precision(), out);
        write("recall", counts.recall(), out);
        write("f1", counts.f1(), out);
        out.writeNumberField("found", counts.found());
        out.writeNumberField("missed", counts.missed());
        out.writeNumberField("invented", counts.invented());
      }
      out.writeEndObject();
    }
  }

  private static void write(String name, OptionalDouble measure, JsonGenerator out)
      throws IOException {
    if (measure.isPresent()) {
      out.writeNumberField(name, Math.round(measure.getAsDouble() * 1e4) / 1e4);
    } else {
      out.writeNullField(name);
    }
  }

  private static void writeErrors(Half half, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("errors");
    for (ComparedNote note : half.notes()) {
      ContentComparison all = note.comparison();
      out.writeStartObject();
      out.writeStringField("note", note.slug());
      writeList("missed_securities", all.missedSecurities().stream().map(Target::name), out);
      writeList("invented_securities", all.inventedSecurities().stream().map(Target::name), out);
      writeList("missed_groups", all.missedGroups().stream().map(Target::name), out);
      writeList("invented_groups", all.inventedGroups().stream().map(Target::name), out);
      writeList("wrong_polarities", all.wrongPolarities().stream().map(GoldReport::told), out);
      writeList("missed_facts", all.missedFacts().stream().map(each -> told(each, note)), out);
      writeList("invented_facts", all.inventedFacts().stream().map(each -> told(each, note)), out);
      writeList("missed_claims", all.missedClaims().stream().map(each -> told(each, note)), out);
      writeList(
          "invented_claims", all.inventedClaims().stream().map(each -> told(each, note)), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeList(String name, Stream<String> entries, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String each : entries.toList()) {
      out.writeString(each);
    }
    out.writeEndArray();
  }

  private static String told(WrongPolarity wrong) {
    return wrong.name() + ": " + spelled(wrong.gold()) + ", read " + spelled(wrong.predicted());
  }

  private static String told(Figure figure, ComparedNote note) {
    StringBuilder told =
        new StringBuilder(spelled(figure.kind())).append(' ').append(figure.metric());
    if (figure.low() != null) {
      told.append(' ').append(figure.low());
      if (!figure.low().equals(figure.high())) {
        told.append("..").append(figure.high());
      }
    }
    if (figure.unit() != null) {
      told.append(' ').append(figure.unit());
    }
    if (figure.change() != null) {
      told.append(' ')
          .append(spelled(figure.change().direction()))
          .append(' ')
          .append(figure.change().value())
          .append(' ')
          .append(spelled(figure.change().unit()));
    }
    return told
        + ": "
        + figure.spans().stream()
            .map(span -> quoted(span, note))
            .collect(Collectors.joining(" ... "));
  }

  private static String told(Statement statement, ComparedNote note) {
    return spelled(statement.type()) + ": " + quoted(statement.span(), note);
  }

  private static String quoted(TextSpan span, ComparedNote note) {
    return span.of(note.text());
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
