package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.choice.MetricCandidates;
import io.readthrough.core.fact.choice.MetricCase;
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
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.metric.MetricHints.Stretch;
import io.readthrough.core.fact.metric.MetricSign;
import io.readthrough.core.fact.metric.MetricWords;
import io.readthrough.core.note.TickerSentiment.AssetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the metric of each fact of a sentence once its figures are read. Every metric that words
/// near the figure name or hint at, or that a fact before it is of, is a candidate; what speaks for
/// a candidate adds to its points, and the one with most of them is taken.
final class MetricChoice {
  /// How far words that name or hint at a metric may stand from the figure, in items and tokens.
  private static final int REACH = 24;

  private static final int LATER = 2;

  /// How far words may stand from a figure that a metric shares with what stands around it.
  private static final int WORDS_REACH = 10;

  /// So many metrics that share words with what stands around a figure are looked at, where they
  /// share at least so much.
  private static final int MOST_ALIKE = 4;

  private static final double LEAST_ALIKE = 2;

  private static final int CHANGED = 1;
  private static final int BRACKETED = 2;
  private static final int NAMED = 4;
  private static final int STARTING = 8;
  private static final int BEHIND_COMMA = 16;

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final MetricTopics topics;
  private final FigureSigns figures;
  private final NamedMetrics named;
  private final CarriedMetrics carried;
  private final MeasuredMetrics measured;
  private final Points points;
  private final @Nullable List<MetricCase> cases;

  /// @param topics what the paragraph told before this sentence; its facts are added
  /// @param points what was learned of metrics
  /// @param cases is given each choice that is made; null where nobody asks
  MetricChoice(
      FactVocabulary vocabulary,
      FigureContext context,
      SentenceDrafts drafts,
      MetricLinks links,
      MetricTopics topics,
      Points points,
      @Nullable List<MetricCase> cases) {
    this.items = drafts.items;
    this.vocabulary = vocabulary;
    this.context = context;
    this.drafts = drafts;
    this.named = new NamedMetrics(items, links, topics);
    this.carried = new CarriedMetrics(drafts.list, vocabulary, context, topics);
    this.measured = new MeasuredMetrics(vocabulary);
    this.topics = topics;
    this.figures = new FigureSigns(items, context);
    this.points = points;
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
    MetricCandidates candidates = new MetricCandidates(points, draft.level == null, cases != null);
    gather(d, draft, candidates);
    usual(draft, candidates);
    alike(draft, candidates);
    candidates.stand(figures.of(draft));
    for (Metric metric : candidates.metrics()) {
      measured.tell(draft, metric, candidates);
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
    named.tell(draft, evidence);
    carried.tell(d, draft, evidence);
    hinted(draft, evidence);
    beside(draft, evidence);
    measured.tell(draft, evidence);
    remembered(draft, evidence);
  }

  /// What the note told in the same way before: the same figure, or one in the same frame.
  private void remembered(Draft draft, MetricEvidence evidence) {
    Metric same = draft.level == null ? null : topics.ofValue(draft.level);
    if (same != null) {
      evidence.add(same, MetricSign.SAME_VALUE);
    }
    Metric multiple = draft.figureKind() == Figure.Kind.MULTIPLE ? topics.multiple() : null;
    if (multiple != null) {
      evidence.add(multiple, MetricSign.LAST_MULTIPLE);
    }
    int frame = frame(draft);
    Metric framed = frame == 0 ? null : topics.ofFrame(frame, draft.figureKind());
    if (framed != null) {
      evidence.add(framed, MetricSign.SAME_FRAME);
    }
    boolean price = draft.level != null && draft.figureKind() == Figure.Kind.MONEY;
    if (price && items.isRatedBefore(draft.at())) {
      evidence.add(vocabulary.metric("price_target"), MetricSign.RATED_BEFORE);
    }
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
    if (draft.level != null && context.isMargin(draft.level)) {
      evidence.add(vocabulary.metric("credit_spread"), MetricSign.OVER_REFERENCE);
    }
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
}
