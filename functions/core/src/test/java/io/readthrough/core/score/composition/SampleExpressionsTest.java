package io.readthrough.core.score.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every expression of the sample notes, to the bit: what makes the scorer faster may change none
/// of them, and what changes its judgement shows here what else it changes.
class SampleExpressionsTest {
  private static final Path NOTES = Path.of("..", "..", "events", "notes");
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "golden", "sample-expressions.txt");
  private static final Path READ = Path.of("target", "sample-expressions.txt");

  @Test
  void readsTheSampleNotesAsBefore() throws IOException {
    StringBuilder read = new StringBuilder();
    for (Path note : notes()) {
      read.append("== ").append(note.getFileName()).append('\n');
      expressions(Files.readString(note), read);
    }
    Files.createDirectories(READ.getParent());
    Files.writeString(READ, read);
    assertThat(read.toString())
        .as("if the change is meant, copy functions/core/%s to functions/core/%s", READ, GOLDEN)
        .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "");
  }

  private static List<Path> notes() throws IOException {
    try (Stream<Path> files = Files.list(NOTES)) {
      return files.sorted().toList();
    }
  }

  private static void expressions(String text, StringBuilder read) {
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    for (Expression expression :
        Composer.compose(tokens, sentences, clauses, Lexicon.standard().match(tokens))) {
      read.append(tokens.span(expression.first(), expression.end()).start())
          .append('-')
          .append(tokens.span(expression.first(), expression.end()).end())
          .append('\t')
          .append(Double.toString(expression.polarity()))
          .append('\t')
          .append(Double.toString(expression.contrast()))
          .append('\t')
          .append(expression.rule())
          .append('\t')
          .append(new TreeSet<>(expression.traits()))
          .append('\n');
    }
  }
}
