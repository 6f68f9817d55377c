package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.text.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sentences of `sentences.txt` say to the program what they say to a reader.
class SentenceFactsTest {
  record Example(String sentence, List<String> facts) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String line : Rows.text(SentenceFactsTest.class, "sentences.txt").split("\n", -1)) {
      if (line.startsWith("> ")) {
        examples.add(new Example(line.substring(2), new ArrayList<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        examples.getLast().facts().add(line);
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsWhatAReaderReads(Example example) {
    assertThat(PrintedFacts.lines(example.sentence()))
        .containsExactlyInAnyOrderElementsOf(example.facts());
  }
}
