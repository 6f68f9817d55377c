package io.readthrough.train;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import java.util.Arrays;
import java.util.List;

/// Fits the weights of a multinomial logistic choice by penalised maximum likelihood, which is
/// convex: the same examples give the same weights, on every machine.
public final class ChoiceFitter {
  /// The penalty of what every example has: nearly none.
  private static final double ALWAYS_PENALTY = 0.01;

  private static final String ALWAYS = "bias";

  /// Weights are kept to thousandths; smaller ones are none.
  private static final double STEP = 1e-3;

  private ChoiceFitter() {}

  /// Something that was judged.
  ///
  /// @param label the number of its class, or -1 for none of them
  public record Example(FeatureVector features, int label) {}

  /// Fits the weights to `examples`.
  ///
  /// @param features the names of the features, by their numbers
  /// @param penalty how strongly weights are held at 0
  public static ChoiceWeights fit(
      List<String> classes, List<String> features, List<Example> examples, double penalty) {
    double[] penalties = new double[features.size() * classes.size()];
    Arrays.fill(penalties, penalty);
    int always = features.indexOf(ALWAYS) * classes.size();
    Arrays.fill(penalties, always, always + classes.size(), ALWAYS_PENALTY);
    double[] weights =
        Lbfgs.minimise(
            penalties.length,
            (w, gradient) -> loss(examples, classes.size(), penalties, w, gradient));
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.rint(weights[i] / STEP) * STEP;
    }
    return ChoiceWeights.of(classes, features, weights);
  }

  /// The penalised negative log likelihood, and its gradient.
  private static double loss(
      List<Example> examples, int classes, double[] penalties, double[] w, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    double[] odds = new double[classes];
    for (Example example : examples) {
      FeatureVector features = example.features();
      Arrays.fill(odds, 0);
      double largest = 0;
      for (int c = 0; c < classes; c++) {
        for (int i = 0; i < features.size(); i++) {
          odds[c] += w[features.feature(i) * classes + c] * features.value(i);
        }
        largest = Math.max(largest, odds[c]);
      }
      double all = StrictMath.exp(-largest);
      for (double each : odds) {
        all += StrictMath.exp(each - largest);
      }
      double seen = example.label() < 0 ? 0 : odds[example.label()];
      loss -= seen - largest - StrictMath.log(all);
      for (int c = 0; c < classes; c++) {
        double off = StrictMath.exp(odds[c] - largest) / all - (c == example.label() ? 1 : 0);
        for (int i = 0; i < features.size(); i++) {
          gradient[features.feature(i) * classes + c] += off * features.value(i);
        }
      }
    }
    for (int i = 0; i < w.length; i++) {
      loss += penalties[i] * w[i] * w[i] / 2;
      gradient[i] += penalties[i] * w[i];
    }
    return loss;
  }
}
