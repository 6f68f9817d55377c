package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import java.util.List;

/// A figure whose metric is to be chosen, with what speaks for each metric that it may be of.
///
/// @param span where it stands
/// @param fact as it was read, with the metric that was chosen
/// @param metrics the ids of those it may be of
/// @param features of each of them, in the same order
public record MetricCase(
    TextSpan span, Fact fact, List<String> metrics, List<FeatureVector> features) {
  public MetricCase {
    metrics = List.copyOf(metrics);
    features = List.copyOf(features);
  }
}
