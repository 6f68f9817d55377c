package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {
  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          + | Revenue rose 5%.
          - | Revenue fell 5%.
          + | Costs fell 5%.
          - | Costs rose 5%.
          + | The shares climbed.
          - | The shares slumped.
          + | The company raised its guidance.
          - | The company lowered its guidance.
          + | Guidance was raised.
          - | There was a fall in orders.
          + | There was a fall in costs.
          - | Higher costs are likely.
          + | Lower churn helped.
          - | Growth slowed.
          + | The decline in sales eased.
          + | Losses narrowed.
          - | Losses widened.
          - | Demand is weak.
          - | Revenue did not grow.
          + | Margins did not fall.
          - | Sales failed to recover.
          + | There is no risk of default.
          + | The deal removes the overhang.
          + | The result eased concern about liquidity.
          - | The strike hurt sales.
          + | Earnings beat estimates.
          - | Earnings missed estimates.
          - | Costs exceeded the forecast.
          + | Not only did sales rise, margins did too.
          - | Sales edged up, but profit plunged.
          + | Although sales dipped, profit soared.
          - | Is a dividend cut coming?
          + | The shares hit a two-month high.
          - | The currency hits a 5-month low.
          + | The stock hit its upper circuit.
          + | Jobless claims hit a multi-year low.
          - | Crude drops below $98 a barrel.
          - | Profit fell short of the forecast.
          - | The index has its worst drop since February.
          - | Expansion costs soared.
          - | Weak demand outweighs the worries about supply.
          - | Risks to growth are still to the downside.
          + | Sales of $10.45 bln vs. $9.83 bln a year ago.
          - | The unemployment rate was 4.9% against 4.1%.
          + | The loss of $0.03 a share was narrower than the $0.09 of last year.
          - | The stock was outperformed by its peers.
          - | The shares slump post a 33% decline in profit.
          + | The company has cut costs by $450 million.
          + | The company cut $450 million of costs.
          - | The company has cut its guidance.
          + | The charge was smaller than feared.
          - | The slump was deeper than feared.
          0 | The market is quiet ahead of the policy meeting.
          0 | The company raised $300 million from a bond.
          0 | The meeting is on Tuesday.
          0 | The company will hire up to 90 people.
          """)
  void composesAClause(char expected, String text) {
    assertThat(sign(text)).as(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The dividend could be cut.        | The dividend was cut.
          Is the dividend cut?              | The dividend was cut.
          The dividend is cut if it rains.  | The dividend was cut.
          Sales fell slightly.              | Sales fell.
          Sales fell.                       | Sales fell sharply.
          Rumour has it that sales fell.    | Sales fell.
          The company loses nothing.        | The company loses.
          Nobody is bearish on oil.         | We are bearish on oil.
          """)
  void weighsTheFirstLessThanTheSecond(String weaker, String stronger) {
    assertThat(Math.abs(score(weaker))).isLessThan(Math.abs(score(stronger)));
  }

  @Test
  void whatSeveralSentencesSayAddsUp() {
    List<String> good =
        List.of(
            "We are pleased with demand.",
            "Margins improved.",
            "Orders grew.",
            "We gained share.",
            "Cash flow was strong.");
    double before = 0;
    for (int n = 1; n <= good.size(); n++) {
      String text = String.join(" ", good.subList(0, n));
      double score = score(text + " The call is on Tuesday.".repeat(good.size() - n));
      assertThat(score).as(text).isGreaterThan(before);
      before = score;
    }
    assertThat(before).isGreaterThan(0.9);
  }

  private char sign(String text) {
    double score = score(text);
    return score > 0.05 ? '+' : score < -0.05 ? '-' : '0';
  }

  private double score(String text) {
    return scorer.scoreText(text, List.of()).overall().score();
  }
}
