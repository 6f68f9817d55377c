package io.readthrough.core.statistics;

/// What one note adds to a statistic.
///
/// @param score in [-1, 1]
/// @param weight 0 or more; [Window#weight] gives it
public record Observation(double score, double weight) {
  public Observation {
    if (!(Math.abs(score) <= 1)) {
      throw new IllegalArgumentException("score " + score + " is outside [-1, 1]");
    }
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight " + weight + " is not a finite number from 0");
    }
  }
}
