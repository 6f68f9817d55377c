package io.readthrough.local.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.evaluation.ClassificationReport;
import io.readthrough.core.evaluation.ClassificationReport.ClassReport;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.evaluation.ScoreReport;
import io.readthrough.core.note.Sentiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The labels of one kind, of texts or of targets, beside what the scorer says of each.
final class Agreement {
  private final List<Polarity> labels = new ArrayList<>();
  private final List<Polarity> predictions = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();

  void add(Polarity label, Sentiment predicted) {
    labels.add(label);
    predictions.add(Polarity.of(predicted));
    scores.add(predicted.score());
  }

  /// Writes the measures as an object. The score is held against the label as -1, 0 or 1; what is
  /// not defined is null.
  void write(String name, JsonGenerator out) throws IOException {
    ClassificationReport classes = ClassificationReport.of(labels, predictions);
    ScoreReport score =
        ScoreReport.of(
            labels.stream().mapToDouble(Polarity::score).toArray(),
            scores.stream().mapToDouble(Double::doubleValue).toArray());
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", classes.count());
    out.writeNumberField("accuracy", classes.accuracy());
    out.writeNumberField("macro_f1", classes.macroF1());
    write("pearson", score.pearson(), out);
    write("mse", score.meanSquaredError(), out);
    write("cosine", score.cosine(), out);
    out.writeObjectFieldStart("classes");
    for (ClassReport each : classes.classes()) {
      out.writeObjectFieldStart(each.polarity().word());
      out.writeNumberField("actual", each.actual());
      out.writeNumberField("predicted", each.predicted());
      out.writeNumberField("right", each.right());
      out.writeNumberField("f1", each.f1());
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(String name, OptionalDouble value, JsonGenerator out)
      throws IOException {
    if (value.isPresent()) {
      out.writeNumberField(name, value.getAsDouble());
    } else {
      out.writeNullField(name);
    }
  }
}
