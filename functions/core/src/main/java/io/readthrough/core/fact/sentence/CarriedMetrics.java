package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricSign;
import java.util.List;

/// Tells which metrics the facts before a figure were of, which may go on.
final class CarriedMetrics {
  private static final int MOST_DRAFTS_BACK = 8;

  /// How far from the end of the sentence before names are looked for.
  private static final int MOST_ITEMS_BACK = 32;

  /// Two figures are near each other up to the first ratio, and of one order up to the second.
  private static final double NEAR = 1.5;

  private static final double ONE_ORDER = 6;

  private static final double SMALLEST = 1e-9;

  private final List<Draft> drafts;
  private final FactVocabulary vocabulary;
  private final FigureContext context;
  private final MetricTopics topics;

  CarriedMetrics(
      List<Draft> drafts, FactVocabulary vocabulary, FigureContext context, MetricTopics topics) {
    this.vocabulary = vocabulary;
    this.drafts = drafts;
    this.context = context;
    this.topics = topics;
  }

  /// @param d the place of the fact among those of its sentence
  void tell(int d, Draft draft, MetricEvidence evidence) {
    Figure.Kind kind = draft.figureKind();
    Carrier carrier =
        new Carrier(
            context.isSpoken(context.left(draft.at())), context.hasSubject(draft.at()), evidence);
    for (int e = d - 1; e >= 0 && d - e <= MOST_DRAFTS_BACK; e--) {
      Draft before = drafts.get(e);
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
    named(draft, evidence);
    Metric mentioned = topics.mentioned();
    if (mentioned != null && (draft.level == null || mentioned.units().contains(kind))) {
      evidence.add(mentioned, MetricSign.TOPIC);
    }
  }

  /// What the sentence before names and hints at.
  private void named(Draft draft, MetricEvidence evidence) {
    SentenceItems before = topics.before();
    if (before == null) {
      return;
    }
    Figure.Kind kind = draft.figureKind();
    boolean change = draft.level == null;
    boolean last = true;
    int least = Math.max(0, before.size() - MOST_ITEMS_BACK);
    for (int j = before.size() - 1; j >= least; j--) {
      if (before.get(j) instanceof MetricItem m && (change || m.metric().units().contains(kind))) {
        evidence.add(m.metric(), last ? MetricSign.BEFORE_NAMED_LAST : MetricSign.BEFORE_NAMED);
        last = false;
      }
    }
    vocabulary.hints().tell(before.hints(), kind, change, evidence);
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
}
