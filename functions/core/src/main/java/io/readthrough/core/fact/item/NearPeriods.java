package io.readthrough.core.fact.item;

import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.period.PrintedPeriod;
import org.jspecify.annotations.Nullable;

/// The periods of a sentence as they stand to its figures.
public final class NearPeriods {
  private static final int REACH = 8;

  /// How many words may stand between a figure and its period behind it.
  private static final int MOST_WORDS = 4;

  /// How many items may stand between a metric and its figure, so that a sentence without end costs
  /// no more than its length.
  private static final int LONGEST_CLAUSE = 64;

  /// A period among so many items opens a sentence.
  private static final int LEADING = 3;

  private final SentenceItems items;

  NearPeriods(SentenceItems items) {
    this.items = items;
  }

  /// The period printed before the metric, else the one close behind metric and figure.
  public @Nullable PrintedPeriod of(int k, int metric) {
    for (int j = metric - 1; j >= 0 && metric - j <= REACH; j--) {
      Item item = items.get(j);
      if (items.isLineBefore(j + 1)) {
        break;
      }
      if (item instanceof PeriodItem p) {
        return p.period();
      }
      if (item instanceof Break || item instanceof FigureItem || items.cue(j) == Cue.JOIN) {
        break;
      }
    }
    int words = 0;
    int later = Math.max(k, metric);
    int end = later + REACH;
    int from = Math.max(Math.min(k, metric), later - LONGEST_CLAUSE);
    for (int j = from; j < items.size() && j <= end && words <= MOST_WORDS; j++) {
      Item item = items.get(j);
      if (item instanceof PeriodItem p) {
        return p.period();
      }
      if (j > later && item instanceof FigureItem) {
        break;
      }
      if (item instanceof Comma || item instanceof Break || items.cue(j) == Cue.JOIN) {
        break;
      }
      words += item instanceof OtherWord ? 1 : 0;
    }
    return null;
  }

  /// The period that a sentence starts with, which holds for all of it: "For 2027 we are at"; null
  /// when it starts with none.
  public @Nullable PrintedPeriod leading() {
    for (int j = 0; j < items.size() && j < LEADING; j++) {
      if (items.get(j) instanceof PeriodItem p) {
        return p.period();
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof MetricItem) {
        return null;
      }
    }
    return null;
  }

  /// The period close behind a figure, with no other figure between.
  public @Nullable PrintedPeriod behind(int k) {
    for (int j = k + 1; j < items.size() && j - k <= 3; j++) {
      if (items.get(j) instanceof PeriodItem p) {
        return p.period();
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Break) {
        return null;
      }
    }
    return null;
  }
}
