package io.readthrough.core.fact;

import io.readthrough.core.text.Rows;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What each sign is worth to a metric that it speaks for, or against.
final class MetricPoints {
  private final Map<MetricSign, Worth> worths = new EnumMap<>(MetricSign.class);

  private MetricPoints() {}

  private record Worth(double ofLevel, double ofChange) {}

  /// The points that the product ships.
  ///
  /// @throws IllegalArgumentException when a row of them names no sign
  static MetricPoints standard() {
    return Standard.POINTS;
  }

  /// @param change whether the figure is a change without a level
  /// @throws IllegalStateException when the sign has none
  double of(MetricSign sign, boolean change) {
    Worth worth = worths.get(sign);
    if (worth == null) {
      throw new IllegalStateException("metric-points.tsv has no row for " + sign);
    }
    return change ? worth.ofChange() : worth.ofLevel();
  }

  private static MetricPoints read() {
    MetricPoints points = new MetricPoints();
    for (String[] row : Rows.of(MetricPoints.class, "metric-points.tsv", 3)) {
      MetricSign sign = MetricSign.valueOf(row[0].toUpperCase(Locale.ROOT));
      points.worths.put(sign, new Worth(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
    }
    return points;
  }

  /// Read on first use.
  private static final class Standard {
    private static final MetricPoints POINTS = read();
  }
}
