package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.FactFinder.FoundFact;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TableFactsTest {
  @Test
  void readsMetricsInRowsAndPeriodsInColumns() {
    assertThat(
            PrintedFacts.lines(
                """
                Year to December | 2025A | 2026E | 2027E
                Revenue ($bn) | 20.1 | 22.4 | 24.9
                Gross margin (%) | 41.0 | 41.5 | n/a
                Adjusted EPS ($) | 3.05 | 3.48 | 3.97
                Consensus EPS ($) | n/a | 3.42 | 3.84
                """))
        .containsExactly(
            "actual revenue 20100000000 USD [2025A]",
            "estimate revenue 22400000000 USD [2026E]",
            "estimate revenue 24900000000 USD [2027E]",
            "actual gross_margin 41 % [2025A]",
            "estimate gross_margin 41.5 % [2026E]",
            "actual eps 3.05 USD [2025A]",
            "estimate eps 3.48 USD [2026E]",
            "estimate eps 3.97 USD [2027E]",
            "consensus eps 3.42 USD [2026E]",
            "consensus eps 3.84 USD [2027E]");
  }

  @Test
  void tellsWhoseFiguresAColumnHas() {
    assertThat(
            PrintedFacts.lines(
                """
                $ million | Actual | Consensus | Kestrel Research
                Revenue | 814 | 782 | 790
                EBITDA | 210 | 199 | 204
                """))
        .containsExactly(
            "actual revenue 814000000 USD [-]",
            "consensus revenue 782000000 USD [-]",
            "estimate revenue 790000000 USD [-]",
            "actual ebitda 210000000 USD [-]",
            "consensus ebitda 199000000 USD [-]",
            "estimate ebitda 204000000 USD [-]");
  }

  @Test
  void readsNamesInRowsAndMetricsInColumns() {
    String text =
        """
        | Company | Target | Old | EBIT 2026e (€m) | Change | vs consensus |
        |---|---:|---:|---:|---:|---:|
        | Lufthansa (LHA GY) | €6.20 | €6.80 | 1,480 | -12% | -14% |
        | Ryanair (RYA ID) | €34.00 | €31.00 | 2,640 | +4% | 0% |
        """;
    assertThat(PrintedFacts.lines(text))
        .containsExactly(
            "estimate price_target 6.2 EUR [-] down 0.6",
            "estimate operating_profit 1480000000 EUR [2026e] down 12 %",
            "estimate operating_profit [2026e] down 14 % vs consensus",
            "estimate price_target 34 EUR [-] up 3",
            "estimate operating_profit 2640000000 EUR [2026e] up 4 %",
            "estimate operating_profit [2026e] flat 0 % vs consensus");
    List<FoundFact> facts = PrintedFacts.find(text).facts();
    assertThat(facts.getFirst().fact().entityId()).contains("LHA");
    assertThat(facts.getLast().fact().entityId()).contains("RYA");
    assertThat(facts).allMatch(fact -> fact.span().of(text).matches("[^|]+"));
  }

  @Test
  void readsWhatABeforeColumnHolds() {
    assertThat(
            PrintedFacts.lines(
                """
                | New | Old
                Rating | Sell | Hold
                Price target | $27 | $34
                2026E EPS | $1.70 | $2.15
                """))
        .containsExactly(
            "estimate price_target 27 USD [-] down 7", "estimate eps 1.7 USD [2026E] down 0.45");
  }

  @Test
  void leavesOutCellsWhoseMetricOrUnitIsNotPlain() {
    assertThat(
            PrintedFacts.lines(
                """
                Item | 2025 | 2026
                Widgets | 12 | 14
                Revenue | 5,7 | 10
                Revenue ($m) | about five | 10 or 11
                """))
        .isEmpty();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void readsThousandsOfFigures() {
    StringBuilder table = new StringBuilder("$m | 2023 | 2024 | 2025 | 2026E\n");
    int rows = 5_000;
    for (int row = 0; row < rows; row++) {
      table.append("Revenue | 1 | 2 | 3 | ").append(10_000 + row).append('\n');
    }
    assertThat(PrintedFacts.lines(table.toString())).hasSize(4 * rows);
  }
}
