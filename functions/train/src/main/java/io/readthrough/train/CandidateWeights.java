package io.readthrough.train;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.choice.Points;
import java.util.List;

/// What features are worth to a candidate that has them.
public final class CandidateWeights {
  private final List<String> features;
  private final double[] weights;

  /// @param features the names of the features, by their numbers
  /// @param weights the weight of each
  CandidateWeights(List<String> features, double[] weights) {
    this.features = List.copyOf(features);
    this.weights = weights.clone();
  }

  /// The names of the features, by their numbers.
  public List<String> features() {
    return features;
  }

  /// The weight of the feature with this number.
  public double of(int feature) {
    return weights[feature];
  }

  /// The weights as a chooser takes them.
  public Points points() {
    return Points.of(weights);
  }

  /// The place of the candidate whose features have the most weight, of equal ones the first; -1
  /// where there is none.
  public int best(List<FeatureVector> candidates) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
      double sum = sum(candidates.get(c));
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    return best;
  }

  private double sum(FeatureVector candidate) {
    double sum = 0;
    for (int i = 0; i < candidate.size(); i++) {
      sum += weights[candidate.feature(i)] * candidate.value(i);
    }
    return sum;
  }
}
