package io.readthrough.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.readthrough.core.evaluation.Agreement;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.local.gold.GoldReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Writes evaluations as JSON. A measure without a value is null, and `null_reasons` says why.
final class EvaluationJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private EvaluationJson() {}

  /// Writes a document with the evaluation of each file and of all of them.
  static void write(
      PrintStream target, ScorerModel model, Map<String, Evaluation> byFile, Evaluation all) {
    writeDocument(
        target,
        model,
        out -> {
          out.writeArrayFieldStart("files");
          for (Map.Entry<String, Evaluation> each : byFile.entrySet()) {
            out.writeStartObject();
            out.writeStringField("file", each.getKey());
            write(each.getValue(), out);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeObjectFieldStart("overall");
          write(all, out);
          out.writeEndObject();
        });
  }

  /// Writes a document with the measures of a gold set.
  static void write(PrintStream target, ScorerModel model, GoldReport report) {
    writeDocument(target, model, report::write);
  }

  /// What a document says besides the model.
  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  private static void writeDocument(PrintStream target, ScorerModel model, Body body) {
    try (JsonGenerator out = JSON.createGenerator(target).setPrettyPrinter(new Indented())) {
      out.writeStartObject();
      out.writeObjectFieldStart("model");
      out.writeStringField("scorer", model.scorer());
      out.writeStringField("version", model.version());
      out.writeStringField("digest", model.digest());
      out.writeEndObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a print stream keeps its faults to itself", e);
    }
    target.write('\n');
  }

  private static void write(Evaluation evaluation, JsonGenerator out) throws IOException {
    out.writeNumberField("texts", evaluation.texts());
    out.writeNumberField("lines_not_evaluated", evaluation.missedLines());
    out.writeNumberField("targets_not_found", evaluation.targetsNotFound());
    write("label", evaluation.wholes(), out);
    write("target", evaluation.targets(), out);
    write("disagreeing_targets", evaluation.disagreeing(), out);
  }

  private static void write(String name, Agreement agreement, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", agreement.count());
    List<String> missing = new ArrayList<>();
    write("accuracy", agreement.accuracy(), missing, out);
    write("macro_f1", agreement.macroF1(), missing, out);
    for (Polarity each : Polarity.values()) {
      write("f1_" + spelled(each), agreement.f1(each), missing, out);
    }
    write("pearson", agreement.pearson(), missing, out);
    write("mse", agreement.meanSquaredError(), missing, out);
    write("cosine", agreement.cosine(), missing, out);
    out.writeObjectFieldStart("confusion");
    for (Polarity label : Polarity.values()) {
      out.writeObjectFieldStart(spelled(label));
      for (Polarity predicted : Polarity.values()) {
        out.writeNumberField(spelled(predicted), agreement.count(label, predicted));
      }
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeObjectFieldStart("null_reasons");
    for (String measure : missing) {
      out.writeStringField(measure, reason(measure, agreement));
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(
      String name, OptionalDouble measure, List<String> missing, JsonGenerator out)
      throws IOException {
    if (measure.isPresent()) {
      out.writeNumberField(name, measure.getAsDouble());
    } else {
      out.writeNullField(name);
      missing.add(name);
    }
  }

  private static String reason(String measure, Agreement agreement) {
    if (agreement.count() == 0) {
      return "nothing has a label here";
    }
    return switch (measure) {
      case "pearson" -> "the labels or the scores are all the same";
      case "cosine" -> "the labels or the scores are all 0";
      default -> "the class is neither a label nor a prediction here";
    };
  }

  /// A polarity as the data has it.
  static String spelled(Polarity polarity) {
    return polarity.name().toLowerCase(Locale.ROOT);
  }
}
