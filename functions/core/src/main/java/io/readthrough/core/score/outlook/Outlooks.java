package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.SentimentModel;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// How a note as a whole sees its names: positive, negative or neither, by weights that were
/// learned from annotated notes.
public final class Outlooks {
  /// The classes that have weights; what is neither is neutral.
  private static final List<String> CLASSES = List.of("positive", "negative");

  private static final int POSITIVE = 0;
  private static final int NEGATIVE = 1;

  /// How much surer a score is than the odds that were learned, so that the likeliest class leads
  /// clearly; and by how much neutral leads. Both were chosen by cross-validation, for the score's
  /// bands.
  private static final double SURENESS = 2;

  private static final double RESERVE = 1.5;

  /// A text of fewer sentences is no note: it is read as the labelled texts are.
  public static final int LEAST_SENTENCES = 6;

  /// Read when it is asked for, so that weights can be learned anew for other features.
  private static final class Standard {
    static final Outlooks OUTLOOKS =
        new Outlooks(ChoiceWeights.read(Outlooks.class, "outlook-weights.tsv", CLASSES));
  }

  /// What speaks for a note is told by the features of its names, not by single words.
  private static final SentimentModel NO_WORDS =
      new SentimentModel(new long[0], new short[0], new short[0], "");

  private final double[] positive;
  private final double[] negative;

  /// @param weights of [#classes]
  public Outlooks(ChoiceWeights weights) {
    List<String> names = OutlookFeatures.names();
    for (String feature : weights.features()) {
      if (!names.contains(feature)) {
        throw new IllegalStateException("no note has the feature '" + feature + "'");
      }
    }
    positive = new double[names.size()];
    negative = new double[names.size()];
    for (int i = 0; i < positive.length; i++) {
      double[] row = weights.of(names.get(i));
      positive[i] = row[POSITIVE];
      negative[i] = row[NEGATIVE];
    }
  }

  /// The classes that have weights, in the order of their columns.
  public static List<String> classes() {
    return CLASSES;
  }

  /// The weights that ship.
  public static Outlooks standard() {
    return Standard.OUTLOOKS;
  }

  /// The score of a name whose features are given.
  public double score(FeatureVector features) {
    return odds(features, i -> FeatureSink.NOWHERE, 0).score();
  }

  /// The odds of a name, and what each place adds to them.
  ///
  /// @param places how many there are, expressions and others
  public LogOdds odds(OutlookVector vector, int places) {
    return odds(vector.features(), vector::place, places);
  }

  private LogOdds odds(FeatureVector features, IntUnaryOperator place, int places) {
    LogOdds odds = new LogOdds(NO_WORDS, places, 0);
    odds.tell(0, -RESERVE, FeatureSink.NOWHERE);
    for (int i = 0; i < features.size(); i++) {
      int feature = features.feature(i);
      double good = positive[feature] * features.value(i);
      double bad = negative[feature] * features.value(i);
      odds.tell(SURENESS * (good - bad), SURENESS * (good + bad) / 2, place.applyAsInt(i));
    }
    return odds;
  }
}
