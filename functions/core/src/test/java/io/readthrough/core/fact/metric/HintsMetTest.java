package io.readthrough.core.fact.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HintsMetTest {
  @Test
  void findsTheFirstHintAtOrBehindAToken() {
    HintsMet hints = new HintsMet();
    for (int token = 3; token <= 60; token += 3) {
      hints.add(token, (7L << 32) | (token + 2));
    }
    assertThat(hints.size()).isEqualTo(20);
    assertThat(hints.from(0)).isZero();
    assertThat(hints.from(6)).isEqualTo(1);
    assertThat(hints.from(7)).isEqualTo(2);
    assertThat(hints.from(61)).isEqualTo(hints.size());
    assertThat(hints.start(2)).isEqualTo(9);
    assertThat(hints.end(2)).isEqualTo(11);
    assertThat(hints.number(2)).isEqualTo(7);
  }
}
