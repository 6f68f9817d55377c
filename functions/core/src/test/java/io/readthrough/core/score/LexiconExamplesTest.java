package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every entry of the lexicon carries examples, each with the reader's polarity. The composed
/// expressions must agree with the reader on every one, before any weight is learned.
class LexiconExamplesTest {
  static final List<String> FILES =
      List.of(
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
          "commodities");

  /// A net share this small of what is said says nothing.
  private static final double NOTHING = 0.05;

  private final Lexicon lexicon = Lexicon.standard();

  @ParameterizedTest
  @FieldSource("FILES")
  void readsEveryExampleAsAPersonDoes(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] row : rows(file)) {
      for (String example : examples(row)) {
        double read = read(example.substring(2));
        if (sign(read) != example.charAt(0)) {
          wrong.add(row[0] + ": " + example + " read as " + read);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void findsEveryEntryInOneOfItsExamples(String file) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String[] row : rows(file)) {
      boolean found =
          examples(row).stream()
              .flatMap(example -> lexicon.match(Tokens.of(example.substring(2))).stream())
              .flatMap(match -> match.entries().stream())
              .anyMatch(entry -> isOf(entry, row));
      if (!found) {
        missing.add(String.join(" ", row));
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void everyExampleHasAPolarity(String file) throws IOException {
    List<String[]> rows = rows(file);
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertThat(row).as(row[0]).hasSize(7);
      assertThat(examples(row)).as(row[0]).allMatch(example -> example.matches("[-+0] .+"));
    }
  }

  /// Of two the weaker would never count, and its example would test the other.
  @Test
  void noTwoEntriesAreOfOneWordAndClass() throws IOException {
    Map<String, String> files = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (String file : FILES) {
      for (String[] row : rows(file)) {
        String key = row[0] + ", " + row[1] + ", " + row[2];
        String other = files.put(key, file);
        if (other != null) {
          twice.add(key + " in " + other + " and in " + file);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  private double read(String text) {
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    List<Match> matches = lexicon.match(tokens);
    double net = 0;
    double gross = 0;
    for (Expression expression : Composer.compose(tokens, sentences, clauses, matches)) {
      double weight = expression.polarity() * expression.contrast();
      net += weight;
      gross += Math.abs(weight);
    }
    return net / (gross + 1);
  }

  private static char sign(double read) {
    return read > NOTHING ? '+' : read < -NOTHING ? '-' : '0';
  }

  private static boolean isOf(Entry entry, String[] row) {
    return entry.term().equals(row[0])
        && entry.pos().name().equalsIgnoreCase(row[1])
        && entry.meaning().family().word().equals(row[2]);
  }

  private static List<String> examples(String[] row) {
    return List.of(row[6].split(" \\|\\| ", -1));
  }

  private static List<String[]> rows(String file) throws IOException {
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
