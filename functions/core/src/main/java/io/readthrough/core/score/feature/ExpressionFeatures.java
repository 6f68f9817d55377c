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
/// Every sum is `sum of c / (sum of |c| + 1)` over a relation, so it stays in (-1, 1) however long
/// the text, and each expression has its exact part of it. Beside them stands their density, which
/// tells ten good words in a long answer from one.
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

  /// @param signed what each expression says by its relation
  void read(Relation[] relations, double[] signed, FeatureSink sink) {
    double[] gross = gross(relations, signed);
    double allGiven = 0;
    for (Relation relation : Relation.values()) {
      allGiven += relation.isGiven() ? gross[relation.ordinal()] : 0;
    }
    double length = 1 + reading.tokens().size() / USUAL_GAP;
    int opening = -1;
    int closing = -1;
    int top = -1;
    for (int i = 0; i < relations.length; i++) {
      int r = relations[i].ordinal();
      double share = signed[i] / (gross[r] + 1);
      add(relationFeatures[r], share, i, sink);
      if (share > 0) {
        add(goodFeatures[r], share, i, sink);
      }
      if (relations[i].isGiven()) {
        double ofGiven = signed[i] / (allGiven + 1);
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
      add(first, signed[opening] / (allGiven + 1), opening, sink);
      add(last, signed[closing] / (allGiven + 1), closing, sink);
      // Of one expression this is its sign, of many hardly anything.
      add(strongest, allGiven == 0 ? 0 : signed[top] / allGiven, top, sink);
    }
  }

  private static void add(int feature, double share, int i, FeatureSink sink) {
    sink.add(feature, share, Math.abs(share), i);
  }

  /// The sums again by the role that the name plays.
  void readRole(MentionRole role, Relation[] relations, double[] signed, FeatureSink sink) {
    double[] gross = gross(relations, signed);
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

  private static double[] gross(Relation[] relations, double[] signed) {
    double[] gross = new double[Relation.COUNT];
    for (int i = 0; i < relations.length; i++) {
      gross[relations[i].ordinal()] += Math.abs(signed[i]);
    }
    return gross;
  }
}
