package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.fact.SentenceItems.Break;
import io.readthrough.core.fact.SentenceItems.Comma;
import io.readthrough.core.fact.SentenceItems.CueItem;
import io.readthrough.core.fact.SentenceItems.FigureItem;
import io.readthrough.core.fact.SentenceItems.Item;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.OtherWord;
import io.readthrough.core.fact.SentenceItems.PeriodItem;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import io.readthrough.core.security.Mention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one sentence, figure by figure from left to right. Every look around a figure
/// goes a bounded number of items far.
final class SentenceFacts {
  /// How far a metric may stand from its level, in items, and how many of those may be other words.
  private static final int LEVEL_REACH = 9;

  private static final int LEVEL_WORDS_LEFT = 2;
  private static final int LEVEL_WORDS_RIGHT = 3;

  /// The same for a change.
  private static final int CHANGE_REACH = 14;

  private static final int CHANGE_WORDS = 4;

  private static final int BASIS_REACH = 5;
  private static final int KIND_REACH = 14;
  private static final int PERIOD_REACH = 6;

  private final SentenceItems items;
  private final FactVocabulary vocabulary;

  /// The fact that a figure went to.
  private final @Nullable Draft[] owners;

  private final List<Draft> drafts = new ArrayList<>();
  private int lastMetric = -1;
  private @Nullable Figure before;

  SentenceFacts(SentenceItems items, FactVocabulary vocabulary) {
    this.items = items;
    this.vocabulary = vocabulary;
    this.owners = new Draft[items.size()];
  }

  void addTo(List<FoundFact> facts) {
    for (int k = 0; k < items.size(); k++) {
      switch (items.get(k)) {
        case MetricItem ignored -> lastMetric = k;
        case Break ignored -> {
          lastMetric = -1;
          before = null;
        }
        case FigureItem f -> figure(k, f.figure());
        case CueItem ignored -> {}
        case PeriodItem ignored -> {}
        case Comma ignored -> {}
        case OtherWord ignored -> {}
      }
    }
    for (Draft draft : drafts) {
      facts.add(draft.found(items.tokens()));
    }
  }

  private void figure(int k, Figure figure) {
    int left = left(k);
    int right = right(k);
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    if (l == Cue.FROM || (l == Cue.AT && isBracket(left - 1))) {
      prior(k, figure);
      return;
    }
    Change change = change(figure, left, right);
    if (change != null) {
      changed(k, figure, change, left, right);
      return;
    }
    if (r == Cue.ABOVE || r == Cue.BELOW || l == Cue.BY) {
      return;
    }
    boolean bound = l == Cue.ABOVE || l == Cue.BELOW;
    boolean expected =
        l == Cue.CONSENSUS
            || r == Cue.CONSENSUS
            || ((l == Cue.OF || l == Cue.AT) && items.cue(left(left)) == Cue.CONSENSUS);
    if (expected) {
      current(k, figure, Kind.CONSENSUS);
    } else if (!bound) {
      level(k, figure, left);
    }
  }

  // ---- levels

  private void level(int k, Figure figure, int left) {
    int metric = metricLeft(left, figure);
    if (metric < 0) {
      metric = metricRight(k, figure);
    }
    Cue l = items.cue(left);
    if (metric >= 0) {
      Metric named = ((MetricItem) items.get(metric)).metric();
      setLevel(k, figure, metric, named, kind(k, metric, named));
    } else if (l == Cue.AVERAGE) {
      Mention priced = items.pricedBefore(items.get(left).from());
      if (priced != null && figure.kind() == Figure.Kind.MONEY) {
        setLevel(k, figure, left, vocabulary.metric("average_price"), Kind.ACTUAL);
      }
    } else if (l == Cue.WORTH && figure.kind() == Figure.Kind.MONEY) {
      Draft coins = drafts.isEmpty() ? null : drafts.getLast();
      if (coins != null && coins.level != null && coins.level.kind() == Figure.Kind.COINS) {
        setLevel(k, figure, left, vocabulary.metric("coins_held_value"), coins.kind);
      }
    } else if (l == Cue.EARN && isAShare(k) && figure.kind() == Figure.Kind.MONEY) {
      setLevel(k, figure, left, vocabulary.metric("eps"), Kind.ACTUAL);
      lastMetric = left;
    } else if (l == Cue.OWN) {
      current(k, figure, Kind.ESTIMATE);
    }
  }

