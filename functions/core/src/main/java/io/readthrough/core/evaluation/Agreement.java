package io.readthrough.core.evaluation;

import java.util.OptionalDouble;

/// Gathers pairs of a label and a prediction, and tells how well they agree: by class and by score.
/// Keeps sums only, so that any number of pairs takes the same memory. A measure is empty where it
/// has no value.
public final class Agreement {
  private final ConfusionMatrix confusion = new ConfusionMatrix();
  private final ScoreErrors scores = new ScoreErrors();

  /// Counts a pair. As a score a label is 1 when positive, 0 when neutral and -1 when negative.
  public void add(Polarity label, Prediction prediction) {
    confusion.add(label, prediction.label());
    scores.add(
        switch (label) {
          case POSITIVE -> 1;
          case NEUTRAL -> 0;
          case NEGATIVE -> -1;
        },
        prediction.score());
  }

  /// How many pairs there are.
  public long count() {
    return confusion.count();
  }

  /// How many pairs there are of `label` and `predicted`.
  public long count(Polarity label, Polarity predicted) {
    return confusion.count(label, predicted);
  }

  /// The share of the pairs whose label was predicted. Empty when there is no pair.
  public OptionalDouble accuracy() {
    return confusion.accuracy();
  }

  /// The harmonic mean of precision and recall of a class. Empty when no pair has the class, as
  /// label or as prediction.
  public OptionalDouble f1(Polarity polarity) {
    return confusion.f1(polarity);
  }

  /// The mean of [#f1] over the classes that have one. Empty when there is no pair.
  public OptionalDouble macroF1() {
    return confusion.macroF1();
  }

  /// Pearson's correlation of labels and scores, in [-1, 1]. Empty when the labels or the scores
  /// are all the same.
  public OptionalDouble pearson() {
    return scores.pearson();
  }

  /// The mean of the squared differences of labels and scores. Empty when there is no pair.
  public OptionalDouble meanSquaredError() {
    return scores.meanSquaredError();
  }

  /// The cosine of the angle between the labels and the scores as vectors, in [-1, 1]. Empty when
  /// the labels or the scores are all 0.
  public OptionalDouble cosine() {
    return scores.cosine();
  }
}
