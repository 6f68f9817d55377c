package io.readthrough.core.fact;

/// Takes what speaks for the metrics that a figure may be of.
@FunctionalInterface
interface MetricEvidence {
  void add(Metric metric, MetricSign sign);
}
