package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.fact.SentenceItems.Break;
import io.readthrough.core.fact.SentenceItems.Comma;
import io.readthrough.core.fact.SentenceItems.FigureItem;
import io.readthrough.core.fact.SentenceItems.Item;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.OtherWord;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.metric.MetricHints.Stretch;
import io.readthrough.core.fact.metric.MetricSign;
import io.readthrough.core.fact.metric.MetricWords;
import io.readthrough.core.note.TickerSentiment.AssetType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the metric of each fact of a sentence once its figures are read. Every metric that words
/// near the figure name or hint at, or that a fact before it is of, is a candidate; what speaks for
/// a candidate adds to its points, and the one with most of them is taken.
final class MetricChoice {
  /// How many other words "of" or "in" may stand before the metric that it ties to a figure.
  private static final int LINKED_WORDS = 2;

  /// How far words that name or hint at a metric may stand from the figure, in items and tokens.
  private static final int REACH = 24;

  private static final int MOST_DRAFTS_BACK = 8;

  private static final int LATER = 2;

  /// How far words may stand from a figure that a metric shares with what stands around it.
  private static final int WORDS_REACH = 10;

  /// So many metrics that share words with what stands around a figure are looked at, where they
  /// share at least so much.
  private static final int MOST_ALIKE = 4;

  private static final double LEAST_ALIKE = 2;

  /// Two figures are near each other up to the first ratio, and of one order up to the second.
  private static final double NEAR = 1.5;

  private static final double ONE_ORDER = 6;

  private static final int CHANGED = 1;
  private static final int BRACKETED = 2;
  private static final int NAMED = 4;
  private static final int STARTING = 8;
  private static final int BEHIND_COMMA = 16;

  private static final double SMALLEST = 1e-9;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final MetricLinks links;
  private final MetricTopics topics;
  private final FigureSigns figures;
  private final @Nullable List<MetricCase> cases;

  /// @param topics what the paragraph told before this sentence; its facts are added
  /// @param cases is given each choice that is made; null where nobody asks
  MetricChoice(
      FactVocabulary vocabulary,
      FigureContext context,
      SentenceDrafts drafts,
      MetricLinks links,
      MetricTopics topics,
      @Nullable List<MetricCase> cases) {
    this.items = drafts.items;
    this.vocabulary = vocabulary;
    this.context = context;
    this.drafts = drafts;
    this.links = links;
    this.topics = topics;
    this.figures = new FigureSigns(items, context);
    this.cases = cases;
  }

  void choose() {
    List<Draft> all = drafts.list;
    for (int j = 0; j < items.size(); j++) {
      if (items.get(j) instanceof MetricItem m) {
        boolean shared =
            m.to() - m.from() > 1 && vocabulary.hints().isShared(items.tokens(), m.to() - 1);
        topics.name(items.head(m), m.metric(), shared);
      }
    }
    for (int d = 0; d < all.size(); d++) {
      Draft draft = all.get(d);
      if (!draft.isSettled()) {
        choose(d, draft);
      }
      if (!draft.metric().isUnnamed()) {
        topics.add(draft, frame(draft));
      }
    }
  }

  private void choose(int d, Draft draft) {
    MetricCandidates candidates =
        new MetricCandidates(MetricPoints.standard(), draft.level == null, cases != null);
    gather(d, draft, candidates);
    usual(draft, candidates);
    alike(draft, candidates);
    candidates.stand(figures.of(draft));
    for (Metric metric : candidates.metrics()) {
      size(draft, metric, candidates);
      if (!metric.isUnnamed()) {
        candidates.add(metric, MetricSign.NOTE_ALIKE, topics.share(metric));
      }
      if (topics.isNamed(metric)) {
        candidates.add(metric, MetricSign.NOTE_NAMED);
      }
      if (topics.isTold(metric)) {
        candidates.add(metric, MetricSign.NOTE_TOLD);
      }
    }
    Metric best = candidates.best();
    if (best != null && !best.equals(draft.metric())) {
      rename(draft, best);
    }
    if (cases != null) {
      FoundFact found = draft.found(items.tokens());
      List<String> ids = candidates.metrics().stream().map(Metric::id).toList();
      cases.add(new MetricCase(found.span(), found.fact(), ids, candidates.vectors()));
    }
  }

