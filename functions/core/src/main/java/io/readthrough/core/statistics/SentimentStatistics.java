package io.readthrough.core.statistics;

import java.util.List;
import java.util.Optional;

/// What a set of notes says about a name, with weights `w` and scores `s`.
///
/// @param sentiment `sum(w s) / (sum(w) + k)`: pulled towards 0 when the evidence is thin; in (-1,
///   1)
/// @param effectiveN `sum(w)^2 / sum(w^2)`: how many notes of equal weight would be as much
///   evidence (Kish's effective sample size); from 1 to how many notes there are
/// @param dispersion weighted standard deviation of the scores, in [0, 1]
/// @param disagreement `1 - abs(weighted mean of s) / weighted mean of abs(s)`, in [0, 1]: 0 when
///   all point one way, 1 when they cancel out; 0 also when every score is 0
public record SentimentStatistics(
    double sentiment, double effectiveN, double dispersion, double disagreement) {
  /// The weight of the prior that sentiment is shrunk to 0 by, in notes that are new, sure, and
  /// about nothing but the name.
  public static final double SHRINKAGE = 1;

  /// The statistics of `notes`; empty when none of them carries any weight, for then nothing is
  /// known, which is not the same as neutral.
  public static Optional<SentimentStatistics> of(List<Observation> notes) {
    // Weights of old notes can be so small that their squares vanish; only their ratios matter.
    double scale = notes.stream().mapToDouble(Observation::weight).max().orElse(0);
    if (scale < Double.MIN_NORMAL) {
      return Optional.empty();
    }
    double w = 0;
    double ww = 0;
    double ws = 0;
    double wAbs = 0;
    for (Observation note : notes) {
      double weight = note.weight() / scale;
      w += weight;
      ww += weight * weight;
      ws += weight * note.score();
      wAbs += weight * Math.abs(note.score());
    }
    double mean = ws / w;
    double squares = 0;
    for (Observation note : notes) {
      double deviation = note.score() - mean;
      squares += note.weight() / scale * deviation * deviation;
    }
    return Optional.of(
        new SentimentStatistics(
            ws / (w + SHRINKAGE / scale),
            w * w / ww,
            // Rounding alone may leave the bounds.
            Math.min(1, Math.sqrt(squares / w)),
            wAbs == 0 ? 0 : Math.max(0, 1 - Math.abs(ws) / wAbs)));
  }
}
