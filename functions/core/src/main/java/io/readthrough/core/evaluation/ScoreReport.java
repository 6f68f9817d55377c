package io.readthrough.core.evaluation;

import java.util.OptionalDouble;

/// How near predicted scores come to the right ones.
///
/// @param meanSquaredError the mean of the squared differences; empty for no scores
/// @param pearson the correlation; empty when either list does not vary
/// @param cosine of the angle between the two lists as vectors; empty when either is all zeros
public record ScoreReport(
    int count, OptionalDouble meanSquaredError, OptionalDouble pearson, OptionalDouble cosine) {
  /// Compares predictions with what is right, in the same order.
  ///
  /// @throws IllegalArgumentException when the arrays differ in length
  public static ScoreReport of(double[] actual, double[] predicted) {
    if (actual.length != predicted.length) {
      throw new IllegalArgumentException(
          actual.length + " actual scores do not go with " + predicted.length + " predicted ones");
    }
    int n = actual.length;
    double squaredError = 0;
    for (int i = 0; i < n; i++) {
      squaredError += (actual[i] - predicted[i]) * (actual[i] - predicted[i]);
    }
    return new ScoreReport(
        n,
        n == 0 ? OptionalDouble.empty() : OptionalDouble.of(squaredError / n),
        cosine(actual, mean(actual), predicted, mean(predicted)),
        cosine(actual, 0, predicted, 0));
  }

  /// The cosine of two lists after a constant is taken off each; off by their means, it is their
  /// correlation.
  private static OptionalDouble cosine(double[] a, double aShift, double[] b, double bShift) {
    double product = 0;
    double aSquare = 0;
    double bSquare = 0;
    for (int i = 0; i < a.length; i++) {
      double x = a[i] - aShift;
      double y = b[i] - bShift;
      product += x * y;
      aSquare += x * x;
      bSquare += y * y;
    }
    return aSquare == 0 || bSquare == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(product / (Math.sqrt(aSquare) * Math.sqrt(bSquare)));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
