package io.readthrough.train;

import io.readthrough.core.evaluation.Agreement;
import io.readthrough.core.evaluation.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Measures what weights are worth on examples that they were not fitted to.
public final class CrossValidation {
  private static final int FOLDS = 5;

  /// What the examples are parted by.
  public enum By {
    /// Each set is predicted by weights fitted to the others.
    SET,
    /// Each fifth of the texts is predicted by weights fitted to the rest, of all sets.
    FOLD,
    /// As by fold, and what the set's own mixture of labels adds is known: what a model of one set
    /// alone knows of it too.
    WITHIN
  }

  /// How well the held-out examples of a set are predicted.
  ///
  /// @param names labels of names
  /// @param contested those of names in texts whose names have different labels
  /// @param wholes labels of texts
  public record OfSet(String set, Agreement names, Agreement contested, Agreement wholes) {}

  /// A held-out example whose likeliest label is wrong.
  ///
  /// @param name what was labelled; empty for the text as a whole
  /// @param probability of the predicted label
  public record Miss(
      String set, String id, String name, Polarity label, Polarity predicted, double probability) {}

  /// What a cross-validation found.
  ///
  /// @param misses the wrong predictions, the surest first
  /// @param temperature the factor on the log odds under which the labels are likeliest
  /// @param error the expected calibration error at that temperature
  public record Result(
      List<OfSet> sets,
      double temperature,
      double error,
      List<Calibration.Bin> reliability,
      List<Miss> misses) {}

  private CrossValidation() {}

  /// Fits and predicts once for each part of `examples`.
  public static Result run(List<Example> examples, Settings settings, By by) {
    List<Calibration.Held> held = new ArrayList<>();
    for (Object part : parts(examples, by)) {
      List<Example> rest = new ArrayList<>();
      List<Example> out = new ArrayList<>();
      for (Example example : examples) {
        (part.equals(part(example, by)) ? out : rest).add(example);
      }
      FittedModel model = FittedModel.fit(rest, settings);
      for (Example example : out) {
        FittedModel.Sums sums = by == By.WITHIN ? model.sumsWithin(example) : model.sums(example);
        held.add(new Calibration.Held(example, sums));
      }
    }
    double temperature = Calibration.temperature(held);
    Calibration.Bin[] bins = Calibration.reliability(held, temperature);
    return new Result(
        bySet(held),
        temperature,
        Calibration.error(bins),
        List.of(bins),
        misses(held, temperature));
  }

  private static Set<Object> parts(List<Example> examples, By by) {
    Set<Object> parts = new LinkedHashSet<>();
    examples.forEach(example -> parts.add(part(example, by)));
    return parts;
  }

  private static Object part(Example example, By by) {
    return switch (by) {
      case SET -> example.set();
      // By the text, so that two names of one text are never on both sides.
      case FOLD, WITHIN -> Math.floorMod((example.id().hashCode() * 0x9E3779B9) >>> 8, FOLDS);
    };
  }

  private static List<Miss> misses(List<Calibration.Held> held, double temperature) {
    List<Miss> misses = new ArrayList<>();
    for (Calibration.Held each : held) {
      Example example = each.example();
      FittedModel.Sums sums = each.sums().times(temperature);
      Polarity predicted = sums.prediction().label();
      if (predicted != example.label()) {
        misses.add(
            new Miss(
                example.set(),
                example.id(),
                example.name(),
                example.label(),
                predicted,
                sums.probability(predicted)));
      }
    }
    misses.sort(Comparator.comparingDouble(Miss::probability).reversed());
    return misses;
  }

  private static List<OfSet> bySet(List<Calibration.Held> held) {
    Set<String> sets = new LinkedHashSet<>();
    held.forEach(each -> sets.add(each.example().set()));
    List<OfSet> results = new ArrayList<>();
    for (String set : sets) {
      OfSet of = new OfSet(set, new Agreement(), new Agreement(), new Agreement());
      for (Calibration.Held each : held) {
        Example example = each.example();
        if (example.set().equals(set)) {
          Agreement agreement = example.isWhole() ? of.wholes() : of.names();
          agreement.add(example.label(), each.sums().prediction());
          if (example.contested()) {
            of.contested().add(example.label(), each.sums().prediction());
          }
        }
      }
      results.add(of);
    }
    return results;
  }
}
