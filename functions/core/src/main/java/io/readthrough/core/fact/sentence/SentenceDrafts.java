package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of one sentence while it is read, and which figure went to which of them.
public final class SentenceDrafts {
  /// How far a metric may stand from its level, in items, and how many of those may be other words.
  private static final int LEVEL_REACH = 9;

  /// The same for a change.
  private static final int CHANGE_REACH = 14;

  private static final BigDecimal MOST_EARNED_A_SHARE = BigDecimal.valueOf(1_000);

  private static final BigDecimal MOST_PER_SHARE = BigDecimal.valueOf(1_000_000);

  /// How many times as large as another a figure of the same metric may be.
  private static final double MOST_TIMES_AS_LARGE = 6;

  private static final int MOST_DRAFTS_BACK = 8;

  private static final double SMALLEST = 1e-6;

  final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final FigureContext context;

  /// The fact that a figure went to.
  final @Nullable Draft[] owners;

  /// Figures that say nothing of their own: what went before, or a bound that was read.
  final boolean[] passed;

  final List<Draft> list = new ArrayList<>();

  /// The item that named a metric last; -1 when none did in this clause.
  int lastMetric = -1;

  /// A figure that tells what the next level was before.
  @Nullable Figure former;

  private boolean caused;

  SentenceDrafts(SentenceItems items, FactVocabulary vocabulary, FigureContext context) {
    this.items = items;
    this.vocabulary = vocabulary;
    this.context = context;
    this.passed = new boolean[items.size()];
    this.owners = new Draft[items.size()];
  }

  /// Notes that figure `k` is what moves another.
  void cause(int k) {
    passed[k] = true;
    caused = true;
  }

  /// Forgets what moves others, at the end of a clause.
  void uncause() {
    caused = false;
  }

  /// Whether figures are the effects of one before them.
  boolean isCaused() {
    return caused;
  }

  /// The fact that was begun last; null when there is none.
  @Nullable Draft last() {
    return list.isEmpty() ? null : list.getLast();
  }

  void setLevel(int k, Figure figure, int item, Metric metric, Kind kind) {
    boolean perShare = metric.isPerShare() && figure.high().compareTo(MOST_PER_SHARE) > 0;
    if (perShare) {
      return;
    }
    boolean small = figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
    if (metric.id().equals("deal_value") && small) {
      setLevel(k, figure, item, vocabulary.metric("offer_price"), kind);
      return;
    }
    if (metric.id().equals("share_price") && isCoinOrMetal(item)) {
      setLevel(k, figure, item, vocabulary.metric("spot_price"), kind);
      return;
    }
    if (metric.id().equals("spot_price") && items.is(item, "price") && !isCoinOrMetal(item)) {
      setLevel(k, figure, item, vocabulary.metric("share_price"), kind);
      return;
    }
    if (metric.id().equals("spot_price") && items.cue(context.left(k)) == Cue.AVERAGE) {
      setLevel(k, figure, item, vocabulary.metric("average_price"), kind);
      return;
    }
    if (metric.id().equals("dividend_yield") && items.names().typeNear(item) == AssetType.RATE) {
      setLevel(k, figure, item, vocabulary.metric("treasury_yield"), kind);
      return;
    }
    Draft last = last();
    Draft draft = last;
    if (draft == null || draft.item != item || draft.kind != kind || draft.isEffect()) {
      draft = add(k, item, metric, kind, null);
    } else if (draft.level != null) {
      return;
    }
    draft.level(figure, context.isApproximate(k));
    draft.at(k);
    owners[k] = draft;
    Figure was = former;
    former = null;
    if (was != null) {
      draft.prior(was, Change.Basis.UNSPECIFIED);
    }
    boolean moved = items.cue(context.left(k)) == Cue.TO || items.cue(context.left(k)) == Cue.AT;
    for (int j = item + 1; j < k && k - item <= LEVEL_REACH && moved; j++) {
      Cue cue = items.cue(j);
      Change.Direction direction = Cue.direction(cue);
      if (direction != null && (Cue.isDirection(cue) || cue == Cue.FLAT)) {
        Change.Unit unit =
            figure.kind() == Figure.Kind.PERCENT ? Change.Unit.BASIS_POINTS : Change.Unit.PERCENT;
        draft.change(new Change(null, unit, direction, Change.Basis.UNSPECIFIED), null);
        break;
      }
    }
  }

  /// Whether what is named around an item is counted in coins or by weight.
  boolean isCoinOrMetal(int item) {
    return isCoinOrMetal(items.names().typeNear(item))
        || isCoinOrMetal(items.names().typeAfter(item));
  }

