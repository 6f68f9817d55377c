package io.readthrough.train;

import io.readthrough.core.choice.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Fits what features are worth where one of several candidates is chosen: the weights of a
/// conditional logit (McFadden, 1974) by penalised maximum likelihood. The odds of a candidate are
/// `e` to the sum of the weights of its features, the same weights for all candidates. The problem
/// is convex: the same examples give the same weights, on every machine.
public final class CandidateFitter {
  /// Weights are kept to hundredths; smaller ones are none.
  private static final double STEP = 1e-2;

  private CandidateFitter() {}

  /// A choice that was judged.
  ///
  /// @param label the place of the right candidate
  public record Example(List<FeatureVector> candidates, int label) {
    public Example {
      candidates = List.copyOf(candidates);
      if (label < 0 || label >= candidates.size()) {
        throw new IllegalArgumentException(
            "there is no candidate " + label + " among " + candidates.size());
      }
    }
  }

  /// Fits the weights to `examples`.
  ///
  /// @param features the names of the features, by their numbers
  /// @param prior where the weight of a feature is held
  /// @param penalty of half the square of how far each weight is from there
  public static CandidateWeights fit(
      List<String> features,
      List<Example> examples,
      ToDoubleFunction<String> prior,
      double penalty) {
    List<Packed> packed = new ArrayList<>();
    examples.forEach(example -> packed.add(Packed.of(example)));
    double[] held = features.stream().mapToDouble(prior).toArray();
    double[] weights =
        Lbfgs.minimise(features.size(), (w, gradient) -> loss(packed, held, penalty, w, gradient));
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.rint(weights[i] / STEP) * STEP;
    }
    return new CandidateWeights(features, weights);
  }

  /// The features of all candidates in a row.
  private static final class Packed {
    private final int[] features;
    private final double[] values;

    /// Where those of each candidate end.
    private final int[] ends;

    private final int label;

    private Packed(int[] features, double[] values, int[] ends, int label) {
      this.features = features;
      this.values = values;
      this.ends = ends;
      this.label = label;
    }

    private static Packed of(Example example) {
      List<FeatureVector> candidates = example.candidates();
      int size = candidates.stream().mapToInt(FeatureVector::size).sum();
      int[] features = new int[size];
      double[] values = new double[size];
      int[] ends = new int[candidates.size()];
      int at = 0;
      for (int c = 0; c < ends.length; c++) {
        FeatureVector vector = candidates.get(c);
        for (int i = 0; i < vector.size(); i++) {
          features[at] = vector.feature(i);
          values[at++] = vector.value(i);
        }
        ends[c] = at;
      }
      return new Packed(features, values, ends, example.label());
    }
  }

  /// The penalised negative log likelihood, and its gradient.
  private static double loss(
      List<Packed> examples, double[] held, double penalty, double[] w, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (Packed example : examples) {
      loss += loss(example, w, gradient);
    }
    for (int i = 0; i < w.length; i++) {
      double off = w[i] - held[i];
      loss += penalty * off * off / 2;
      gradient[i] += penalty * off;
    }
    return loss;
  }

  private static double loss(Packed example, double[] w, double[] gradient) {
    int[] ends = example.ends;
    double[] odds = new double[ends.length];
    double largest = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int c = 0; c < ends.length; c++) {
      for (; at < ends[c]; at++) {
        odds[c] += w[example.features[at]] * example.values[at];
      }
      largest = Math.max(largest, odds[c]);
    }
    double seen = odds[example.label];
    double all = 0;
    for (int c = 0; c < odds.length; c++) {
      odds[c] = StrictMath.exp(odds[c] - largest);
      all += odds[c];
    }
    at = 0;
    for (int c = 0; c < ends.length; c++) {
      double off = odds[c] / all - (c == example.label ? 1 : 0);
      for (; at < ends[c]; at++) {
        gradient[example.features[at]] += off * example.values[at];
      }
    }
    return StrictMath.log(all) + largest - seen;
  }
}
