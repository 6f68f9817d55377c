package io.readthrough.local.command;

import io.readthrough.core.evaluation.Agreement;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.evaluation.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well the scorer agrees with the labels of texts as a whole, of their targets, and of the
/// targets in texts whose targets have different labels: there one score for the text cannot be
/// right for all.
final class Evaluation {
  private final Agreement wholes = new Agreement();
  private final Agreement targets = new Agreement();
  private final Agreement disagreeing = new Agreement();
  private long texts;
  private long missedLines;
  private long targetsNotFound;

  /// Counts what was predicted of a text.
  void add(PredictedText predicted) {
    texts++;
    Polarity whole = predicted.text().label();
    if (whole != null) {
      wholes.add(whole, predicted.whole());
    }
    List<LabelledPrediction> pairs = pairs(predicted);
    boolean disagree = pairs.stream().map(LabelledPrediction::label).distinct().count() > 1;
    for (LabelledPrediction pair : pairs) {
      targets.add(pair.label, pair.prediction);
      if (disagree) {
        disagreeing.add(pair.label, pair.prediction);
      }
    }
  }

  /// Counts a line that is no labelled text, or that the scorer failed on.
  void addMissedLine() {
    missedLines++;
  }

  Agreement wholes() {
    return wholes;
  }

  Agreement targets() {
    return targets;
  }

  Agreement disagreeing() {
    return disagreeing;
  }

  long texts() {
    return texts;
  }

  long missedLines() {
    return missedLines;
  }

  /// Labelled targets that their text does not mention.
  long targetsNotFound() {
    return targetsNotFound;
  }

  private record LabelledPrediction(Polarity label, Prediction prediction) {}

  /// Of each labelled target that the text mentions.
  private List<LabelledPrediction> pairs(PredictedText predicted) {
    List<LabelledPrediction> pairs = new ArrayList<>();
    for (int t = 0; t < predicted.targets().size(); t++) {
      Polarity label = predicted.text().targets().get(t).label();
      Optional<Prediction> prediction = predicted.targets().get(t);
      if (label != null && prediction.isPresent()) {
        pairs.add(new LabelledPrediction(label, prediction.get()));
      } else if (label != null) {
        targetsNotFound++;
      }
    }
    return pairs;
  }
}
