package io.readthrough.core.score.feature;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.target.MentionRole;

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
  private final EntryKeys keys;

  ExpressionFeatures(TextReading reading, EntryKeys keys) {
    this.reading = reading;
    this.keys = keys;
  }

  /// @param signed what each expression says by its relation
  void read(Relation[] relations, double[] signed, FeatureSink sink) {
    double[] gross = gross(relations, signed);
    double given = 0;
    for (Relation relation : Relation.values()) {
      given += relation.isGiven() ? gross[relation.ordinal()] : 0;
    }
    double length = 1 + reading.tokens().size() / USUAL_GAP;
    int first = -1;
    int last = -1;
    int strongest = -1;
    for (int i = 0; i < relations.length; i++) {
      int r = relations[i].ordinal();
      double share = signed[i] / (gross[r] + 1);
      sink.add(RELATIONS[r], share, Math.abs(share), i);
      if (share > 0) {
        sink.add(GOOD[r], share, share, i);
      }
      if (relations[i].isGiven()) {
        double ofGiven = signed[i] / (given + 1);
        sink.add(GIVEN, ofGiven, Math.abs(ofGiven), i);
        double density = signed[i] / length;
        sink.add(DENSITY, density, Math.abs(density), i);
        composed(i, ofGiven, sink);
        first = first < 0 ? i : first;
        last = i;
        strongest =
            strongest < 0 || Math.abs(signed[i]) > Math.abs(signed[strongest]) ? i : strongest;
      }
    }
    if (first >= 0) {
      place(FIRST, first, signed[first] / (given + 1), sink);
      place(LAST, last, signed[last] / (given + 1), sink);
      // Of one expression this is its sign, of many hardly anything.
      place(STRONGEST, strongest, given == 0 ? 0 : signed[strongest] / given, sink);
    }
  }

  private static void place(long key, int i, double share, FeatureSink sink) {
    sink.add(key, share, Math.abs(share), i);
  }

  /// The sums again by the role that the name plays.
  void readRole(MentionRole role, Relation[] relations, double[] signed, FeatureSink sink) {
    double[] gross = gross(relations, signed);
    for (int i = 0; i < relations.length; i++) {
      int r = relations[i].ordinal();
      double share = signed[i] / (gross[r] + 1);
      long key = FeatureKeys.next(FeatureKeys.next(BY_ROLE, r), role.ordinal());
      sink.add(FeatureKeys.of(FeatureFamily.ROLE, key), share, Math.abs(share), i);
    }
  }

  private void composed(int i, double share, FeatureSink sink) {
    Expression e = reading.expressions().get(i);
    double size = Math.abs(share);
    long families = e.traits().contains(Trait.PREDICATE) ? PREDICATE : 0;
    long all = FeatureKeys.START;
    for (Entry entry : e.entries()) {
      families |= 1L << entry.meaning().family().ordinal();
      long key = keys.of(entry);
      all = FeatureKeys.next(all, key);
      sink.add(FeatureKeys.of(FeatureFamily.ENTRY, key), share, size, i);
    }
    if (e.entries().size() > 1) {
      sink.add(FeatureKeys.of(FeatureFamily.ENTRY, all), share, size, i);
    }
    long rule = FeatureKeys.next(BY_RULE, families);
    sink.add(FeatureKeys.of(FeatureFamily.RULE, rule), share, size, i);
    for (Trait trait : e.traits()) {
      sink.add(TRAITS[trait.ordinal()], share, size, i);
    }
    if (e.sentence() == 0) {
      sink.add(OPENING, share, size, i);
    }
    if (e.sentence() == reading.sentences().size() - 1) {
      sink.add(CLOSING, share, size, i);
    }
  }

  private static double[] gross(Relation[] relations, double[] signed) {
    double[] gross = new double[Relation.COUNT];
    for (int i = 0; i < relations.length; i++) {
      gross[relations[i].ordinal()] += Math.abs(signed[i]);
    }
    return gross;
  }
}
