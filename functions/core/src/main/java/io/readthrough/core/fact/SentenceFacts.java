package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.fact.SentenceItems.Break;
import io.readthrough.core.fact.SentenceItems.Comma;
import io.readthrough.core.fact.SentenceItems.CueItem;
import io.readthrough.core.fact.SentenceItems.FigureItem;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.OtherWord;
import io.readthrough.core.fact.SentenceItems.PeriodItem;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one sentence, figure by figure from left to right: what a figure was before,
/// a change, a level, or else what the text makes of it.
final class SentenceFacts {
  private final SentenceItems items;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final LevelFacts levels;
  private final ChangeFacts changes;
  private final LooseFacts loose;
  private final MetricChoice choice;

  /// @param previous the facts of the sentence before it in its paragraph; null when there are none
  /// @param mentionedBefore the metric that a short sentence without figures names directly before
  /// @param cases is given the choices of metrics that are made; null where nobody asks
  SentenceFacts(
      SentenceItems items,
      FactVocabulary vocabulary,
      @Nullable SentenceFacts previous,
      @Nullable Metric mentionedBefore,
      MetricTopics topics,
      @Nullable List<MetricCase> cases) {
    this.items = items;
    this.context = new FigureContext(items);
    this.drafts = new SentenceDrafts(items, vocabulary, context);
    MetricLinks links = new MetricLinks(items, vocabulary, drafts);
    this.levels = new LevelFacts(items, vocabulary, context, drafts, links);
    this.changes = new ChangeFacts(items, context, drafts, links);
    SentenceDrafts earlier = previous == null ? null : previous.drafts;
    this.loose =
        new LooseFacts(vocabulary, context, drafts, links, changes, earlier, mentionedBefore);
    Metric mentioned = mentionedBefore;
    if (mentioned == null && earlier != null && earlier.list.isEmpty()) {
      mentioned = earlier.items.lastMetric();
    }
    topics.mention(mentioned);
    this.choice = new MetricChoice(vocabulary, context, drafts, links, topics, cases);
  }

  void addTo(List<FoundFact> facts) {
    for (int k = 0; k < items.size(); k++) {
      switch (items.get(k)) {
        case MetricItem ignored -> drafts.lastMetric = k;
        case Break ignored -> {
          drafts.lastMetric = -1;
          drafts.former = null;
          drafts.uncause();
        }
        case FigureItem f -> {
          figure(k, f.figure());
          if (drafts.owners[k] == null && !drafts.passed[k]) {
            loose.read(k, f.figure());
          }
        }
        case CueItem ignored -> {}
        case PeriodItem ignored -> {}
        case Comma ignored -> {}
        case OtherWord ignored -> {}
      }
    }
    choice.choose();
    addPeriods();
    drafts.list.sort(Comparator.comparingInt(Draft::from));
    for (Draft draft : drafts.list) {
      facts.add(draft.found(items.tokens()));
    }
  }

  /// What names no period of its own is of the one that the sentence starts with, or of the one of
  /// the same metric before it: "revenue of $9 billion in Q3 against our $8 billion".
  private void addPeriods() {
    PrintedPeriod leading = context.leading();
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
    }
  }

  private void figure(int k, Figure figure) {
    int left = context.left(k);
    int right = context.right(k);
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    if (items.is(left, "each") || items.is(left, "every")) {
      // What moves something else is no figure of its own: "each 10 bp adds 1%".
      drafts.cause(k);
      return;
    }
    if (isFormer(k, figure, left)) {
      drafts.prior(k, figure);
      return;
    }
    if (changes.sensitivity(k, figure, left) || (drafts.isCaused() && changes.effect(k, figure))) {
      return;
    }
    if (!context.isExpected(left, right) && drafts.isCompared(k, figure, left)) {
      drafts.prior(k, figure);
      return;
    }
    if (changes.elliptical(k, figure, left)) {
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

  /// "from $480", "(was $480)", "(prior: $480)", "target $520 ($480)".
  private boolean isFormer(int k, Figure figure, int left) {
    Cue l = items.cue(left);
    if (l == Cue.FROM
        || (l == Cue.AT && (context.isBracket(left - 1) || items.cue(left - 1) == Cue.FROM))) {
      return true;
    }
    Draft owner =
        left == k - 1 && left > 0 && context.isBracket(left) ? drafts.owners[left - 1] : null;
    return owner != null
        && owner.level != null
        && owner.level.unit().equals(figure.unit())
        && k + 1 < items.size()
        && items.tokens().isMark(items.get(k + 1).from(), ')');
  }
}