  /// Whether what is named is counted in coins or by weight.
  public static boolean isCoinOrMetal(@Nullable AssetType type) {
    return type == AssetType.CRYPTO || type == AssetType.COMMODITY;
  }

  /// Adds the fact that figure `k` tells.
  ///
  /// @param like a fact of the same metric before, whose name and words hold for this one too
  public Draft add(int k, int item, Metric metric, Kind kind, @Nullable Draft like) {
    Item at = items.get(item);
    int from = Math.min(at.from(), items.get(k).from());
    int to = Math.max(at.to(), items.get(k).to());
    String label = like == null ? items.label(at) : like.label;
    String entity = like == null ? null : like.entityId;
    if (like == null) {
      entity =
          metric.id().equals("average_price") && at instanceof CueItem
              ? pricedEntity(at.from())
              : items.names().entity(metric, at.to());
    }
    PrintedPeriod period =
        like == null ? context.periods().of(k, item) : context.periods().behind(k);
    if (like != null && at instanceof PeriodItem p) {
      period = p.period();
    }
    Draft draft = new Draft(item, metric, kind, label, entity, period, from, to);
    draft.at(k);
    list.add(draft);
    return draft;
  }

  private @Nullable String pricedEntity(int token) {
    Mention priced = items.names().pricedBefore(token);
    return priced == null ? null : priced.security().entityId();
  }

  void prior(int k, Figure figure) {
    Draft last = last();
    boolean follows = last != null && last.level != null && isNear(last, k);
    if (last != null && follows) {
      last.prior(figure, context.basis(context.right(k)));
      owners[k] = last;
    } else if (items.cue(context.right(k)) == Cue.TO) {
      former = figure;
    }
    passed[k] = true;
  }

  /// Whether figure `k` can be what the level of a fact was before: no other figure that says
  /// something of its own stands between.
  private boolean isNear(Draft draft, int k) {
    for (int j = k - 1; j >= 0 && k - j < CHANGE_REACH; j--) {
      if (items.get(j) instanceof FigureItem) {
        return owners[j] == draft;
      }
      if (items.get(j) instanceof Break) {
        return draft.item == lastMetric;
      }
    }
    return draft.item == lastMetric;
  }

  /// "$214m against $96m in Q2": a like figure that the level is held against.
  boolean isCompared(int k, Figure figure, int left) {
    Draft last = last();
    boolean against = context.isAgainst(left) || items.is(left, "after") || items.is(left, "than");
    return against
        && figure.kind() != Figure.Kind.MULTIPLE
        && last != null
        && last.level != null
        && !last.hasChange()
        && last.level.unit().equals(figure.unit())
        && k - left <= 2
        && left - 1 >= 0
        && isNear(last, k)
        && (!last.metric().isPerShare()
            || context.basis(context.right(k)) != Change.Basis.UNSPECIFIED);
  }

  /// The last fact, where its level was read for the metric that item `k` names, and has no change
  /// yet; else null.
  @Nullable Draft withLevel(int k) {
    Draft last = last();
    return last != null && last.item == k && last.level != null && !last.hasChange() ? last : null;
  }

  /// Whether a level was read for the metric that item `k` names.
  boolean hasLevel(int k) {
    for (int d = list.size() - 1; d >= 0 && list.size() - d <= 3; d--) {
      if (list.get(d).item == k && list.get(d).level != null) {
        return true;
      }
    }
    return false;
  }

  /// The draft whose level is of the figure's kind and size.
  @Nullable Draft nearest(Figure figure, @Nullable Draft none) {
    Draft nearest = none;
    double least = MOST_TIMES_AS_LARGE;
    double size = size(figure);
    for (int d = list.size() - 1; d >= 0 && list.size() - d <= MOST_DRAFTS_BACK; d--) {
      Draft draft = list.get(d);
      Figure level = draft.level;
      if (level == null
          || level.kind() != figure.kind()
          || !level.unit().equals(figure.unit())
          || draft.metric().id().startsWith("other_")) {
        continue;
      }
      double times = size(level) > size ? size(level) / size : size / size(level);
      if (times < least) {
        least = times;
        nearest = draft;
      }
    }
    return nearest;
  }

  private static double size(Figure figure) {
    return Math.max(figure.middle().abs().doubleValue(), SMALLEST);
  }

  @Nullable Metric lastNamed() {
    Draft draft = last();
    Metric last = draft == null ? null : draft.metric();
    return last == null || last.id().startsWith("other_") ? null : last;
  }
}
