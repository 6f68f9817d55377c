package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricSign;
import org.jspecify.annotations.Nullable;

/// Tells which metrics the clause of a figure names, and how those names stand to it.
final class NamedMetrics {
  /// How many other words "of" or "in" may stand before the metric that it ties to a figure.
  private static final int LINKED_WORDS = 2;

  /// How many words may stand between a multiple and what it is a multiple of.
  private static final int MULTIPLE_WORDS = 3;

  /// How far from the figure names are looked for, in items.
  private static final int REACH = 24;

  private static final int LATER = 2;

  private final SentenceItems items;
  private final MetricLinks links;
  private final MetricTopics topics;

  NamedMetrics(SentenceItems items, MetricLinks links, MetricTopics topics) {
    this.items = items;
    this.links = links;
    this.topics = topics;
  }

  void tell(Draft draft, MetricEvidence evidence) {
    tell(draft, -1, evidence);
    tell(draft, 1, evidence);
  }

  /// The metrics that the clause names on one side of the figure.
  private void tell(Draft draft, int step, MetricEvidence evidence) {
    boolean left = step < 0;
    int words = 0;
    int met = 0;
    boolean figure = false;
    boolean comma = false;
    boolean join = false;
    boolean money = draft.figureKind() == Figure.Kind.MONEY;
    boolean link = false;
    int k = draft.at();
    for (int j = k + step; j >= 0 && j < items.size() && Math.abs(j - k) <= REACH; j += step) {
      Item item = items.get(j);
      if (item instanceof Break) {
        break;
      }
      Metric metric = item instanceof MetricItem m ? named(draft, j, m) : null;
      if (metric != null) {
        evidence.add(metric, (left ? MetricSign.LEFT_0 : MetricSign.RIGHT_0).words(words));
        MetricSign first = left ? MetricSign.LEFT_FIRST : MetricSign.RIGHT_FIRST;
        evidence.add(metric, first.plus(Math.min(met++, LATER)));
        if (item.to() - item.from() > 1) {
          evidence.add(metric, MetricSign.NAMED_PHRASE);
        }
        if (link && met == 1 && words <= LINKED_WORDS && !(figure || comma || join)) {
          evidence.add(metric, MetricSign.RIGHT_LINKED);
        }
        if (j == k + step) {
          evidence.add(metric, left ? MetricSign.LEFT_BESIDE : MetricSign.RIGHT_BESIDE);
        }
        boolean multiple = draft.figureKind() == Figure.Kind.MULTIPLE && !left && met == 1;
        if (multiple && words <= MULTIPLE_WORDS && !(figure || comma || join)) {
          evidence.add(metric, MetricSign.MULTIPLE_OF);
        }
        if (figure) {
          evidence.add(metric, left ? MetricSign.LEFT_FIGURE : MetricSign.RIGHT_FIGURE);
        }
        if (comma) {
          evidence.add(metric, left ? MetricSign.LEFT_COMMA : MetricSign.RIGHT_COMMA);
        }
        if (join) {
          evidence.add(metric, left ? MetricSign.LEFT_JOIN : MetricSign.RIGHT_JOIN);
        }
        if (!metric.equals(((MetricItem) item).metric())) {
          evidence.add(metric, left ? MetricSign.LEFT_RENAMED : MetricSign.RIGHT_RENAMED);
        }
      }
      Metric full = item instanceof MetricItem m ? shortened(draft, m) : null;
      if (full != null) {
        evidence.add(
            full, (left ? MetricSign.SHORT_LEFT_0 : MetricSign.SHORT_RIGHT_0).words(words));
      }
      words += item instanceof OtherWord ? 1 : 0;
      figure |= item instanceof FigureItem;
      comma |= item instanceof Comma;
      join |= items.cue(j) == Cue.JOIN;
      link |= money && j == k + 1 && (items.cue(j) == Cue.OF || items.cue(j) == Cue.IN);
    }
  }

  /// The metric that item `j` names for such a figure; null when it can be of none.
  private @Nullable Metric named(Draft draft, int j, MetricItem item) {
    Figure level = draft.level;
    if (level == null) {
      return item.metric();
    }
    return links.fits(item, level) ? links.named(j, level) : null;
  }

  /// What a word is short for that names a metric alone: the margin of a note that spoke of its
  /// gross margin. Null when it is short for none with such figures.
  private @Nullable Metric shortened(Draft draft, MetricItem item) {
    if (item.to() - item.from() > 1) {
      return null;
    }
    Metric full = topics.named(items.head(item));
    if (full == null || full.equals(item.metric())) {
      return null;
    }
    return draft.level == null || full.units().contains(draft.figureKind()) ? full : null;
  }
}