  /// What was expected of the metric that the sentence speaks of.
  private void current(int k, Figure figure, Kind kind) {
    Metric metric = null;
    if (lastMetric >= 0 && items.get(lastMetric) instanceof MetricItem m) {
      metric = m.metric();
    } else if (lastMetric >= 0 && !drafts.isEmpty() && drafts.getLast().item == lastMetric) {
      metric = drafts.getLast().metric;
    }
    if (metric != null && metric.units().contains(figure.kind())) {
      setLevel(k, figure, lastMetric, metric, kind);
    }
  }

  private void setLevel(int k, Figure figure, int item, Metric metric, Kind kind) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    Draft draft = last;
    if (draft == null || draft.item != item || draft.kind != kind) {
      draft = add(k, item, metric, kind);
    } else if (draft.level != null) {
      return;
    }
    draft.level(figure, isApproximate(k));
    owners[k] = draft;
    Figure was = before;
    before = null;
    if (was != null) {
      draft.prior(was);
    }
    boolean moved = items.cue(left(k)) == Cue.TO || items.cue(left(k)) == Cue.AT;
    for (int j = item + 1; j < k && k - item <= LEVEL_REACH && moved; j++) {
      Cue cue = items.cue(j);
      Change.Direction direction = direction(cue);
      if (direction != null && (isDirection(cue) || cue == Cue.FLAT)) {
        Change.Unit unit =
            figure.kind() == Figure.Kind.PERCENT ? Change.Unit.BASIS_POINTS : Change.Unit.PERCENT;
        draft.change(new Change(null, unit, direction, Change.Basis.UNSPECIFIED), null);
        break;
      }
    }
  }

  private Draft add(int k, int item, Metric metric, Kind kind) {
    Item at = items.get(item);
    int from = Math.min(at.from(), items.get(k).from());
    int to = Math.max(at.to(), items.get(k).to());
    String label = items.tokens().span(at.from(), at.to()).of(items.tokens().text());
    String entity =
        metric.id().equals("average_price") && at instanceof CueItem
            ? pricedEntity(at.from())
            : items.entity(metric, at.to());
    Draft draft = new Draft(item, metric, kind, label, entity, period(k, item), from, to);
    drafts.add(draft);
    return draft;
  }

  private @Nullable String pricedEntity(int token) {
    Mention priced = items.pricedBefore(token);
    return priced == null ? null : priced.security().entityId();
  }

  /// The metric that the words before a figure tie it to; -1 when they tie it to none.
  private int metricLeft(int left, Figure figure) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < LEVEL_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem m -> {
          return fits(m, figure) ? j : -1;
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
          Draft owner = owners[j];
          boolean passed = f.figure().equals(before) || (owner != null && owner.level == null);
          if (!passed) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
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

  /// "$1.2 billion of liquidity", "$263 million was a mark-to-market charge", "our $84 target".
  private int metricRight(int k, Figure figure) {
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

  private static boolean fits(MetricItem item, Figure figure) {
    return item.metric().units().contains(figure.kind());
  }

  /// How many words may stand between a figure and its metric: none for a plain number, which may
  /// be a day of the month.
  private static int words(Figure figure, int most) {
    return figure.kind() == Figure.Kind.COUNT ? 0 : most;
  }

  /// "$5.32 a share".
  private boolean isAShare(int k) {
    int token = items.get(k).to();
    return k + 2 < items.size()
        && (items.tokens().is(token, "a") || items.tokens().is(token, "per"))
        && items.tokens().is(token + 1, "share");
  }

  private void prior(int k, Figure figure) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    if (last != null && last.level != null && last.item == lastMetric) {
      last.prior(figure);
      owners[k] = last;
    } else if (items.cue(right(k)) == Cue.TO) {
      before = figure;
    }
  }

  // ---- changes

  /// The change that a figure is; null when it is none.
  private @Nullable Change change(Figure figure, int left, int right) {
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    Change.Unit unit =
        switch (figure.kind()) {
          case PERCENT -> Change.Unit.PERCENT;
          case BPS -> Change.Unit.BASIS_POINTS;
          case MONEY, MULTIPLE, COUNT, DURATION, POWER, COINS -> Change.Unit.ABSOLUTE;
        };
    Change.Direction direction = null;
    Change.Basis basis = basis(right);
    if (isNoun(r)) {
      direction = direction(r);
    } else if (r == Cue.ABOVE || r == Cue.BELOW) {
      basis = reference(right);
      direction = basis == Change.Basis.UNSPECIFIED ? null : direction(r);
    } else if (isDirection(l)) {
      direction = direction(l);
    } else if (l == Cue.OF
        && (items.cue(left - 1) == Cue.RISE || items.cue(left - 1) == Cue.DROP)) {
      direction = direction(items.cue(left - 1));
    } else if (l == Cue.BY) {
      for (int j = left - 1; j >= 0 && left - j < LEVEL_REACH && direction == null; j--) {
        Cue cue = items.cue(j);
        direction = direction(cue);
        if (cue == Cue.BEAT || cue == Cue.MISS) {
          direction = cue == Cue.BEAT ? Change.Direction.UP : Change.Direction.DOWN;
          basis = Change.Basis.AGAINST_CONSENSUS;
        }
      }
    } else if (isSigned(figure) && figure.kind() == Figure.Kind.PERCENT) {
      direction = figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    }
    if (direction == null || direction == Change.Direction.FLAT || figure.isRange()) {
      return null;
    }
    return new Change(figure.low().abs().doubleValue(), unit, direction, basis);
  }

  private void changed(int k, Figure figure, Change change, int left, int right) {
    int after = isNoun(items.cue(right)) ? metricAfterNoun(right) : -1;
    if (after >= 0) {
      Metric metric = ((MetricItem) items.get(after)).metric();
      Draft draft = add(k, after, metric, kind(k, after, metric));
      draft.change(change, figure);
      owners[k] = draft;
      return;
    }
    int anchor = anchor(left);
    if (anchor < 0) {
      return;
    }
    Draft draft = owners[anchor];
    if (draft == null && items.get(anchor) instanceof MetricItem m) {
      draft = add(k, anchor, m.metric(), kind(k, anchor, m.metric()));
    }
    if (draft == null) {
      return;
    }
    if (draft.kind == Kind.CONSENSUS) {
      draft = reported(draft);
    }
    if (draft.hasChange() && change.basis() == Change.Basis.AGAINST_CONSENSUS) {
      draft = add(k, draft.item, draft.metric, draft.kind);
    }
    draft.change(change, figure);
    owners[k] = draft;
  }

  /// The fact that a consensus stands beside, else the consensus itself.
  private Draft reported(Draft consensus) {
    for (int d = drafts.size() - 1; d >= 0 && drafts.size() - d <= 3; d--) {
      if (drafts.get(d).item == consensus.item && drafts.get(d).kind != Kind.CONSENSUS) {
        return drafts.get(d);
      }
    }
    return consensus;
  }

  /// "a 25% drop in revenue".
  private int metricAfterNoun(int noun) {
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
  private int anchor(int left) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < CHANGE_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem ignored -> {
          return j;
        }
        case FigureItem ignored -> {
          if (owners[j] != null) {
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

  private Change.Basis basis(int right) {
    for (int j = right; j >= 0 && j < items.size() && j - right < BASIS_REACH; j++) {
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Break) {
        break;
      }
      Cue cue = items.cue(j);
      if (cue == Cue.YEAR_ON_YEAR) {
        return Change.Basis.YEAR_ON_YEAR;
      }
      if (cue == Cue.QUARTER_ON_QUARTER) {
        return Change.Basis.QUARTER_ON_QUARTER;
      }
      if (cue == Cue.MONTH_ON_MONTH) {
        return Change.Basis.MONTH_ON_MONTH;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  /// What a figure stands above or below.
  private Change.Basis reference(int right) {
    for (int j = right + 1; j < items.size() && j - right < LEVEL_REACH; j++) {
      Cue cue = items.cue(j);
      if (cue == Cue.CONSENSUS) {
        return Change.Basis.AGAINST_CONSENSUS;
      }
      if (cue == Cue.GUIDANCE) {
        return Change.Basis.AGAINST_GUIDANCE;
      }
      if (cue == Cue.OWN || items.get(j) instanceof Comma || items.get(j) instanceof Break) {
        break;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  // ---- around a figure

  /// The item before item `k` that says something, and is neither an article nor "about".
  private int left(int k) {
    int j = k - 1;
    while (j >= 0 && k - j < LEVEL_REACH && isFiller(j)) {
      j--;
    }
    return j;
  }

  private int right(int k) {
    int j = k + 1;
    while (j < items.size() && j - k < LEVEL_REACH && items.cue(j) == Cue.ARTICLE) {
      j++;
    }
    return j;
  }

  private boolean isFiller(int j) {
    return isAbout(items.cue(j)) || items.cue(j) == Cue.ARTICLE;
  }

  private static boolean isAbout(@Nullable Cue cue) {
    return cue == Cue.ABOUT || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  private boolean isApproximate(int k) {
    for (int j = k - 1; j >= 0 && k - j < LEVEL_REACH && isFiller(j); j--) {
      if (isAbout(items.cue(j))) {
        return true;
      }
    }
    return false;
  }

  private boolean isBracket(int k) {
    return k >= 0
        && items.get(k) instanceof Comma
        && items.tokens().isMark(items.get(k).from(), '(');
  }

  private boolean isSigned(Figure figure) {
    char c = items.tokens().foldedAt(items.tokens().start(figure.from()));
    return c == '+' || c == '-' || c == '\u2212';
  }

  private Kind kind(int k, int metric, Metric named) {
    if (named.id().equals("price_target")) {
      return Kind.ESTIMATE;
    }
    Kind kind = Kind.ACTUAL;
    for (int j = Math.max(k, metric); j >= 0 && k - j < KIND_REACH; j--) {
      if (items.get(j) instanceof Break) {
        break;
      }
      Cue cue = items.cue(j);
      if (cue == Cue.GUIDANCE) {
        return Kind.GUIDANCE;
      }
      boolean estimated = items.get(j) instanceof PeriodItem p && isEstimate(p);
      if (cue == Cue.ESTIMATE || estimated) {
        kind = Kind.ESTIMATE;
      }
      if (cue == Cue.CONSENSUS && kind == Kind.ACTUAL && j > metric - 2 && j < metric) {
        kind = Kind.CONSENSUS;
      }
    }
    return kind;
  }

  /// "2027E".
  private boolean isEstimate(PeriodItem period) {
    int last = items.tokens().end(period.to() - 1) - 1;
    return period.to() - period.from() == 1 && items.tokens().foldedAt(last) == 'e';
  }

  /// The period printed before the metric, else the one close behind metric and figure.
  private @Nullable Period period(int k, int metric) {
    for (int j = metric - 1; j >= 0 && metric - j <= PERIOD_REACH; j--) {
      Item item = items.get(j);
      if (item instanceof PeriodItem p) {
        return PeriodReader.of(items.tokens(), p.from(), p.to());
      }
      if (item instanceof Break || item instanceof FigureItem || items.cue(j) == Cue.JOIN) {
        break;
      }
    }
    int words = 0;
    int end = Math.max(k, metric) + PERIOD_REACH;
    for (int j = Math.min(k, metric); j < items.size() && j <= end && words <= 1; j++) {
      Item item = items.get(j);
      if (item instanceof PeriodItem p) {
        return PeriodReader.of(items.tokens(), p.from(), p.to());
      }
      if (item instanceof Comma || item instanceof Break || items.cue(j) == Cue.JOIN) {
        break;
      }
      words += item instanceof OtherWord ? 1 : 0;
    }
    return null;
  }

  private static boolean isNoun(@Nullable Cue cue) {
    return cue == Cue.RISE || cue == Cue.DROP || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  private static boolean isDirection(@Nullable Cue cue) {
    return cue == Cue.UP || cue == Cue.DOWN || isNoun(cue);
  }

  private static Change.@Nullable Direction direction(@Nullable Cue cue) {
    if (cue == Cue.UP || cue == Cue.RISE || cue == Cue.ABOVE || cue == Cue.MORE_THAN) {
      return Change.Direction.UP;
    }
    if (cue == Cue.DOWN || cue == Cue.DROP || cue == Cue.BELOW || cue == Cue.LESS_THAN) {
      return Change.Direction.DOWN;
    }
    return cue == Cue.FLAT ? Change.Direction.FLAT : null;
  }
}
