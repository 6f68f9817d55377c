package io.readthrough.core.evaluation;

import java.util.OptionalDouble;

/// How far scores are from what was expected. Means and co-moments are updated pair by pair, which
/// stays exact where plain sums of squares cancel (Welford 1962; for co-moments Bennett et al.
/// 2009).
final class ScoreErrors {
  private long count;
  private double meanExpected;
  private double meanScore;
  private double momentExpected;
  private double momentScore;
  private double comoment;
  private double squaredErrors;
  private double squaredExpected;
  private double squaredScores;
  private double products;

  void add(double expected, double score) {
    count++;
    double offExpected = expected - meanExpected;
    double offScore = score - meanScore;
    meanExpected += offExpected / count;
    meanScore += offScore / count;
    momentExpected += offExpected * (expected - meanExpected);
    momentScore += offScore * (score - meanScore);
    comoment += offExpected * (score - meanScore);
    squaredErrors += (score - expected) * (score - expected);
    squaredExpected += expected * expected;
    squaredScores += score * score;
    products += expected * score;
  }

  OptionalDouble pearson() {
    return normalised(comoment, momentExpected, momentScore);
  }

  OptionalDouble meanSquaredError() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(squaredErrors / count);
  }

  OptionalDouble cosine() {
    return normalised(products, squaredExpected, squaredScores);
  }

  private static OptionalDouble normalised(double product, double square, double otherSquare) {
    double norm = Math.sqrt(square) * Math.sqrt(otherSquare);
    return norm == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.clamp(product / norm, -1, 1));
  }
}
