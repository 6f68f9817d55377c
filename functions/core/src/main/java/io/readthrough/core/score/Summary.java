package io.readthrough.core.score;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes the sentence of the main claim and those that carry most of the score, at most
/// [#MOST_WORDS] words, in the text's order.
final class Summary {
  private static final int MOST_WORDS = 60;

  /// What the place of the main claim is worth, against a share of the score.
  private static final double MAIN = 1;

  /// What standing first is worth.
  private static final double EARLY = 0.05;

  /// What is said under a heading like "Risks" has not happened.
  private static final double HYPOTHETICAL = 0.5;

  /// The kinds of claim that can be what a note says in one sentence, the likeliest first.
  private static final List<Claim.Type> MAIN_TYPES =
      List.of(
          Claim.Type.THESIS,
          Claim.Type.CONTRARIAN,
          Claim.Type.READ_THROUGH,
          Claim.Type.SECOND_ORDER,
          Claim.Type.VALUATION);

  /// A sentence shorter than this is a heading.
  private static final int LEAST_WORDS = 6;

  private Summary() {}

  /// @param claims of the note
  /// @param evidence each with the share of the overall score that it carries
  static @Nullable String of(Reading reading, List<Claim> claims, List<Evidence> evidence) {
    int count = reading.sentences().size();
    double[] values = new double[count];
    for (Evidence each : evidence) {
      values[each.sentence()] += each.weight();
    }
    for (int s = 0; s < count; s++) {
      values[s] *= reading.weights().isHypothetical(s) ? HYPOTHETICAL : 1;
    }
    int main = mainSentence(reading, claims);
    List<Integer> candidates = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      int words = words(reading, s);
      if (reading.weights().of(s) > 0 && words >= LEAST_WORDS && words <= MOST_WORDS) {
        // Among equals the earlier one: a note says first what matters most.
        values[s] += EARLY * (1 - (double) s / count) + (s == main ? MAIN : 0);
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

  /// The sentence of the first claim of the likeliest kind that fits into a summary, or -1.
  private static int mainSentence(Reading reading, List<Claim> claims) {
    for (Claim.Type type : MAIN_TYPES) {
      for (Claim claim : claims) {
        int s = reading.sentences().containing(reading.tokens().at(claim.span().start()));
        if (claim.type() == type && words(reading, s) <= MOST_WORDS) {
          return s;
        }
      }
    }
    return -1;
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
