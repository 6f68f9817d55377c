package io.readthrough.core.score.reading;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.InOrder;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds the wordings beside names that bear on how a note sees them: "Acme is the winner", "we
/// prefer Acme", "a nuisance for Acme"; and those of the sentences that go on about a name without
/// it: "Acme. Nobody else has the permit." What each weighs is learned.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class OutlookCues {
  private static final CueTable TABLE = CueTable.standard("score/reading/outlook-cues.tsv");

  /// Kinds of wordings that tell good of a name, each with the kind that tells the contrary.
  public static final Map<String, String> CONTRARIES =
      Map.of(
          "gains", "loses",
          "takes", "cedes",
          "placed", "misplaced",
          "paid", "pays",
          "liked", "disliked",
          "rises", "falls");

  /// The name follows the wordings.
  private static final String FOR = "for";

  /// Kinds of wordings that turn or tie what others say, and say nothing that could be denied.
  private static final Set<String> PARTICLES = Set.of("then", "not", "but", "also");

  /// Kinds of wordings on a price, which tell of a company only where its shares have been.
  private static final Set<String> OF_PRICES = Set.of("rises", "falls");

  /// How many tokens may stand between a name and the wordings after it.
  private static final int REACH_AFTER = 12;

  /// How many may stand between wordings and the name after them.
  private static final int REACH_BEFORE = 8;

  /// How many tokens part the names of a list at most: a comma and "and".
  private static final int LIST_GAP = 3;

  /// How many names of a list are looked over for where it begins and ends.
  private static final int MOST_LISTED = 8;

  /// How many tokens before wordings a denial of them may stand: "does not really gain".
  private static final int DENIAL_REACH = 3;

  private static final WordTable DENIALS =
      WordTable.of("not n't no never nor neither nothing hardly without cannot none nobody");

  /// What denies the wordings right before it: "gains nothing".
  private static final WordTable NOTHINGS = WordTable.of("nothing little none no nowhere nobody");

  /// What parts a group from its members.
  private static final WordTable EXAMPLES = WordTable.of("like including namely notably");

  /// Where wordings stand to a name.
  private enum Side {
    AFTER,
    BEFORE,
    /// In a sentence that goes on about it.
    TOPIC,
    /// The same in an entry that is written on it.
    ENTRY
  }

  /// The features that a wording can be of a name, by their numbers.
  private static final FeatureNames FEATURES = new FeatureNames();

  /// The features of each kind of wordings, by their side.
  private static final Map<String, int[]> SAID = new HashMap<>();

  /// The same where they are denied; of a particle those that it has as it stands.
  private static final Map<String, int[]> DENIED = new HashMap<>();

  static {
    for (String kind : TABLE.kinds()) {
      int[] said = FEATURES.addEach(kind, Side.values());
      boolean particle = PARTICLES.contains(kind);
      SAID.put(kind, said);
      DENIED.put(kind, particle ? said : FEATURES.addEach(kind + " denied", Side.values()));
    }
  }

  private final Tokens tokens;
  private final Sentences sentences;
  private final Clauses clauses;
  private final Weights weights;
  private final List<ResolvedMention> stated;
  private final int names;
  private final BitSet groups;
  private final BitSet prices;
  private final int[] ids;
  private final List<Found> found = new ArrayList<>();

  private OutlookCues(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      Weights weights,
      List<ResolvedMention> stated,
      int names,
      BitSet groups,
      BitSet prices) {
    this.prices = prices;
    this.tokens = tokens;
    this.groups = groups;
    this.sentences = sentences;
    this.clauses = clauses;
    this.weights = weights;
    this.stated = stated;
    this.names = names;
    this.ids = TABLE.ids(tokens);
  }

  static CueTable table() {
    return TABLE;
  }

  /// The names of the features, by their numbers: a kind of wordings, whether they are denied, and
  /// their side.
  public static List<String> features() {
    return FEATURES.all();
  }

  /// A wording that bears on a name.
  ///
  /// @param feature which of [#features] it is of the name
  /// @param value its share of what is beside the name's mentions, or in the sentences about it
  public record Found(int name, int feature, double value, Hit hit) {}

  /// Finds all of a note. Linear.
  ///
  /// @param stated where names stand themselves, in order
  /// @param names how many there are
  /// @param groups which of them are groups
  /// @param prices which of them have a price and no business
  static List<Found> find(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      Weights weights,
      List<ResolvedMention> stated,
      int names,
      BitSet groups,
      BitSet prices) {
    OutlookCues cues =
        new OutlookCues(tokens, sentences, clauses, weights, stated, names, groups, prices);
    cues.addBeside();
    cues.addTopics();
    return cues.found;
  }

  /// Whether a sentence is the author's own words.
  private boolean isScored(int sentence) {
    return weights.of(sentence) > 0;
  }

  void addBeside() {
    int[] mentions = new int[names];
    stated.forEach(mention -> mentions[mention.name()]++);
    int last = -1;
    List<Hit> hits = List.of();
    for (int m = 0; m < stated.size(); m++) {
      int s = sentences.containing(stated.get(m).first());
      if (!isScored(s)) {
        continue;
      }
      if (s != last) {
        hits = hits(s);
        last = s;
      }
      int name = stated.get(m).name();
      Span span = span(m, s);
      BitSet seen = new BitSet();
      for (int h = InOrder.firstFrom(hits, Hit::first, span.floor); h < hits.size(); h++) {
        Hit hit = hits.get(h);
        if (hit.first() >= span.ceiling) {
          break;
        }
        boolean leads = hit.cue().value().equals(FOR);
        boolean near = leads ? hit.end() <= span.start : hit.first() >= span.stop;
        if (near && hit.end() <= span.ceiling) {
          add(name, hit, leads ? Side.BEFORE : Side.AFTER, 1.0 / mentions[name], seen);
        }
      }
    }
  }

  /// The wordings of a sentence but those within longer ones of the same side: "most to lose" tells
  /// nothing of "lose".
  private List<Hit> hits(int sentence) {
    List<Hit> all = TABLE.find(tokens, ids, sentences.first(sentence), sentences.end(sentence));
    List<Hit> kept = new ArrayList<>(all.size());
    int[] reached = new int[2];
    for (int from = 0; from < all.size(); ) {
      int[] longest = new int[2];
      int to = from;
      for (; to < all.size() && all.get(to).first() == all.get(from).first(); to++) {
        int side = side(all.get(to));
        longest[side] = Math.max(longest[side], all.get(to).end());
      }
      for (Hit hit : all.subList(from, to)) {
        int side = side(hit);
        boolean within = hit.end() < longest[side] || hit.end() <= reached[side];
        if (!within || PARTICLES.contains(hit.cue().kind())) {
          kept.add(hit);
        }
      }
      for (int side = 0; side < reached.length; side++) {
        reached[side] = Math.max(reached[side], longest[side]);
      }
      from = to;
    }
    return kept;
  }

  private static int side(Hit hit) {
    return hit.cue().value().equals(FOR) ? 1 : 0;
  }

  void addTopics() {
    RunningNames running = new RunningNames(tokens, sentences, stated);
    int[] counts = new int[names];
    for (int s = 0; s < sentences.size(); s++) {
      if (running.of(s) != TargetAssigner.NOBODY && isScored(s)) {
        counts[running.of(s)]++;
      }
    }
    for (int s = 0; s < sentences.size(); s++) {
      int name = running.of(s);
      if (name == TargetAssigner.NOBODY || !isScored(s)) {
        continue;
      }
      Side side = running.isEntry(s) ? Side.ENTRY : Side.TOPIC;
      BitSet seen = new BitSet();
      for (Hit hit : hits(s)) {
        if ((side == Side.ENTRY || !hit.cue().value().equals(FOR))
            && !PARTICLES.contains(hit.cue().kind())) {
          add(name, hit, side, 1.0 / counts[name], seen);
        }
      }
    }
  }

  /// Adds a hit to a name, a feature once at most.
  private void add(int name, Hit hit, Side side, double value, BitSet seen) {
    if (OF_PRICES.contains(hit.cue().kind()) && !prices.get(name)) {
      return;
    }
    int[] features = (isDenied(hit) ? DENIED : SAID).get(hit.cue().kind());
    int feature = Objects.requireNonNull(features, "every kind has some")[side.ordinal()];
    if (!seen.get(feature)) {
      seen.set(feature);
      found.add(new Found(name, feature, value, hit));
    }
  }

  /// "does not gain", "gains nothing".
  private boolean isDenied(Hit hit) {
    int clause = clauses.first(clauses.of(hit.first()));
    for (int i = hit.first() - 1; i >= Math.max(clause, hit.first() - DENIAL_REACH); i--) {
      if (DENIALS.find(tokens, i) >= 0) {
        return true;
      }
    }
    return hit.end() < tokens.size() && NOTHINGS.find(tokens, hit.end()) >= 0;
  }

  /// Where wordings may stand that belong to mention `m`, or to the list that it is in: between the
  /// names beside it, within reach, and on its side of a semicolon.
  private Span span(int m, int s) {
    int from = m;
    while (from > 0 && m - from < MOST_LISTED && joins(from - 1)) {
      from--;
    }
    from -= from > 0 && heads(from - 1, from, s) ? 1 : 0;
    int to = m;
    while (to + 1 < stated.size() && to - m < MOST_LISTED && joins(to)) {
      to++;
    }
    int start = stated.get(from).first();
    int stop = bracketOf(to);
    int floor = Math.max(sentences.first(s), start - REACH_BEFORE);
    if (from > 0) {
      floor = Math.max(floor, stated.get(from - 1).end());
    }
    int ceiling = Math.min(sentences.end(s), stop + REACH_AFTER);
    if (to + 1 < stated.size()) {
      ceiling = Math.min(ceiling, stated.get(to + 1).first());
    }
    int first = start;
    while (first > floor && !tokens.isMark(first - 1, ';')) {
      first--;
    }
    int end = stop;
    while (end < ceiling && !tokens.isMark(end, ';')) {
      end++;
    }
    return new Span(first, start, stop, end);
  }

  /// Where a name ends and its bracket begins, which may tell something too: "Acme (9% of the
  /// fund)".
  private int bracketOf(int m) {
    int end = stated.get(m).end();
    for (int i = stated.get(m).first() + 1; i < end; i++) {
      if (tokens.isMark(i, '(')) {
        return i;
      }
    }
    return end;
  }

  /// Whether mention `m` and the next are neighbours in a list.
  private boolean joins(int m) {
    return stated.get(m).listed() > 1
        && stated.get(m + 1).listed() > 1
        && stated.get(m + 1).first() - stated.get(m).end() <= LIST_GAP;
  }

  /// Whether mention `m` is a group that the list beginning with mention `first` tells the members
  /// of: "good for regional lenders: Acme, Orvel", "vendors such as Acme".
  private boolean heads(int m, int first, int s) {
    int from = stated.get(m).end();
    int to = stated.get(first).first();
    if (!groups.get(stated.get(m).name())
        || stated.get(m).first() < sentences.first(s)
        || to - from > LIST_GAP
        || to == from) {
      return false;
    }
    boolean such = to - from == 2 && tokens.is(from, "such") && tokens.is(from + 1, "as");
    boolean mark = to - from == 1 && (tokens.isMark(from, ':') || tokens.isMark(from, '('));
    return such || mark || (to - from == 1 && EXAMPLES.find(tokens, from) >= 0);
  }

  /// @param floor the first token that counts
  /// @param start where the names start
  /// @param stop where they end
  /// @param ceiling the token after the last that counts
  private record Span(int floor, int start, int stop, int ceiling) {}
}
