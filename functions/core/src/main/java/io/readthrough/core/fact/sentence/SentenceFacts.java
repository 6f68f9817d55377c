package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.fact.choice.FigureCase;
import io.readthrough.core.fact.choice.FigureCases;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
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
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one sentence, figure by figure from left to right: what a figure was before,
/// a change, a level, or else what the text makes of it.
public final class SentenceFacts {
  /// Two figures that are compared are of one order.
  private static final double MOST_TIMES_AS_LARGE = 3;

  private static final double SMALLEST = 1e-9;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final int MOST_DRAFTS_BACK = 8;
  private static final int THOUSAND = 3;

  /// How many items may stand between a level and what it was before.
  private static final int MOST_BETWEEN = 6;

  private static final int MOST_ZEROS = 12;

  private final SentenceItems items;
  private final FigureReader figures;
  private final @Nullable SentenceDrafts earlier;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final LevelFacts levels;
  private final ChangeFacts changes;
  private final LooseFacts loose;
  private final MetricChoice choice;
  private final PeriodTopics periodTopics;
  private final PeriodChoice periods;
  private final ChoiceWeights.Numbered kinds;
  private final @Nullable List<FigureCase> cases;

  /// @param weights what was learned of figures
  /// @param previous the facts of the sentence before it in its paragraph; null when there are none
  /// @param mentionedBefore the metric that a short sentence without figures names directly before
  /// @param cases is given the choices of metrics that are made; null where nobody asks
  public SentenceFacts(
      SentenceItems items,
      FigureReader figures,
      FactVocabulary vocabulary,
      FactWeights weights,
      @Nullable SentenceFacts previous,
      @Nullable Metric mentionedBefore,
      MetricTopics topics,
      PeriodTopics periods,
      @Nullable FigureCases cases) {
    this.items = items;
    this.figures = figures;
    this.context = new FigureContext(items);
    this.drafts = new SentenceDrafts(items, vocabulary, context);
    MetricLinks links = new MetricLinks(items, vocabulary, drafts);
    this.levels = new LevelFacts(items, vocabulary, context, drafts, links);
    this.changes = new ChangeFacts(items, context, drafts, links);
    this.earlier = previous == null ? null : previous.drafts;
    this.loose =
        new LooseFacts(
            vocabulary,
            context,
            drafts,
            links,
            changes,
            earlier,
            mentionedBefore,
            topics.multiple());
    Metric mentioned = mentionedBefore;
    if (mentioned == null && earlier != null && earlier.list.isEmpty()) {
      mentioned = earlier.items.lastMetric();
    }
    topics.mention(mentioned);
    this.choice =
        new MetricChoice(
            vocabulary,
            context,
            drafts,
            links,
            topics,
            weights.metrics(),
            cases == null ? null : cases.metrics());
    this.periodTopics = periods;
    this.periods = new PeriodChoice(vocabulary, context, drafts, periods, weights.periods());
    this.kinds = weights.kinds();
    this.cases = cases == null ? null : cases.figures();
  }

  /// Adds the facts to `facts`, in the order of the text. To be called once.
  public void addTo(List<FoundFact> facts) {
    for (int k = 0; k < items.size(); k++) {
      switch (items.get(k)) {
        case MetricItem ignored -> drafts.lastMetric = k;
        case Break ignored -> {
          drafts.lastMetric = -1;
          drafts.former = null;
          drafts.uncause();
        }
        case FigureItem f -> {
          Figure figure = whole(k, f.figure());
          figure(k, figure);
          if (drafts.owners[k] == null && !drafts.passed[k]) {
            loose.read(k, figure);
          }
        }
        case CueItem ignored -> {}
        case PeriodItem ignored -> {}
        case Comma ignored -> {}
        case OtherWord ignored -> {}
      }
    }
    choice.choose();
    for (Draft draft : drafts.list) {
      boolean named =
          items.get(draft.item) instanceof MetricItem m && m.metric().equals(draft.metric());
      draft.settleForm(named);
    }
    addPeriods();
    settle();
    drafts.list.sort(Comparator.comparingInt(Draft::from));
    for (Draft draft : drafts.list) {
      facts.add(draft.found(items.tokens()));
    }
  }

