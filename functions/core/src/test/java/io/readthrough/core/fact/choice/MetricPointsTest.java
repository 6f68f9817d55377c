package io.readthrough.core.fact.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.metric.MetricHints;
import io.readthrough.core.fact.metric.MetricSign;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MetricPointsTest {
  private final Points points = MetricPoints.standard();
  private final MetricFeatures features = MetricFeatures.standard();

  private double of(MetricSign sign, boolean change) {
    return points.of(features.of(sign, change));
  }

  @Test
  void namesEveryFeatureOnce() {
    assertThat(new HashSet<>(MetricPoints.features())).hasSameSizeAs(MetricPoints.features());
  }

  @Test
  void numbersFeaturesAsTheirNamesAre() {
    MetricHints.Hint hint = FactVocabulary.standard().hints().all().getLast();
    assertThat(MetricPoints.features().get(features.of(MetricSign.LEFT_0, false)))
        .isEqualTo("level:left_0");
    assertThat(
            MetricPoints.features()
                .get(features.ofRead(FactVocabulary.standard().metric("eps"), true)))
        .isEqualTo("change:read:eps");
    assertThat(MetricPoints.features().get(features.of(hint, false)))
        .isEqualTo("level:hint:" + hint.name());
  }

  @Test
  void aNameCloserToTheFigureIsWorthMore() {
    assertThat(of(MetricSign.LEFT_0, true)).isGreaterThan(of(MetricSign.LEFT_3, true));
    assertThat(of(MetricSign.READ_LEFT_0, false)).isGreaterThan(of(MetricSign.READ_LEFT_8, false));
  }

  @Test
  void aSizeThatDoesNotFitSpeaksAgainst() {
    assertThat(of(MetricSign.SMALL_FOR_TOTAL, false)).isNegative();
    assertThat(of(MetricSign.LARGE_FOR_PRICE, false)).isNegative();
  }
}
