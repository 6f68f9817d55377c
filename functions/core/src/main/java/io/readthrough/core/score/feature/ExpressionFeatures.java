package io.readthrough.core.score.feature;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.target.MentionRole;
import java.util.Arrays;
import java.util.List;

/// Features of the composed expressions: what they say by relation, rule, trait, place and entry.
/// Every sum is `sum of c / (sum of |c| + 1)` over a relation, so it stays in (-1, 1) however much
/// is said, and each expression has its exact part of it. Beside them stands their density.
///
/// For a name the sums run over the text. Of a text as a whole that is no longer than an answer in
/// a call, each sentence is read as if it were the text, and the sums of the sentences are added
/// up: five good sentences come to more than one.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class ExpressionFeatures {
  private static final long[] RELATIONS = new long[Relation.COUNT];
  private static final long[] GOOD = new long[Relation.COUNT];
  private static final long[] TRAITS = new long[Trait.values().length];
  private static final long GIVEN = FeatureKeys.of(FeatureFamily.RELATION, "given");
  private static final long DENSITY = FeatureKeys.of(FeatureFamily.RELATION, "density");
  private static final long FIRST = FeatureKeys.of(FeatureFamily.PLACE, "first expression");
  private static final long LAST = FeatureKeys.of(FeatureFamily.PLACE, "last expression");
  private static final long STRONGEST = FeatureKeys.of(FeatureFamily.PLACE, "strongest expression");
  private static final long OPENING = FeatureKeys.of(FeatureFamily.PLACE, "first sentence");
  private static final long CLOSING = FeatureKeys.of(FeatureFamily.PLACE, "last sentence");
  private static final long BY_RULE = FeatureKeys.hash("rule of");
  private static final long BY_ROLE = FeatureKeys.hash("relation and role");

  /// How many tokens an expression is apart from the next, where much is said.
  private static final double USUAL_GAP = 16;

  /// What n sentences say of a text as a whole counts `n^-AGREEMENT` of its sum: between 0,
  /// sentences that know nothing of each other, and 1, sentences that repeat each other.
  private static final double AGREEMENT = 0.35;

  /// A text in which more sentences say something is a note or an article, and read as one: its
  /// sentences speak for and against one another.
  private static final int MOST_SENTENCES = 16;

  /// The bit of a predicate beside those of the meanings' families.
  private static final long PREDICATE = 1L << 32;

  static {
    for (Relation relation : Relation.values()) {
      RELATIONS[relation.ordinal()] = FeatureKeys.of(FeatureFamily.RELATION, relation.name());
      GOOD[relation.ordinal()] = FeatureKeys.of(FeatureFamily.RELATION, relation.name() + " good");
    }
    for (Trait trait : Trait.values()) {
      TRAITS[trait.ordinal()] = FeatureKeys.of(FeatureFamily.RULE, trait.name());
    }
  }

  private final TextReading reading;
  private final FeatureIndex index;

  // The numbers of the features, looked up once for all names.
  private final int[] relationFeatures;
  private final int[] goodFeatures;
  private final int given;
  private final int density;
  private final int first;
  private final int last;
  private final int strongest;

  /// For each expression the features of what it is composed of.
  private final int[][] composed;

  ExpressionFeatures(TextReading reading, EntryKeys keys, FeatureIndex index) {
    this.reading = reading;
    this.index = index;
    this.relationFeatures = Arrays.stream(RELATIONS).mapToInt(index::find).toArray();
    this.goodFeatures = Arrays.stream(GOOD).mapToInt(index::find).toArray();
    this.given = index.find(GIVEN);
    this.density = index.find(DENSITY);
    this.first = index.find(FIRST);
    this.last = index.find(LAST);
    this.strongest = index.find(STRONGEST);
    List<Expression> expressions = reading.expressions();
    this.composed = new int[expressions.size()][];
    for (int i = 0; i < composed.length; i++) {
      composed[i] = composed(expressions.get(i), keys);
    }
  }

  /// Gives what the text says of a name.
  ///
  /// @param signed what each expression says by its relation
  void read(Relation[] relations, double[] signed, FeatureSink sink) {
    read(relations, signed, 0, relations.length, 1, sink);
  }

  /// Gives what the text says as a whole.
  ///
  /// @param signed what each expression says
  void readWhole(Relation[] relations, double[] signed, FeatureSink sink) {
    int sentences = 0;
    for (int from = 0; from < signed.length; from = endOfSentence(from)) {
      sentences++;
    }
    if (sentences > MOST_SENTENCES) {
      read(relations, signed, sink);
      return;
    }
    double scale = StrictMath.pow(Math.max(1, sentences), -AGREEMENT);
    for (int from = 0; from < signed.length; from = endOfSentence(from)) {
      read(relations, signed, from, endOfSentence(from), scale, sink);
    }
  }

  /// The expression after those of the sentence of expression `first`.
  private int endOfSentence(int first) {
    List<Expression> expressions = reading.expressions();
    int end = first + 1;
    while (end < expressions.size()
        && expressions.get(end).sentence() == expressions.get(first).sentence()) {
      end++;
    }
    return end;
  }

  /// Gives what the expressions from `from` to `to`, exclusive, say among themselves.
  ///
  /// @param scale what it counts
  private void read(
      Relation[] relations, double[] signed, int from, int to, double scale, FeatureSink sink) {
    double[] gross = gross(relations, signed, from, to);
    double allGiven = 0;
    for (Relation relation : Relation.values()) {
      allGiven += relation.isGiven() ? gross[relation.ordinal()] : 0;
    }
    double length = 1 + reading.tokens().size() / USUAL_GAP;
    int opening = -1;
    int closing = -1;
    int top = -1;
    for (int i = from; i < to; i++) {
      int r = relations[i].ordinal();
      double share = scale * signed[i] / (gross[r] + 1);
      add(relationFeatures[r], share, i, sink);
      if (share > 0) {
        add(goodFeatures[r], share, i, sink);
      }
      if (relations[i].isGiven()) {
        double ofGiven = scale * signed[i] / (allGiven + 1);
        add(given, ofGiven, i, sink);
        add(density, signed[i] / length, i, sink);
        for (int feature : composed[i]) {
          add(feature, ofGiven, i, sink);
        }
        opening = opening < 0 ? i : opening;
        closing = i;
        top = top < 0 || Math.abs(signed[i]) > Math.abs(signed[top]) ? i : top;
      }
    }
    if (opening >= 0) {
      add(first, scale * signed[opening] / (allGiven + 1), opening, sink);
      add(last, scale * signed[closing] / (allGiven + 1), closing, sink);
      // Of one expression this is its sign, of many hardly anything.
      add(strongest, allGiven == 0 ? 0 : scale * signed[top] / allGiven, top, sink);
    }
  }

  private static void add(int feature, double share, int i, FeatureSink sink) {
    sink.add(feature, share, Math.abs(share), i);
  }

  /// The sums again by the role that the name plays.
  void readRole(MentionRole role, Relation[] relations, double[] signed, FeatureSink sink) {
    double[] gross = gross(relations, signed, 0, relations.length);
    int[] byRelation = new int[Relation.COUNT];
    for (int r = 0; r < byRelation.length; r++) {
      long key = FeatureKeys.next(FeatureKeys.next(BY_ROLE, r), role.ordinal());
      byRelation[r] = index.find(FeatureKeys.of(FeatureFamily.ROLE, key));
    }
    for (int i = 0; i < relations.length; i++) {
      int r = relations[i].ordinal();
      add(byRelation[r], signed[i] / (gross[r] + 1), i, sink);
    }
  }

  private int[] composed(Expression e, EntryKeys keys) {
    int[] features = new int[e.entries().size() + e.traits().size() + 4];
    int size = 0;
    long families = e.traits().contains(Trait.PREDICATE) ? PREDICATE : 0;
    long all = FeatureKeys.START;
    for (Entry entry : e.entries()) {
      families |= 1L << entry.meaning().family().ordinal();
      long key = keys.of(entry);
      all = FeatureKeys.next(all, key);
      features[size++] = index.find(FeatureKeys.of(FeatureFamily.ENTRY, key));
    }
    if (e.entries().size() > 1) {
      features[size++] = index.find(FeatureKeys.of(FeatureFamily.ENTRY, all));
    }
    long rule = FeatureKeys.next(BY_RULE, families);
    features[size++] = index.find(FeatureKeys.of(FeatureFamily.RULE, rule));
    for (Trait trait : e.traits()) {
      features[size++] = index.find(TRAITS[trait.ordinal()]);
    }
    if (e.sentence() == 0) {
      features[size++] = index.find(OPENING);
    }
    if (e.sentence() == reading.sentences().size() - 1) {
      features[size++] = index.find(CLOSING);
    }
    return Arrays.copyOf(features, size);
  }

  private static double[] gross(Relation[] relations, double[] signed, int from, int to) {
    double[] gross = new double[Relation.COUNT];
    for (int i = from; i < to; i++) {
      gross[relations[i].ordinal()] += Math.abs(signed[i]);
    }
    return gross;
  }
}
