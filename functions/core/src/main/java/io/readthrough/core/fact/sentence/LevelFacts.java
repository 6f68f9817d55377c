package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.security.Mention;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads figures that are the level of a metric which stands near them.
final class LevelFacts {
  private static final int LEVEL_WORDS_LEFT = 2;

  private static final int MULTIPLE_REACH = 6;

  /// A coordinated figure: "$640m in 2026 and $810m in 2027".
  private static final int COORDINATED_REACH = 6;

  private static final BigDecimal MOST_EARNED_A_SHARE = BigDecimal.valueOf(1_000);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final MetricLinks links;

  LevelFacts(
      SentenceItems items,
      FactVocabulary vocabulary,
      FigureContext context,
      SentenceDrafts drafts,
      MetricLinks links) {
    this.items = items;
    this.vocabulary = vocabulary;
    this.context = context;
    this.drafts = drafts;
    this.links = links;
  }

  void level(int k, Figure figure, int left) {
    int metric = links.metricLeft(left, figure);
    Cue l = items.cue(left);
    if (figure.kind() == Figure.Kind.MULTIPLE) {
      boolean own =
          metric >= 0
              && links.named(metric, figure).equals(((MetricItem) items.get(metric)).metric());
      if (!own && multipleOf(k)) {
        return;
      }
    }
    boolean earned =
        l == Cue.EARN
            && figure.kind() == Figure.Kind.MONEY
            && !(items.cue(k + 1) == Cue.OF && links.metricRight(k, figure) >= 0);
    boolean price = metric < 0 && context.isAShare(k) && items.is(left, "at");
    if (price && figure.kind() == Figure.Kind.MONEY) {
      drafts.setLevel(k, figure, k, vocabulary.metric("share_price"), Kind.ACTUAL);
      return;
    }
    if (metric < 0 && figure.kind() == Figure.Kind.PERCENT) {
      Metric part = part(k);
      if (part != null) {
        drafts.setLevel(k, figure, k, part, context.kind(k, k, part));
        return;
      }
    }
    if (metric < 0 && !earned) {
      metric = links.metricRight(k, figure);
    }
    if (metric >= 0) {
      Metric named = links.named(metric, figure);
      drafts.setLevel(k, figure, metric, named, context.kind(k, metric, named));
      if (figure.kind() == Figure.Kind.MONEY && isToldBehind(k, metric)) {
        settle(k);
      }
    } else if (coordinated(k, figure)) {
      return;
    } else if (l == Cue.AVERAGE) {
      Mention priced = items.names().pricedBefore(items.get(left).from());
      if (priced != null && figure.kind() == Figure.Kind.MONEY) {
        drafts.setLevel(k, figure, left, vocabulary.metric("average_price"), Kind.ACTUAL);
      }
    } else if (l == Cue.WORTH && figure.kind() == Figure.Kind.MONEY) {
      Draft coins = drafts.last();
      if (coins != null && coins.level != null && coins.level.kind() == Figure.Kind.COINS) {
        drafts.setLevel(k, figure, left, vocabulary.metric("coins_held_value"), coins.kind);
        settle(k);
      }
    } else if (l == Cue.WORTH && context.isAShare(k) && figure.kind() == Figure.Kind.MONEY) {
      Metric value = vocabulary.metric("value_per_share");
      drafts.setLevel(k, figure, left, value, Kind.ESTIMATE);
    } else if (earned) {
      boolean aShare = context.isAShare(k) || figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
      Metric metricEarned = vocabulary.metric(aShare ? "eps" : "net_income");
      drafts.setLevel(k, figure, left, metricEarned, context.kind(k, left, metricEarned));
      drafts.lastMetric = left;
    } else if (l == Cue.OWN) {
      current(k, figure, Kind.ESTIMATE);
    }
  }

  /// "5% growth": a rate that is told as a noun is a level. Answers whether it is one.
  boolean growth(int k, Figure figure, int right) {
    boolean growth = figure.kind() == Figure.Kind.PERCENT && items.is(right, "growth");
    if (growth) {
      Metric metric = vocabulary.metric("revenue_growth");
      drafts.setLevel(k, figure, k, metric, context.kind(k, k, metric));
    }
    return growth;
  }

  /// "Reality Labs lost $4.4 billion", "we'd lose 12%": the loss of a business or of a trade, and
  /// no fall of a price. Answers whether it is one.
  boolean lost(int k, Figure figure, int left) {
    if (!context.isLost(left)) {
      return false;
    }
    if (figure.kind() == Figure.Kind.PERCENT && context.isOurs(left)) {
      drafts.setLevel(k, figure, k, vocabulary.metric("downside"), Kind.ESTIMATE);
      return true;
    }
    boolean loss =
        figure.kind() == Figure.Kind.MONEY
            && items.cue(k + 1) != Cue.OF
            && figure.high().compareTo(MILLION) >= 0;
    if (loss) {
      Metric metric =
          vocabulary.metric(items.names().isNameBefore(left) ? "net_loss" : "operating_loss");
      drafts.setLevel(k, figure, left, metric, context.kind(k, left, metric));
    }
    return loss;
  }

