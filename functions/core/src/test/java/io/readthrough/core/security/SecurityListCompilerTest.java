package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.lexicon.LexiconCompiler;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list that is read back answers whatever it is asked as the list that was written does.
class SecurityListCompilerTest {
  private static final SecurityList FILES = SecurityListCompiler.read();
  private static final byte[] BYTES = FILES.write();

  /// What the product loads.
  private static final SecurityList BUILT_IN = SecurityList.builtIn();

  private static final List<String[]> ROWS = Rows.of(SecurityList.class, "securities.tsv", 9);

  @Test
  void holdsTheSecuritiesInTheOrderOfTheFile() {
    assertThat(BUILT_IN.securities()).containsExactlyElementsOf(FILES.securities());
  }

  @Test
  void knowsEveryTickerListingAndIsin() {
    int words = 0;
    for (int i = 0; i < ROWS.size(); i++) {
      Security security = FILES.securities().get(i);
      List<String> tickers = new ArrayList<>();
      if (security.ticker() != null) {
        tickers.add(security.ticker());
      }
      for (String listing : Rows.parts(ROWS.get(i)[7])) {
        String[] parts = listing.split(":", 2);
        tickers.add(Exchanges.standard().ticker(parts[0], parts[1]));
      }
      for (String ticker : tickers) {
        assertThat(FILES.byTicker(ticker)).as(ticker).isEqualTo(security);
        assertThat(BUILT_IN.byTicker(ticker)).as(ticker).isEqualTo(security);
        assertThat(BUILT_IN.isWord(ticker)).as(ticker).isEqualTo(FILES.isWord(ticker));
        assertThat(BUILT_IN.standsAlone(ticker)).as(ticker).isEqualTo(FILES.standsAlone(ticker));
        words += FILES.isWord(ticker) ? 1 : 0;
      }
      String isin = ROWS.get(i)[8];
      if (!isin.isEmpty()) {
        assertThat(BUILT_IN.byIsin(isin)).as(isin).isEqualTo(security);
      }
    }
    assertThat(words).isGreaterThan(30);
  }

  @Test
  void knowsEverySector() {
    for (Security security : FILES.securities()) {
      assertThat(BUILT_IN.sector(security))
          .as(security.entityId())
          .isEqualTo(FILES.sector(security));
    }
  }

