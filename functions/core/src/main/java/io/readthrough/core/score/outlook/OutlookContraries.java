package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.score.reading.OutlookCues;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which features of an outlook tell the contrary of which. Only learning asks for it.
final class OutlookContraries {
  /// What names of features have in the place of each other that tell the contrary.
  private static final Map<String, String> WORDS = words();

  private final Map<Integer, Integer> contraries = new HashMap<>();
  private final BitSet signed;

  /// @param names of the features, by their numbers
  /// @param signed the features whose values turn
  OutlookContraries(List<String> names, BitSet signed) {
    this.signed = signed;
    for (int i = 0; i < names.size(); i++) {
      for (Map.Entry<String, String> pair : WORDS.entrySet()) {
        int other = names.indexOf(names.get(i).replace(pair.getKey(), pair.getValue()));
        if (names.get(i).contains(pair.getKey()) && other >= 0) {
          contraries.put(i, other);
          contraries.put(other, i);
        }
      }
    }
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    words.put("stance:buy", "stance:sell");
    words.put("under:winners", "under:losers");
    OutlookCues.CONTRARIES.forEach((good, bad) -> words.put("cue:" + good, "cue:" + bad));
    return words;
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
