package io.readthrough.core.score;

import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import java.util.ArrayList;
import java.util.List;

/// Adds up signed weights of evidence into a score: `score = sum of c / (sum of |c| + PRIOR)`, so
/// each piece adds `c / (sum of |c| + PRIOR)` to it, exactly. The score is the net share of the
/// evidence, drawn to 0 when there is little of it.
final class Tally {
  /// The weight of having no view: as much as two plain statements.
  private static final double PRIOR = 1;

  /// How sharply a probability turns where its label begins.
  private static final double STEEPNESS = 9;

  /// Where, in score, "neutral" ends.
  private static final double NEUTRAL_UNTIL = 0.15;

  static final String METHOD =
      "score = sum of c / (sum of |c| + 1), where c is the signed weight of a piece of evidence";

  private final List<String> ids = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private double net;
  private double gross;

  /// Adds a piece of evidence; its id may be empty where nobody asks for the explanation.
  void add(String evidenceId, double weight) {
    if (weight != 0) {
      ids.add(evidenceId);
      weights.add(weight);
      net += weight;
      gross += Math.abs(weight);
    }
  }

  /// The sum of the absolute weights.
  double gross() {
    return gross;
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  Sentiment sentiment() {
    double score = Math.clamp(net / (gross + PRIOR), -1, 1);
    double positive = logistic(score - NEUTRAL_UNTIL);
    double negative = logistic(-score - NEUTRAL_UNTIL);
    // Ordered logits: what is neither above the one threshold nor below the other.
    double neutral = Math.max(0, 1 - positive - negative);
    double low = score;
    double high = score;
    for (double weight : weights) {
      double without = (net - weight) / (gross - Math.abs(weight) + PRIOR);
      low = Math.min(low, without);
      high = Math.max(high, without);
    }
    double against = gross == 0 ? 0 : (gross - Math.abs(net)) / 2 / gross;
    return new Sentiment(
        score,
        positive,
        neutral,
        negative,
        Math.clamp(against, 0, 1),
        gross / (gross + PRIOR),
        Math.clamp(low, -1, 1),
        Math.clamp(high, -1, 1));
  }

  Explanation explanation() {
    List<Contribution> contributions = new ArrayList<>(weights.size());
    for (int i = 0; i < weights.size(); i++) {
      contributions.add(new Contribution(ids.get(i), weights.get(i) / (gross + PRIOR)));
    }
    return new Explanation(METHOD, 0, contributions);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-STEEPNESS * x));
  }
}
