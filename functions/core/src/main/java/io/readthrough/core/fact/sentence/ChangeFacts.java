package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.Effect;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads figures that are the change of a metric or of a fact before them.
final class ChangeFacts {
  private static final String GROWTH = "growth";

  private static final int LEVEL_WORDS_RIGHT = 3;

  /// How many items may stand between "costs" or "the hit" and its amount.
  private static final int BEARER_WORDS = 3;

  /// How far from points words may stand that tell what they do.
  private static final int IMPACT_REACH = 4;

  /// How far behind its verb an effect may stand.
  private static final int EFFECT_REACH = 6;

  /// The same for a change.
  private static final int CHANGE_REACH = 14;

  private final SentenceItems items;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final MetricLinks links;

  ChangeFacts(
      SentenceItems items, FigureContext context, SentenceDrafts drafts, MetricLinks links) {
    this.items = items;
    this.context = context;
    this.drafts = drafts;
    this.links = links;
  }

  /// "adds $0.14 to EPS", "takes 0.4% off earnings", "costs the bank 4% of EPS", "the hit at $190m
  /// of revenue": what moves a metric by how much. Answers whether the figure is such an effect.
  boolean sensitivity(int k, Figure figure, int left) {
    int link = k + 1;
    boolean of = items.cue(link) == Cue.OF;
    if (items.is(left, Effect.ADDS) && items.cue(link) == Cue.TO) {
      int metric = metricBehind(link);
      return metric >= 0 && adds(k, figure, metric);
    }
    if (items.is(left, Effect.TAKES) && items.isOff(link)) {
      return figure.kind() != Figure.Kind.DURATION
          && moves(k, figure, metricBehind(link), Change.Direction.DOWN, false);
    }
    Change.Direction judged = judged(left);
    if (judged == null) {
      return false;
    }
    int metric = of ? metricBehind(link) : -1;
    boolean supposed =
        !of
            && judged == Change.Direction.DOWN
            && figure.kind() == Figure.Kind.MONEY
            && isSupposed(left);
    return (metric >= 0 || supposed) && moves(k, figure, metric, judged, true);
  }

  /// "costs Coinbase $50m a year and Circle $95m", "$190m of revenue and $125m of EBITDA": what is
  /// moved beside another figure by the same. Answers whether it is such a one.
  boolean alsoMoved(int k, Figure figure) {
    Draft last = drafts.last();
    Change moved = last == null || !last.isEffect() ? null : last.change();
    if (last == null || moved == null || k - last.at() > EFFECT_REACH) {
      return false;
    }
    boolean joined = false;
    for (int j = k - 1; j > last.at(); j--) {
      Cue cue = items.cue(j);
      boolean and = items.is(j, "and") || items.is(j, "or") || items.get(j) instanceof Comma;
      boolean passed =
          and
              || cue == Cue.ARTICLE
              || cue == Cue.OF
              || Cue.isAbout(cue)
              || items.get(j) instanceof OtherWord
              || items.get(j) instanceof PeriodItem
              || (items.get(j) instanceof MetricItem && j == last.item);
      if (!passed) {
        return false;
      }
      joined |= and;
    }
    boolean alike = unit(figure) == moved.unit() && figure.kind() == last.figureKind();
    int metric = items.cue(k + 1) == Cue.OF ? metricBehind(k + 1) : -1;
    return joined && alike && moves(k, figure, metric, moved.direction(), last.isJudged());
  }

  private boolean adds(int k, Figure figure, int at) {
    boolean moves = moves(k, figure, at, Change.Direction.UP, false);
    Draft draft = drafts.owners[k];
    if (moves && draft != null) {
      draft.kind = context.kind(k, at, draft.metric());
    }
    return moves;
  }

  /// Up where the verb or the noun before a figure tells that it is for the better, down where for
  /// the worse; null where none tells. Who bears it may stand between: "costs the bank".
  private Change.@Nullable Direction judged(int left) {
    boolean linked = false;
    for (int j = left; j >= 0 && left - j <= BEARER_WORDS; j--) {
      Cue cue = items.cue(j);
      if (items.is(j, Effect.HELP) || (!linked && items.is(j, Effect.SAVES))) {
        return Change.Direction.UP;
      }
      if (items.is(j, Effect.HARM) || (!linked && items.is(j, Effect.COSTS))) {
        return Change.Direction.DOWN;
      }
      boolean link = cue == Cue.AT || cue == Cue.OF;
      boolean bearer = items.get(j) instanceof OtherWord || Cue.isAbout(cue) || cue == Cue.ARTICLE;
      if (!bearer && !link) {
        return null;
      }
      linked |= link;
    }
    return null;
  }

