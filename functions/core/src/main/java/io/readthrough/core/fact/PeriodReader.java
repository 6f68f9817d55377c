package io.readthrough.core.fact;

import io.readthrough.core.note.Fact.Period;
import io.readthrough.core.note.Fact.Period.Length;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;

/// Reads the periods that figures are for: "Q2", "third-quarter", "fiscal 2028", "this year".
final class PeriodReader {
  private static final WordTable ORDINALS = WordTable.of("first second third fourth");
  private static final WordTable RELATIVE = WordTable.of("this next last");
  private static final WordTable UNITS = WordTable.of("quarter year half month");

  private PeriodReader() {}

  /// The token after the period that starts at token `i`; `i` when none does.
  static int end(Tokens tokens, int i, int end) {
    if (tokens.is(i, TokenKind.PERIOD)) {
      return i + 1;
    }
    if (!tokens.is(i, TokenKind.WORD) || i + 1 >= end) {
      return i;
    }
    boolean pair = UNITS.find(tokens, i + 1) != WordTable.ABSENT;
    if (pair && (ORDINALS.find(tokens, i) >= 0 || RELATIVE.find(tokens, i) >= 0)) {
      return i + 2;
    }
    if (tokens.is(i, "full") && tokens.is(i + 1, "year")) {
      return i + 2;
    }
    if (tokens.is(i, "fiscal") && tokens.is(i + 1, TokenKind.PERIOD)) {
      return i + 2;
    }
    if (tokens.is(i, "last") && i + 2 < end && tokens.is(i + 2, "month")) {
      return tokens.is(i + 1, "twelve") ? i + 3 : i;
    }
    return tokens.is(i + 1, "end") && UNITS.find(tokens, i) != WordTable.ABSENT ? i + 2 : i;
  }

  /// The period that the tokens from `from` to `to` print.
  static Period of(Tokens tokens, int from, int to) {
    String label = tokens.span(from, to).of(tokens.text());
    return new Period(length(tokens, from, to), label);
  }

  private static Length length(Tokens tokens, int from, int to) {
    if (tokens.is(to - 1, "end")) {
      return Length.INSTANT;
    }
    if (to - from == 3) {
      return Length.TTM;
    }
    if (RELATIVE.find(tokens, from) != WordTable.ABSENT) {
      return Length.RELATIVE;
    }
    if (!tokens.is(from, TokenKind.PERIOD)) {
      if (tokens.is(to - 1, "quarter")) {
        return Length.QUARTER;
      }
      return tokens.is(to - 1, "half") || tokens.is(to - 1, "month") ? Length.RANGE : Length.YEAR;
    }
    String printed = tokens.folded(from);
    if (printed.startsWith("q") || printed.charAt(1) == 'q') {
      return Length.QUARTER;
    }
    return printed.startsWith("h") || printed.charAt(1) == 'h' ? Length.RANGE : Length.YEAR;
  }
}