  /// What figures of a kind are most often of.
  private void usual(Draft draft, MetricEvidence evidence) {
    for (Metric metric : vocabulary.usual(draft.figureKind(), draft.level == null)) {
      evidence.add(metric, MetricSign.USUAL);
    }
  }

  /// Calls a fact by another metric, whose kind follows where the metric itself tells it.
  private void rename(Draft draft, Metric metric) {
    boolean view = MetricFamilies.VIEWS.contains(metric.id());
    boolean wasView = MetricFamilies.VIEWS.contains(draft.metric().id());
    draft.rename(
        metric, view != wasView ? context.kind(draft.at(), draft.at(), metric) : draft.kind);
  }

  /// Tells `evidence` all that speaks for a metric of fact `d`, but for the size of its figure.
  private void gather(int d, Draft draft, MetricEvidence evidence) {
    read(draft, evidence);
    named(draft, -1, evidence);
    named(draft, 1, evidence);
    carried(d, draft, evidence);
    hinted(draft, evidence);
    beside(draft, evidence);
    byUnit(draft, evidence);
    remembered(draft, evidence);
  }

  /// What the note told in the same way before: the same figure, or one in the same frame.
  private void remembered(Draft draft, MetricEvidence evidence) {
    Metric same = draft.level == null ? null : topics.ofValue(draft.level);
    if (same != null) {
      evidence.add(same, MetricSign.SAME_VALUE);
    }
    int frame = frame(draft);
    Metric framed = frame == 0 ? null : topics.ofFrame(frame, draft.figureKind());
    if (framed != null) {
      evidence.add(framed, MetricSign.SAME_FRAME);
    }
    boolean price = draft.level != null && draft.figureKind() == Figure.Kind.MONEY;
    AssetType type = price && (frame & NAMED) != 0 ? items.names().typeNear(draft.at()) : null;
    if (type == AssetType.EQUITY || type == AssetType.ETF) {
      evidence.add(vocabulary.metric("share_price"), MetricSign.NAME_BEFORE);
    }
  }

  /// How a figure stands: in brackets, behind a name, at the start of a line or a cell; 0 where it
  /// stands within its clause.
  private int frame(Draft draft) {
    int k = draft.at();
    int frame = draft.level == null ? CHANGED : 0;
    int j = k;
    if (context.isBracket(k - 1)) {
      frame |= BRACKETED;
      j = k - 1;
    } else if (k > 0 && items.get(k - 1) instanceof Comma) {
      j = k - 1;
      frame |= BEHIND_COMMA;
    }
    boolean starts = j == 0 || items.get(j - 1) instanceof Break || items.isLineBefore(j);
    frame |= items.names().isNameBefore(j) ? NAMED : 0;
    frame |= starts ? STARTING : 0;
    return (frame & (BRACKETED | NAMED | STARTING)) == 0 ? 0 : frame;
  }

  /// What the reading of the figure took.
  private void read(Draft draft, MetricEvidence evidence) {
    Metric metric = draft.metric();
    int at = draft.at();
    Item item = items.get(draft.item);
    if (metric.isUnnamed()) {
      evidence.add(metric, MetricSign.READ_BY_UNIT);
    } else if (draft.item == at) {
      evidence.add(metric, MetricSign.READ_LOOSELY);
      evidence.addRead(metric);
    } else if (item instanceof MetricItem m) {
      MetricSign series = draft.item < at ? MetricSign.READ_LEFT_0 : MetricSign.READ_RIGHT_0;
      evidence.add(metric, series.words(wordsBetween(draft.item, at)));
      if (!m.metric().equals(metric)) {
        evidence.add(metric, MetricSign.READ_RENAMED);
      }
    } else {
      evidence.add(metric, MetricSign.READ_FROM_WORD);
    }
  }