  /// Chooses the kinds and the periods of the facts.
  private void settle() {
    Draft before = null;
    Kind previous = periodTopics.lastKind();
    for (Draft draft : drafts.list) {
      boolean view = MetricFamilies.VIEWS.contains(draft.metric().id());
      boolean open = !view && !draft.isEffect();
      FeatureVector kind =
          open || cases != null
              ? KindChoice.of(
                  items, context, draft, before, previous, periodTopics.note().written())
              : null;
      if (view) {
        draft.kind = Kind.ESTIMATE;
      } else if (open && kind != null) {
        draft.kind = KindChoice.likeliest(kinds, kind);
      }
      PeriodCandidates candidates = periods.of(draft, before, cases != null);
      PrintedPeriod period = candidates.best();
      // A period that is only taken for granted cannot contradict what the note says.
      if (period == null
          || period.equals(draft.period())
          || !periodTopics.contradicts(draft, period)) {
        draft.choose(period);
      }
      if (cases != null && kind != null) {
        FoundFact found = draft.found(items.tokens());
        cases.add(
            new FigureCase(
                found.span(), found.fact(), kind, candidates.labels(), candidates.vectors()));
      }
      before = draft;
    }
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof PeriodItem p) {
        periodTopics.print(p.period());
      }
    }
    drafts.list.forEach(periodTopics::tell);
  }

  /// What names no period of its own is of the one that the sentence starts with, or of the one of
  /// the same metric before it: "revenue of $9 billion in Q3 against our $8 billion".
  private void addPeriods() {
    PrintedPeriod leading = context.periods().leading();
    for (int d = 0; d < drafts.list.size(); d++) {
      Draft draft = drafts.list.get(d);
      if (MetricFamilies.VIEWS.contains(draft.metric().id())) {
        continue;
      }
      Draft before = d == 0 ? null : drafts.list.get(d - 1);
      if (before != null && before.metric().equals(draft.metric()) && before.kind != draft.kind) {
        draft.period(before.period());
      }
      draft.period(leading);
      if (draft.kind != Kind.ACTUAL) {
        draft.period(expectedFor(d, draft));
      }
    }
  }

  /// What is expected and names no period is for the one that the sentence spoke of before, or for
  /// that of the same metric in the sentence before; null when there is none.
  private @Nullable PrintedPeriod expectedFor(int d, Draft draft) {
    for (int e = d - 1; e >= 0 && d - e <= MOST_DRAFTS_BACK; e--) {
      if (drafts.list.get(e).period() != null) {
        return drafts.list.get(e).period();
      }
    }
    int size = earlier == null ? 0 : earlier.list.size();
    for (int e = size - 1; e >= 0 && size - e <= MOST_DRAFTS_BACK && earlier != null; e--) {
      Draft before = earlier.list.get(e);
      if (before.metric().equals(draft.metric()) && before.period() != null) {
        return before.period();
      }
    }
    return null;
  }

  /// A plain number with the unit and the scale that the words around it leave out: "price target
  /// 168", "revenue of $1.14bn against our 1.21"; the number itself where they leave out none.
  private Figure whole(int k, Figure figure) {
    if (figure.kind() != Figure.Kind.COUNT || context.things().areCountedBy(k)) {
      return figure;
    }
    String currency = figures.currency();
    if (currency != null && items.isAgainstCurrency(k)) {
      return figure.in(Figure.Kind.MONEY, currency);
    }
    if (context.isBondPrice(k, figure)) {
      return figure.in(Figure.Kind.POINTS, "points");
    }
    Draft last = drafts.last();
    if (last == null) {
      last = earlier == null ? null : earlier.last();
    }
    boolean rate = last != null && last.metric().id().equals("exchange_rate");
    AssetType type = items.names().typeNear(k);
    if (type == AssetType.FX || type == AssetType.INDEX || type == AssetType.RATE) {
      return figure;
    }
    int left = context.left(k);
    int named = items.cue(left) == Cue.AT || items.cue(left) == Cue.OF ? left - 1 : left;
    boolean priced =
        named >= 0 && items.get(named) instanceof MetricItem m && m.metric().isPriced();
    boolean times =
        named >= 0
            && items.get(named) instanceof MetricItem m
            && m.metric().units().equals(Set.of(Figure.Kind.MULTIPLE));
    if (times) {
      return figure.in(Figure.Kind.MULTIPLE, "x");
    }
    if (priced && !rate) {
      return currency == null ? figure : figure.in(Figure.Kind.MONEY, currency);
    }
    if (currency != null && isAmount(k, figure)) {
      return figure.in(Figure.Kind.MONEY, currency);
    }
    Figure level = last == null ? null : last.level;
    return level != null && (priced || isCompared(left)) ? like(level, figure) : figure;
  }

  /// Whether a number with a scale is money, since the metric before it can be nothing else: "sales
  /// came to 3.4bn".
  private boolean isAmount(int k, Figure figure) {
    if (!items.isScaled(k) || figure.high().compareTo(MILLION) < 0) {
      return false;
    }
    for (int j = k - 1; j >= 0 && k - j <= MOST_BETWEEN; j--) {
      if (items.get(j) instanceof MetricItem m) {
        return m.metric().units().equals(Set.of(Figure.Kind.MONEY));
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Break) {
        return false;
      }
    }
    return false;
  }

  /// Whether a figure behind item `left` is set beside one before it.
  private boolean isCompared(int left) {
    boolean listed =
        left > 0 && items.get(left) instanceof Comma && items.get(left - 1) instanceof FigureItem;
    return context.isSpoken(left)
        || context.isAgainst(left)
        || items.is(left, "not")
        || (context.isBracket(left) && left > 0 && items.get(left - 1) instanceof FigureItem)
        || (listed && items.tokens().isMark(items.get(left).from(), '/'));
  }

  /// `plain` in the unit of `level`, with the scale that makes the two alike; `plain` itself where
  /// none does.
  private static Figure like(Figure level, Figure plain) {
    boolean scaled = level.high().abs().compareTo(MILLION) >= 0;
    for (int zeros = 0; zeros <= (scaled ? MOST_ZEROS : 0); zeros += THOUSAND) {
      BigDecimal high = plain.high().movePointRight(zeros);
      double ratio =
          high.abs().doubleValue() / Math.max(level.high().abs().doubleValue(), SMALLEST);
      if (ratio > 1 / MOST_TIMES_AS_LARGE && ratio < MOST_TIMES_AS_LARGE) {
        return new Figure(
            plain.from(),
            plain.to(),
            level.kind(),
            plain.low().movePointRight(zeros),
            high,
            level.unit());
      }
    }
    return plain;
  }

  private void figure(int k, Figure figure) {
    int left = context.left(k);
    int right = context.right(k);
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    if (context.causes().include(k, left)) {
      // What moves something else is no figure of its own: "each 10 bp adds 1%".
      drafts.cause(k);
      return;
    }
    if (isFormer(k, figure, left)) {
      drafts.prior(k, figure);
      return;
    }
    if (changes.sensitivity(k, figure, left)
        || (drafts.isCaused() && changes.effect(k, figure))
        || changes.alsoMoved(k, figure)) {
      return;
    }
    if (!context.isExpected(left, right) && drafts.isCompared(k, figure, left)) {
      drafts.prior(k, figure);
      return;
    }
    if (changes.elliptical(k, figure, left)) {
      return;
    }
    if (l == Cue.TO && levels.after(k, figure, left)) {
      return;
    }
    if (levels.growth(k, figure, right) || levels.lost(k, figure, left)) {
      return;
    }
    Change change = changes.change(figure, left, right);
    if (change != null) {
      changes.changed(k, figure, change, left, right);
      return;
    }
    if (r == Cue.ABOVE || r == Cue.BELOW || l == Cue.BY) {
      return;
    }
    if (context.isExpected(left, right)) {
      levels.current(k, figure, Kind.CONSENSUS);
    } else {
      levels.level(k, figure, left);
    }
  }

  /// Whether a figure behind a level of its unit is told to be of an earlier time: by a period
  /// before it in brackets, or by "a year ago" or "before" behind it.
  private boolean isOfBefore(int k, Figure figure, int left) {
    int at = items.cue(left) == Cue.AT ? left - 1 : left;
    boolean dated = at >= 0 && (items.get(at) instanceof PeriodItem || items.isTimeBefore(at));
    int open = dated ? at - 1 : left;
    boolean bracketed = context.isBracket(open);
    boolean listed = open >= 0 && items.get(open) instanceof Comma;
    if (!(listed && ((bracketed && dated) || items.isTimeBefore(context.right(k))))) {
      return false;
    }
    Draft last = drafts.last();
    return last != null
        && last.level != null
        && !last.hasChange()
        && !(bracketed && last.kind == Kind.ESTIMATE)
        && (last.level.unit().equals(figure.unit()) || figure.kind() == Figure.Kind.COUNT)
        && last.at() < k
        && k - last.at() <= MOST_BETWEEN;
  }

  /// Whether item `k` is the level of a fact in the unit of `figure`.
  private boolean isLike(int k, Figure figure) {
    Draft owner = drafts.owners[k];
    return owner != null
        && owner.level != null
        && items.get(k) instanceof FigureItem
        && owner.level.unit().equals(figure.unit());
  }

  /// "from $480", "(was $480)", "(prior: $480)", "target $520 ($480)", "$520, was $480", "98bp (2Q:
  /// 101bp)", "58% now, 41% a year ago".
  private boolean isFormer(int k, Figure figure, int left) {
    Cue l = items.cue(left);
    if (l == Cue.FROM
        || (l == Cue.AT && (context.isBracket(left - 1) || items.cue(left - 1) == Cue.FROM))) {
      return true;
    }
    if (isOfBefore(k, figure, left)) {
      return true;
    }
    boolean was =
        items.is(left, "was")
            && left > 1
            && items.get(left - 1) instanceof Comma
            && isLike(left - 2, figure);
    if (was) {
      return true;
    }
    boolean raised =
        figure.kind() == Figure.Kind.MONEY && figure.low().signum() > 0 && context.isSigned(figure);
    Draft owner =
        !raised && left == k - 1 && left > 0 && context.isBracket(left)
            ? drafts.owners[left - 1]
            : null;
    return owner != null
        && owner.level != null
        && (owner.level.unit().equals(figure.unit()) || figure.kind() == Figure.Kind.COUNT)
        && k + 1 < items.size()
        && items.tokens().isMark(items.get(k + 1).from(), ')');
  }
}
