package io.readthrough.core.score.feature;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.target.MentionRole;
import io.readthrough.core.score.target.ResolvedMention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Features of how the expressions of a sentence stand to the name and to other names in it: "X
/// buys Y", "X, Y rise; Z falls". They let what is learned correct the rules that give expressions
/// to names.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class OrderFeatures {
  private static final long BY_ORDER = FeatureKeys.hash("order");
  private static final long BY_ENTRY = FeatureKeys.hash("order and entry");
  private static final long WITH_ROLE = 1L << 8;
  private static final long WITH_RELATION = 1L << 9;
  private static final long WITH_DISTANCE = 1L << 10;
  private static final long WITH_WORD = 1L << 11;

  /// How many mentions to either side of an expression are looked at, so that a sentence that is a
  /// long list costs no more than its length.
  private static final int REACH = 8;

  private final TextReading reading;
  private final EntryKeys keys;
  private final FeatureIndex index;
  private final WordFeatures words;

  /// For each expression the mentions of its sentence within reach: the first, and that after the
  /// last.
  private final int[] firsts;

  private final int[] ends;

  OrderFeatures(
      TextReading reading,
      EntryKeys keys,
      FeatureIndex index,
      int[] sentenceOfMention,
      WordFeatures words) {
    this.reading = reading;
    this.keys = keys;
    this.index = index;
    this.words = words;
    List<Expression> all = reading.expressions();
    List<ResolvedMention> mentions = reading.targets().mentions();
    firsts = new int[all.size()];
    ends = new int[all.size()];
    int next = 0;
    for (int i = 0; i < firsts.length; i++) {
      Expression e = all.get(i);
      // Expressions come in the order of their heads.
      while (next < mentions.size() && mentions.get(next).first() < e.head()) {
        next++;
      }
      firsts[i] = next;
      while (firsts[i] > Math.max(0, next - REACH)
          && sentenceOfMention[firsts[i] - 1] == e.sentence()) {
        firsts[i]--;
      }
      ends[i] = next;
      while (ends[i] < Math.min(mentions.size(), next + REACH)
          && sentenceOfMention[ends[i]] == e.sentence()) {
        ends[i]++;
      }
    }
  }

  /// The features of every expression whose sentence states the name. An expression's share is of
  /// all of them, so that a long note weighs no more than a headline.
  void read(int name, Relation[] relations, double[] signed, FeatureSink sink) {
    @Nullable ResolvedMention[] nearest = new ResolvedMention[relations.length];
    double gross = 0;
    for (int i = 0; i < relations.length; i++) {
      nearest[i] = nearest(name, i);
      gross += nearest[i] == null ? 0 : Math.abs(signed[i]);
    }
    for (int i = 0; i < relations.length; i++) {
      ResolvedMention mention = nearest[i];
      if (mention != null) {
        read(name, mention, i, relations[i], signed[i] / (gross + 1), sink);
      }
    }
  }

  private void read(
      int name, ResolvedMention nearest, int i, Relation relation, double share, FeatureSink sink) {
    Expression e = reading.expressions().get(i);
    List<ResolvedMention> mentions = reading.targets().mentions();
    boolean before = nearest.end() <= e.head();
    int side = before ? 0 : nearest.first() >= e.end() ? 1 : 2;
    boolean between = false;
    boolean beyond = false;
    boolean linked = false;
    for (int m = firsts[i]; m < ends[i]; m++) {
      ResolvedMention other = mentions.get(m);
      if (other.name() == name || !other.stated()) {
        continue;
      }
      boolean otherBefore = other.end() <= e.head();
      if (before == otherBefore) {
        between |= before ? other.first() >= nearest.end() : other.end() <= nearest.first();
      } else {
        beyond = true;
        boolean inClause = reading.clauses().of(other.first()) == e.clause();
        linked |= inClause && (otherBefore || other.role() == MentionRole.OBLIQUE);
      }
    }
    boolean sameClause = reading.clauses().of(nearest.first()) == e.clause();
    long flags =
        side | (between ? 4 : 0) | (beyond ? 8 : 0) | (linked ? 16 : 0) | (sameClause ? 32 : 0);
    long base = FeatureKeys.next(BY_ORDER, flags);
    order(base, share, i, sink);
    order(FeatureKeys.next(base, WITH_ROLE + nearest.role().ordinal()), share, i, sink);
    order(FeatureKeys.next(base, WITH_RELATION + relation.ordinal()), share, i, sink);
    long predicate = e.traits().contains(Trait.PREDICATE) ? 4 : 0;
    long distance = distance(nearest, e) | predicate;
    order(FeatureKeys.next(base, WITH_DISTANCE + distance), share, i, sink);
    if (nearest.role() == MentionRole.OBLIQUE) {
      long preposition = words.hash(nearest.first() - 1);
      order(FeatureKeys.next(base, WITH_WORD ^ preposition), share, i, sink);
    }
    for (Entry entry : e.entries()) {
      if (entry.meaning().sign() != 0) {
        long key = FeatureKeys.next(FeatureKeys.next(BY_ENTRY, flags & 7), keys.of(entry));
        add(FeatureFamily.ORDER_ENTRY, key, share, i, sink);
      }
    }
  }

  /// The mention of the name that is nearest to expression `i` in its sentence; null when there is
  /// none within reach.
  private @Nullable ResolvedMention nearest(int name, int i) {
    List<ResolvedMention> mentions = reading.targets().mentions();
    ResolvedMention nearest = null;
    int least = Integer.MAX_VALUE;
    for (int m = firsts[i]; m < ends[i]; m++) {
      ResolvedMention mention = mentions.get(m);
      if (mention.name() == name) {
        int gap = gap(mention, reading.expressions().get(i));
        if (gap < least) {
          least = gap;
          nearest = mention;
        }
      }
    }
    return nearest;
  }

  private static int gap(ResolvedMention mention, Expression e) {
    return Math.max(mention.first() - e.end(), e.first() - mention.end());
  }

  private static int distance(ResolvedMention mention, Expression e) {
    int gap = gap(mention, e);
    return gap <= 0 ? 0 : gap <= 2 ? 1 : gap <= 5 ? 2 : 3;
  }

  private void order(long key, double share, int i, FeatureSink sink) {
    add(FeatureFamily.ORDER, key, share, i, sink);
  }

  private void add(FeatureFamily family, long hash, double share, int i, FeatureSink sink) {
    sink.add(index.find(FeatureKeys.of(family, hash)), share, Math.abs(share), i);
  }
}
