package io.readthrough.core.evaluation;

import java.util.Arrays;
import java.util.List;

/// How often predicted classes are the right ones.
///
/// @param accuracy the share of right predictions
/// @param macroF1 the mean of the classes' F1, over the classes that occur in either list, each of
///   the same weight however rare
/// @param classes one for each [Polarity], in its order
public record ClassificationReport(
    int count, double accuracy, double macroF1, List<ClassReport> classes) {
  public ClassificationReport {
    classes = List.copyOf(classes);
  }

  /// One class. A ratio whose denominator is 0 is 0.
  ///
  /// @param actual how many are of this class
  /// @param predicted how many were said to be
  /// @param right how many are and were said to be
  /// @param f1 the harmonic mean of precision and recall: 2 right / (actual + predicted)
  public record ClassReport(Polarity polarity, int actual, int predicted, int right, double f1) {
    private static ClassReport of(
        Polarity polarity, List<Polarity> actual, List<Polarity> predicted) {
      int actuals = 0;
      int predictions = 0;
      int right = 0;
      for (int i = 0; i < actual.size(); i++) {
        boolean is = actual.get(i) == polarity;
        boolean said = predicted.get(i) == polarity;
        actuals += is ? 1 : 0;
        predictions += said ? 1 : 0;
        right += is && said ? 1 : 0;
      }
      return new ClassReport(
          polarity, actuals, predictions, right, ratio(2 * right, actuals + predictions));
    }

    private boolean occurs() {
      return actual + predicted > 0;
    }
  }

  /// Compares predictions with what is right, in the same order.
  ///
  /// @throws IllegalArgumentException when the lists differ in length
  public static ClassificationReport of(List<Polarity> actual, List<Polarity> predicted) {
    if (actual.size() != predicted.size()) {
      throw new IllegalArgumentException(
          actual.size() + " actual classes do not go with " + predicted.size() + " predicted ones");
    }
    List<ClassReport> classes =
        Arrays.stream(Polarity.values()).map(p -> ClassReport.of(p, actual, predicted)).toList();
    int right = classes.stream().mapToInt(ClassReport::right).sum();
    return new ClassificationReport(
        actual.size(),
        ratio(right, actual.size()),
        classes.stream()
            .filter(ClassReport::occurs)
            .mapToDouble(ClassReport::f1)
            .average()
            .orElse(0),
        classes);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
