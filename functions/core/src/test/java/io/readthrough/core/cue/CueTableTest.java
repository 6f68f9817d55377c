package io.readthrough.core.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raise~ .. guidance | Acme raised its full-year guidance.        | raised its full-year"
            + " guidance",
        "raise~ .. guidance | Acme raises guidance.                      | raises guidance",
        "raise~ .. guidance | Raising the guidance                       | Raising the guidance",
        "raise~ .. guidance | Acme raised one two three four five six guidance. | ''",
        "raise~ .. guidance | Acme raised doubts, guidance fell.         | ''",
        "cut ... jobs       | It cut costs, plants and jobs.             | cut costs, plants and"
            + " jobs",
        "a/the beat         | It was the beat.                           | the beat",
        "target the? cut    | target cut                                 | target cut",
        "target the? cut    | target the cut                             | target the cut",
        "trade~ at #        | It trades at 12 times earnings.            | trades at 12 times",
        "slip~              | It slipped.                                | slipped",
        "deny~              | It denied that.                            | denied",
        "pass~              | It passes.                                 | passes",
        "read through       | The read-through is bad.                   | read-through",
      })
  void findsWhatAWordingStandsFor(String wording, String text, String found) {
    WordTable words = new WordTable();
    CuePattern pattern = CuePattern.of(new Cue("any", "", List.of()), wording, words);
    Tokens tokens = Tokens.of(text);
    int[] ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.find(tokens, i);
    }
    String match = "";
    for (int i = 0; i < ids.length && match.isEmpty(); i++) {
      int end = pattern.end(tokens, ids, i, ids.length);
      match = end < 0 ? "" : tokens.span(i, end).of(text);
    }
    assertThat(match).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# times", "the? risk", "risk ..", "^", "^ ", "risk ?"})
  void refusesAWordingThatCannotBeLookedUp(String wording) {
    assertThatIllegalStateException()
        .isThrownBy(() -> CuePattern.of(new Cue("any", "", List.of()), wording, new WordTable()));
  }
}
