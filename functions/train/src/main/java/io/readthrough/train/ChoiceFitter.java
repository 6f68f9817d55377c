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

  /// Weights are kept to hundredths; smaller ones are none.
  private static final double STEP = 1e-2;

  private ChoiceFitter() {}

  /// Something that was judged.
  ///
  /// @param label the number of its class, or -1 for none of them
  public record Example(FeatureVector features, int label) {}

  /// What a person would say a feature weighs for a class before an example is seen: 0 mostly.
  @FunctionalInterface
  public interface Prior {
    double of(String feature, String choice);
  }

  /// Fits the weights to `examples`.
  ///
  /// @param features the names of the features, by their numbers
  /// @param prior what weights are held at
  /// @param penalty how strongly they are held there
  public static ChoiceWeights fit(
      List<String> classes,
      List<String> features,
      List<Example> examples,
      Prior prior,
      double penalty) {
    double[] priors = new double[features.size() * classes.size()];
    for (int i = 0; i < priors.length; i++) {
      priors[i] = prior.of(features.get(i / classes.size()), classes.get(i % classes.size()));
    }
    double[] penalties = new double[features.size() * classes.size()];
    Arrays.fill(penalties, penalty);
    int always = features.indexOf(ALWAYS) * classes.size();
    Arrays.fill(penalties, always, always + classes.size(), ALWAYS_PENALTY);
    double[] weights =
        Lbfgs.minimise(
            penalties.length,
            (w, gradient) -> loss(examples, classes.size(), priors, penalties, w, gradient));
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.rint(weights[i] / STEP) * STEP;
    }
    return ChoiceWeights.of(classes, features, weights);
  }

  /// The penalised negative log likelihood, and its gradient.
  private static double loss(
      List<Example> examples,
      int classes,
      double[] priors,
      double[] penalties,
      double[] w,
      double[] gradient) {
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
      double off = w[i] - priors[i];
      loss += penalties[i] * off * off / 2;
      gradient[i] += penalties[i] * off;
    }
    return loss;
  }
}
