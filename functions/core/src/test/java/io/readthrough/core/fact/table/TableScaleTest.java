package io.readthrough.core.fact.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.figure.Units.Unit;
import org.junit.jupiter.api.Test;
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
    "$ millions, USD, 6",
    "($ in millions), USD, 6",
    "in millions of dollars, USD, 6",
    "'$ in millions, except eps', USD, 6",
    "revenue (mio eur), EUR, 6",
    "eur mio, EUR, 6",
    "tsd eur, EUR, 3",
    "(€ thousands), EUR, 3",
    "($'000), USD, 3",
    "($000s), USD, 3",
    "sales (meur), EUR, 6",
    "msek, SEK, 6",
    "$ per tonne, USD, 0",
    "raised $5 million in 2025, USD, 0",
  })
  void readsCurrencyAndScale(String heading, String currency, int zeros) {
    TableScale scale = requireNonNull(TableScale.in(heading));
    assertThat(scale.currency()).isEqualTo(currency);
    assertThat(scale.zeros()).isEqualTo(zeros);
  }

  @ParameterizedTest
  @CsvSource({"(in millions), 6", "users (thousands), 3", "'revenue, in billions', 9"})
  void readsAScaleWithoutACurrency(String heading, int zeros) {
    TableScale scale = requireNonNull(TableScale.in(heading));
    assertThat(scale.currency()).isNull();
    assertThat(scale.zeros()).isEqualTo(zeros);
  }

  @Test
  void aWordThatIsNotKnownBehindACurrencyLeavesTheScaleOpen() {
    assertThat(TableScale.in("sales (€ myriads)")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output in t",
        "average (weighted)",
        "brands",
        "users",
        "growth (yoy)",
        "$",
        "(",
        ""
      })
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

  @ParameterizedTest
  @CsvSource({"('000 t), t, 3", "stocks in million barrels, bbl, 6", "(thousand tonnes), t, 3"})
  void readsAScaleOfWhatIsMeasured(String heading, String unit, int zeros) {
    Unit measure = requireNonNull(requireNonNull(TableScale.in(heading)).measure());
    assertThat(measure.name()).isEqualTo(unit);
    assertThat(measure.zeros()).isEqualTo(zeros);
  }

  @Test
  void anAmountInACaptionIsNoScale() {
    assertThat(TableScale.in("stocks of 340,000 t at the end")).isNull();
  }
}
