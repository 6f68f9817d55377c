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
    Polarity[] polarities = Polarity.values();
    int[] actuals = new int[polarities.length];
    int[] predictions = new int[polarities.length];
    int[] rights = new int[polarities.length];
    for (int i = 0; i < actual.size(); i++) {
      actuals[actual.get(i).ordinal()]++;
      predictions[predicted.get(i).ordinal()]++;
      if (actual.get(i) == predicted.get(i)) {
        rights[actual.get(i).ordinal()]++;
      }
    }
    List<ClassReport> classes =
        Arrays.stream(polarities)
            .map(
                p ->
                    new ClassReport(
                        p,
                        actuals[p.ordinal()],
                        predictions[p.ordinal()],
                        rights[p.ordinal()],
                        ratio(
                            2 * rights[p.ordinal()],
                            actuals[p.ordinal()] + predictions[p.ordinal()])))
            .toList();
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
