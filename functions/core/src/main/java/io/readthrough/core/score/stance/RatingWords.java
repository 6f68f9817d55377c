package io.readthrough.core.score.stance;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;

/// The names of ratings and positions, as brokers and funds use them.
final class RatingWords {
  /// What [#sign] answers where no rating starts.
  static final int NONE = Integer.MIN_VALUE;

  private static final WordTable ONE =
      signs(
          "buy overweight outperform outperformer accumulate add long kaufen acheter comprar",
          "sell underweight underperform underperformer reduce lighten short avoid verkaufen vendre"
              + " vender",
          "hold neutral halten conserver mantener manter");

  /// Ratings of two capitals, which count in brackets only: "Acme (ACM, OW)".
  private static final WordTable SHORT = signs("ow op", "uw up", "ew mw mp sp");

  /// Ratings against a benchmark, of two words: "market perform", "equal-weight".
  private static final WordTable BENCHMARK = WordTable.of("market sector peer equal");

  private static final WordTable LIKE_IT = WordTable.of("perform weight");

  /// Words of a position that say it in lower case too.
  private static final WordTable POSITIONS =
      WordTable.of("overweight underweight long short neutral");

  /// The words that a rating may start with.
  static final WordTable FIRST = WordTable.union(ONE, SHORT, BENCHMARK, WordTable.of("in"));

  private RatingWords() {}

  /// +1, 0 or -1 when a rating starts at token `i`, else [#NONE].
  static int sign(Tokens tokens, int i, int to) {
    if (isBenchmark(tokens, i, to)) {
      return 0;
    }
    int found = ONE.find(tokens, i);
    return found < 0 ? NONE : found - 1;
  }

  /// The same of a rating of two capitals that is a part of a bracket by itself.
  static int shortSign(Tokens tokens, int i, int from, int to) {
    int found = i > from && i + 1 < to ? SHORT.find(tokens, i) : -1;
    boolean capitals =
        found >= 0
            && tokens.end(i) - tokens.start(i) == 2
            && Character.isUpperCase(tokens.text().charAt(tokens.start(i)))
            && Character.isUpperCase(tokens.text().charAt(tokens.start(i) + 1));
    return capitals && isPart(tokens, i - 1, '(') && isPart(tokens, i + 1, ')') ? found - 1 : NONE;
  }

  private static boolean isPart(Tokens tokens, int i, char bracket) {
    return tokens.isMark(i, bracket)
        || tokens.isMark(i, ',')
        || tokens.isMark(i, ';')
        || tokens.isMark(i, '/');
  }

  /// The token after the rating that starts at `i`.
  static int end(Tokens tokens, int i, int to) {
    return isBenchmark(tokens, i, to) ? i + 2 : i + 1;
  }

  /// Whether it must stand after a verb of holding: "long" and "short" are adjectives of anything.
  static boolean isSide(Tokens tokens, int i) {
    return tokens.is(i, "long") || tokens.is(i, "short");
  }

  /// Whether it is a rating in lower case too.
  static boolean isPosition(Tokens tokens, int i, int to) {
    return isBenchmark(tokens, i, to) || POSITIONS.find(tokens, i) >= 0;
  }

  /// "Market Perform", and "In Line" where it is written as a name: figures come in line with
  /// others.
  private static boolean isBenchmark(Tokens tokens, int i, int to) {
    if (i + 1 >= to) {
      return false;
    }
    boolean inLine = tokens.is(i, "in") && tokens.is(i + 1, "line") && tokens.capitalised(i + 1);
    return inLine || (BENCHMARK.find(tokens, i) >= 0 && LIKE_IT.find(tokens, i + 1) >= 0);
  }

  /// A table of words with their signs, +1, -1 and 0, plus 1: values of a table are not negative.
  static WordTable signs(String good, String bad, String neither) {
    WordTable table = new WordTable();
    for (String word : good.split(" ", -1)) {
      table.add(word, 2);
    }
    for (String word : bad.split(" ", -1)) {
      table.add(word, 0);
    }
    for (String word : neither.split(" ", -1)) {
      table.add(word, 1);
    }
    return table;
  }
}
