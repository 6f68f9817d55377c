package io.readthrough.core.fact;

import io.readthrough.core.text.Rows;
import java.util.List;
import java.util.Locale;

/// What each sign is worth to a metric that it speaks for, or against.
final class MetricPoints {
  private final double[] levels = new double[MetricSign.values().length];
  private final double[] changes = new double[levels.length];

  private MetricPoints() {}

  /// The points that the product ships.
  ///
  /// @throws IllegalStateException when a sign has none, or a row names no sign
  static MetricPoints standard() {
    return Standard.POINTS;
  }

  /// @param change whether the figure is a change without a level
  double of(MetricSign sign, boolean change) {
    return change ? changes[sign.ordinal()] : levels[sign.ordinal()];
  }

  private static MetricPoints read() {
    List<String[]> rows = Rows.of(MetricPoints.class, "metric-points.tsv", 3);
    MetricPoints points = new MetricPoints();
    if (rows.size() != points.levels.length) {
      throw new IllegalStateException(
          "metric-points.tsv has " + rows.size() + " rows for " + points.levels.length + " signs");
    }
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      String sign = MetricSign.values()[i].name().toLowerCase(Locale.ROOT);
      if (!row[0].equals(sign)) {
        throw new IllegalStateException(
            "metric-points.tsv has '" + row[0] + "' where '" + sign + "' is due");
      }
      points.levels[i] = Double.parseDouble(row[1]);
      points.changes[i] = Double.parseDouble(row[2]);
    }
    return points;
  }

  /// Read on first use.
  private static final class Standard {
    private static final MetricPoints POINTS = read();
  }
}
