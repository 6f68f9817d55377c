package io.readthrough.core.score.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.cue.CueExamples;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.score.BodyNote;
import io.readthrough.core.score.NoteScorer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the names of a note are to it. Every text is about Nvidia.
class RolesTest {
  private static final String ABOUT_NVIDIA =
      "Nvidia (NASDAQ: NVDA) raised its guidance. Nvidia beat expectations. ";

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Its supplier TSMC benefits, and rival AMD loses share. ~ TSM=SUPPLIER, AMD=COMPETITOR
          Customers such as Microsoft pay more than peers such as Intel. ~ MSFT=CUSTOMER, INTC=PEER
          The partnership with Siemens grows. ~ SIE.DE=PARTNER
          Intel's suppliers gain, and so do Broadcom suppliers. ~ INTC=CUSTOMER, AVGO=CUSTOMER
          It beat the S&P 500 although gold and Brent rose. ~ SPX=BENCHMARK, XAU=DRIVER, BRENT=DRIVER
          """)
  void tellsWhatANameIsToTheNote(String text, String expected) {
    List<TickerSentiment> names = names(ABOUT_NVIDIA + text);
    assertThat(names.getFirst().role()).isEqualTo(TickerSentiment.Role.SUBJECT);
    assertThat(names.getFirst().ticker()).isEqualTo("NVDA");
    for (String each : expected.split(", ", -1)) {
      assertThat(names).extracting(n -> n.ticker() + "=" + n.role()).contains(each);
    }
  }

  @Test
  void whatCompaniesDoTellsWhoSellsToWhomWhereNoWordDoes() {
    List<TickerSentiment> names =
        names(
            "Diamondback Energy (NASDAQ: FANG) cut its plan. Diamondback drills less.\n\n"
                + "Halliburton feels it. Nothing changes for United Airlines.");
    assertThat(names)
        .filteredOn(name -> "HAL".equals(name.ticker()))
        .extracting(TickerSentiment::role)
        .containsExactly(TickerSentiment.Role.SUPPLIER);
  }

  @Test
  void everyWordingOfRolesIsFoundInItsExample() {
    assertThat(CueExamples.missed(RoleFeatures.table())).isEqualTo(List.of());
  }

  @Test
  void theSubjectIsMostRelevantAndNothingIsIrrelevant() {
    List<TickerSentiment> names =
        names(
            ABOUT_NVIDIA + "Intel fell. Nvidia gained. Pure miners with weaker land banks suffer.");
    assertThat(names).extracting(TickerSentiment::ticker).startsWith("NVDA", "INTC");
    assertThat(names).extracting(TickerSentiment::entityId).contains("group:pure-miners");
    assertThat(names).allMatch(n -> n.relevance() > 0 && n.relevance() <= 1);
    assertThat(names.getFirst().relevance()).isEqualTo(1);
  }

  private List<TickerSentiment> names(String text) {
    return scorer.score(BodyNote.of(text)).tickers();
  }
}
