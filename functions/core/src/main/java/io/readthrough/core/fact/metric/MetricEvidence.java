package io.readthrough.core.fact.metric;

/// Takes what speaks for the metrics that a figure may be of.
public interface MetricEvidence {
  void add(Metric metric, MetricSign sign);

  /// That the reading of the figure took the metric from no name.
  void addRead(Metric metric);

  /// A hint at the hint's metric.
  void add(MetricHints.Hint hint);
}
