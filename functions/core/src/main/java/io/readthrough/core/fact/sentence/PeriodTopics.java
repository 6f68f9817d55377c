package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.NotePeriods;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The periods that a note has spoken of so far, which figures without a period of their own may be
/// for.
public final class PeriodTopics {
  /// How many periods of a paragraph are kept.
  private static final int MOST_OF_PARAGRAPH = 8;

  private final NotePeriods note;
  private final @Nullable String subject;
  private final Map<String, PrintedPeriod> ofMetrics = new HashMap<>();
  private final Map<String, @Nullable PrintedPeriod> ofParagraph = new HashMap<>();
  private final Map<String, Figure> values = new HashMap<>();
  private List<PrintedPeriod> previous = List.of();
  private List<PrintedPeriod> printing = new ArrayList<>();
  private @Nullable PrintedPeriod last;
  private @Nullable PrintedPeriod lastTold;
  private final List<PrintedPeriod> paragraph = new ArrayList<>();
  private @Nullable Kind kind;
  private boolean lastOfNone;
  private boolean follows;

  /// @param subject the entity that the note names first; null when it names none
  public PeriodTopics(NotePeriods note, @Nullable String subject) {
    this.note = note;
    this.subject = subject;
  }

  /// Whether a fact is about a name that is not the one which the note names first.
  boolean isOfAnother(Draft draft) {
    return draft.entityId != null && subject != null && !draft.entityId.equals(subject);
  }

  /// Begins a sentence.
  ///
  /// @param follows whether it stands in the paragraph of the one before
  public void next(boolean follows) {
    this.follows = follows;
    previous = printing;
    printing = new ArrayList<>();
    if (!follows) {
      paragraph.clear();
      lastTold = null;
      ofParagraph.clear();
      kind = null;
    }
  }

  /// Notes that the sentence names `period`.
  public void print(PrintedPeriod period) {
    printing.add(period);
    last = period;
    if (paragraph.size() < MOST_OF_PARAGRAPH) {
      paragraph.add(period);
    }
  }

  /// Notes what a fact of the sentence was for.
  void tell(Draft draft) {
    kind = draft.kind;
    PrintedPeriod period = draft.period();
    lastOfNone = period == null;
    ofParagraph.put(draft.metric().id(), period);
    if (period != null) {
      lastTold = period;
      ofMetrics.put(draft.metric().id(), period);
      if (draft.level != null) {
        values.putIfAbsent(key(draft, period), draft.level);
      }
    }
  }

  /// Whether the note told another level for what `draft` tells, for the same period.
  boolean contradicts(Draft draft, PrintedPeriod period) {
    Figure known = values.get(key(draft, period));
    Figure level = draft.level;
    return known != null
        && level != null
        && (known.low().compareTo(level.low()) != 0 || known.high().compareTo(level.high()) != 0);
  }

  private static String key(Draft draft, PrintedPeriod period) {
    String what = draft.entityId + ' ' + draft.metric().id() + ' ' + draft.kind + ' ' + draft.label;
    return (what + ' ' + period.label()).toLowerCase(Locale.ROOT);
  }

  /// The periods that the note as a whole speaks of.
  NotePeriods note() {
    return note;
  }

  /// The periods that the sentence before names.
  List<PrintedPeriod> previous() {
    return previous;
  }

  /// Whether this sentence stands in the paragraph of the one before.
  boolean follows() {
    return follows;
  }

  /// The period that was named last before the sentence; null when none was.
  @Nullable PrintedPeriod last() {
    return last;
  }

  /// The first periods that the paragraph names before the sentence.
  List<PrintedPeriod> paragraph() {
    return paragraph;
  }

  /// What the last fact of the paragraph was for; null when none was for a period.
  @Nullable PrintedPeriod lastTold() {
    return lastTold;
  }

  /// Whether the paragraph told a fact of this metric before.
  boolean isOfParagraph(Metric metric) {
    return ofParagraph.containsKey(metric.id());
  }

  /// What the last such fact was for; null when it was for no period, or when there is none.
  @Nullable PrintedPeriod ofParagraph(Metric metric) {
    return ofParagraph.get(metric.id());
  }

  /// Whether the last fact of the paragraph was for none.
  boolean isLastOfNone() {
    return kind != null && lastOfNone;
  }

  /// The kind of the last fact of the paragraph; null when there is none.
  @Nullable Kind lastKind() {
    return kind;
  }

  /// What the note's last fact of this metric was for; null when none was for a period.
  @Nullable PrintedPeriod of(Metric metric) {
    return ofMetrics.get(metric.id());
  }
}
