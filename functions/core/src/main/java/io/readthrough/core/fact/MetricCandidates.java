package io.readthrough.core.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The metrics that a figure may be of, with their points.
final class MetricCandidates implements MetricEvidence {
  private final MetricPoints points;
  private final boolean change;
  private final List<Metric> metrics = new ArrayList<>();
  private double[] sums = new double[16];

  /// @param change whether the figure is a change without a level
  MetricCandidates(MetricPoints points, boolean change) {
    this.points = points;
    this.change = change;
  }

  @Override
  public void add(Metric metric, MetricSign sign) {
    int m = metrics.indexOf(metric);
    if (m < 0) {
      m = metrics.size();
      metrics.add(metric);
      if (m == sums.length) {
        sums = Arrays.copyOf(sums, 2 * m);
      }
    }
    sums[m] += points.of(sign, change);
  }

  /// The candidates, in the order in which something first spoke for them.
  List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  /// The candidate with most points, of equal ones the first; null when there is none.
  @Nullable Metric best() {
    int best = -1;
    for (int m = 0; m < metrics.size(); m++) {
      if (best < 0 || sums[m] > sums[best]) {
        best = m;
      }
    }
    return best < 0 ? null : metrics.get(best);
  }
}
