package io.readthrough.core.score;

import io.readthrough.core.note.Sentiment;

/// Maps a sum of polarities to a score and to probabilities.
final class Calibration {
  private static final double STEEPNESS = 8;
  private static final double NEUTRAL_BAND = 0.15;

  private Calibration() {}

  /// tanh: near zero the sum itself, and never beyond 1.
  static double score(double sum) {
    return Math.tanh(sum);
  }

  static Sentiment sentiment(double sum) {
    double score = score(sum);
    double positive = logistic(STEEPNESS * (score - NEUTRAL_BAND));
    double negative = logistic(STEEPNESS * (-score - NEUTRAL_BAND));
    double neutral = Math.max(0, 1 - positive - negative);
    double total = positive + neutral + negative;
    return new Sentiment(
        score,
        positive / total,
        neutral / total,
        negative / total,
        0,
        Math.abs(score),
        score,
        score);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
