package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ScoredNote;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the program says why it reads a name as it does: its reasons are the note's words, whole,
/// each once, and none that hardly counts.
class ReasoningTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  private static final String DOWNGRADE =
      """
      CleanSpark: too early

      We cut CleanSpark (NASDAQ: CLSK) to Underweight from Neutral and our price target to $9 \
      (from $14). The second campus loses money, and orders fell 38% in the quarter. The Street \
      is modelling a recovery that the order book does not contain.

      Risks

      A recovery in hash prices would help CleanSpark.
      """;

  @Test
  void givesTheReasonsForTheScore() {
    String reasoning = reasoning(DOWNGRADE);
    assertThat(reasoning)
        .startsWith("The note reads bearish on CleanSpark, Inc.: against it speaks ")
        .contains("Underweight");
  }

  @Test
  void quotesTheNoteAndNothingTwice() {
    String text = oneLine(DOWNGRADE);
    List<String> quotes = quotes(reasoning(DOWNGRADE));
    assertThat(quotes).isNotEmpty().doesNotHaveDuplicates();
    assertThat(quotes).allSatisfy(quote -> assertThat(text).contains(quote.replace(" …", "")));
    assertThat(quotes)
        .allSatisfy(
            quote -> assertThat(quotes.stream().filter(other -> other.contains(quote))).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"and", "but", "so", "because"})
  void beginsNoQuoteWithAWordThatJoins(String word) {
    assertThat(
            quotes(
                reasoning(
                    "CleanSpark (NASDAQ: CLSK) has four sites, "
                        + word
                        + " CleanSpark's margin improved strongly.")))
        .isNotEmpty()
        .noneMatch(quote -> quote.startsWith(word + " "));
  }

  @Test
  void closesTheBracketThatItOpens() {
    assertThat(quotes(reasoning(DOWNGRADE)))
        .allSatisfy(
            quote ->
                assertThat(quote.chars().filter(c -> c == '(').count())
                    .isEqualTo(quote.chars().filter(c -> c == ')').count()));
  }

  @Test
  void saysWhatTheCaseHangsOn() {
    assertThat(
            reasoning(
                "CleanSpark (NASDAQ: CLSK) is a miner. We upgrade CleanSpark to Buy. The shares"
                    + " should re-rate if it wins tenants."))
        .endsWith("It hangs on \"if it wins tenants\".");
  }

  private static String reasoning(String text) {
    ScoredNote scored = SCORER.score(BodyNote.of(text));
    return scored.tickers().getFirst().reasoning();
  }

  /// What stands in quotation marks.
  private static List<String> quotes(String reasoning) {
    String[] parts = reasoning.split("\"", -1);
    return IntStream.range(0, parts.length)
        .filter(i -> i % 2 == 1)
        .mapToObj(i -> parts[i])
        .toList();
  }

  private static String oneLine(String text) {
    return String.join(" ", Arrays.asList(text.split("\\s+", -1)));
  }
}
