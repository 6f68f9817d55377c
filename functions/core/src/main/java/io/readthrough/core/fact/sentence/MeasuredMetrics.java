package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricEvidence;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.metric.MetricSign;
import java.math.BigDecimal;

/// Tells what the unit and the size of a figure say for a metric.
final class MeasuredMetrics {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final FactVocabulary vocabulary;

  MeasuredMetrics(FactVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// What figures are whose metric has no name.
  void tell(Draft draft, MetricEvidence evidence) {
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
  void tell(Draft draft, Metric metric, MetricEvidence evidence) {
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
