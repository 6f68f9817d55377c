package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.text.Tokens;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The families of wordings of `sign-cues.tsv` that a sentence has: each by itself, and in the few
/// combinations that an author's phrase for a claim consists of.
final class SignFeatures {
  private static final CueTable TABLE = CueTable.standard("claim/sign-cues.tsv");
  private static final List<String> FAMILIES = TABLE.kinds();
  private static final Map<String, Integer> FAMILY_OF = familyOf();

  private static final int CROWD = FAMILIES.indexOf("crowd");
  private static final int DENIES = FAMILIES.indexOf("denies");
  private static final int MISTAKEN = FAMILIES.indexOf("mistaken");
  private static final int WORTH = FAMILIES.indexOf("worth");
  private static final int AWAITED = FAMILIES.indexOf("awaited");

  private final int[] once;
  private final int[] twice;
  private final int mistakenCrowd;
  private final int worthAndFigure;
  private final int conditionAndBad;
  private final int conditionAndGood;
  private final int statedHorizon;
  private final int namedDay;
  private final int awaitedAndDated;

  SignFeatures(FeatureNames names) {
    once = names.addEach("sign", FAMILIES);
    twice = names.addEach("signs", FAMILIES);
    mistakenCrowd = names.add("crowd and denies or mistaken");
    worthAndFigure = names.add("worth and figure");
    conditionAndBad = names.add("condition and bad");
    conditionAndGood = names.add("condition and good");
    statedHorizon = names.add("horizon:stated");
    namedDay = names.add("horizon:day");
    awaitedAndDated = names.add("awaited and dated");
  }

  static CueTable table() {
    return TABLE;
  }

  /// Adds the signs of a sentence.
  ///
  /// @param ids of all tokens, as the table has them
  void add(Tokens tokens, int[] ids, Sentence sentence, boolean hasFigure, FeatureVector vector) {
    BitSet seen = new BitSet();
    BitSet again = new BitSet();
    for (Hit hit : TABLE.find(tokens, ids, sentence.first(), sentence.end())) {
      Integer family = FAMILY_OF.get(hit.cue().kind());
      if (family != null) {
        if (seen.get(family)) {
          again.set(family);
        }
        seen.set(family);
      }
    }
    addEach(seen, once, vector);
    addEach(again, twice, vector);
    boolean mistaken = seen.get(DENIES) || seen.get(MISTAKEN);
    boolean conditional = sentence.modality() == Modality.CONDITIONAL;
    boolean dated = sentence.horizon().stated();
    vector.addIf(seen.get(CROWD) && mistaken, mistakenCrowd);
    vector.addIf(hasFigure && seen.get(WORTH), worthAndFigure);
    vector.addIf(conditional && sentence.polarity() < 0, conditionAndBad);
    vector.addIf(conditional && sentence.polarity() > 0, conditionAndGood);
    vector.addIf(dated, statedHorizon);
    vector.addIf(sentence.namesDay(), namedDay);
    vector.addIf((dated || sentence.namesDay()) && seen.get(AWAITED), awaitedAndDated);
  }

  private static void addEach(BitSet families, int[] features, FeatureVector vector) {
    for (int f = families.nextSetBit(0); f >= 0; f = families.nextSetBit(f + 1)) {
      vector.add(features[f]);
    }
  }

  private static Map<String, Integer> familyOf() {
    Map<String, Integer> families = new HashMap<>();
    FAMILIES.forEach(family -> families.put(family, families.size()));
    return families;
  }
}
