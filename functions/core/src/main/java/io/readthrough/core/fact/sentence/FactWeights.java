package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.choice.MetricPoints;
import io.readthrough.core.fact.choice.PeriodPoints;

/// What was learned of figures: by what their metric, their kind and their period are chosen.
///
/// @param metrics of the features of [MetricPoints]
/// @param kinds of the features of [KindChoice]
/// @param periods of the features of [PeriodPoints]
public record FactWeights(Points metrics, ChoiceWeights.Numbered kinds, Points periods) {
  /// What the product ships.
  public static FactWeights standard() {
    return Standard.WEIGHTS;
  }

  /// Read on first use.
  private static final class Standard {
    private static final FactWeights WEIGHTS =
        new FactWeights(
            MetricPoints.standard(),
            ChoiceWeights.read(KindChoice.class, "kind-weights.tsv", KindChoice.KINDS)
                .numbered(KindChoice.features()),
            PeriodPoints.standard());
  }
}
