package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.score.composition.Expression.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression that is still being composed.
final class Draft {
  int first;
  int end;
  final int head;
  double polarity;
  double contrast = 1;
  final @Nullable Entry metric;
  final List<Entry> entries;
  private int traits;

  /// @param entries that it begins with; not kept
  Draft(
      int first, int end, int head, double polarity, @Nullable Entry metric, List<Entry> entries) {
    this.first = first;
    this.end = end;
    this.head = head;
    this.polarity = polarity;
    this.metric = metric;
    this.entries = new ArrayList<>(entries.size() + 2);
    this.entries.addAll(entries);
  }

  /// Puts `factor` on it, because of `entry`.
  void apply(Entry entry, double factor) {
    polarity = Math.clamp(polarity * factor, -1, 1);
    entries.add(entry);
  }

  /// Answers whether it did not have the trait before.
  boolean add(Trait trait) {
    boolean isNew = !has(trait);
    traits |= Traits.bit(trait);
    return isNew;
  }

  boolean has(Trait trait) {
    return (traits & Traits.bit(trait)) != 0;
  }

  void cover(int from, int to) {
    first = Math.min(first, from);
    end = Math.max(end, to);
  }

  Expression finish(int sentence, int clause) {
    return new Expression(
        first,
        end,
        head,
        sentence,
        clause,
        polarity,
        contrast,
        metric,
        entries,
        new Traits(traits));
  }
}
