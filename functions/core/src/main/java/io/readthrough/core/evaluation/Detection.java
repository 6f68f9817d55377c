package io.readthrough.core.evaluation;

import java.util.OptionalDouble;

/// How many things were found, missed and invented. A measure is empty where it has no value.
///
/// @param found things that the gold annotation has and the prediction has
/// @param missed things that only the gold annotation has
/// @param invented things that only the prediction has
public record Detection(int found, int missed, int invented) {
  /// Nothing to find and nothing predicted.
  public static final Detection NONE = new Detection(0, 0, 0);

  public Detection {
    if (found < 0 || missed < 0 || invented < 0) {
      throw new IllegalArgumentException(
          "counts are not negative: " + found + ", " + missed + ", " + invented);
    }
  }

  /// The counts of both.
  public Detection plus(Detection other) {
    return new Detection(found + other.found, missed + other.missed, invented + other.invented);
  }

  /// The share of the predicted things that are right. Empty when nothing was predicted.
  public OptionalDouble precision() {
    return ratio(found, found + invented);
  }

  /// The share of the gold annotation's things that were found. Empty when it has none.
  public OptionalDouble recall() {
    return ratio(found, found + missed);
  }

  /// The harmonic mean of precision and recall: 2 found / (2 found + missed + invented). Empty when
  /// there was nothing to find and nothing predicted.
  public OptionalDouble f1() {
    return ratio(2 * found, 2 * found + missed + invented);
  }

  private static OptionalDouble ratio(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
