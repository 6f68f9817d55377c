package io.readthrough.local.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.train.Calibration;
import io.readthrough.train.CrossValidation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// Writes what cross-validations found as JSON.
final class CrossValidationJson {
  private CrossValidationJson() {}

  /// @param without the family of features that was left out; empty for none
  record Run(String without, CrossValidation.Result result) {}

  /// @param errors how many wrong predictions of each run are named
  static void write(PrintStream target, CrossValidation.By by, List<Run> runs, int errors) {
    try (JsonGenerator out =
        EvaluationJson.JSON.createGenerator(target).setPrettyPrinter(new Indented())) {
      out.writeStartObject();
      out.writeStringField("held_out_by", by.name().toLowerCase(Locale.ROOT));
      out.writeArrayFieldStart("runs");
      for (Run run : runs) {
        write(run, errors, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a print stream keeps its faults to itself", e);
    }
    target.write('\n');
    target.flush();
  }

  private static void write(Run run, int errors, JsonGenerator out) throws IOException {
    out.writeStartObject();
    if (!run.without().isEmpty()) {
      out.writeStringField("without", run.without());
    }
    out.writeNumberField("temperature", run.result().temperature());
    out.writeNumberField("expected_calibration_error", run.result().error());
    out.writeArrayFieldStart("reliability");
    for (Calibration.Bin bin : run.result().reliability()) {
      out.writeStartObject();
      out.writeNumberField("count", bin.count());
      out.writeNumberField("mean_probability", bin.confidence());
      out.writeNumberField("accuracy", bin.accuracy());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("sets");
    for (CrossValidation.OfSet set : run.result().sets()) {
      out.writeStartObject();
      out.writeStringField("set", set.set());
      EvaluationJson.write("target", set.names(), out);
      EvaluationJson.write("disagreeing_targets", set.contested(), out);
      EvaluationJson.write("label", set.wholes(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    if (errors > 0) {
      writeErrors(run.result().misses(), errors, out);
    }
    out.writeEndObject();
  }

  private static void writeErrors(List<CrossValidation.Miss> misses, int most, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart("errors");
    for (CrossValidation.Miss miss : misses.subList(0, Math.clamp(most, 0, misses.size()))) {
      out.writeStartObject();
      out.writeStringField("set", miss.set());
      out.writeStringField("id", miss.id());
      if (!miss.name().isEmpty()) {
        out.writeStringField("target", miss.name());
      }
      out.writeStringField("label", miss.label().name().toLowerCase(Locale.ROOT));
      out.writeStringField("predicted", miss.predicted().name().toLowerCase(Locale.ROOT));
      out.writeNumberField("probability", miss.probability());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
