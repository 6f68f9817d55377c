package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.note.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every entry of the lexicon carries examples, each with the reader's polarity. The scorer must
/// agree with the reader.
class LexiconExamplesTest {
  /// A sum this small says nothing: see [Tally].
  private static final double NOTHING = 0.05;

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direction",
        "metrics",
        "composition",
        "events",
        "market",
        "evaluation",
        "idioms",
        "uncertainty",
        "credit",
        "macro",
        "rates",
        "crypto",
        "commodities"
      })
  void readsTheExamplesAsAPersonDoes(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String[] entry : entries(file)) {
      for (String example : entry[6].split(" \\|\\| ", -1)) {
        count++;
        Sentiment read = scorer.scoreText(example.substring(2), List.of()).overall();
        if (sign(read) != example.charAt(0)) {
          wrong.add(entry[0] + ": " + example + " read as " + read.score());
        }
      }
    }
    assertThat(count).isPositive();
    assertThat(wrong).hasSizeLessThanOrEqualTo(count / 20);
  }

  @Test
  void everyEntryHasAnExampleWithAPolarity() throws IOException {
    for (String[] entry : entries("composition")) {
      assertThat(entry[6]).as(entry[0]).matches("[-+0] .+");
    }
  }

  private static char sign(Sentiment read) {
    return read.score() > NOTHING ? '+' : read.score() < -NOTHING ? '-' : '0';
  }

  private static List<String[]> entries(String file) throws IOException {
    try (InputStream in = Lexicon.class.getResourceAsStream(file + ".tsv")) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
