package io.readthrough.core.note;

import java.util.List;

/// How a score came about, exactly.
///
/// @param method the formula in words
public record Explanation(String method, double baseline, List<Contribution> contributions) {
  public Explanation {
    contributions = List.copyOf(contributions);
  }

  /// `baseline + sum of deltas`: the score.
  public double sum() {
    double sum = baseline;
    for (Contribution c : contributions) {
      sum += c.delta();
    }
    return sum;
  }
}
