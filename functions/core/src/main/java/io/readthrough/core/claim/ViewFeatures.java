package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the wordings of `view-cues.tsv` say of which way a sentence points: for each family of them
/// how far good outweighs bad, apart from what is denied, and whether some say that it makes no
/// difference.
final class ViewFeatures {
  private static final CueTable TABLE = CueTable.standard("claim/view-cues.tsv");

  private static final String GOOD = "good";
  private static final String EVEN = "even";

  /// How far before a wording the word may stand that denies it.
  private static final int REACH = 4;

  private static final WordTable DENIES =
      WordTable.of(
          "not no never nor neither nothing none without hardly less cannot isn't aren't doesn't"
              + " don't didn't won't wouldn't can't hasn't haven't wasn't weren't");

  private static final WordTable TURNS =
      WordTable.of("but yet though although however while whereas");

  /// How fast more of the same stops to matter.
  private static final double STEEP = 0.7;

  private final Map<String, Integer> families = new HashMap<>();
  private final int[] has;
  private final int[] evens;
  private final int both;
  private final int silent;
  private final int turns;
  private final int turnsBoth;
  private final int[] views;
  private final int[] denied;
  private final int sum;
  private final int[] sums;
  private final int afterTurn;

  ViewFeatures(FeatureNames names) {
    List<String> all = TABLE.kinds();
    all.forEach(kind -> families.put(kind, families.size()));
    has = names.addEach("view", all);
    evens = names.addEach("even", all);
    both = names.add("views:both");
    silent = names.add("views:none");
    turns = names.add("turns");
    turnsBoth = names.add("turns and views:both");
    views = names.addEach("signed:view", all);
    denied = names.addEach("signed:view denied", all);
    sum = names.add("signed:views");
    sums = names.addEach("signed:views and type", Claim.Type.values());
    afterTurn = names.add("signed:views after the turn");
  }

  static CueTable table() {
    return TABLE;
  }

  /// Adds what a sentence says.
  ///
  /// @param ids of all tokens, as the table has them
  /// @param shares how likely the sentence makes a claim of each type
  void add(Tokens tokens, int[] ids, Sentence sentence, double[] shares, FeatureVector vector) {
    int turn = turn(tokens, sentence);
    Said said = new Said(families.size());
    for (Hit hit : longest(TABLE.find(tokens, ids, sentence.first(), sentence.end()))) {
      boolean isDenied = isDenied(tokens, sentence.first(), hit.first());
      said.add(hit, families.getOrDefault(hit.cue().kind(), 0), isDenied, hit.first() > turn);
    }
    for (int family = 0; family < views.length; family++) {
      vector.addIf(said.found.get(family), has[family]);
      vector.addIf(said.even.get(family), evens[family]);
      addSigned(views[family], flat(said.plain[family]), vector);
      addSigned(denied[family], flat(said.denied[family]), vector);
    }
    vector.addIf(said.good && said.bad, both);
    vector.addIf(!said.good && !said.bad, silent);
    addSigned(sum, flat(said.sum), vector);
    for (int type = 0; type < sums.length; type++) {
      addSigned(sums[type], shares[type] * flat(said.sum), vector);
    }
    if (turn >= 0) {
      vector.add(turns);
      vector.addIf(said.good && said.bad, turnsBoth);
      addSigned(afterTurn, Math.signum(said.last), vector);
    }
  }

  /// What the wordings of one sentence say: good counts +1, bad -1.
  private static final class Said {
    private final double[] plain;
    private final double[] denied;
    private final BitSet found = new BitSet();
    private final BitSet even = new BitSet();
    private boolean good;
    private boolean bad;
    private double sum;
    private double last;

    Said(int families) {
      plain = new double[families];
      denied = new double[families];
    }

    void add(Hit hit, int family, boolean isDenied, boolean isLast) {
      String side = hit.cue().value();
      if (side.equals(EVEN)) {
        even.set(family);
        return;
      }
      double sign = side.equals(GOOD) ? 1 : -1;
      found.set(family);
      (isDenied ? denied : plain)[family] += sign;
      sum += isDenied ? -sign : sign;
      last += isLast ? sign : 0;
      good |= sign > 0;
      bad |= sign < 0;
    }
  }

  /// The last word of a sentence that turns it, like "but"; -1 when there is none.
  private static int turn(Tokens tokens, Sentence sentence) {
    for (int i = sentence.end() - 1; i >= sentence.first(); i--) {
      if (TURNS.find(tokens, i) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /// Without wordings inside of others: "not cheap" is not "cheap".
  static List<Hit> longest(List<Hit> hits) {
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(
        Comparator.comparingInt(Hit::first).thenComparing(Hit::end, Comparator.reverseOrder()));
    List<Hit> longest = new ArrayList<>();
    int end = 0;
    for (Hit hit : sorted) {
      if (hit.first() >= end) {
        longest.add(hit);
        end = hit.end();
      }
    }
    return longest;
  }

  private static boolean isDenied(Tokens tokens, int from, int at) {
    for (int i = Math.max(from, at - REACH); i < at; i++) {
      if (DENIES.find(tokens, i) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static double flat(double sum) {
    return StrictMath.tanh(STEEP * sum);
  }

  private static void addSigned(int feature, double value, FeatureVector vector) {
    if (value != 0) {
      vector.add(feature, value);
    }
  }
}
