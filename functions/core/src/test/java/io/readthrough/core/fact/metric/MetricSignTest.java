package io.readthrough.core.fact.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricSignTest {
  @Test
  void signsOfASeriesFollowTheDistance() {
    assertThat(MetricSign.LEFT_0.words(0)).isEqualTo(MetricSign.LEFT_0);
    assertThat(MetricSign.LEFT_0.words(3)).isEqualTo(MetricSign.LEFT_3);
    assertThat(MetricSign.LEFT_0.words(40)).isEqualTo(MetricSign.LEFT_8);
    assertThat(MetricSign.HINT_BEFORE_1.tokens(0)).isEqualTo(MetricSign.HINT_BEFORE_1);
    assertThat(MetricSign.HINT_BEFORE_1.tokens(20)).isEqualTo(MetricSign.HINT_BEFORE_24);
  }
}
