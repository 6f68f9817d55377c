package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hundred thousand times the same: what is found and what is allocated grows as the text does,
/// and it ends long before a patient reader gives up. The clock proves nothing else here.
class RepeatedInputTest {
  private static final int REPEATS = 100_000;

  /// Twice the text may cost so many times as much memory: arrays that grow by doubling land on
  /// either side of a step. What goes with the square of the text costs four times as much.
  private static final double MOST_FOR_TWICE = 3;

  private final Lexicon lexicon = Lexicon.standard();
  private final SecurityMentions securities = SecurityMentions.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "rose",
        "rose ",
        "profit ",
        "profit rose ",
        "strong growth in ",
        "not ",
        "n't ",
        "never not no ",
        "but ",
        "if ",
        "may ",
        "according to ",
        "less than expected ",
        "higher ",
        "the its ",
        "hit a ",
        "rate cut ",
        "revenue, profit, ",
        "and ",
        "of ",
        "risk of ",
        "(",
        ")",
        "[(",
        "(NYSE: ",
        "(ABC) ",
        "\"",
        "'",
        "'s",
        "'s ",
        "\u201cup\u201d ",
        "-",
        "a-",
        "\u2014",
        ".",
        ". ",
        "U.S.",
        "U.S. ",
        "e.g.",
        "Inc. ",
        "!",
        "?",
        ":",
        ", ",
        "|",
        "*",
        "#",
        "#up",
        "@",
        "$",
        "$T",
        "$TSLA ",
        "1",
        "1.",
        "1,",
        "1-",
        "1.2 ",
        "$1.2bn-",
        "5% ",
        "+5%",
        "Q3 ",
        "Rs ",
        "Rs. 5 ",
        "Apple ",
        "Apple Inc. ",
        "Apple and ",
        "Apple's ",
        "Target ",
        "IBM ",
        "BA US ",
        "http://a",
        "www.",
        "\n",
        "\n\n",
        "a\n",
        "\u00a0",
        "\u00e9",
        "\ud83d\ude80",
        "\ud83d",
        "\u200b"
      })
  @Timeout(120)
  void growsWithTheText(String piece) {
    Work half = read(piece.repeat(REPEATS / 2));
    Work whole = read(piece.repeat(REPEATS));
    assertThat(whole.found()).isLessThanOrEqualTo(2 * half.found() + 16);
    assertThat((double) whole.bytes()).isLessThan(MOST_FOR_TWICE * half.bytes());
  }

  /// @param found tokens, matches, mentions and expressions together
  /// @param bytes allocated
  private record Work(int found, long bytes) {}

  private Work read(String text) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    List<Match> matches = lexicon.match(tokens);
    int found =
        tokens.size()
            + sentences.size()
            + clauses.size()
            + matches.size()
            + securities.find(tokens).size()
            + Composer.compose(tokens, sentences, clauses, matches).size();
    return new Work(found, threads.getCurrentThreadAllocatedBytes() - before);
  }
}
