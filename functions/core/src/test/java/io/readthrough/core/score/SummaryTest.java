package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a note says in sixty words: what it states, never what merely stands around that.
class SummaryTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  private static final String CASE =
      "CleanSpark (NASDAQ: CLSK) signed its first lease. We upgrade CleanSpark to Buy, since the"
          + " lease pays for the campus.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: RE: strong CleanSpark print, who else should we buy before the open\n\n",
        "Dear clients of our house, a strong and excellent morning to all of you.\n\n",
        "CleanSpark: strong growth and a clean beat as the second campus is leased\n\n",
        "Is the strong and excellent CleanSpark lease not already priced in?\n\n",
        "Buy | CLSK | a strong outperformer with excellent growth | $21 | target $30\n\n",
      })
  void leavesOutWhatStatesNothing(String before) {
    assertThat(SCORER.score(BodyNote.of(before + CASE)).summary())
        .contains("We upgrade CleanSpark to Buy")
        .doesNotContain(before.strip());
  }

  @Test
  void hasTheMainClaimAndWhatCarriesTheScoreToItsSide() {
    String summary =
        SCORER
            .score(
                BodyNote.of(
                    "CleanSpark (NASDAQ: CLSK) reported its quarter this morning. Revenue rose 4%"
                        + " to $136 million, and the tax rate was 21% as it had been a year"
                        + " before, with the share count unchanged. A good thing is that power"
                        + " costs improved. We cut CleanSpark to Underweight from Neutral because"
                        + " the second campus has no tenant and the debt falls due in May. The"
                        + " margin shrank by 9 points and will shrink further. The company has"
                        + " four sites in Georgia. It also owns a warehouse and some trucks."))
            .summary();
    assertThat(summary)
        .contains("We cut CleanSpark to Underweight")
        .contains("The margin shrank")
        .doesNotContain("power costs improved")
        .doesNotContain("trucks");
  }

  @Test
  void aRatingIsNoHeadingHoweverShort() {
    assertThat(
            SCORER
                .score(
                    BodyNote.of(
                        "We rate CleanSpark Buy. CleanSpark (NASDAQ: CLSK) has four sites in"
                            + " Georgia."))
                .summary())
        .contains("We rate CleanSpark Buy.");
  }

  @Test
  void whatLeansOnTheSentenceBeforeComesWithIt() {
    String leaning = "That cuts the cost of power by a fifth and lifts the margin.";
    String before = "The second campus has its own substation since March.";
    String note = "We upgrade CleanSpark (NASDAQ: CLSK) to Buy. ";
    assertThat(SCORER.score(BodyNote.of(note + before + " " + leaning)).summary())
        .contains(before + " " + leaning);
    assertThat(
            SCORER.score(BodyNote.of(note + "Is the second campus any good? " + leaning)).summary())
        .contains("We upgrade")
        .doesNotContain(leaning);
  }

  @Test
  void takesAnItemOfAListWithoutAStop() {
    assertThat(
            SCORER
                .score(
                    BodyNote.of(
                        """
                        CleanSpark (NASDAQ: CLSK)

                        - We stay long CleanSpark into the lease
                        - Costs are under control at the second campus too
                        """))
                .summary())
        .contains("We stay long CleanSpark into the lease");
  }
}