  /// Whether the verb at or before item `left` tells what would be: "could cost".
  private boolean isSupposed(int left) {
    for (int j = left; j >= 0 && left - j <= BEARER_WORDS + 1; j--) {
      if (Effect.SUPPOSES.isAt(items.tokens(), items.get(j).from())) {
        return true;
      }
    }
    return false;
  }

  /// The metric that stands behind the word at item `link`; -1 when none does.
  private int metricBehind(int link) {
    int words = 0;
    for (int j = link + 1; j < items.size() && words <= LEVEL_WORDS_RIGHT; j++) {
      if (items.get(j) instanceof MetricItem) {
        return j;
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        return -1;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    return -1;
  }

  /// Makes figure `k` a change without a level of the metric that item `at` names, or of one that
  /// is not named. Answers whether there can be such a one.
  ///
  /// @param judged whether `direction` tells the better or the worse
  private boolean moves(int k, Figure figure, int at, Change.Direction direction, boolean judged) {
    Metric metric = at >= 0 ? ((MetricItem) items.get(at)).metric() : links.unnamed(figure.kind());
    if (metric == null) {
      return false;
    }
    int item = at >= 0 ? at : k;
    boolean supposed = drafts.isCaused() || isSupposed(context.left(k));
    Kind kind = supposed ? Kind.ESTIMATE : context.kind(k, item, metric);
    Draft draft = drafts.add(k, item, metric, kind, null);
    draft.effect(change(figure, direction), figure, judged);
    if (at > k) {
      draft.settle();
    }
    drafts.owners[k] = draft;
    return true;
  }

  private static Change change(Figure figure, Change.Direction direction) {
    BigDecimal value = figure.middle().abs();
    boolean points = figure.kind() == Figure.Kind.POINTS;
    return new Change(
        (points ? value.movePointRight(2) : value).doubleValue(),
        unit(figure),
        direction,
        Change.Basis.UNSPECIFIED);
  }

  /// "each 25bp costs the bank $50 million", "every cent is worth $4 million of EBITDA": what the
  /// figure before moves. Answers whether it is told.
  boolean effect(int k, Figure figure) {
    Change.Direction direction = null;
    boolean judged = false;
    for (int j = k - 1; j >= 0 && k - j <= EFFECT_REACH && direction == null; j--) {
      boolean equals = items.cue(j) == Cue.AT && !items.is(j, "at");
      boolean is = equals || items.cue(j) == Cue.WORTH || items.is(j, "puts");
      if (items.is(j, Effect.COSTS) || items.is(j, Effect.SAVES)) {
        judged = true;
        direction = items.is(j, Effect.SAVES) ? Change.Direction.UP : Change.Direction.DOWN;
      } else if (items.is(j, Effect.TAKES)) {
        direction = Change.Direction.DOWN;
      } else if (is || items.is(j, Effect.ADDS)) {
        direction = Change.Direction.UP;
      }
      if (items.get(j) instanceof FigureItem) {
        break;
      }
    }
    if (direction == null) {
      return false;
    }
    int named = links.metricRight(k, figure);
    return moves(k, figure, named, direction, judged);
  }

  /// "costs 70 bps a year", "90 bps of drag": points that tell no level, but what something adds or
  /// takes. Answers whether words tell which.
  boolean impact(int k, Figure figure) {
    Change.Direction direction = null;
    int end = Math.min(items.size(), k + 1 + IMPACT_REACH);
    for (int j = Math.max(0, k - IMPACT_REACH); j < end; j++) {
      if (j == k) {
        continue;
      }
      if (items.is(j, Effect.GAINS)) {
        direction = Change.Direction.UP;
      } else if (items.is(j, Effect.BURDENS)) {
        direction = Change.Direction.DOWN;
      }
      if (j > k && (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma)) {
        break;
      }
    }
    Metric metric = direction == null ? null : links.unnamed(figure.kind());
    if (direction == null || metric == null) {
      return false;
    }
    Draft draft = drafts.add(k, k, metric, context.kind(k, k, metric), null);
    draft.change(change(figure, direction), figure);
    drafts.owners[k] = draft;
    return true;
  }

  /// "Volumes fell 4%, prices 6%": the verb of the change before holds for this one too.
  boolean elliptical(int k, Figure figure, int left) {
    Draft last = drafts.last();
    if (figure.kind() != Figure.Kind.PERCENT
        || left < 0
        || last == null
        || context.isSigned(figure)) {
      return false;
    }
    Change before = last.change();
    boolean again =
        items.cue(left) == Cue.JOIN && before != null && (isOtherwise(k, before) || isElsewhere(k));
    Metric named = again ? last.metric() : null;
    if (items.get(left) instanceof MetricItem m) {
      named = m.metric();
    }
    if (named == null) {
      return false;
    }
    if (before == null || before.unit() != Change.Unit.PERCENT || before.value() == null) {
      return false;
    }
    if (!again && named.units().contains(Figure.Kind.PERCENT) && last.level != null) {
      return false;
    }
    Draft draft = drafts.add(k, again ? k : left, named, last.kind, null);
    Change.Basis basis = context.basis(context.right(k));
    draft.change(
        new Change(
            figure.low().abs().doubleValue(),
            Change.Unit.PERCENT,
            before.direction(),
            basis == Change.Basis.UNSPECIFIED ? before.basis() : basis),
        figure);
    drafts.owners[k] = draft;
    return true;
  }

  /// Whether a figure is told on another basis than the change before it.
  private boolean isOtherwise(int k, Change before) {
    Change.Basis basis = context.basis(context.right(k));
    return basis != Change.Basis.UNSPECIFIED && basis != before.basis();
  }

  /// "7.5% at CFM and 9% at IAE", "9% and 13% last quarter": another place or another time.
  private boolean isElsewhere(int k) {
    int next = k + 1;
    return next < items.size()
        && (items.get(next) instanceof PeriodItem
            || items.cue(next) == Cue.IN
            || items.is(next, "at"));
  }

  /// The change that a figure is; null when it is none.
  @Nullable Change change(Figure figure, int left, int right) {
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    Change.Unit unit = unit(figure);
    Change.Direction direction = null;
    Change.Basis basis = context.basis(right);
    if (Cue.isNoun(r)) {
      direction = Cue.direction(r);
    } else if (r == Cue.ABOVE || r == Cue.BELOW) {
      basis = context.reference(right);
      boolean told =
          basis != Change.Basis.UNSPECIFIED
              || context.isAgainstOwn(right)
              || context.basis(right + 1) != Change.Basis.UNSPECIFIED
              || (figure.kind() == Figure.Kind.PERCENT && !context.isAboveFigure(right));
      basis = basis == Change.Basis.UNSPECIFIED ? context.basis(right + 1) : basis;
      direction = told ? Cue.direction(r) : null;
    } else if (Cue.isDirection(l)) {
      direction = Cue.direction(l);
    } else if (l == Cue.OF
        && (items.cue(left - 1) == Cue.RISE || items.cue(left - 1) == Cue.DROP)) {
      direction = Cue.direction(items.cue(left - 1));
    } else if (l == Cue.BY) {
      for (int j = left - 1; j >= 0 && left - j < CHANGE_REACH && direction == null; j--) {
        Cue cue = items.cue(j);
        direction = Cue.direction(cue);
        if (cue == Cue.BEAT || cue == Cue.MISS) {
          direction = cue == Cue.BEAT ? Change.Direction.UP : Change.Direction.DOWN;
          basis = Change.Basis.AGAINST_CONSENSUS;
        }
      }
      direction = direction == null && figure.kind() == Figure.Kind.MONEY ? moved(left) : direction;
    } else if (figure.kind() == Figure.Kind.PERCENT && items.is(left, Effect.ADDS)) {
      direction = Change.Direction.UP;
    } else if (context.isSigned(figure)
        && (figure.kind() == Figure.Kind.PERCENT
            ? !isSignedLevel(left, right, figure)
            : isSignedMove(left, figure))
        && !context.isExpected(left, right)) {
      direction = figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    }
    if (direction == null || direction == Change.Direction.FLAT) {
      return null;
    }
    BigDecimal value = figure.middle().abs();
    boolean points = figure.kind() == Figure.Kind.POINTS;
    return new Change(
        (points ? value.movePointRight(2) : value).doubleValue(), unit, direction, basis);
  }

  /// Which way an amount behind "by" moves the metric directly before: "FX hit EBIT by $9m",
  /// "changes EBITDA by $60m"; null where none stands there.
  private Change.@Nullable Direction moved(int by) {
    if (by < 1 || !(items.get(by - 1) instanceof MetricItem)) {
      return null;
    }
    for (int j = by - 2; j >= 0 && by - j <= EFFECT_REACH; j--) {
      if (items.is(j, Effect.HARM) || items.is(j, Effect.COSTS) || items.is(j, Effect.BURDENS)) {
        return Change.Direction.DOWN;
      }
    }
    return Change.Direction.UP;
  }

  /// Whether a signed figure behind item `left` is the change of the level before it, and no level:
  /// "margin of 74.8% (+210bp)", "GPM -30bp", "$192 a tonne, +$11".
  private boolean isSignedMove(int left, Figure figure) {
    boolean points = figure.kind() == Figure.Kind.BPS;
    boolean behind = left > 0 && (items.get(left) instanceof Comma || items.is(left, "after"));
    int at = behind ? left - 1 : left;
    if (at < 0 || !(points || figure.kind() == Figure.Kind.MONEY)) {
      return false;
    }
    return switch (items.get(at)) {
      case FigureItem f ->
          behind && f.figure().kind() == (points ? Figure.Kind.PERCENT : Figure.Kind.MONEY);
      case MetricItem m -> !behind && points && m.metric().units().contains(Figure.Kind.PERCENT);
      default -> false;
    };
  }

  private static Change.Unit unit(Figure figure) {
    return switch (figure.kind()) {
      case PERCENT -> Change.Unit.PERCENT;
      case BPS, POINTS -> Change.Unit.BASIS_POINTS;
      case MONEY, MULTIPLE, COUNT, DURATION, POWER, ENERGY, MASS, VOLUME, HASHRATE, COINS ->
          Change.Unit.ABSOLUTE;
    };
  }

  /// Whether a signed percentage is the level of its metric: "comps run +5%", "stop -8%".
  private boolean isSignedLevel(int left, int right, Figure figure) {
    if (context.basis(right) != Change.Basis.UNSPECIFIED) {
      return false;
    }
    int metric = links.metricLeft(left, figure);
    return metric >= 0;
  }

  void changed(int k, Figure figure, Change change, int left, int right) {
    int after = Cue.isNoun(items.cue(right)) ? links.metricAfterNoun(right) : -1;
    if (after >= 0) {
      Metric metric = ((MetricItem) items.get(after)).metric();
      Draft draft = drafts.add(k, after, metric, context.kind(k, after, metric), null);
      draft.change(change, figure);
      drafts.owners[k] = draft;
      return;
    }
    int anchor = links.anchor(left);
    if (anchor < 0) {
      return;
    }
    Draft draft = drafts.owners[anchor];
    if (draft == null) {
      draft = drafts.withLevel(anchor);
    }
    if (draft == null && items.get(anchor) instanceof MetricItem m) {
      draft = drafts.add(k, anchor, m.metric(), context.kind(k, anchor, m.metric()), null);
    }
    if (draft == null) {
      return;
    }
    if (draft.kind == Kind.CONSENSUS) {
      draft = reported(draft);
    }
    boolean another =
        change.basis() == Change.Basis.AGAINST_CONSENSUS
            || change.basis() == Change.Basis.AGAINST_GUIDANCE
            || (draft.changeValue() != null && change.unit() != Change.Unit.ABSOLUTE);
    boolean compared =
        change.basis() == Change.Basis.AGAINST_CONSENSUS
            || change.basis() == Change.Basis.AGAINST_GUIDANCE;
    if ((draft.hasChange() && another) || (draft.level != null && compared)) {
      draft = again(k, left, draft);
    }
    draft.change(change, figure);
    drafts.owners[k] = draft;
  }

  /// Another change of a fact's metric: "2026 EPS by 11% to $3.62 and 2027 by 14%".
  private Draft again(int k, int left, Draft fact) {
    boolean otherPeriod = left > 0 && items.get(left - 1) instanceof PeriodItem;
    return otherPeriod
        ? drafts.add(k, left - 1, fact.metric(), fact.kind, fact)
        : drafts.add(k, fact.item, fact.metric(), fact.kind, null);
  }

  /// The fact that a consensus stands beside, else the consensus itself.
  private Draft reported(Draft consensus) {
    for (int d = drafts.list.size() - 1; d >= 0 && drafts.list.size() - d <= 3; d--) {
      if (drafts.list.get(d).item == consensus.item && drafts.list.get(d).kind != Kind.CONSENSUS) {
        return drafts.list.get(d);
      }
    }
    return consensus;
  }

  /// "orders 6%", "volume growth of 1.4%": growth of a metric whose level is no percentage.
  boolean bareGrowth(int k, Figure figure, int left) {
    boolean noun = left > 0 && items.cue(left) == Cue.OF;
    int at = noun ? left - 1 : left;
    if (figure.kind() != Figure.Kind.PERCENT
        || left < 0
        || left != k - 1
        || !(items.get(at) instanceof MetricItem m)
        || (noun && !items.head(m).equals(GROWTH))
        || links.fits(m, figure)
        || !MetricFamilies.GROWING.contains(m.metric().id())) {
      return false;
    }
    Draft draft = drafts.add(k, at, m.metric(), context.kind(k, at, m.metric()), null);
    Change.Direction direction =
        figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    draft.change(
        new Change(
            figure.middle().abs().doubleValue(),
            Change.Unit.PERCENT,
            direction,
            context.basis(context.right(k))),
        figure);
    drafts.owners[k] = draft;
    return true;
  }
}
