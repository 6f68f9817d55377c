package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricHints;
import io.readthrough.core.fact.metric.MetricSign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The metrics that a figure may be of, with their points.
public final class MetricCandidates implements MetricEvidence {
  private final MetricFeatures features = MetricFeatures.standard();
  private final Points points;
  private final boolean change;
  private final List<Metric> metrics = new ArrayList<>();
  private final List<Metric> metricsView = Collections.unmodifiableList(metrics);

  private double[] sums = new double[16];
  private final @Nullable List<FeatureVector> vectors;

  /// @param change whether the figure is a change without a level
  /// @param kept whether what speaks for each is kept, beside what it is worth
  public MetricCandidates(Points points, boolean change, boolean kept) {
    this.points = points;
    this.change = change;
    this.vectors = kept ? new ArrayList<>() : null;
  }

  @Override
  public void add(Metric metric, MetricSign sign) {
    add(candidate(metric), features.of(sign, change));
  }

  /// The same for what is so to a degree.
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

  /// How the figure stands, which speaks for or against every candidate.
  public void stand(Set<FigureSign> signs) {
    for (int m = 0; m < metrics.size(); m++) {
      for (FigureSign sign : signs) {
        add(m, features.of(metrics.get(m).kind(), sign, change));
      }
    }
  }

  private int candidate(Metric metric) {
    // There are a dozen of them, and most of what speaks for one follows another word for it.
    for (int m = metrics.size() - 1; m >= 0; m--) {
      if (metrics.get(m).number() == metric.number()) {
        return m;
      }
    }
    metrics.add(metric);
    if (metrics.size() > sums.length) {
      sums = Arrays.copyOf(sums, 2 * sums.length);
    }
    if (vectors != null) {
      vectors.add(new FeatureVector());
    }
    return metrics.size() - 1;
  }

  private void add(int candidate, int feature) {
    sums[candidate] += points.of(feature);
    if (vectors != null) {
      vectors.get(candidate).add(feature);
    }
  }

  /// The candidates, in the order in which something first spoke for them: a view, to which what
  /// speaks for one of them adds nothing.
  public List<Metric> metrics() {
    return metricsView;
  }

  /// What speaks for each of them; empty where it is not kept.
  public List<FeatureVector> vectors() {
    return vectors == null ? List.of() : vectors;
  }

  /// The candidate with most points, of equal ones the first; null when there is none.
  public @Nullable Metric best() {
    int best = -1;
    for (int m = 0; m < metrics.size(); m++) {
      if (best < 0 || sums[m] > sums[best]) {
        best = m;
      }
    }
    return best < 0 ? null : metrics.get(best);
  }
}
