package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.sentence.FoundFact;
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
  void readsColumnsThatStandApartByBlanks() {
    assertThat(
            PrintedFacts.lines(
                """
                Kestrel and its peers, as we see them now:

                Company        Rating   TP (p)   Prev (p)   Yield 26E   PBT 27E (£m)   vs cons
                Kestrel          Buy      495       470        4.9%         725         +4%
                Orvel Foods     Hold    3,950     4,100        1.8%         445         -2%
                """))
        .containsExactly(
            "estimate price_target 4.95 GBP [-] up 0.25",
            "estimate dividend_yield 4.9 % [26E]",
            "estimate pre_tax_profit 725000000 GBP [27E]",
            "estimate pre_tax_profit [27E] up 4 % vs consensus",
            "estimate price_target 39.5 GBP [-] down 1.5",
            "estimate dividend_yield 1.8 % [26E]",
            "estimate pre_tax_profit 445000000 GBP [27E]",
            "estimate pre_tax_profit [27E] down 2 % vs consensus");
  }

  @Test
  void readsFormerValuesInBracketsAndTheScaleBelow() {
    assertThat(
            PrintedFacts.lines(
                """
                Kestrel and its peers:

                Company        Rating   PT (old)    Q3e EBITDA   Cons.   EV/EBITDA 27e
                Kestrel           Buy    €47 (49)        1,485    1,540           7.1x
                Orvel Foods      Hold    €17 (22)           98      121           7.9x
                EBITDA in €m. Prices of Friday.
                """))
        .containsExactly(
            "estimate price_target 47 EUR [-] down 2",
            "estimate ebitda 1485000000 EUR [Q3e]",
            "consensus ebitda 1540000000 EUR [Q3e]",
            "estimate ev_to_ebitda 7.1 x [27e]",
            "estimate price_target 17 EUR [-] down 5",
            "estimate ebitda 98000000 EUR [Q3e]",
            "consensus ebitda 121000000 EUR [Q3e]",
            "estimate ev_to_ebitda 7.9 x [27e]");
  }

  @Test
  void takesTheMetricFromTheCornerOrTheLineAbove() {
    assertThat(
            PrintedFacts.lines(
                """
                Orders by division (€m)

                               Q3 2026    Q3 2025    y/y
                Robots              104         88    +19%
                Machines             31         34     -7%
                """))
        .containsExactly(
            "actual orders 104000000 EUR [Q3 2026] up 19 % YoY",
            "actual orders 88000000 EUR [Q3 2025]",
            "actual orders 31000000 EUR [Q3 2026] down 7 % YoY",
            "actual orders 34000000 EUR [Q3 2025]");
    assertThat(
            PrintedFacts.lines(
                """
                Backlog at 30 June      €bn      y/y     Book-to-bill
                Vehicles               38.2     +61%        3.4x
                Ships                   9.6     n.m.        1.1x
                """))
        .contains(
            "actual backlog 38200000000 EUR [-] up 61 % YoY", "actual book_to_bill 3.4 x [-]");
  }

  @Test
  void readsACellThatNamesItsOwnMetric() {
    assertThat(
            PrintedFacts.lines(
                """
                Meridian Equities | Technology | 15 October 2026
                NEUTRAL | CMP Rs 1,612 | Target Rs 1,680 (from Rs 1,650)
                """))
        .containsExactly(
            "actual share_price 1612 INR [-]", "estimate price_target 1680 INR [-] up 30");
  }

  @Test
  void takesProseWithWideGapsForNoTable() {
    assertThat(
            PrintedFacts.lines(
                """
                Revenue was $2 billion.   Costs were $1 billion.   We stay.
                Margins were 12%.   Orders rose 4%.   We stay.
                Cash was $3 billion.   Debt was $1 billion.   We stay.
                """))
        .contains("actual revenue 2000000000 USD [-]", "actual cash 3000000000 USD [-]")
        .hasSize(6);
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

  @Test
  void readsAmountsForOneShareInTheCurrencyOfTheText() {
    assertThat(
            PrintedFacts.lines(
                """
                We look again at what $2.1 billion and $3.4 billion of capex do to the two:

                          Rtg    Px (9/25)    PT     26E EPS   27E P/E (x)
                Kestrel   Buy     139.20     172      9.05       14.2
                Orvel    Hold      13.06      11     -1.12       n.m.
                """))
        .contains(
            "actual share_price 139.2 USD [-]",
            "estimate price_target 172 USD [-]",
            "estimate eps 9.05 USD [26E]",
            "estimate price_to_earnings 14.2 x [27E]",
            "actual share_price 13.06 USD [-]",
            "estimate price_target 11 USD [-]",
            "estimate eps -1.12 USD [26E]");
  }

  @Test
  void setsNewFiguresAgainstTheOldOnesBeforeThem() {
    assertThat(
            PrintedFacts.lines(
                """
                Changes to our numbers (EURm)

                             2026E old   new    2027E old   new
                Revenue       6,610    6,640     6,930    6,720
                EBITDA        3,890    3,905     4,080    3,850
                """))
        .containsExactly(
            "estimate revenue 6640000000 EUR [2026E] up 30000000",
            "estimate revenue 6720000000 EUR [2027E] down 210000000",
            "estimate ebitda 3905000000 EUR [2026E] up 15000000",
            "estimate ebitda 3850000000 EUR [2027E] down 230000000");
  }

  @Test
  void readsRowsOfFormerAndExpectedFigures() {
    assertThat(
            PrintedFacts.lines(
                """
                EPS ($)   2026E    2027E
                New        3.35     4.90
                Old        3.05     3.80
                Street     3.28     4.12
                """))
        .containsExactly(
            "estimate eps 3.35 USD [2026E] up 0.3",
            "estimate eps 4.9 USD [2027E] up 1.1",
            "consensus eps 3.28 USD [2026E]",
            "consensus eps 4.12 USD [2027E]");
  }

  @Test
  void readsWhatThingsCostByWeightAndHowThatMoved() {
    assertThat(
            PrintedFacts.lines(
                """
                What moved

                Kraftliner, US East      $925/st      +$10 w/w
                OCC, US average          $71/st       -$6 m/m
                Testliner, Germany       €515/t       +€10 w/w
                """))
        .containsExactly(
            "actual spot_price 925 USD [-] up 10",
            "actual spot_price 71 USD [-] down 6 MoM",
            "actual spot_price 515 EUR [-] up 10");
  }

  @Test
  void takesForFormerOrAChangeOnlyWhatAWholeWordCallsSo() {
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2026 | Q3 2025
                Revenue | 900 | 800
                Profit before tax | 120 | 110
                Washington revenue | 40 | 35
                Exchange fees revenue | 60 | 50
                """))
        .containsExactly(
            "actual revenue 900000000 USD [Q3 2026]",
            "actual revenue 800000000 USD [Q3 2025]",
            "actual pre_tax_profit 120000000 USD [Q3 2026]",
            "actual pre_tax_profit 110000000 USD [Q3 2025]",
            "actual revenue 40000000 USD [Q3 2026]",
            "actual revenue 35000000 USD [Q3 2025]",
            "actual noninterest_income 60000000 USD [Q3 2026]",
            "actual noninterest_income 50000000 USD [Q3 2025]");
    assertThat(
            PrintedFacts.lines(
                """
                Company | Revenue 2026E ($m) | Profit before tax 2026E ($m) | Change | New PT | Old PT
                Kestrel | 900 | 120 | +4% | $31 | $27
                """))
        .containsExactly(
            "estimate revenue 900000000 USD [2026E]",
            "estimate pre_tax_profit 120000000 USD [2026E] up 4 %",
            "estimate price_target 31 USD [-] up 4");
  }

  @Test
  void countsPeopleAndShopsOneByOneUnderAmountsOfMoney() {
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2026
                Revenue | 900
                Headcount | 400
                Stores | 98
                """))
        .containsExactly(
            "actual revenue 900000000 USD [Q3 2026]",
            "actual employees 400 count [Q3 2026]",
            "actual stores 98 count [Q3 2026]");
    assertThat(
            PrintedFacts.lines(
                """
                EUR m | 2026E
                Revenue | 900
                Dividend per share | 0.40
                Dividends | 120
                """))
        .containsExactly(
            "estimate revenue 900000000 EUR [2026E]",
            "estimate dividend 0.4 EUR [2026E]",
            "estimate dividend 120000000 EUR [2026E]");
  }

  @Test
  void setsNothingAgainstAFigureOfTheRowAbove() {
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2026 | Prior
                Revenue | 900 | 850
                Group revenue | n/a | 700
                """))
        .containsExactly("actual revenue 900000000 USD [Q3 2026] up 50000000");
  }

  @Test
  void takesChangesForThoseOfTheCurrentPeriod() {
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2026 | Q3 2025 | yoy | vs cons
                Revenue | 900 | 800 | +12.5% | +3%
                """))
        .containsExactly(
            "actual revenue 900000000 USD [Q3 2026] up 12.5 % YoY",
            "actual revenue 800000000 USD [Q3 2025]",
            "actual revenue [Q3 2026] up 3 % vs consensus");
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2026 | Q2 2026 | QoQ | Q3 2025 | YoY
                Revenue | 900 | 850 | +5.9% | 800 | +12.5%
                """))
        .containsExactly(
            "actual revenue 900000000 USD [Q3 2026] up 5.9 % QoQ",
            "actual revenue 850000000 USD [Q2 2026]",
            "actual revenue 800000000 USD [Q3 2025]",
            "actual revenue [Q3 2026] up 12.5 % YoY");
    assertThat(
            PrintedFacts.lines(
                """
                $m | Q3 2025 | Q3 2026 | m/m | 2026E | y/y | 2025 | y/y
                Revenue | 800 | 900 | +1% | 3,500 | +4% | 3,300 | +2%
                """))
        .containsExactly(
            "actual revenue 800000000 USD [Q3 2025]",
            "actual revenue 900000000 USD [Q3 2026] up 1 % MoM",
            "estimate revenue 3500000000 USD [2026E] up 4 % YoY",
            "actual revenue 3300000000 USD [2025] up 2 % YoY");
    assertThat(
            PrintedFacts.lines(
                """
                $m | Actual | Consensus | y/y
                Revenue | 900 | 880 | +4%
                """))
        .containsExactly(
            "actual revenue 900000000 USD [-] up 4 % YoY", "consensus revenue 880000000 USD [-]");
  }

  @Test
  void takesThePeriodOfColumnsFromTheCornerOrTheFirstOfThem() {
    assertThat(
            PrintedFacts.lines(
                """
                Q3 2026, $m | Actual | Consensus | Q3 2025 | y/y
                Revenue | 900 | 880 | 800 | +12.5%
                """))
        .containsExactly(
            "actual revenue 900000000 USD [Q3 2026] up 12.5 % YoY",
            "consensus revenue 880000000 USD [Q3 2026]", "actual revenue 800000000 USD [Q3 2025]");
    assertThat(
            PrintedFacts.lines(
                """
                $m | 3Q26A | Our est. | Consensus
                Revenue | 900 | 890 | 880
                """))
        .containsExactly(
            "actual revenue 900000000 USD [3Q26A]",
            "estimate revenue 890000000 USD [3Q26A]",
            "consensus revenue 880000000 USD [3Q26A]");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void readsThousandsOfChangesInOneRow() {
    int pairs = 40_000;
    String table =
        "$m"
            + " | 2026".repeat(pairs)
            + " | y/y".repeat(pairs)
            + "\nRevenue"
            + " | 1".repeat(pairs)
            + " | +4%".repeat(pairs)
            + '\n';
    assertThat(PrintedFacts.lines(table)).hasSizeGreaterThanOrEqualTo(pairs);
  }

  @Test
  void headsEachPairOfColumnsByThePeriodAboveIt() {
    assertThat(
            PrintedFacts.lines(
                """
                Estimate changes (SEKm)

                                  2026E              2027E              2028E
                               old      new       old      new       old      new
                Orders       72,900   70,400    75,300   69,100    78,800   73,000
                Sales        71,600   71,200    75,000   71,800    78,100   72,900
                DPS            9.00     9.00      9.50     9.25     10.00     9.75
                """))
        .containsExactly(
            "estimate orders 70400000000 SEK [2026E] down 2500000000",
            "estimate orders 69100000000 SEK [2027E] down 6200000000",
            "estimate orders 73000000000 SEK [2028E] down 5800000000",
            "estimate revenue 71200000000 SEK [2026E] down 400000000",
            "estimate revenue 71800000000 SEK [2027E] down 3200000000",
            "estimate revenue 72900000000 SEK [2028E] down 5200000000",
            "estimate dividend 9 SEK [2026E] flat 0",
            "estimate dividend 9.25 SEK [2027E] down 0.25",
            "estimate dividend 9.75 SEK [2028E] down 0.25");
  }

  @Test
  void readsAPriceByWhatTheTableRatesOrTheRowNames() {
    assertThat(
            PrintedFacts.lines(
                """
                Stock         Rating   Price      TP
                Kestrel       ADD      SGD4.61    SGD5.10
                Orvel Foods   HOLD     THB312     THB345
                """))
        .containsExactly(
            "actual share_price 4.61 SGD [-]",
            "estimate price_target 5.1 SGD [-]",
            "actual share_price 312 THB [-]",
            "estimate price_target 345 THB [-]");
    assertThat(
            PrintedFacts.lines(
                """
                We lend in $ alone: $20 is the least.

                               Px     Spread    View
                Term loan B   88.5    +450bp    buy
                Senior notes  71.0    +900bp    sell
                """))
        .contains("actual bond_price 88.5 points [-]", "actual bond_price 71 points [-]");
  }

  @Test
  void readsRowsThatSayOnlyHowTheOneAboveGrowsOrWhatItLeaves() {
    assertThat(
            PrintedFacts.lines(
                """
                EUR m      2025A     2026E
                Revenue    3,060     3,400
                growth       12%       11%
                EBITDA     1,010     1,150
                margin (%)  33.0      33.8
                """))
        .containsExactly(
            "actual revenue 3060000000 EUR [2025A]",
            "estimate revenue 3400000000 EUR [2026E]",
            "actual revenue_growth 12 % [2025A]",
            "estimate revenue_growth 11 % [2026E]",
            "actual ebitda 1010000000 EUR [2025A]",
            "estimate ebitda 1150000000 EUR [2026E]",
            "actual ebitda_margin 33 % [2025A]",
            "estimate ebitda_margin 33.8 % [2026E]");
  }

  @Test
  void measuresWhatTheCaptionSaysInTheUnitThatItNames() {
    assertThat(
            PrintedFacts.lines(
                """
                World balance ('000 t, October-September)

                               2023/24   2024/25   2025/26e
                Production       4,410     4,745      4,950
                Surplus           -210        58        245
                """))
        .containsExactly(
            "actual production 4410000 t [2023/24]",
            "actual production 4745000 t [2024/25]",
            "estimate production 4950000 t [2025/26e]",
            "actual market_balance -210000 t [2023/24]",
            "actual market_balance 58000 t [2024/25]",
            "estimate market_balance 245000 t [2025/26e]");
  }

  @Test
  void readsRowsThatAddUpToTheOneBelowAsItsParts() {
    String table =
        """
        (EUR m)          2025A     2026E     2027E
        Plumbing           410       430       455
        Heating            590       %s       655
        Revenue          1,000     1,040     1,110
        Other                7         8         9
        """;
    assertThat(PrintedFacts.lines(table.formatted("610")))
        .containsExactly(
            "actual revenue 410000000 EUR [2025A]",
            "estimate revenue 430000000 EUR [2026E]",
            "estimate revenue 455000000 EUR [2027E]",
            "actual revenue 590000000 EUR [2025A]",
            "estimate revenue 610000000 EUR [2026E]",
            "estimate revenue 655000000 EUR [2027E]",
            "actual revenue 1000000000 EUR [2025A]",
            "estimate revenue 1040000000 EUR [2026E]",
            "estimate revenue 1110000000 EUR [2027E]");
    assertThat(PrintedFacts.lines(table.formatted("710")))
        .containsExactly(
            "actual revenue 1000000000 EUR [2025A]",
            "estimate revenue 1040000000 EUR [2026E]",
            "estimate revenue 1110000000 EUR [2027E]");
  }

  @Test
  void readsTheCostsOfABankBesideItsInterest() {
    assertThat(
            PrintedFacts.lines(
                """
                (MXN m)                 3Q26E     2Q26     3Q25
                Net interest income    37,450   37,900   35,600
                Operating expenses     15,880   15,400   14,390
                """))
        .contains("actual noninterest_expense 15400000000 MXN [2Q26]")
        .noneMatch(line -> line.contains(" costs "));
  }

  @Test
  void readsWhatAColumnOfEffectsWouldDo() {
    assertThat(
            PrintedFacts.lines(
                """
                             Gap    EPS effect of +5%   View
                Kestrel       17      -6.1%             avoid
                Orvel Foods    2       0.0%             prefer
                """))
        .containsExactly("estimate eps [-] down 6.1 %", "estimate eps [-] flat 0 %");
  }
}
