package io.readthrough.core.fact.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.choice.FigureSign;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceReader;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureSignsTest {
  private static Set<FigureSign> of(String text) {
    Tokens tokens = Tokens.of(text);
    FactVocabulary vocabulary = FactVocabulary.standard();
    SentenceItems items =
        new SentenceReader(tokens, vocabulary, new FigureReader(tokens), new PeriodReader(tokens))
            .read(0, tokens.size(), List.of());
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof SentenceItems.FigureItem f) {
        Draft draft =
            new Draft(
                k, vocabulary.metric("other_share"), Kind.ACTUAL, "", null, null, f.from(), f.to());
        draft.at(k);
        draft.level(f.figure(), false);
        return new FigureSigns(items, new FigureContext(items)).of(draft);
      }
    }
    throw new IllegalArgumentException("no figure in '" + text + "'");
  }

  @Test
  void tellsTheWordBeforeAFigure() {
    assertThat(of("the shares stood still at $24.10"))
        .contains(FigureSign.AFTER_AT, FigureSign.LAST);
    assertThat(of("revenue $24 million")).contains(FigureSign.AFTER_METRIC);
    assertThat(of("a note, $24 of it")).contains(FigureSign.AFTER_COMMA);
    assertThat(of("$24 is what it costs")).contains(FigureSign.FIRST, FigureSign.BEFORE_IS);
  }

  @Test
  void tellsWhatAFigureIsAPartOf() {
    assertThat(of("it owns 12% of Penske"))
        .contains(FigureSign.BEFORE_OF, FigureSign.BEFORE_OF_NAME);
    assertThat(of("it makes 12% of revenue there")).contains(FigureSign.BEFORE_OF_METRIC);
    assertThat(of("it makes 12% of its parts")).contains(FigureSign.BEFORE_OF_POSSESSIVE);
  }

  @Test
  void tellsTheUnitAndTheSize() {
    assertThat(of("some 0.4% more")).contains(FigureSign.PERCENT, FigureSign.PERCENT_0);
    assertThat(of("all 100% more")).contains(FigureSign.PERCENT_75);
    assertThat(of("it had $0.40 left")).contains(FigureSign.MONEY, FigureSign.MONEY_0);
    assertThat(of("it had $40 billion left"))
        .contains(FigureSign.MONEY_10_BILLION)
        .doesNotContain(FigureSign.DECIMAL);
    assertThat(of("it is at 1.2x now")).contains(FigureSign.MULTIPLE_1, FigureSign.DECIMAL);
  }

  @Test
  void tellsTheAuthorsOwnFigures() {
    assertThat(of("we are at $40 here")).contains(FigureSign.OURS);
    assertThat(of("they are at $40 here")).doesNotContain(FigureSign.OURS);
  }
}
