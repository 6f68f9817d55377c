package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmSecuritiesTest {
  private static final FirmSecurities KNOWN =
      FirmSecurities.of(
          List.of(
              row("KSTL", "XLON", "Kestrel Foods plc", List.of("Kestrel"), List.of()),
              row("ORVL", null, "Orvel Therapeutics, Inc.", List.of("ORVL"), List.of("Orvel")),
              row("AAPL", "XNAS", "Apple Computer, Inc.", List.of("the fruit company"), List.of()),
              row("NOW", "XASX", "Now Minerals Limited", List.of("Now"), List.of()),
              row("GLD1", null, "Gold Standard Royalty Corp", List.of(), List.of()),
              new ListedSecurity(
                  null,
                  null,
                  "Acme Robotics",
                  List.of(),
                  AssetType.PRIVATE,
                  "industrials",
                  List.of(),
                  List.of(),
                  null),
              new ListedSecurity(
                  "MRLN",
                  "XTSE",
                  "Merlin Lithium Inc.",
                  List.of(),
                  AssetType.EQUITY,
                  "materials",
                  List.of(),
                  List.of(new ListedSecurity.Listing("XNYS", "MLIT")),
                  "CA0000000004")),
          List.of(
              new Registrant("HARRIER HOLDINGS INC", "HRRR", "XNAS"),
              new Registrant("HARRIER HOLDINGS INC", "HRRR.PA", "XNYS"),
              new Registrant("BIT WARBLER CORP", "BWRB", "XNYS"),
              new Registrant("Earnings Per Share Fund", "EPS", "XNYS"),
              new Registrant("FORESTAR OWLS INC.", "FOR", "XNYS"),
              new Registrant("TARGET CORP", "TGT", "XNYS"),
              new Registrant("JPMORGAN CHASE & CO", "JPM.PC", "XNYS"),
              new Registrant("The Nightjar Company", "NJAR", null)));

  private final SecurityMentions mentions = SecurityMentions.of(KNOWN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Kestrel Foods raised its dividend. ~ Kestrel Foods=KSTL.L
          We like Kestrel and KSTL.L and LSE:KSTL and (KSTL LN). ~ Kestrel=KSTL.L, KSTL.L=KSTL.L, LSE:KSTL=KSTL.L, (KSTL LN)=KSTL.L
          Long $ORVL; ORVL is cheap. ~ $ORVL=ORVL, ORVL=ORVL
          Merlin Lithium trades as $MLIT in New York. ~ Merlin Lithium=MRLN.TO, $MLIT=MRLN.TO
          Line CA0000000004 was sold. ~ CA0000000004=MRLN.TO
          Acme Robotics is not listed. ~ Acme Robotics=null
          Tesla sold cars to Kestrel Foods. ~ Tesla=TSLA, Kestrel Foods=KSTL.L
          """)
  void findsTheFirmsSecuritiesBesideTheBuiltIn(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @Test
  void theFirmsRowIsWhatItsTickerMeansAndBuiltInNamesGoOnNamingIt() {
    Mention byBuiltInName = find("Apple Inc. fell.").getFirst();
    Mention byOwnAlias = find("We sold the fruit company.").getFirst();
    assertThat(byBuiltInName.security().name()).isEqualTo("Apple Computer, Inc.");
    assertThat(byBuiltInName.security()).isEqualTo(byOwnAlias.security());
    assertThat(byBuiltInName.security().entityId()).isEqualTo("equity:AAPL");
    assertThat(KNOWN.byTicker("AAPL")).isEqualTo(byOwnAlias.security());
  }

  @Test
  void aRowForAnotherLineOfAKnownCompanyLeavesItsFirstLineAsItIs() {
    FirmSecurities known =
        FirmSecurities.of(
            List.of(row("GOOG", "XNAS", "Alphabet Inc. Class C", List.of(), List.of())), List.of());
    assertThat(SecurityMentions.of(known).find(Tokens.of("Long $GOOGL, short $GOOG.")))
        .extracting(m -> m.security().ticker())
        .containsExactly("GOOGL", "GOOG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Orvel is a river. ~ ''
          Some say Orvel shares look cheap. ~ Orvel=ORVL
          Now we wait for the results of the quarter. ~ ''
          Now Minerals found ore. ~ Now Minerals=NOW.AX
          """)
  void wordsOfTheFirmsListCountWhereTheContextSupportsThem(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  /// A list of all tickers has one for most abbreviations.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          It earned an EPS of $2 and HRRR was quiet. ~ ''
          WHAT IT MEANS FOR US INVESTORS ~ ''
          This matters FOR US ~ ''
          Harrier Holdings fell, and HRRR may fall more. ~ Harrier Holdings=HRRR, HRRR=HRRR
          $EPS and NYSE:FOR were named. ~ $EPS=EPS, NYSE:FOR=FOR
          """)
  void aTickerOfARegisterAloneIsNoMention(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Bit Warbler mines coins. ~ Bit Warbler=BWRB
          BIT WARBLER CORP filed. ~ BIT WARBLER CORP=BWRB
          Nightjar is a bird. ~ ''
          Analysts think Nightjar will raise its dividend. ~ Nightjar=NJAR
          The preferred $JPM.P and (NYSE: HRRR.PA) paid. ~ $JPM.P=JPM.P, (NYSE: HRRR.PA)=HRRR
          Target Corporation fell. ~ Target Corporation=TGT
          """)
  void aRegistersNamesAreReadAsNotesPrintThem(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @Test
  void aRegisterLeavesKnownCompaniesAsTheyAre() {
    assertThat(KNOWN.byTicker("TGT")).isEqualTo(SecurityList.builtIn().byTicker("TGT"));
    assertThat(KNOWN.byTicker("JPM.PC")).isEqualTo(SecurityList.builtIn().byTicker("JPM"));
    assertThat(KNOWN.byTicker("HRRR.PA")).isEqualTo(KNOWN.byTicker("HRRR"));
  }

  @Test
  void aLongerBuiltInPhraseWinsOverAShorterNameOfTheFirm() {
    FirmSecurities known =
        FirmSecurities.of(
            List.of(row("BNK", null, "Bank of Acme", List.of("Bank", "Price"), List.of())),
            List.of());
    List<Mention> found =
        SecurityMentions.of(known).find(Tokens.of("Bank of America cut its price target."));
    assertThat(found).extracting(m -> m.security().ticker()).containsExactly("BAC");
  }

  @Test
  void aNameOfTheFirmThatDoesNotFitHidesNoBuiltInOne() {
    assertThat(found("The gold standard of gold royalties.")).isEqualTo("gold=XAU");
    assertThat(found("Gold Standard Royalty sold gold."))
        .isEqualTo("Gold Standard Royalty=GLD1, gold=XAU");
  }

  @Test
  void onlyTheFirmThatListsANameSeesIt() {
    Tokens text = Tokens.of("Kestrel Foods, Acme Robotics and Bit Warbler were firm.");
    assertThat(SecurityMentions.standard().find(text)).allMatch(m -> m.security().ticker() == null);
    FirmSecurities other =
        FirmSecurities.of(
            List.of(row("KFI", null, "Kestrel Foods Inc", List.of(), List.of())), List.of());
    assertThat(SecurityMentions.of(other).find(text))
        .extracting(m -> m.security().ticker())
        .filteredOn(Objects::nonNull)
        .containsExactly("KFI");
  }

  @Test
  void tellsMethodAndSectorOfTheFirmsSecurities() {
    assertThat(find("Kestrel Foods plc rose.").getFirst().method()).isEqualTo(Method.LEGAL_NAME);
    assertThat(find("Kestrel Foods rose.").getFirst().method()).isEqualTo(Method.ALIAS);
    assertThat(find("Line CA0000000004 rose.").getFirst().method()).isEqualTo(Method.ISIN);
    Security merlin = Objects.requireNonNull(KNOWN.byTicker("MRLN.TO"));
    assertThat(KNOWN.sector(merlin)).isEqualTo("materials");
    Security tesla = Objects.requireNonNull(KNOWN.byTicker("TSLA"));
    assertThat(KNOWN.sector(tesla)).isEqualTo("consumer discretionary");
  }

  /// Whatever a list holds, it loads, and reading a text with it stays sound.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "The",
        "Inc.",
        "Group Holdings plc",
        "&a",
        "A.",
        "x\ty",
        "#name",
        "\u0130\u1e9e",
        "e\u0301",
        "\ud83d\ude00 Corp",
        "日本",
        "$$$a",
        "a-b-c-d",
        "((a))",
        "U.S.",
        "S&P 500",
        "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"
      })
  void takesStrangeNames(String name) {
    FirmSecurities known =
        FirmSecurities.of(
            List.of(row("STRG", null, name, List.of(name), List.of())),
            List.of(new Registrant(name, "STR2", null), new Registrant("\u200b", "STR3", null)));
    String text = "We say " + name + " (STRG) and " + name + " shares rose. Long $STRG.";
    List<Mention> found = SecurityMentions.of(known).find(Tokens.of(text));
    int end = 0;
    for (Mention mention : found) {
      assertThat(mention.span().start()).isGreaterThanOrEqualTo(end);
      end = mention.span().end();
    }
    assertThat(found).anySatisfy(m -> assertThat(m.security().ticker()).isEqualTo("STRG"));
  }

  @Test
  void holdsTwentyThousandNames() {
    List<ListedSecurity> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(row("T" + i, null, "Name" + i + " Industries plc", List.of(), List.of()));
    }
    FirmSecurities known = FirmSecurities.of(rows, List.of());
    List<Mention> found =
        SecurityMentions.of(known).find(Tokens.of("Name19999 Industries beat Name7 Industries."));
    assertThat(found).extracting(m -> m.security().ticker()).containsExactly("T19999", "T7");
  }

  /// The word that a name begins with is told from the name by itself, whatever follows.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Owl",
        "The-Owl",
        "THE OWL Company",
        "Owl, Inc.",
        "Owl & Sons",
        "Owlery-Works",
        "Rs 500 Club",
        "US 1 Owls",
        "3 Owls",
        "Q1 Owls",
        "A/S Owl",
        "Owl's Nest",
        "Owls100 million",
        "Öwl Werke",
        "www.owl.com Holdings",
        "owl.com, Inc.",
        " Owl Trust"
      })
  void findsANameByWhateverItsFirstWordIs(String name) {
    FirmSecurities known =
        FirmSecurities.of(
            List.of(row("STRG", null, name, List.of("Warbler " + name), List.of())), List.of());
    for (String text : List.of("Buy " + name + " shares.", "Buy Warbler " + name + " shares.")) {
      assertThat(SecurityMentions.of(known).find(Tokens.of(text)))
          .as(text)
          .anySatisfy(m -> assertThat(m.security().ticker()).isEqualTo("STRG"));
    }
  }

  private static ListedSecurity row(
      String code,
      @Nullable String mic,
      String name,
      List<String> aliases,
      List<String> ambiguous) {
    return new ListedSecurity(
        code, mic, name, aliases, AssetType.EQUITY, null, ambiguous, List.of(), null);
  }

  private List<Mention> find(String text) {
    return mentions.find(Tokens.of(text));
  }

  private String found(String text) {
    return find(text).stream()
        .map(m -> m.span().of(text) + "=" + m.security().ticker())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