  private int wordsBetween(int one, int other) {
    int words = 0;
    for (int j = Math.min(one, other) + 1; j < Math.max(one, other); j++) {
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    return words;
  }

  /// The metrics that the clause names on one side of the figure.
  private void named(Draft draft, int step, MetricEvidence evidence) {
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

  /// The metrics of the facts before.
  private void carried(int d, Draft draft, MetricEvidence evidence) {
    Figure.Kind kind = draft.figureKind();
    Carrier carrier =
        new Carrier(
            context.isSpoken(context.left(draft.at())), context.hasSubject(draft.at()), evidence);
    for (int e = d - 1; e >= 0 && d - e <= MOST_DRAFTS_BACK; e--) {
      Draft before = drafts.list.get(e);
      if (!before.metric().isUnnamed() && before.metric().units().contains(kind)) {
        carrier.carry(before, draft, MetricSign.CARRIED_SENTENCE);
        break;
      }
    }
    for (Draft before : topics.previous(kind)) {
      carrier.carry(before, draft, MetricSign.CARRIED_PREVIOUS);
    }
    Draft earlier = topics.earlier(kind);
    if (earlier != null) {
      carrier.carry(earlier, draft, MetricSign.CARRIED_EARLIER);
    }
    Metric mentioned = topics.mentioned();
    if (mentioned != null && (draft.level == null || mentioned.units().contains(kind))) {
      evidence.add(mentioned, MetricSign.TOPIC);
    }
  }

  /// Speaks for the metrics of facts before a figure.
  ///
  /// @param spoken whether somebody is said to have the figure
  /// @param subject whether its clause has a subject of its own
  private record Carrier(boolean spoken, boolean subject, MetricEvidence evidence) {
    private void carry(Draft before, Draft draft, MetricSign from) {
      Metric metric = before.metric();
      evidence.add(metric, from);
      if (spoken) {
        evidence.add(metric, MetricSign.CARRIED_SPOKEN);
      }
      if (subject) {
        evidence.add(metric, MetricSign.CARRIED_SUBJECT);
      }
      Figure one = before.level;
      Figure other = draft.level;
      if (one != null && other != null && one.kind() == other.kind()) {
        evidence.add(metric, ratio(one, other));
      }
    }

    private static MetricSign ratio(Figure one, Figure other) {
      double a = Math.max(Math.abs(one.high().doubleValue()), SMALLEST);
      double b = Math.max(Math.abs(other.high().doubleValue()), SMALLEST);
      double times = a > b ? a / b : b / a;
      return times <= NEAR
          ? MetricSign.CARRIED_NEAR
          : times <= ONE_ORDER ? MetricSign.CARRIED_LIKE : MetricSign.CARRIED_FAR;
    }
  }

  private void hinted(Draft draft, MetricEvidence evidence) {
    Stretch around = items.around(draft.at(), REACH);
    vocabulary
        .hints()
        .tell(items.hints(), around, draft.figureKind(), draft.level == null, evidence);
  }

  /// The metrics that share most words with what stands around the figure, and how much those share
  /// that are looked at anyway.
  private void alike(Draft draft, MetricCandidates candidates) {
    int k = draft.at();
    Stretch around = items.around(k, WORDS_REACH);
    boolean change = draft.level == null;
    MetricWords.Shared shared = topics.shared();
    vocabulary
        .words()
        .tell(topics.words(), around, clear(k, around), draft.figureKind(), change, shared);
    for (int rank = 0; rank < MOST_ALIKE; rank++) {
      Metric metric = shared.at(rank);
      if (metric == null || shared.of(metric) < LEAST_ALIKE) {
        break;
      }
      candidates.add(metric, MetricSign.ALIKE_FIRST.plus(Math.min(rank, LATER)));
    }
    for (Metric metric : candidates.metrics()) {
      if (shared.of(metric) > 0) {
        candidates.add(metric, MetricSign.ALIKE, StrictMath.log1p(shared.of(metric)));
      }
    }
    shared.clear();
  }

  /// The part of the tokens around figure `k` that no other figure divides from it.
  private Stretch clear(int k, Stretch around) {
    int first = around.first();
    for (int j = k - 1; j >= 0 && items.get(j).to() > around.first(); j--) {
      if (items.get(j) instanceof FigureItem f) {
        first = f.to();
        break;
      }
    }
    int end = around.end();
    for (int j = k + 1; j < items.size() && items.get(j).from() < around.end(); j++) {
      if (items.get(j) instanceof FigureItem f) {
        end = f.from();
        break;
      }
    }
    return new Stretch(first, around.from(), around.to(), end);
  }

  /// What a percentage is by the name before it, and by the "of" behind it.
  private void beside(Draft draft, MetricEvidence evidence) {
    if (draft.figureKind() != Figure.Kind.PERCENT) {
      return;
    }
    int k = draft.at();
    if (draft.level != null) {
      if (items.cue(k + 1) == Cue.OF) {
        evidence.add(vocabulary.metric("other_share"), MetricSign.PART_OF);
      }
      return;
    }
    AssetType type = items.names().typeNear(k);
    if (type == null) {
      return;
    }
    String moved =
        switch (type) {
          case EQUITY, ETF -> "share_price";
          case CRYPTO, COMMODITY -> "spot_price";
          case INDEX -> "index_level";
          case FX -> "exchange_rate";
          case PRIVATE, RATE, GROUP -> null;
        };
    if (moved != null) {
      evidence.add(vocabulary.metric(moved), MetricSign.NAME_BESIDE);
    }
  }

  private void byUnit(Draft draft, MetricEvidence evidence) {
    switch (draft.figureKind()) {
      case MONEY -> evidence.add(vocabulary.metric("other_amount"), MetricSign.OTHER_AMOUNT);
      case PERCENT, BPS ->
          evidence.add(vocabulary.metric("other_percentage"), MetricSign.OTHER_PERCENTAGE);
      case MULTIPLE -> evidence.add(vocabulary.metric("other_multiple"), MetricSign.OTHER_MULTIPLE);
      case COUNT, POWER, ENERGY, MASS, VOLUME ->
          evidence.add(vocabulary.metric("other_quantity"), MetricSign.OTHER_QUANTITY);
      case DURATION -> evidence.add(vocabulary.metric("other_duration"), MetricSign.OTHER_DURATION);
      case HASHRATE, COINS, POINTS -> {}
    }
    if (draft.metric().id().equals("other_share")) {
      evidence.add(draft.metric(), MetricSign.OTHER_SHARE);
    }
  }

  /// What the size of a figure says for a metric, and that of an amount against it.
  private void size(Draft draft, Metric metric, MetricEvidence evidence) {
    Figure level = draft.level;
    FactVocabulary.Size usual = level == null ? null : vocabulary.size(metric, draft.figureKind());
    if (level != null && usual != null) {
      double size = Math.abs(level.high().doubleValue());
      boolean small = size < usual.from();
      boolean large = size > usual.to();
      evidence.add(
          metric,
          small ? MetricSign.SIZE_SMALL : large ? MetricSign.SIZE_LARGE : MetricSign.SIZE_USUAL);
      if (size < usual.from() / 2 || size > usual.to() * 2) {
        evidence.add(metric, MetricSign.SIZE_FAR_OFF);
      }
    }
    if (level == null || level.kind() != Figure.Kind.MONEY || metric.isUnnamed()) {
      return;
    }
    boolean price = MetricFamilies.PRICES.contains(metric.id());
    if (!price && level.high().compareTo(THOUSAND) < 0) {
      evidence.add(metric, MetricSign.SMALL_FOR_TOTAL);
    }
    if (price && level.high().compareTo(MILLION) >= 0) {
      evidence.add(metric, MetricSign.LARGE_FOR_PRICE);
    }
  }
}
