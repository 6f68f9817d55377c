package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import java.util.List;

/// A figure of which something is to be chosen besides its metric.
///
/// @param span where it stands
/// @param fact as it was read
/// @param kind what speaks for each kind that it may be of
/// @param periods the labels of the periods that it may be for, the first of them empty for none
/// @param candidates what speaks for each of these
public record FigureCase(
    TextSpan span,
    Fact fact,
    FeatureVector kind,
    List<String> periods,
    List<FeatureVector> candidates) {
  public FigureCase {
    periods = List.copyOf(periods);
    candidates = List.copyOf(candidates);
  }
}
