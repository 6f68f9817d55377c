package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.choice.PeriodPoints.Group;
import io.readthrough.core.fact.choice.PeriodSign;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.item.Tenses;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.period.PrintedPeriod.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the period of a fact once its metric and its kind are known: of the periods that its
/// sentence names, that stand before it in the note or at its top, and of none, the one that most
/// speaks for.
final class PeriodChoice {
  /// How far a period may stand from its figure, in items.
  private static final int REACH = 40;

  /// A period among so many items opens a sentence.
  private static final int LEADING = 3;

  private final SentenceItems items;
  private final FigureContext context;
  private final PeriodTopics topics;
  private final Tenses tenses;
  private final FactVocabulary vocabulary;
  private final Points points;

  /// Whether the sentence speaks of "the quarter", or of "the half". Found once, for a sentence can
  /// be endless and have a figure everywhere.
  private final boolean saysQuarter;

  private final boolean saysHalf;

  /// @param points what was learned of periods
  PeriodChoice(
      FactVocabulary vocabulary,
      FigureContext context,
      SentenceDrafts drafts,
      PeriodTopics topics,
      Points points) {
    this.items = drafts.items;
    this.context = context;
    this.topics = topics;
    this.tenses = new Tenses(items);
    this.vocabulary = vocabulary;
    this.points = points;
    this.saysQuarter = says("quarter");
    this.saysHalf = says("half");
  }

  private Group group(Metric metric) {
    if (vocabulary.reported().contains(metric.id())) {
      return Group.REPORTED;
    }
    if (metric.units().contains(Figure.Kind.MULTIPLE) && metric.units().size() == 1) {
      return Group.MULTIPLE;
    }
    boolean view = MetricFamilies.VIEWS.contains(metric.id());
    return view || MetricFamilies.PRICES.contains(metric.id()) ? Group.PRICE : Group.OTHER;
  }

  /// What speaks for each period of `draft`.
  ///
  /// @param before the fact before it in its sentence; null when it is the first
  /// @param kept whether what speaks for each is kept
  PeriodCandidates of(Draft draft, @Nullable Draft before, boolean kept) {
    PeriodCandidates all =
        new PeriodCandidates(draft, group(draft.metric()), topics.note().written(), points, kept);
    all.add(null, PeriodSign.NONE);
    all.add(draft.period(), PeriodSign.READ);
    boolean left = named(draft, -1, all);
    boolean printed = named(draft, 1, all) || left;
    int ofSentence = all.size();
    carried(draft, before, all);
    earlier(draft, all);
    if (printed) {
      for (int p = ofSentence; p < all.size(); p++) {
        all.add(all.get(p), PeriodSign.NOT_OF_SENTENCE);
      }
      all.add(null, PeriodSign.NOT_OF_SENTENCE);
    }
    return all;
  }

  /// "beat last year": a period whose figure is what is beaten, not the period of one.
  private boolean isBeaten(int k) {
    Cue cue = items.cue(k - 1);
    return cue == Cue.BEAT || cue == Cue.MISS;
  }

  /// The periods that the sentence names on one side of the figure. Answers whether it names one.
  private boolean named(Draft draft, int step, PeriodCandidates all) {
    boolean left = step < 0;
    int k = draft.at();
    int met = 0;
    boolean figure = false;
    boolean comma = false;
    boolean join = false;
    boolean end = false;
    for (int j = k + step; j >= 0 && j < items.size() && Math.abs(j - k) <= REACH; j += step) {
      if (items.get(j) instanceof PeriodItem p && !isBeaten(j)) {
        PrintedPeriod period = p.period();
        all.add(period, (left ? PeriodSign.LEFT_2 : PeriodSign.RIGHT_2).at(Math.abs(j - k) - 1));
        boolean first = met++ == 0;
        if (left) {
          all.add(period, first ? PeriodSign.LEFT_FIRST : PeriodSign.LEFT_LATER);
        } else {
          all.add(period, first ? PeriodSign.RIGHT_FIRST : PeriodSign.RIGHT_LATER);
        }
        if (figure) {
          all.add(period, left ? PeriodSign.LEFT_FIGURE : PeriodSign.RIGHT_FIGURE);
        }
        if (comma) {
          all.add(period, left ? PeriodSign.LEFT_COMMA : PeriodSign.RIGHT_COMMA);
        }
        if (join) {
          all.add(period, left ? PeriodSign.LEFT_JOIN : PeriodSign.RIGHT_JOIN);
        }
        if (end) {
          all.add(period, left ? PeriodSign.LEFT_BREAK : PeriodSign.RIGHT_BREAK);
        }
        if (j < LEADING) {
          all.add(period, PeriodSign.LEADING);
        }
        link(context.left(j), period, all);
      }
      figure |= items.get(j) instanceof FigureItem;
      comma |= items.get(j) instanceof Comma;
      join |= items.cue(j) == Cue.JOIN;
      end |= items.get(j) instanceof Break;
    }
    return met > 0;
  }

