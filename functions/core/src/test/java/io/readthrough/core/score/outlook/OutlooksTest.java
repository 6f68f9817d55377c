package io.readthrough.core.score.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.cue.CueExamples;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.score.BodyNote;
import io.readthrough.core.score.NoteScorer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a note as a whole sees its names. Every note is about Nvidia.
class OutlooksTest {
  private static final String ABOUT_NVIDIA =
      "Nvidia (NASDAQ: NVDA) reported on Tuesday. Nvidia has three plants. The call was long. We"
          + " listened to all of it. The slides are on the site. ";

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          We stay Buy on Intel. ~ INTC ~ 1
          Intel (INTC, UW) is next. ~ INTC ~ -1
          Intel is the winner here. ~ INTC ~ 1
          All of it is bad for Intel. ~ INTC ~ -1
          There is no read to Intel. ~ INTC ~ 0
          It met Intel on Friday. ~ INTC ~ 0
          We keep Intel at Hold. ~ INTC ~ 0
          We are long Intel and short Broadcom. ~ AVGO ~ -1
          Broadcom loses share to Intel. ~ INTC ~ 1
          Broadcom takes share from Intel. ~ INTC ~ -1
          Intel has pricing power. ~ INTC ~ 1
          Intel is squeezed. ~ INTC ~ -1
          Intel gains nothing from it. ~ INTC ~ 0
          """)
  void tellsWhatANoteSaysForAName(String text, String ticker, int expected) {
    TickerSentiment name = ticker(score(ABOUT_NVIDIA + text), ticker);
    assertThat(sign(name.sentiment().label())).as("%s", name.explanation()).isEqualTo(expected);
  }

  @Test
  void aTargetThatFallsSpeaksAgainstAHold() {
    String rated = "Nvidia (NVDA): Hold. Price target $108 (from %s). " + ABOUT_NVIDIA;
    TickerSentiment cut = ticker(score(rated.formatted("$116")), "NVDA");
    TickerSentiment raised = ticker(score(rated.formatted("$100")), "NVDA");
    assertThat(cut.sentiment().score()).isLessThan(0).isLessThan(raised.sentiment().score());
  }

  @Test
  void aNoteThatLikesOneNameAndNotTheOtherPointsNeitherWay() {
    ScoredNote note =
        score(
            "Nvidia (NVDA) and Intel (INTC): a pair. We are long Nvidia and short Intel. Nvidia"
                + " raised guidance. Intel cut guidance. Nvidia gains share. Intel loses share."
                + " Both report in May.");
    assertThat(ticker(note, "NVDA").sentiment().label()).isEqualTo(SentimentLabel.BULLISH);
    assertThat(ticker(note, "INTC").sentiment().label()).isEqualTo(SentimentLabel.BEARISH);
    assertThat(note.overall().label()).isEqualTo(SentimentLabel.NEUTRAL);
    assertThat(note.explanation().sum()).isCloseTo(note.overall().score(), within(1e-9));
  }

  @Test
  void aNoteThatLikesBothNamesPointsTheirWay() {
    ScoredNote note =
        score(
            "Nvidia (NVDA) and Intel (INTC): a pair. We are long Nvidia and long Intel. Nvidia"
                + " raised guidance. Intel raised guidance. Nvidia gains share. Intel gains share."
                + " Both report in May.");
    double nvidia = ticker(note, "NVDA").sentiment().score();
    double intel = ticker(note, "INTC").sentiment().score();
    assertThat(note.overall().score()).isCloseTo(0.7 * (nvidia + intel) / 2, within(0.3));
    assertThat(note.overall().label()).isEqualTo(SentimentLabel.BULLISH);
    assertThat(note.explanation().sum()).isCloseTo(note.overall().score(), within(1e-9));
  }

  @Test
  void showsTheWordingsThatCount() {
    ScoredNote note = score(ABOUT_NVIDIA + "Intel is the winner here.");
    assertThat(note.evidence())
        .filteredOn(each -> each.rule().equals("wording:gains"))
        .extracting(Evidence::quote)
        .contains("winner");
  }

  @ParameterizedTest
  @CsvSource({"Who it helps, 1", "Who it hurts, -1", "What we own, 1", "What we avoid, -1"})
  void aNameThatOpensASentenceStandsUnderTheHeading(String heading, int sign) {
    double plain = score("Two more", "Intel makes chips.");
    double under = score(heading, "Intel makes chips.");
    assertThat(Math.signum(under - plain)).isEqualTo(sign);
  }

  @Test
  void aHeadingEndsWithTheNextAndIsNotOverNamesInPassing() {
    double plain = score("Two more", "Intel makes chips.");
    assertThat(score("Winners\n\nDell makes servers.\n\nTwo more", "Intel makes chips."))
        .isEqualTo(plain);
    assertThat(score("Winners", "All that the other plant makes goes to Intel."))
        .isEqualTo(score("Two more", "All that the other plant makes goes to Intel."));
  }

  @Test
  void whatFollowsANameInItsParagraphIsOfIt() {
    ScoredNote note = score(ABOUT_NVIDIA + "\n\nIntel. A bargain and a top pick.");
    assertThat(note.evidence())
        .filteredOn(each -> each.rule().equals("wording:liked"))
        .extracting(Evidence::quote)
        .contains("A bargain");
    assertThat(ticker(note, "INTC").sentiment().score()).isPositive();
  }

  /// The score of Intel in a section of a note about Nvidia.
  private double score(String heading, String text) {
    String note = ABOUT_NVIDIA + "\n\n" + heading + "\n\n" + text;
    return ticker(score(note), "INTC").sentiment().score();
  }

  @Test
  void anEntryIsOnTheNameThatHeadsIt() {
    String entry = ABOUT_NVIDIA + "\n\nIntel (INTC)\n\nThe call was short. %s\n";
    TickerSentiment good = ticker(score(entry.formatted("We bought on weakness.")), "INTC");
    TickerSentiment bad = ticker(score(entry.formatted("We sold on strength.")), "INTC");
    assertThat(good.sentiment().score()).isGreaterThan(bad.sentiment().score());
  }

  @Test
  void aWordingWithinALongerOneDoesNotCount() {
    ScoredNote note = score(ABOUT_NVIDIA + "Broadcom grew at the expense of Intel.");
    assertThat(note.evidence())
        .extracting(Evidence::rule)
        .contains("wording:cedes")
        .doesNotContain("wording:told");
  }

  @Test
  void aStanceOnTheSubjectIsEvidenceForWhoSellsToIt() {
    String text = "Nvidia (NVDA): %s. " + ABOUT_NVIDIA + "TSMC makes the chips.";
    TickerSentiment bought = ticker(score(text.formatted("Buy")), "TSM");
    TickerSentiment sold = ticker(score(text.formatted("Sell")), "TSM");
    assertThat(bought.sentiment().score()).isGreaterThan(sold.sentiment().score());
    assertThat(bought.explanation().sum()).isCloseTo(bought.sentiment().score(), within(1e-9));
  }

  @Test
  void whereAPriceGoesTellsOfACommodityAndNotOfACompany() {
    String text = ABOUT_NVIDIA + "%s is in surplus.";
    assertThat(score(text.formatted("Copper")).evidence())
        .extracting(Evidence::rule)
        .contains("wording:falls");
    assertThat(score(text.formatted("Intel")).evidence())
        .extracting(Evidence::rule)
        .doesNotContain("wording:falls");
  }

  @Test
  void aNoteMayEndWithACodeInABracket() {
    ScoredNote note = score(ABOUT_NVIDIA + "\n\nWorkday, Inc. (NASDAQ: WDAY)");
    assertThat(ticker(note, "WDAY").sentiment().score()).isBetween(-1.0, 1.0);
  }

  @Test
  void readsATextOfFewSentencesByItsWords() {
    String text = "Nvidia raised its guidance and we stay Buy. Nvidia beat expectations.";
    assertThat(ticker(score(text), "NVDA").explanation().method())
        .isNotEqualTo(ticker(score(ABOUT_NVIDIA + text), "NVDA").explanation().method());
  }

  @Test
  void theContraryHasTheContraryScore() {
    List<String> names = OutlookFeatures.names();
    FeatureVector features = new FeatureVector();
    for (int i = 0; i < names.size(); i++) {
      features.add(i, names.get(i).startsWith("said:") ? -0.5 : (i % 3) / 4.0);
    }
    FeatureVector contrary = OutlookFeatures.contrary(features);
    // Weights are kept to hundredths.
    assertThat(Outlooks.standard().score(contrary))
        .isCloseTo(-Outlooks.standard().score(features), within(0.05));
    assertThat(Outlooks.standard().score(OutlookFeatures.contrary(contrary)))
        .isCloseTo(Outlooks.standard().score(features), within(1e-9));
  }

  @Test
  void refusesWeightsOfOtherFeatures() {
    ChoiceWeights weights =
        ChoiceWeights.of(Outlooks.classes(), List.of("colour of the paper"), new double[2]);
    assertThatThrownBy(() -> new Outlooks(weights)).hasMessageContaining("colour of the paper");
  }

  @Test
  void everyWordingIsFoundInItsExample() {
    assertThat(CueExamples.missed(OutlookHeadings.table())).isEqualTo(List.of());
  }

  private static int sign(SentimentLabel label) {
    return switch (label) {
      case BULLISH, SOMEWHAT_BULLISH -> 1;
      case NEUTRAL -> 0;
      case BEARISH, SOMEWHAT_BEARISH -> -1;
    };
  }

  private static TickerSentiment ticker(ScoredNote note, String ticker) {
    return note.tickers().stream()
        .filter(name -> ticker.equals(name.ticker()))
        .findFirst()
        .orElseThrow();
  }

  private ScoredNote score(String text) {
    return scorer.score(BodyNote.of(text));
  }
}
