package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricPointsTest {
  private final MetricPoints points = MetricPoints.standard();

  @Test
  void everySignHasItsWorth() {
    for (MetricSign sign : MetricSign.values()) {
      assertThat(points.of(sign, false)).isBetween(-5.0, 5.0);
      assertThat(points.of(sign, true)).isBetween(-5.0, 5.0);
    }
  }

  @Test
  void aNameCloserToTheFigureIsWorthMore() {
    assertThat(points.of(MetricSign.LEFT_0, true))
        .isGreaterThan(points.of(MetricSign.LEFT_3, true));
    assertThat(points.of(MetricSign.READ_LEFT_0, false))
        .isGreaterThan(points.of(MetricSign.READ_LEFT_8, false));
  }

  @Test
  void aSizeThatDoesNotFitSpeaksAgainst() {
    assertThat(points.of(MetricSign.SMALL_FOR_TOTAL, false)).isNegative();
    assertThat(points.of(MetricSign.LARGE_FOR_PRICE, false)).isNegative();
  }

  @Test
  void signsOfASeriesFollowTheDistance() {
    assertThat(MetricSign.LEFT_0.words(0)).isEqualTo(MetricSign.LEFT_0);
    assertThat(MetricSign.LEFT_0.words(3)).isEqualTo(MetricSign.LEFT_3);
    assertThat(MetricSign.LEFT_0.words(40)).isEqualTo(MetricSign.LEFT_8);
    assertThat(MetricSign.HINT_BEFORE_1.tokens(0)).isEqualTo(MetricSign.HINT_BEFORE_1);
    assertThat(MetricSign.HINT_BEFORE_1.tokens(20)).isEqualTo(MetricSign.HINT_BEFORE_24);
  }
}
