package io.readthrough.core.fact;

import io.readthrough.core.text.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each feature of [MetricFeatures] is worth to a metric that it speaks for, or against.
public final class MetricPoints {
  private static final String TABLE = "metric-points.tsv";

  private final double[] worth;

  private MetricPoints(double[] worth) {
    this.worth = worth;
  }

  /// The names of the features that can have points, in the order of their numbers in a
  /// [MetricCase]: "level:left_0", "change:read:revenue".
  public static List<String> features() {
    return MetricFeatures.standard().names();
  }

  /// The points that the product ships.
  ///
  /// @throws IllegalStateException when a row of them names no feature
  static MetricPoints standard() {
    return Standard.POINTS;
  }

  double of(int feature) {
    return worth[feature];
  }

  private static MetricPoints read() {
    List<String> names = features();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    double[] worth = new double[names.size()];
    for (String[] row : Rows.of(MetricPoints.class, TABLE, 2)) {
      Integer number = numbers.get(row[0]);
      if (number == null) {
        throw new IllegalStateException(
            TABLE + " has '" + row[0] + "', which is no feature: remove the row, or fit anew");
      }
      worth[number] = Double.parseDouble(row[1]);
    }
    return new MetricPoints(worth);
  }

  /// Read on first use.
  private static final class Standard {
    private static final MetricPoints POINTS = read();
  }
}
