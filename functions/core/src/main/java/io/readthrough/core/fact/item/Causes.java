package io.readthrough.core.fact.item;

import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;

/// Tells figures that only move others: "each 10 bp adds 1%", "per 100bp EPS falls by 1.1%", "a
/// further $10 fall would take 28 billion off profit".
public final class Causes {
  private static final int REACH = 14;

  /// How far behind its verb what is moved stands.
  private static final int EFFECT_REACH = 5;

  private final SentenceItems items;
  private final FigureContext context;

  Causes(SentenceItems items, FigureContext context) {
    this.items = items;
    this.context = context;
  }

  /// Whether figure `k` is one.
  ///
  /// @param left the item before it that says something
  public boolean include(int k, int left) {
    if (items.is(left, "each") || items.is(left, "every")) {
      return true;
    }
    boolean further = items.is(left, "further") || items.is(left, "extra");
    int start = further ? context.left(left) : left;
    boolean per = items.is(left, "per") && startsClause(left);
    return per || (startsClause(start + 1) && isFollowedByEffect(k));
  }

  private boolean startsClause(int k) {
    return k <= 0
        || items.get(k - 1) instanceof Break
        || items.is(k - 1, ",")
        || items.is(k - 1, ":")
        || items.cue(k - 1) == Cue.JOIN
        || items.isLineBefore(k);
  }

  /// Whether a verb behind figure `k` tells that it would move another figure behind that.
  private boolean isFollowedByEffect(int k) {
    for (int j = k + 1; j < items.size() && j - k <= REACH; j++) {
      if (items.get(j) instanceof FigureItem) {
        if (!context.isBracket(j - 1)) {
          return false;
        }
      } else if (items.get(j) instanceof Break || items.is(j, ",")) {
        return false;
      } else if (items.isMoving(j)) {
        return isFollowedByFigure(j);
      }
    }
    return false;
  }

  private boolean isFollowedByFigure(int k) {
    for (int j = k + 1; j < items.size() && j - k <= EFFECT_REACH; j++) {
      if (items.get(j) instanceof FigureItem) {
        return true;
      }
      if (items.get(j) instanceof Break || items.get(j) instanceof Comma) {
        return false;
      }
    }
    return false;
  }
}
