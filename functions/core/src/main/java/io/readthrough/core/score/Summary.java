package io.readthrough.core.score;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes the sentences that carry most of the evidence, at most [#MOST_WORDS] words, in the text's
/// order.
final class Summary {
  private static final int MOST_WORDS = 60;

  /// A sentence shorter than this is a heading.
  private static final int LEAST_WORDS = 6;

  private Summary() {}

  static @Nullable String of(Reading reading) {
    int count = reading.sentences().size();
    double[] values = new double[count];
    for (Expression expression : reading.expressions()) {
      int s = expression.sentence();
      if (!reading.weights().isHypothetical(s)) {
        values[s] +=
            Math.abs(expression.polarity() * expression.contrast()) * reading.weights().of(s);
      }
    }
    List<Integer> candidates = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      int words = words(reading, s);
      if (reading.weights().of(s) > 0 && words >= LEAST_WORDS && words <= MOST_WORDS) {
        // Among equals the earlier one: a note says first what matters most.
        values[s] += 0.3 * (1 - (double) s / count);
        candidates.add(s);
      }
    }
    candidates.sort(Comparator.comparingDouble((Integer s) -> -values[s]).thenComparingInt(s -> s));
    TreeSet<Integer> chosen = new TreeSet<>();
    int left = MOST_WORDS;
    for (int s : candidates) {
      int words = words(reading, s);
      if (words <= left) {
        chosen.add(s);
        left -= words;
      }
      if (left < LEAST_WORDS) {
        break;
      }
    }
    StringBuilder summary = new StringBuilder();
    for (int s : chosen) {
      String sentence = reading.sentences().span(s).of(reading.note().text());
      summary.append(summary.isEmpty() ? "" : " ").append(sentence);
    }
    return summary.isEmpty() ? null : summary.toString();
  }

  /// White-space-separated words, as a reader counts them.
  private static int words(Reading reading, int s) {
    TextSpan span = reading.sentences().span(s);
    int words = 0;
    boolean space = true;
    for (int i = span.start(); i < span.end() && words <= MOST_WORDS; i++) {
      boolean white = Character.isWhitespace(reading.note().text().charAt(i));
      words += space && !white ? 1 : 0;
      space = white;
    }
    return words;
  }
}