  @Test
  void givesEveryNameTheSameNumber() {
    assertThat(FILES.nameCount()).isGreaterThan(FILES.securities().size());
    for (int i = 0; i < FILES.nameCount(); i++) {
      assertThat(BUILT_IN.name(i)).as("name %d", i).isEqualTo(FILES.name(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"securities.tsv", "lookalikes.txt", "common-beginnings.txt"})
  void findsTheSameNamesAtEveryPlace(String resource) {
    Tokens tokens = Tokens.of(Rows.text(SecurityList.class, resource));
    int found = 0;
    for (int i = 0; i < tokens.size(); i++) {
      SecurityMaster.FoundName name = FILES.findName(tokens, i);
      assertThat(BUILT_IN.findName(tokens, i)).isEqualTo(name);
      found += name == null ? 0 : 1;
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void knowsNothingElse() {
    for (Security security : FILES.securities()) {
      String id = security.entityId();
      assertThat(BUILT_IN.byTicker(id)).as(id).isNull();
      assertThat(BUILT_IN.byIsin(id)).as(id).isNull();
      assertThat(BUILT_IN.isWord(id)).as(id).isFalse();
    }
    assertThat(BUILT_IN.byTicker("")).isNull();
    assertThat(BUILT_IN.byTicker("aapl")).isNull();
    assertThat(BUILT_IN.byTicker("AAPLAAPL")).isNull();
    assertThat(BUILT_IN.byIsin("AAPL")).isNull();
    assertThat(BUILT_IN.isWord("AAPL")).isFalse();
  }

  @Test
  void knowsNoSectorOfWhatHasTheTickerOfAnother() {
    Security apple = FILES.securities().getFirst();
    Security fund =
        new Security(
            SecurityList.entityId(AssetType.ETF, apple.ticker(), ""),
            apple.ticker(),
            "Some Fund",
            null,
            AssetType.ETF);
    Security unknown =
        new Security("private:no-such-company", null, "Such", null, AssetType.PRIVATE);
    assertThat(BUILT_IN.sector(apple)).isNotNull();
    assertThat(BUILT_IN.sector(fund)).isNull();
    assertThat(BUILT_IN.sector(unknown)).isNull();
  }

  @Test
  void makesASecurityOnce() {
    SecurityList list = SecurityList.read(BYTES);
    List<Security> before = List.copyOf(list.securities());
    for (int i = 0; i < before.size(); i++) {
      assertThat(list.securities().get(i)).isSameAs(before.get(i));
    }
  }

  @Test
  void compilesToTheSameBytesEveryTime() {
    assertThat(SecurityListCompiler.compile()).isEqualTo(BYTES);
    assertThat(Rows.bytes(SecurityList.class, SecurityListCompiler.COMPILED)).isEqualTo(BYTES);
  }

  @Test
  void holdsANameWithTwoMeaningsAndOneOfManyWords() {
    SecurityList rows =
        rows(
            row("DOW", "Dow Inc.", AssetType.EQUITY, "Dow"),
            row(null, "Dow Jones Industrial Average", AssetType.INDEX, "Dow"),
            row(null, "Dresdner Bank für Handel und Gewerbe zu Łódź", AssetType.PRIVATE),
            row("ABC", "Very ".repeat(28) + "Long", AssetType.EQUITY));
    SecurityList list = SecurityList.read(rows.write());
    assertThat(list.securities()).containsExactlyElementsOf(rows.securities());
    for (int i = 0; i < rows.nameCount(); i++) {
      assertThat(list.name(i)).isEqualTo(rows.name(i));
    }
    assertThat(list.name(0))
        .isNotNull()
        .extracting(Name::others)
        .isEqualTo(List.of(list.securities().get(1)));
  }

  @Test
  void weighsAFewOfManyCompaniesWithAName() {
    ListedSecurity[] rows = new ListedSecurity[1000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("T" + i, "Company " + (char) ('A' + i % 26) + i, AssetType.EQUITY, "Orvel");
    }
    Name name = Objects.requireNonNull(rows(rows).name(0));
    assertThat(name.security().ticker()).isEqualTo("T0");
    assertThat(name.others()).hasSizeBetween(1, 20);
  }

  @Test
  void holdsNoSecurities() {
    SecurityList list = SecurityList.read(rows().write());
    assertThat(list.securities()).isEmpty();
    assertThat(list.byTicker("AAPL")).isNull();
    assertThat(list.findName(Tokens.of("Apple"), 0)).isNull();
  }

  @Test
  void refusesTwoSecuritiesWithATicker() {
    SecurityList rows =
        rows(row("ABC", "Abc Inc.", AssetType.EQUITY), row("ABC", "Fund", AssetType.ETF));
    assertThatIllegalStateException()
        .isThrownBy(rows::write)
        .withMessageContaining("'ABC'")
        .withMessageContaining("Abc Inc.")
        .withMessageContaining("Fund");
  }

  @Test
  void refusesAFileThatIsCutShort() {
    for (int length : new int[] {0, 3, 7, 8, BYTES.length / 2, BYTES.length - 1}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> SecurityList.read(Arrays.copyOf(BYTES, length)))
          .withMessageContaining("securities.bin")
          .withMessageContaining("build it again");
    }
  }

  @Test
  void refusesAnotherFile() {
    byte[] lexicon = LexiconCompiler.compile();
    assertThatIllegalStateException()
        .isThrownBy(() -> SecurityList.read(lexicon))
        .withMessageContaining("securities.bin is another file");
  }

  private static SecurityList rows(ListedSecurity... rows) {
    SecurityListBuilder list = new SecurityListBuilder(new WordTable());
    list.addAll(List.of(rows));
    return list.build();
  }

  private static ListedSecurity row(
      @Nullable String code, String name, AssetType type, String... ambiguous) {
    return new ListedSecurity(
        code, null, name, List.of(), type, null, List.of(ambiguous), List.of(), null);
  }
}
