package io.readthrough.train;

import io.readthrough.core.model.FeatureFamily;
import java.util.EnumSet;
import java.util.Set;

/// How strongly the weights are held at 0, and how much each example counts. Found by
/// cross-validation over sets, in coarse steps.
///
/// @param without families that are left out
public record Settings(Set<FeatureFamily> without) {
  /// The penalty of what every text has: nearly none.
  static final double ALWAYS_PENALTY = 0.1;

  /// The penalty of what a set's own mixture of labels adds to that.
  static final double SET_PENALTY = 0.7;

  /// The penalty of a set's own lean to one side, which is less its own than its share of neutral.
  static final double SET_DIRECTION_PENALTY = 2.8;

  /// A set of n examples counts as `n^(1 - DAMPING)` of them, so that the largest does not decide
  /// alone.
  static final double DAMPING = 0.3;

  /// The set size at which an example counts 1.
  static final double USUAL_SIZE = 5000;

  /// An example of a whole text counts this much where its names have labels too.
  static final double WHOLE_BESIDE_NAMES = 0.5;

  /// Weights of at most this many steps are left out of the file: half of all, and no label turns.
  static final int LEAST_WEIGHT = 20;

  /// An example whose text's names have different labels.
  static final double CONTESTED = 4;

  /// From fewer answers than this nothing is learned of speech, and they are read as any text.
  static final int LEAST_SPOKEN = 500;

  /// The n answers with one label count as `n^(1 - RARITY)`, to a factor: few managers sound bad,
  /// and they shall not go unheard.
  static final double RARITY = 0.4;

  public Settings {
    without = Set.copyOf(without);
  }

  /// Those that the shipped model was fitted with.
  public static Settings standard() {
    return new Settings(Set.of());
  }

  /// The same without a family.
  public Settings without(FeatureFamily family) {
    Set<FeatureFamily> more = EnumSet.of(family);
    more.addAll(without);
    return new Settings(more);
  }

  /// What the square of a weight of `family` costs.
  double penalty(FeatureFamily family) {
    return switch (family) {
      case RELATION -> 0.5;
      case ORDER, WORD_PAIR, KIND_WORD -> 0.7;
      case RULE, ROLE, ORDER_ENTRY, NEIGHBOUR, SIDE, WORD, SPEECH -> 1;
      case ENTRY -> 1.5;
      case PLACE -> 2;
      case KIND -> 20;
    };
  }

  /// How many examples must have a feature of `family`.
  int least(FeatureFamily family) {
    return switch (family) {
      case KIND, RELATION, RULE, ROLE, PLACE, ORDER, ORDER_ENTRY, ENTRY -> 3;
      case WORD, WORD_PAIR, KIND_WORD, NEIGHBOUR, SIDE -> 2;
      case SPEECH -> 5;
    };
  }
}
