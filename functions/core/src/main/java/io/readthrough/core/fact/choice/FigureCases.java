package io.readthrough.core.fact.choice;

import java.util.ArrayList;
import java.util.List;

/// The choices that are made while the facts of a text are found, in its order.
///
/// @param metrics of metrics
/// @param figures of kinds and periods
public record FigureCases(List<MetricCase> metrics, List<FigureCase> figures) {
  /// None yet.
  public FigureCases() {
    this(new ArrayList<>(), new ArrayList<>());
  }
}
