package io.readthrough.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void splitsAtFullStops() {
    assertThat(sentences("Sales rose. Costs fell! Will it last? We think so."))
        .containsExactly("Sales rose.", "Costs fell!", "Will it last?", "We think so.");
  }

  @Test
  void doesNotSplitAtAbbreviations() {
    assertThat(
            sentences(
                "Acme Inc. raised $1.2bn. Orvel Corp. did not. Mr. Hale of the U.S. Treasury"
                    + " left."))
        .containsExactly(
            "Acme Inc. raised $1.2bn.",
            "Orvel Corp. did not.",
            "Mr. Hale of the U.S. Treasury left.");
  }

  @Test
  void splitsAfterAnAbbreviationWhenASentencePlainlyBegins() {
    assertThat(sentences("It sold the unit to Acme Inc. The price was not told."))
        .containsExactly("It sold the unit to Acme Inc.", "The price was not told.");
  }

  @Test
  void doesNotSplitComparisonsOrInitials() {
    assertThat(sentences("Margin was 4% vs. 5% a year ago, said J. Hale of Orvel."))
        .containsExactly("Margin was 4% vs. 5% a year ago, said J. Hale of Orvel.");
  }

  @Test
  void splitsAfterAPeriod() {
    assertThat(sentences("Losses ended in Q2. Cash is up."))
        .containsExactly("Losses ended in Q2.", "Cash is up.");
  }

  @Test
  void keepsClosingQuotesWithTheirSentence() {
    assertThat(sentences("“It was a good year.” The board agreed.").get(0)).startsWith("“It was");
    assertThat(sentences("“It was a good year.” The board agreed.")).hasSize(2);
  }

  @Test
  void endsHeadingsAndListItemsWithTheirLine() {
    assertThat(sentences("Risks\n\n- Costs rise\n- A strike\nNext day"))
        .containsExactly("Risks", "- Costs rise", "- A strike", "Next day");
  }

  @Test
  void joinsWrappedLines() {
    assertThat(
            sentences(
                "The quarter was better than the one before it because the\ncost of power fell."))
        .hasSize(1);
  }

  @Test
  void knowsWhichSentenceHoldsAToken() {
    Sentences sentences = Sentences.of(Tokens.of("Sales rose. Costs fell."));
    assertThat(sentences.containing(0)).isZero();
    assertThat(sentences.containing(2)).isZero();
    assertThat(sentences.containing(3)).isEqualTo(1);
  }

  @Test
  void hasNoneInAnEmptyText() {
    assertThat(Sentences.of(Tokens.of("  \n")).size()).isZero();
  }

  private static List<String> sentences(String text) {
    Sentences sentences = Sentences.of(Tokens.of(text));
    List<String> found = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      found.add(sentences.span(s).of(text));
    }
    return found;
  }
}