  /// The word that leads a period.
  private void link(int j, PrintedPeriod period, PeriodCandidates all) {
    Cue cue = items.cue(j);
    boolean against = context.isAgainst(j) || items.is(j, "than") || items.is(j, "after");
    if (cue == Cue.FROM || cue == Cue.BEAT || cue == Cue.MISS || against) {
      all.add(period, PeriodSign.FORMER);
    } else if (cue == Cue.IN || cue == Cue.BY || items.is(j, "for")) {
      all.add(period, PeriodSign.IN);
    }
  }

  /// What the facts before were for.
  private void carried(Draft draft, @Nullable Draft before, PeriodCandidates all) {
    PrintedPeriod period = before == null ? null : before.period();
    if (before != null && period == null) {
      all.add(null, PeriodSign.CARRIED_NONE);
    }
    if (before != null && period != null) {
      all.add(period, PeriodSign.CARRIED);
      if (before.metric().equals(draft.metric())) {
        all.add(period, PeriodSign.CARRIED_METRIC);
      }
      all.add(
          period,
          before.kind == draft.kind ? PeriodSign.CARRIED_KIND : PeriodSign.CARRIED_OTHER_KIND);
    }
  }

  /// What the note spoke of before.
  private void earlier(Draft draft, PeriodCandidates all) {
    List<PrintedPeriod> previous = topics.previous();
    for (int p = 0; p < previous.size(); p++) {
      boolean last = p == previous.size() - 1;
      all.add(previous.get(p), last ? PeriodSign.PREVIOUS_LAST : PeriodSign.PREVIOUS_EARLIER);
      if (!topics.follows()) {
        all.add(previous.get(p), PeriodSign.PREVIOUS_PARAGRAPH);
      }
    }
    addKnown(topics.of(draft.metric()), PeriodSign.SAME_METRIC, all);
    addKnown(topics.lastTold(), PeriodSign.PARAGRAPH_TOLD, all);
    if (topics.isOfParagraph(draft.metric())) {
      PrintedPeriod same = topics.ofParagraph(draft.metric());
      all.add(same, same == null ? PeriodSign.PARAGRAPH_METRIC_NONE : PeriodSign.PARAGRAPH_METRIC);
    }
    if (topics.isLastOfNone()) {
      all.add(null, PeriodSign.PARAGRAPH_NONE);
    }
    for (int p = 0; p < topics.paragraph().size(); p++) {
      all.add(
          topics.paragraph().get(p),
          p == 0 ? PeriodSign.PARAGRAPH_FIRST : PeriodSign.PARAGRAPH_LATER);
    }
    addKnown(topics.last(), PeriodSign.LAST, all);
    addKnown(topics.note().title(), PeriodSign.TITLE, all);
    if (topics.isOfAnother(draft)) {
      addKnown(topics.note().title(), PeriodSign.TITLE_OF_ANOTHER, all);
      all.add(null, PeriodSign.NONE_OF_ANOTHER);
    }
    told(draft, all);
    addKnown(topics.note().quarter(), PeriodSign.MAIN, all);
    addKnown(topics.note().year(), PeriodSign.MAIN_YEAR, all);
  }

  /// Whether the sentence speaks of what the note reports on, and in which tense.
  private void told(Draft draft, PeriodCandidates all) {
    PrintedPeriod title = topics.note().title();
    PrintedPeriod main = title == null ? topics.note().quarter() : title;
    if (main != null && (main.part() == Part.QUARTER ? saysQuarter : saysHalf)) {
      all.add(main, PeriodSign.SAID);
    }
    Tenses.Tense tense = tenses.at(draft.at());
    if (tense == Tenses.Tense.PAST) {
      addKnown(title, PeriodSign.TITLE_PAST, all);
      all.add(null, PeriodSign.NONE_PAST);
    } else if (tense == Tenses.Tense.PRESENT) {
      addKnown(title, PeriodSign.TITLE_PRESENT, all);
      all.add(null, PeriodSign.NONE_PRESENT);
    }
  }

  /// Whether the sentence has `part` behind "the".
  private boolean says(String part) {
    for (int k = 1; k < items.size(); k++) {
      if (items.is(k, part) && items.is(k - 1, "the")) {
        return true;
      }
    }
    return false;
  }

  private static void addKnown(
      @Nullable PrintedPeriod period, PeriodSign sign, PeriodCandidates all) {
    if (period != null) {
      all.add(period, sign);
    }
  }
}