  /// "2027 by 13% to DKK 3,880m": the level that the change directly before leads to. Answers
  /// whether it is one.
  boolean after(int k, Figure figure, int left) {
    Draft last = left < 1 ? null : drafts.owners[left - 1];
    boolean fits =
        last != null
            && last.level == null
            && last.hasChange()
            && last.metric().units().contains(figure.kind());
    if (last == null || !fits) {
      return false;
    }
    last.level(figure, context.isApproximate(k));
    last.at(k);
    drafts.owners[k] = last;
    return true;
  }

  /// "$350 million of cash", "$263 million was a mark-to-market charge".
  private boolean isToldBehind(int k, int metric) {
    boolean told = items.cue(k + 1) == Cue.OF || items.cue(k + 1) == Cue.AT;
    for (int j = k + 2; j < metric && told; j++) {
      told = items.cue(j) == Cue.ARTICLE;
    }
    return told && metric > k + 1;
  }

  private void settle(int k) {
    Draft draft = drafts.owners[k];
    if (draft != null) {
      draft.settle();
    }
  }

  /// "14% of EBITDA", "70% of the capacity", "30% off": what a percentage is by the words behind
  /// it; null when these do not tell.
  private @Nullable Metric part(int k) {
    if (items.is(k + 1, "off")
        && !(k + 2 < items.size() && items.get(k + 2) instanceof MetricItem)) {
      return vocabulary.metric("discount");
    }
    if (items.cue(k + 1) != Cue.OF) {
      return null;
    }
    int words = 0;
    for (int j = k + 2; j < items.size() && words <= LEVEL_WORDS_LEFT; j++) {
      if (items.get(j) instanceof MetricItem m) {
        String id = m.metric().id();
        if (MetricFamilies.PROFITS.contains(id)) {
          return vocabulary.metric("profit_share");
        }
        if (MetricFamilies.SALES.contains(id)) {
          return vocabulary.metric("revenue_share");
        }
        return m.metric().units().size() == 1 && m.metric().isRate()
            ? null
            : vocabulary.metric("other_share");
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        return null;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    return null;
  }

  /// "34 times this year's revenue", "3.5x interest", "trades on 17x": what the multiple is of says
  /// which one it is. Answers whether it was taken.
  private boolean multipleOf(int k) {
    String multiple = null;
    for (int j = k + 1; j < items.size() && j - k <= MULTIPLE_REACH && multiple == null; j++) {
      if (items.get(j) instanceof MetricItem m) {
        multiple = MetricFamilies.MULTIPLES.get(m.metric().id());
        if (multiple == null && m.metric().units().contains(Figure.Kind.MULTIPLE)) {
          return false;
        }
      } else if (items.is(j, "book")) {
        multiple = "price_to_book";
      } else if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        break;
      }
    }
    if (multiple == null) {
      return false;
    }
    boolean indebted = "ev_to_ebitda".equals(multiple) && context.mentionsDebt(k);
    Metric metric = vocabulary.metric(indebted ? "leverage" : multiple);
    drafts.setLevel(k, items.figure(k), k, metric, context.kind(k, k, metric));
    return drafts.owners[k] != null;
  }

  /// "$640m in 2026 and $810m in 2027": another level of the metric before, for another period.
  private boolean coordinated(int k, Figure figure) {
    boolean joined = false;
    boolean period = k + 1 < items.size() && context.periods().behind(k) != null;
    for (int j = k - 1; j >= 0 && k - j <= COORDINATED_REACH; j--) {
      Item item = items.get(j);
      if (item instanceof FigureItem) {
        Draft owner = drafts.owners[j];
        boolean adjacent = j == k - 2 && items.cue(k - 1) == Cue.JOIN;
        if (owner == null || owner.level == null || !joined || !(period || adjacent)) {
          return false;
        }
        Figure level = owner.level;
        if (!period && !level.equals(items.figure(j))) {
          return false;
        }
        if (level.kind() != figure.kind() || !level.unit().equals(figure.unit())) {
          return false;
        }
        Draft draft = drafts.add(k, k, owner.metric(), owner.kind, owner);
        draft.level(figure, context.isApproximate(k));
        drafts.owners[k] = draft;
        return true;
      }
      Cue cue = items.cue(j);
      joined |= cue == Cue.JOIN || item instanceof Comma;
      if (item instanceof MetricItem || item instanceof OtherWord || item instanceof Break) {
        return false;
      }
    }
    return false;
  }

  /// What was expected of the metric that the sentence speaks of.
  void current(int k, Figure figure, Kind kind) {
    int named = links.metricRight(k, figure);
    if (named >= 0 && drafts.lastMetric < 0) {
      drafts.setLevel(k, figure, named, links.named(named, figure), kind);
      return;
    }
    Metric metric = null;
    if (drafts.lastMetric >= 0 && items.get(drafts.lastMetric) instanceof MetricItem m) {
      metric = m.metric();
    } else if (drafts.lastMetric >= 0
        && !drafts.list.isEmpty()
        && drafts.list.getLast().item == drafts.lastMetric) {
      metric = drafts.list.getLast().metric();
    }
    if (metric != null && metric.units().contains(figure.kind())) {
      drafts.setLevel(k, figure, drafts.lastMetric, metric, kind);
    } else if (metric != null && figure.kind() == Figure.Kind.PERCENT) {
      // "revenue up 2.4%, consensus +3.1%": what is expected of a growth is a level of it.
      String growth = MetricFamilies.growth(metric.id());
      if (growth != null) {
        drafts.setLevel(k, figure, drafts.lastMetric, vocabulary.metric(growth), kind);
      }
    }
  }
}
