package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMentionsTest {
  private final SecurityMentions mentions = SecurityMentions.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          This could leave pure miners behind. ~ group:pure-miners
          Bad for small, undifferentiated power-bankers. ~ group:undifferentiated-power-bankers
          Regional banks pay more for deposits. ~ group:regional-banks
          It helps prefab vendors and other tool makers. ~ group:prefab-vendors, group:tool-makers
          Bitcoin miners earn less. ~ group:bitcoin-miners
          Small holders of power lose. ~ group:small-holders-of-power
          Bank stocks and small caps rallied. ~ group:bank-stocks-and-small-caps
          Avoid deposit-hungry regionals. ~ group:deposit-hungry-regionals
          Peers and rivals of Tesla gain. ~ group:peers-and-rivals, equity:TSLA
          Smaller venues with no licence look stranded. ~ group:smaller-venues
          The alternative networks gain nothing. ~ group:alternative-networks
          And hosting landlords look dearer still. ~ group:hosting-landlords
          The mandates satisfied large chemical shippers. ~ group:large-chemical-shippers
          A tenth more costs resistor makers a point. ~ group:resistor-makers
          Makers of freezers have lost. ~ group:makers-of-freezers
          The sellers of the tools are winners. ~ group:sellers-of-the-tools
          Suppliers of miners win. ~ group:suppliers-of-miners
          Highly indebted retailers get relief. ~ group:highly-indebted-retailers
          Compounding pharmacies have most to lose. ~ group:compounding-pharmacies
          Small Italian issuers without access must sell. ~ group:small-italian-issuers
          The losers are the neobanks. ~ group:neobanks
          We met two assemblers and 12 brokers. ~ ''
          Nvidia suppliers benefit. ~ equity:NVDA, group:suppliers
          It is good for anyone who builds. ~ group:anyone
          Bad for every compounding pharmacy. ~ group:compounding-pharmacy
          A bad sign for it and for any lender. ~ group:lender
          The losers are the long tail of start-ups. ~ group:start-ups
          So do the other independent ISPs. ~ group:independent-isps
          For Oracle, input sellers, it is a cost. ~ equity:ORCL
          Eleven companies that make it met. ~ ''
          """)
  void readsGroups(String text, String expected) {
    assertThat(ids(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The land banks are weak and central banks wait.",
        "Holders of 34% of the stock agreed; the makers did not.",
        "The carriers, the operators and the names were not told.",
        "Simandou ships 35 Mt and management names two culprits.",
        "Port stocks of 139 Mt fell; bank stocks, at 148 Mt, did not.",
        "The rating agencies add it back."
      })
  void readsNoGroupsElsewhere(String text) {
    assertThat(ids(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Who benefits if the money leaves private credit? Banks. ~ 0.7
          Who came? Banks. ~ 0.65
          We spoke to the banks. ~ 0.6
          """)
  void theAnswerToWhoGainsIsTold(String text, double confidence) {
    assertThat(mentions.find(Tokens.of(text)).getFirst().confidence()).isEqualTo(confidence);
  }

  /// What an item of such a list is headed with need be no word that groups are called by.
  @Test
  void readsTheItemsOfAListUnderItsHeading() {
    String text =
        """
        Who loses

        - Net lease. Spreads are thin.
        - Office. Oracle left two towers.
        - Oracle. It pays rent.
        - nothing else

        Appendix

        - Malls. See the table.
        """;
    assertThat(mentions.find(Tokens.of(text)))
        .filteredOn(m -> m.confidence() == GroupMentions.TOLD)
        .extracting(m -> m.security().entityId())
        .containsExactly("group:net-lease", "group:office");
  }

  @Test
  void aGroupHasANameAndNoTicker() {
    Mention mention = mentions.find(Tokens.of("Good for Cable makers.")).getFirst();
    assertThat(mention.security())
        .isEqualTo(new Security("group:cable-makers", null, "cable makers", null, AssetType.GROUP));
    assertThat(mention.method()).isEqualTo(Method.IMPLIED_GROUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Custom smelters pay for all this.",
        "It is bad for small lenders.",
        "This squeezes the packers.",
        "For the charterers it is a cost.",
        "Banks that fund short and lend long are paid for this.",
        "We would avoid merchant generators.",
        "Airlines with old metal.",
        "Worst placed are merchant generators."
      })
  void isSurerOfAGroupThatGainsOrLoses(String text) {
    assertThat(mentions.find(Tokens.of(text)))
        .singleElement()
        .satisfies(m -> assertThat(m.confidence()).isEqualTo(GroupMentions.TOLD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It trades at 9x against 9.4x for European banks.",
        "Shipments to US dealers rose 14%.",
        "Retailers report August sales on Friday.",
        "It was the best of the large brokers."
      })
  void isLessSureOfAGroupThatIsOnlySpokenOf(String text) {
    assertThat(mentions.find(Tokens.of(text)))
        .singleElement()
        .satisfies(m -> assertThat(m.confidence()).isLessThan(GroupMentions.TOLD));
  }

  private String ids(String text) {
    List<Mention> found = mentions.find(Tokens.of(text));
    return String.join(", ", found.stream().map(m -> m.security().entityId()).toList());
  }
}
