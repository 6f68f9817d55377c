package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import org.jspecify.annotations.Nullable;

/// Ties figures to the metrics that the words of their sentence name.
final class MetricLinks {
  /// How far a metric may stand from its level, in items, and how many of those may be other words.
  private static final int LEVEL_REACH = 9;

  private static final int LEVEL_WORDS_LEFT = 2;

  private static final int LEVEL_WORDS_RIGHT = 3;

  /// The same for a change.
  private static final int CHANGE_REACH = 14;

  private static final int CHANGE_WORDS = 4;

  /// How far the metric of a figure may stand that nothing else ties to one.
  private static final int FAR_REACH = 24;

  private static final int FAR_WORDS = 9;

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final SentenceDrafts drafts;

  MetricLinks(SentenceItems items, FactVocabulary vocabulary, SentenceDrafts drafts) {
    this.items = items;
    this.vocabulary = vocabulary;
    this.drafts = drafts;
  }

  /// The metric that the words before a figure tie it to; -1 when they tie it to none.
  int metricLeft(int left, Figure figure) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < LEVEL_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem m -> {
          if (fits(m, figure)) {
            return head(j, figure);
          }
          if (++words > LEVEL_WORDS_LEFT) {
            return -1;
          }
        }
        case CueItem c -> {
          if (c.cue() == Cue.JOIN || c.cue() == Cue.WORTH || c.cue() == Cue.NONE) {
            return -1;
          }
        }
        case OtherWord ignored -> {
          if (++words > words(figure, LEVEL_WORDS_LEFT)) {
            return -1;
          }
        }
        case FigureItem f -> {
          Draft owner = drafts.owners[j];
          boolean skipped =
              f.figure().equals(drafts.former) || (owner != null && owner.level == null);
          if (!skipped) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case Comma ignored -> {
          // "capex ($1.2bn)" and "the dividend, $5.60," but no further.
          boolean adjacent = j == left && j > 0 && items.get(j - 1) instanceof MetricItem;
          if (!adjacent) {
            return -1;
          }
        }
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /// "Charge-offs on office loans": the metric that another one only tells the object of.
  private int head(int metric, Figure figure) {
    int words = 0;
    for (int j = metric - 1; j >= 0 && words <= LEVEL_WORDS_LEFT; j--) {
      Cue cue = items.cue(j);
      if (cue == Cue.OF || cue == Cue.IN) {
        boolean headed = j > 0 && items.get(j - 1) instanceof MetricItem m && fits(m, figure);
        return headed ? j - 1 : metric;
      }
      if (!(items.get(j) instanceof OtherWord) && cue != Cue.ARTICLE) {
        return metric;
      }
      words++;
    }
    return metric;
  }

  /// "$1.2 billion of liquidity", "$263 million was a mark-to-market charge", "our $84 target".
  int metricRight(int k, Figure figure) {
    int words = 0;
    for (int j = k + 1; j < items.size() && j - k < LEVEL_REACH; j++) {
      switch (items.get(j)) {
        case MetricItem m -> {
          return fits(m, figure) ? j : -1;
        }
        case CueItem c -> {
          boolean link =
              c.cue() == Cue.OF || c.cue() == Cue.IN || c.cue() == Cue.AT || c.cue() == Cue.ARTICLE;
          if (!link || (words > 0 && c.cue() != Cue.ARTICLE)) {
            return -1;
          }
        }
        case OtherWord ignored -> {
          if (++words > words(figure, LEVEL_WORDS_RIGHT)) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case FigureItem ignored -> {
          return -1;
        }
        case Comma ignored -> {
          return -1;
        }
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  boolean fits(MetricItem item, Figure figure) {
    return item.metric().units().contains(figure.kind())
        || vocabulary.inUnit(item.metric(), figure.kind()) != null;
  }

  /// The metric that item `k` names for a figure such as this one.
  Metric named(int k, Figure figure) {
    Metric metric = ((MetricItem) items.get(k)).metric();
    Metric inUnit = vocabulary.inUnit(metric, figure.kind());
    return inUnit == null ? metric : inUnit;
  }

  /// What figures of this kind are whose metric has no name; null where they are not told.
  @Nullable Metric unnamed(Figure.Kind kind) {
    return switch (kind) {
      case MONEY -> vocabulary.metric("other_amount");
      case PERCENT, BPS -> vocabulary.metric("other_percentage");
      case MULTIPLE -> vocabulary.metric("other_multiple");
      case COUNT, POWER, ENERGY, MASS, VOLUME -> vocabulary.metric("other_quantity");
      case DURATION -> vocabulary.metric("other_duration");
      case HASHRATE, COINS, POINTS -> null;
    };
  }

  /// How many words may stand between a figure and its metric: none for a plain number, which may
  /// be a day of the month.
  private static int words(Figure figure, int most) {
    return figure.kind() == Figure.Kind.COUNT ? 0 : most;
  }

  /// "a 25% drop in revenue".
  int metricAfterNoun(int noun) {
    Cue link = items.cue(noun + 1);
    if (link != Cue.IN && link != Cue.OF) {
      return -1;
    }
    int words = 0;
    for (int j = noun + 2; j < items.size() && words <= LEVEL_WORDS_LEFT; j++) {
      if (items.get(j) instanceof MetricItem) {
        return j;
      }
      if (items.get(j) instanceof OtherWord) {
        words++;
      } else if (!(items.get(j) instanceof PeriodItem) && items.cue(j) != Cue.ARTICLE) {
        return -1;
      }
    }
    return -1;
  }

  /// The metric, or the figure of one, that a change to its right belongs to; -1 when there is none
  /// or when the words between them speak of something else.
  int anchor(int left) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < CHANGE_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem m -> {
          if (!MetricFamilies.SHARES.contains(m.metric().id())) {
            return j;
          }
        }
        case FigureItem ignored -> {
          if (drafts.owners[j] != null) {
            return j;
          }
        }
        case OtherWord ignored -> {
          if (++words > CHANGE_WORDS) {
            return -1;
          }
        }
        case Comma ignored -> {
          if (words > 0) {
            return -1;
          }
        }
        case CueItem c -> {
          if (c.cue() == Cue.JOIN && words > 0) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /// The nearest metric before the figure that fits, in its clause; else the nearest behind it.
  int farMetric(int k, Figure figure) {
    int words = 0;
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH && words <= FAR_WORDS; j--) {
      if (items.get(j) instanceof MetricItem m && fits(m, figure)) {
        return j;
      }
      if (items.get(j) instanceof Break) {
        break;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    for (int j = k + 1; j < items.size() && j - k < LEVEL_REACH; j++) {
      if (items.get(j) instanceof MetricItem m && fits(m, figure)) {
        return j;
      }
      if (items.get(j) instanceof FigureItem
          || items.get(j) instanceof Break
          || items.get(j) instanceof Comma
          || items.cue(j) == Cue.JOIN) {
        break;
      }
    }
    return -1;
  }
}
