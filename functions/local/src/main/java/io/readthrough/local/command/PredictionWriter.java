package io.readthrough.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.readthrough.core.evaluation.Prediction;
import io.readthrough.train.labelled.LabelledText.Target;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes predictions as JSON Lines: `id, label, score, targets[{name, label, score}]`, the targets
/// in the text's order. Label and score of a target that the text does not mention are null.
final class PredictionWriter implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private PredictionWriter(JsonGenerator out) {
    this.out = out;
  }

  /// Writes to `target`. A writer encodes, because the generator's own encoder fails on an unpaired
  /// surrogate.
  static PredictionWriter to(OutputStream target) throws IOException {
    return new PredictionWriter(
        JSON.createGenerator(
                new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8)))
            .setPrettyPrinter(new MinimalPrettyPrinter("")));
  }

  /// Writes a line.
  ///
  /// @throws UncheckedIOException when it cannot be written
  void write(PredictedText predicted) {
    try {
      out.writeStartObject();
      out.writeStringField("id", predicted.text().id());
      write(Optional.of(predicted.whole()));
      out.writeArrayFieldStart("targets");
      List<Target> targets = predicted.text().targets();
      for (int t = 0; t < targets.size(); t++) {
        out.writeStartObject();
        out.writeStringField("name", targets.get(t).name());
        write(predicted.targets().get(t));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void write(Optional<Prediction> prediction) throws IOException {
    if (prediction.isPresent()) {
      out.writeStringField("label", EvaluationJson.spelled(prediction.get().label()));
      out.writeNumberField("score", prediction.get().score());
    } else {
      out.writeNullField("label");
      out.writeNullField("score");
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
