package io.readthrough.core.fact;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableScaleTest {
  @ParameterizedTest
  @CsvSource({
    "revenue (€m), EUR, 6",
    "$ billion, USD, 9",
    "(rmb bn), CNY, 9",
    "sales (usdm), USD, 6",
    "orders (wbn), KRW, 9",
    "net profit (rs crore), INR, 7",
    "eps (p), GBP, -2",
    "hk$m, HKD, 6",
    "price (¥), JPY, 0",
  })
  void readsCurrencyAndScale(String heading, String currency, int zeros) {
    TableScale scale = requireNonNull(TableScale.in(heading));
    assertThat(scale.currency()).isEqualTo(currency);
    assertThat(scale.zeros()).isEqualTo(zeros);
  }

  @ParameterizedTest
  @ValueSource(strings = {"average (weighted)", "brands", "users", "growth (yoy)", "$", "(", ""})
  void wordsAloneScaleNothing(String heading) {
    TableScale scale = TableScale.in(heading);
    boolean says = scale != null && (scale.zeros() != 0 || scale.percent());
    assertThat(says).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"growth (%), ''", "cost (kt), t"})
  void readsPercentagesAndMeasures(String heading, String unit) {
    TableScale scale = requireNonNull(TableScale.in(heading));
    assertThat(scale.percent()).isEqualTo(unit.isEmpty());
    assertThat(scale.measure() == null ? "" : scale.measure().name()).isEqualTo(unit);
  }
}
