package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.Points;
import java.util.List;

/// What each feature of [MetricFeatures] is worth to a metric that it speaks for, or against.
public final class MetricPoints {
  private MetricPoints() {}

  /// The names of the features that can have points, in the order of their numbers in a
  /// [MetricCase]: "level:left_0", "change:read:revenue".
  public static List<String> features() {
    return MetricFeatures.standard().names();
  }

  /// The points that the product ships.
  public static Points standard() {
    return Standard.POINTS;
  }

  /// Read on first use.
  private static final class Standard {
    private static final Points POINTS =
        Points.read(MetricPoints.class, "metric-points.tsv", features());
  }
}
