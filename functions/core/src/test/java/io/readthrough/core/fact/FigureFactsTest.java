package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Revenue was $136 million. ~ actual revenue 136000000 USD
          Kestrel reported sales of €1.2bn for Q3. ~ actual revenue 1200000000 EUR [Q3]
          Orvel ended June with $1.2 billion in liquidity. ~ actual liquidity 1200000000 USD [June]
          It holds 1.8 GW of contracted power. ~ actual contracted_power 1.8 GW
          Operating margin was 14.5% in the second quarter. ~ actual operating_margin 14.5 % [second quarter]
          Net leverage stands at 7.4x. ~ actual leverage 7.4 x
          Net debt is about £310m. ~ actual net_debt about 310000000 GBP
          Lead times are nearly 30 weeks. ~ actual lead_time about 30 weeks
          PAT of Rs 279 cr; net profit of Rs 279 crore. ~ actual net_income 2790000000 INR; actual net_income 2790000000 INR
          Free cash flow was (€45m). ~ actual free_cash_flow -45000000 EUR
          EPS was $(0.42). ~ actual eps -0.42 USD
          Operating margin was twenty-five percent. ~ actual operating_margin 25 %
          The firm earned $5.32 a share. ~ actual eps 5.32 USD
          Net income came in at 40 million euros. ~ actual net_income 40000000 EUR
          Orvel has a treasury of 900 Bitcoin, valued at $68 million. ~ actual coins_held 900 BTC; actual coins_held_value 68000000 USD
          """)
  void readsLevels(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Kestrel delivered 72,310 and Orvel 38,200. ~ actual deliveries 72310 count; actual deliveries 38200 count
          Charging sites: 3,700. ~ actual stores 3700 count
          Sales were $3bn. EBIT came to 410m. ~ actual revenue 3000000000 USD; actual operating_profit 410000000 USD
          The car is called the 4000 and was launched in 2011. ~ ''
          """)
  void readsNumbersThatCanOnlyBeQuantitiesOrMoney(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  /// Signed points beside a percentage are its change, and so are signed amounts beside an amount.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Gross margin was 74.8% (+210bp). ~ actual gross_margin 74.8 % up 210 bps
          The operating margin was 12.1%, -30bp. ~ actual operating_margin 12.1 % down 30 bps
          The policy rate is 38.5% after -100bp. ~ actual policy_rate 38.5 % down 100 bps
          Gross margin -30bp. ~ actual gross_margin down 30 bps
          ARPU was $14.50 (+$0.90). ~ actual arpu 14.5 USD up 0.9
          """)
  void readsSignedFiguresBesideALevelAsItsChange(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          They cut capex by $200m to $1.1bn. ~ actual capex 1100000000 USD down 200000000
          The dollar hit EBIT by $900m. ~ actual operating_profit down 900000000
          We trim EPS 26-28e by 2-4%. ~ estimate eps down 3 %
          The loan pays S+425. ~ actual credit_spread 425 bps
          Book-to-bill 1.08. ~ actual book_to_bill 1.08 x
          The default rate was 2.9% LTM. ~ actual default_rate 2.9 % [LTM]
          The old 6.875s trade at 100.75. ~ actual bond_price 100.75 points
          """)
  void readsWhatDesksWriteShort(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Kestrel Q3: margins hold. Revenue was $136 million. ~ actual revenue 136000000 USD [Q3]
          EBITDA was $9m in Q2. Orders rose 4%. ~ actual ebitda 9000000 USD [Q2]; actual orders [Q2] up 4 %
          EBITDA was $9m in Q2. Our target is $12. ~ actual ebitda 9000000 USD [Q2]; estimate price_target 12 USD
          EBITDA was $9m in Q2. EBITDA was $31m. ~ actual ebitda 9000000 USD [Q2]; actual ebitda 31000000 USD
          In 2027 we see EBITDA of $9m. Orders rose 4%. ~ estimate ebitda 9000000 USD [2027]; actual orders up 4 %
          """)
  void takesThePeriodOfTheReportForGranted(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @Test
  void readsCellsInBracketsAsBelowZero() {
    assertThat(facts("($ in millions) | Q1 | Q2\nFree cash flow | (12) | 15\nEPS | $(0.42) | 0.10"))
        .isEqualTo(
            "actual free_cash_flow -12000000 USD [Q1]; actual free_cash_flow 15000000 USD [Q2];"
                + " actual eps -0.42 USD [Q1]; actual eps 0.1 USD [Q2]");
  }

  /// What goes out or is lost is an amount; less than no net debt is net cash.
  @Test
  void readsOutlaysInBracketsAsAmounts() {
    assertThat(facts("($ in millions) | Q1\nNet loss | (7)\nCapex | (40)\nNet debt | (120)"))
        .isEqualTo(
            "actual net_loss 7000000 USD [Q1]; actual capex 40000000 USD [Q1];"
                + " actual net_debt -120000000 USD [Q1]");
  }

  @Test
  void takesNoFigureFromADisclosure() {
    assertThat(facts("The firm and its affiliates beneficially own 1% of the shares.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Revenue rose 9% year on year. ~ actual revenue up 9 % YoY
          Revenue of $300m, down 25% sequentially, hurt. ~ actual revenue 300000000 USD down 25 % QoQ
          Orvel saw a 12% drop in orders. ~ actual orders down 12 %
          Gross margin widened 150 basis points to 41%. ~ actual gross_margin 41 % up 150 bps
          Net debt fell by $3.8 billion. ~ actual net_debt down 3800000000
          Capex was cut to $15 billion from $17 billion. ~ actual capex 15000000000 USD down 2000000000
          The operating margin rose from 12% to 14.5%. ~ actual operating_margin 14.5 % up 250 bps
          Net loss was flat at $38 million. ~ actual net_loss 38000000 USD flat
          Deliveries were down 6% on the quarter. ~ actual deliveries down 6 % QoQ
          Churn -2% QoQ. ~ actual churn down 2 % QoQ
          Bitcoin averaged $80,000, 10% more than in May. ~ actual average_price 80000 USD up 10 %
          """)
  void readsChanges(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          EPS of $1.62 was 19% short of the $2.01 the Street expected. ~ actual eps 1.62 USD; actual eps down 19 % vs consensus; consensus eps 2.01 USD
          Revenue of $81bn beat consensus of $78bn and grew 43%. ~ actual revenue 81000000000 USD up 43 %; consensus revenue 78000000000 USD
          EBIT was €150m (cons. €140m). ~ actual operating_profit 150000000 EUR; consensus operating_profit 140000000 EUR
          Revenue of $24.6 billion compares with our $25.1 billion. ~ actual revenue 24600000000 USD; estimate revenue 25100000000 USD
          Guidance is for EBITDA of €5.7–6.0 billion this year. ~ guidance ebitda 5700000000..6000000000 EUR [this year]
          We forecast free cash flow of $10.8 billion this year. ~ estimate free_cash_flow 10800000000 USD [this year]
          Price target: $84 (was $102). ~ estimate price_target 84 USD down 18
          Our target goes to 3,150p from 2,700p. ~ estimate price_target 31.5 GBP up 4.5
          Gross margin of 40%, 220 basis points better than guided. ~ actual gross_margin 40 %; actual gross_margin up 220 bps vs guidance
          Management budgets a 14- to 18-month deployment. ~ guidance deployment_time 14..18 months
          """)
  void tellsActualFromExpected(String text, String expected) {
    assertThat(facts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The board met on 12 May at 15:50.",
        "Revenue of 5,7 is hard to read.",
        "Call 020 7946 0018 about revenue.",
        "Deliveries on 2 October matter.",
        "Revenue ($m) | 81.4 | 78.2",
        "Three reasons why most readers agree.",
        ""
      })
  void leavesOutWhatItCannotRead(String text) {
    assertThat(facts(text)).isEmpty();
  }

  @Test
  void namesWhomTheSentenceNames() {
    assertThat(find("Walmart's revenue was $160 billion.").getFirst().fact().entityId())
        .isEqualTo("equity:WMT");
    assertThat(find("Revenue was $160 billion.").getFirst().fact().entityId()).isNull();
    assertThat(find("Walmart thinks that core inflation is 3%.").getFirst().fact().entityId())
        .isNull();
    assertThat(find("For Walmart the average Bitcoin price was $80,000.").getFirst().fact())
        .extracting(Fact::entityId)
        .isEqualTo("crypto:BTC");
  }

  @Test
  void tellsWhichWayIsGood() {
    assertThat(find("Net debt is $3 billion.").getFirst().fact().goodWhen())
        .isEqualTo(Fact.GoodWhen.DOWN);
    assertThat(find("Revenue is $3 billion.").getFirst().fact().goodWhen())
        .isEqualTo(Fact.GoodWhen.UP);
  }

  @Test
  void standsOnTheWordsThatItReads() {
    String text = "In Q2 revenue came in at $136 million, a 25% drop on the quarter.";
    assertThat(find(text).getFirst().span().of(text))
        .isEqualTo("revenue came in at $136 million, a 25%");
    assertThat(find(text).getFirst().fact().label()).isEqualTo("revenue");
  }

  @Test
  void readsTheFactsOfASampleNote() throws IOException {
    String note = Files.readString(Path.of("../../events/notes/cleanspark-hybrid-power.txt"));
    assertThat(facts(note).split("; "))
        .containsExactly(
            "actual revenue 136000000 USD [Q2] down 25 % QoQ",
            "actual average_price about 76000 USD [Q2] down 24 %",
            "actual net_loss 378000000 USD [Q2]",
            "actual mark_to_market_charge 263000000 USD [Q2]",
            "actual liquidity 1200000000 USD",
            "actual contracted_power 1.8 GW",
            "actual coins_held 13561 BTC",
            "actual coins_held_value about 925000000 USD",
            "guidance deployment_time 14..18 months");
  }

  private List<FoundFact> find(String text) {
    return PrintedFacts.find(text).facts();
  }

  private String facts(String text) {
    return String.join("; ", PrintedFacts.lines(text)).replace(" [-]", "");
  }
}
