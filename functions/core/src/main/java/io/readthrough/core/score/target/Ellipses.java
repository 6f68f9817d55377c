package io.readthrough.core.score.target;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;

/// Tells the clauses that say of their names what was just said of another, without its words: "so
/// does Acme", "Acme does too", "the same goes for Acme"; and the contrary: "Acme does not".
final class Ellipses {
  /// What a name gets of what it is said not to share.
  private static final double CONTRARY = -0.6;

  /// How many tokens before the names "the same" may stand.
  private static final int SAME_WINDOW = 5;

  private static final WordTable OPENING = WordTable.of("so nor neither as");
  private static final WordTable LIKEWISE = WordTable.of("too also likewise similarly");

  private Ellipses() {}

  /// What the names from token `first` to `last` get of what was said before, where a clause
  /// reaches from `from` to `to`: 1 all, 0 nothing for the clause speaks for itself, less than 0
  /// the contrary.
  static double share(Tokens tokens, int from, int to, int first, int last) {
    int end = last < to && tokens.is(last, TokenKind.CLITIC) ? last + 1 : last;
    int stop = to;
    while (stop > end && tokens.is(stop - 1, TokenKind.PUNCTUATION)) {
      stop--;
    }
    if (stop <= end) {
      return isInverted(tokens, from, first) || isSame(tokens, from, first) ? 1 : 0;
    }
    if (!WordClass.isAuxiliary(tokens, end)) {
      return 0;
    }
    int next = end + 1;
    boolean contrary = next < stop && (tokens.is(next, "not") || tokens.is(next, "n't"));
    if (contrary) {
      return next + 1 == stop ? CONTRARY : 0;
    }
    boolean likewise = next < stop && LIKEWISE.find(tokens, next) >= 0 && next + 1 == stop;
    boolean asWell = next + 2 == stop && tokens.is(next, "as") && tokens.is(next + 1, "well");
    return likewise || asWell ? 1 : 0;
  }

  /// "so does Acme", "nor is Acme".
  private static boolean isInverted(Tokens tokens, int from, int first) {
    return first - from >= 2
        && WordClass.isAuxiliary(tokens, first - 1)
        && OPENING.find(tokens, first - 2) >= 0;
  }

  /// "the same goes for Acme", "the same is true of Acme".
  private static boolean isSame(Tokens tokens, int from, int first) {
    for (int i = first - 2; i >= Math.max(from, first - SAME_WINDOW); i--) {
      if (tokens.is(i, "same")) {
        WordClass before = WordClass.of(tokens, first - 1);
        return before == WordClass.PREPOSITION || before == WordClass.TO;
      }
    }
    return false;
  }
}
