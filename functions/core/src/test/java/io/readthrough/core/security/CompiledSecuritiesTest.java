package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.lexicon.LexiconCompiler;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The compiled list answers whatever it is asked as the list that it was made of does.
class CompiledSecuritiesTest {
  private static final SecurityList FILES = SecurityListReader.read();
  private static final byte[] BYTES = SecurityListCompiler.compile(FILES);

  /// What the product loads.
  private static final SecurityMaster BUILT_IN = SecurityMaster.builtIn();

  @Test
  void holdsTheSecuritiesInTheOrderOfTheFile() {
    assertThat(BUILT_IN.securities()).containsExactlyElementsOf(FILES.securities());
  }

  @Test
  void knowsEveryTickerAndListing() {
    assertThat(FILES.byTicker).hasSizeGreaterThan(FILES.securities().size() / 2);
    FILES.byTicker.forEach(
        (ticker, security) -> {
          assertThat(BUILT_IN.byTicker(ticker)).as(ticker).isEqualTo(security);
          assertThat(BUILT_IN.isWord(ticker)).as(ticker).isEqualTo(FILES.isWord(ticker));
          assertThat(BUILT_IN.standsAlone(ticker)).as(ticker).isEqualTo(FILES.standsAlone(ticker));
        });
  }

  @Test
  void knowsEveryIsin() {
    assertThat(FILES.byIsin).hasSizeGreaterThan(30);
    FILES.byIsin.forEach(
        (isin, security) -> assertThat(BUILT_IN.byIsin(isin)).as(isin).isEqualTo(security));
  }

  @Test
  void knowsEveryWordThatIsATicker() {
    assertThat(FILES.wordTickers).hasSizeGreaterThan(30).allMatch(BUILT_IN::isWord);
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
      long name = FILES.findName(tokens, i);
      assertThat(BUILT_IN.findName(tokens, i)).isEqualTo(name);
      found += name == PhraseIndex.NONE ? 0 : 1;
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
    CompiledSecurities list = new CompiledSecurities(BYTES);
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
            row("DOW", "Dow Inc.", "equity", "Dow"),
            row("", "Dow Jones Industrial Average", "index", "Dow"),
            row("", "Dresdner Bank für Handel und Gewerbe zu Łódź", "private", ""));
    CompiledSecurities list = new CompiledSecurities(SecurityListCompiler.compile(rows));
    assertThat(list.securities()).containsExactlyElementsOf(rows.securities());
    for (int i = 0; i < rows.nameCount(); i++) {
      assertThat(list.name(i)).isEqualTo(rows.name(i));
    }
    assertThat(list.name(0)).isNotNull().extracting(Name::otherwise).isNotNull();
  }

  @Test
  void holdsNoSecurities() {
    CompiledSecurities list = new CompiledSecurities(SecurityListCompiler.compile(rows()));
    assertThat(list.securities()).isEmpty();
    assertThat(list.byTicker("AAPL")).isNull();
    assertThat(list.findName(Tokens.of("Apple"), 0)).isEqualTo(PhraseIndex.NONE);
  }

  @Test
  void refusesTwoSecuritiesWithATicker() {
    SecurityList rows = rows(row("ABC", "Abc Inc.", "equity", ""), row("ABC", "Fund", "etf", ""));
    assertThatIllegalStateException()
        .isThrownBy(() -> SecurityListCompiler.compile(rows))
        .withMessageContaining("'ABC'")
        .withMessageContaining("Abc Inc.")
        .withMessageContaining("Fund");
  }

  @Test
  void refusesANameOfTooManyWords() {
    SecurityList rows = rows(row("ABC", "Very ".repeat(28) + "Long", "equity", ""));
    assertThatIllegalStateException()
        .isThrownBy(() -> SecurityListCompiler.compile(rows))
        .withMessageContaining("Very Very")
        .withMessageContaining("28 words");
  }

  @Test
  void refusesAFileThatIsCutShort() {
    for (int length : new int[] {0, 3, 7, 8, BYTES.length / 2, BYTES.length - 1}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new CompiledSecurities(Arrays.copyOf(BYTES, length)))
          .withMessageContaining("securities.bin")
          .withMessageContaining("build it again");
    }
  }

  @Test
  void refusesAnotherFile() {
    byte[] lexicon = LexiconCompiler.compile();
    assertThatIllegalStateException()
        .isThrownBy(() -> new CompiledSecurities(lexicon))
        .withMessageContaining("securities.bin is another file");
  }

  private static SecurityList rows(String... rows) {
    SecurityList list = new SecurityList(new WordTable());
    SecurityListReader.addAll(list, String.join("", rows));
    return list;
  }

  private static String row(String code, String name, String type, String ambiguous) {
    return code + "\t\t" + name + "\t\t" + type + "\t\t" + ambiguous + "\t\t\n";
  }
}
