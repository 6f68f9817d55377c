package io.readthrough.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.text.Tokens;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private final Lexicon lexicon = Lexicon.standard();

  @ParameterizedTest
  @CsvSource({
    "slid, slide",
    "rallied, rally",
    "rallies, rally",
    "slipped, slip",
    "rising, rise",
    "climbing, climb",
    "losses, loss",
    "weaker, weak",
    "fell, fall"
  })
  void findsInflectedWords(String word, String term) {
    assertThat(terms("the " + word)).contains(term);
  }

  @Test
  void takesTheLongestMatch() {
    assertThat(terms("net interest margin")).containsExactly("net interest margin");
  }

  @Test
  void findsAnExpressionWithAnArticleInside() {
    assertThat(terms("Acme slashed its dividend")).contains("slash dividend");
  }

  @Test
  void readsHyphensAsSpaces() {
    assertThat(terms("a game-changing deal")).contains("game changing");
  }

  @Test
  void guardsShieldTheirWords() {
    assertThat(lexicon.match(Tokens.of("up to")))
        .singleElement()
        .satisfies(m -> assertThat(m.entries()).allMatch(e -> e.meaning() == Meaning.GUARD));
  }

  @Test
  void knowsTheNegatorInAContraction() {
    assertThat(terms("it didn’t")).contains("n't");
  }

  @Test
  void anInflectedFormFitsItsPartOfSpeech() {
    for (Match match : lexicon.match(Tokens.of("rising"))) {
      assertThat(match.entries())
          .noneMatch(e -> e.term().equals("rise") && e.pos() == PartOfSpeech.NOUN);
    }
  }

  @ParameterizedTest
  @CsvSource({"is a buyer of bonds, is a buy", "the supplier cut its prices, supply cut"})
  void aDoerIsNoComparative(String text, String term) {
    assertThat(lexicon.entries()).extracting(Entry::term).contains(term);
    assertThat(terms(text)).doesNotContain(term);
  }

  @ParameterizedTest
  @CsvSource({
    "a stronger buy, strong buy",
    "the wider moat, wide moat",
    "its severed ties, sever tie"
  })
  void findsInflectedWordsInsideAnExpression(String text, String term) {
    assertThat(terms(text)).contains(term);
  }

  @Test
  void everyEntryIsFoundInItsOwnTerm() {
    Set<Integer> missing = new HashSet<>();
    for (Entry entry : lexicon.entries()) {
      List<Match> matches = lexicon.match(Tokens.of(entry.term()));
      boolean found =
          matches.stream().flatMap(m -> m.entries().stream()).anyMatch(e -> e.id() == entry.id());
      if (!found) {
        missing.add(entry.id());
      }
    }
    assertThat(missing.stream().map(id -> lexicon.entries().get(id)).toList()).isEmpty();
  }

  @Test
  void isWhatItsFilesSay() {
    LexiconParts files = LexiconReader.readStandard();
    assertThat(lexicon.entries()).isEqualTo(files.entries());
    assertThat(lexicon.digest()).isEqualTo(files.digest());
  }

  @Test
  void compilesToTheSameBytesEveryTime() {
    byte[] compiled = LexiconCompiler.compile();
    assertThat(compiled).isEqualTo(LexiconCompiler.compile());
    assertThat(LexiconFormat.write(LexiconFormat.read(compiled))).isEqualTo(compiled);
  }

  @Test
  void refusesAFileThatIsCutShort() {
    byte[] compiled = LexiconCompiler.compile();
    assertThatIllegalStateException()
        .isThrownBy(() -> LexiconFormat.read(Arrays.copyOf(compiled, compiled.length - 1)))
        .withMessageContaining("lexicon.bin has")
        .withMessageContaining("build it again");
  }

  @Test
  void hasADigestOfItsFiles() {
    assertThat(lexicon.digest()).matches("[0-9a-f]{64}");
  }

  private List<String> terms(String text) {
    return lexicon.match(Tokens.of(text)).stream()
        .flatMap(m -> m.entries().stream())
        .map(Entry::term)
        .distinct()
        .collect(Collectors.toList());
  }
}
