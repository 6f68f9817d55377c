package io.readthrough.train;

import io.readthrough.core.evaluation.Polarity;
import java.util.List;

/// How far probabilities can be trusted on texts that the weights were not fitted to.
public final class Calibration {
  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 1.6;
  private static final double STEP = 0.02;
  private static final int BINS = 10;

  private Calibration() {}

  /// An example and what a model that has not seen it makes of it.
  record Held(Example example, FittedModel.Sums sums) {}

  /// Predictions whose likeliest label has a probability in one tenth of [0, 1].
  ///
  /// @param confidence their mean probability
  /// @param accuracy how many of them are right
  public record Bin(long count, double confidence, double accuracy) {}

  /// The factor on all log odds that makes the held-out labels most likely (temperature scaling,
  /// Guo et al. 2017).
  static double temperature(List<Held> held) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double t = LOWEST; t <= HIGHEST; t += STEP) {
      double loss = 0;
      for (Held each : held) {
        double seen = each.sums().times(t).probability(each.example().label());
        loss -= StrictMath.log(Math.max(seen, Double.MIN_NORMAL));
      }
      if (loss < least) {
        least = loss;
        best = t;
      }
    }
    return best;
  }

  /// The reliability of the likeliest label, by tenths of its probability.
  static Bin[] reliability(List<Held> held, double temperature) {
    long[] counts = new long[BINS];
    double[] sums = new double[BINS];
    long[] hits = new long[BINS];
    for (Held each : held) {
      FittedModel.Sums sums1 = each.sums().times(temperature);
      Polarity likeliest = sums1.prediction().label();
      double probability = sums1.probability(likeliest);
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      counts[bin]++;
      sums[bin] += probability;
      hits[bin] += likeliest == each.example().label() ? 1 : 0;
    }
    Bin[] bins = new Bin[BINS];
    for (int b = 0; b < BINS; b++) {
      long n = Math.max(1, counts[b]);
      bins[b] = new Bin(counts[b], sums[b] / n, (double) hits[b] / n);
    }
    return bins;
  }

  /// The expected calibration error: the mean distance of probability and accuracy over the bins.
  static double error(Bin[] bins) {
    double error = 0;
    long all = 0;
    for (Bin bin : bins) {
      error += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
      all += bin.count();
    }
    return all == 0 ? 0 : error / all;
  }
}
