package io.readthrough.core.fact;

import io.readthrough.core.choice.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The metrics that a figure may be of, with their points.
final class MetricCandidates implements MetricEvidence {
  private final MetricFeatures features = MetricFeatures.standard();
  private final MetricPoints points;
  private final boolean change;
  private final List<Metric> metrics = new ArrayList<>();
  private double[] sums = new double[16];
  private final @Nullable List<FeatureVector> vectors;

  /// @param change whether the figure is a change without a level
  /// @param kept whether what speaks for each is kept, beside what it is worth
  MetricCandidates(MetricPoints points, boolean change, boolean kept) {
    this.points = points;
    this.change = change;
    this.vectors = kept ? new ArrayList<>() : null;
  }

  @Override
  public void add(Metric metric, MetricSign sign) {
    add(candidate(metric), features.of(sign, change));
  }

  @Override
  public void add(Metric metric, MetricSign sign, double value) {
    int candidate = candidate(metric);
    int feature = features.of(sign, change);
    sums[candidate] += value * points.of(feature);
    if (vectors != null) {
      vectors.get(candidate).add(feature, value);
    }
  }

  @Override
  public void add(MetricHints.Hint hint) {
    add(candidate(hint.metric()), features.of(hint, change));
  }

  @Override
  public void addRead(Metric metric) {
    add(candidate(metric), features.ofRead(metric, change));
  }

  @Override
  public void add(Metric metric, FigureSign sign) {
    add(candidate(metric), features.of(metric.kind(), sign, change));
  }

  private int candidate(Metric metric) {
    int m = 0;
    while (m < metrics.size() && metrics.get(m).number() != metric.number()) {
      m++;
    }
    if (m < metrics.size()) {
      return m;
    }
    metrics.add(metric);
    if (m == sums.length) {
      sums = Arrays.copyOf(sums, 2 * m);
    }
    if (vectors != null) {
      vectors.add(new FeatureVector());
    }
    return m;
  }

  private void add(int candidate, int feature) {
    sums[candidate] += points.of(feature);
    if (vectors != null) {
      vectors.get(candidate).add(feature);
    }
  }

  /// The candidates, in the order in which something first spoke for them.
  List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  /// What speaks for each of them; empty where it is not kept.
  List<FeatureVector> vectors() {
    return vectors == null ? List.of() : vectors;
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
