package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.FeatureVector;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which features of an outlook tell the contrary of which.
final class OutlookContraries {
  /// What names of features have in the place of each other that tell the contrary.
  private static final String[][] WORDS = {
    {"stance:buy", "stance:sell"},
    {"under:winners", "under:losers"},
    {"cue:gains", "cue:loses"},
    {"cue:takes", "cue:cedes"},
    {"cue:placed", "cue:misplaced"},
    {"cue:paid", "cue:pays"},
    {"cue:liked", "cue:disliked"},
    {"cue:rises", "cue:falls"}
  };

  private final Map<Integer, Integer> contraries = new HashMap<>();
  private final BitSet signed;

  /// @param names of the features, by their numbers
  /// @param signed the features whose values turn
  OutlookContraries(List<String> names, BitSet signed) {
    this.signed = signed;
    for (int i = 0; i < names.size(); i++) {
      for (String[] pair : WORDS) {
        int other = names.indexOf(names.get(i).replace(pair[0], pair[1]));
        if (names.get(i).contains(pair[0]) && other >= 0) {
          contraries.put(i, other);
          contraries.put(other, i);
        }
      }
    }
  }

  /// What would tell the contrary.
  FeatureVector of(FeatureVector features) {
    FeatureVector contrary = new FeatureVector();
    for (int i = 0; i < features.size(); i++) {
      int feature = features.feature(i);
      double sign = signed.get(feature) ? -1 : 1;
      contrary.add(contraries.getOrDefault(feature, feature), sign * features.value(i));
    }
    return contrary;
  }
}
