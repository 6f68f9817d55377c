package io.readthrough.core.fact.figure;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number, or a range of them, with what stands around its digits in the same token.
///
/// @param low the number, or the lower end of a range
/// @param high the number, or the upper end of a range
/// @param before what stands before the digits, in lower case, but for signs and blanks
/// @param after what stands behind them, in lower case
record PrintedNumber(BigDecimal low, BigDecimal high, String before, String after) {
  private static final int MOST_DIGITS = 24;
  private static final int DIGITS_OF_A_GROUP = 3;

  /// A number without anything around it.
  static PrintedNumber of(BigDecimal number) {
    return new PrintedNumber(number, number, "", "");
  }

  /// Takes token `i` apart; null when its digits cannot be read.
  static @Nullable PrintedNumber at(Tokens tokens, int i) {
    return at(tokens, i, tokens.end(i));
  }

  /// The same for a number that starts at token `i` and ends at the place `end` of the text.
  static @Nullable PrintedNumber at(Tokens tokens, int i, int end) {
    int at = tokens.start(i);
    boolean negative = i > 0 && (tokens.is(i - 1, "minus") || tokens.is(i - 1, "negative"));
    StringBuilder before = new StringBuilder();
    while (at < end && !isDigit(tokens, at) && !startsFraction(tokens, at, end)) {
      char c = tokens.foldedAt(at++);
      if (c == '-' || c == '\u2212' || c == '\u2013') {
        negative = true;
      } else if (c != '+' && c != ' ' && c != '.') {
        before.append(c);
      }
    }
    int first = digitsEnd(tokens, at, end);
    BigDecimal low = number(tokens, at, first, negative);
    if (low == null) {
      return null;
    }
    at = first;
    BigDecimal high = low;
    if (tokens.is(i, TokenKind.RANGE)) {
      while (at < end && !isDigit(tokens, at)) {
        at++;
      }
      int second = digitsEnd(tokens, at, end);
      high = number(tokens, at, second, negative);
      at = second;
      if (high != null && negative) {
        BigDecimal lower = high;
        high = low;
        low = lower;
      }
      if (high == null || high.compareTo(low) <= 0) {
        return null;
      }
    }
    return new PrintedNumber(low, high, before.toString(), after(tokens, at, end));
  }

  /// Whether token `i` is more than a few digits with a point among them, so that it may be one
  /// that cannot be read.
  static boolean isDoubtful(Tokens tokens, int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    if (tokens.is(i, TokenKind.RANGE) || end - start > MOST_DIGITS) {
      return true;
    }
    int digits = 0;
    int dots = 0;
    for (int at = start; at < end; at++) {
      char c = tokens.foldedAt(at);
      if (c == ',') {
        return true;
      }
      digits += isDigit(tokens, at) ? 1 : 0;
      dots += c == '.' ? 1 : 0;
    }
    return digits == 0 || dots > 1;
  }

  /// The number with so many zeros more, or fewer, and nothing around it.
  PrintedNumber times(int zeros) {
    return new PrintedNumber(low.scaleByPowerOfTen(zeros), high.scaleByPowerOfTen(zeros), "", "");
  }

  /// It as a figure of the tokens from `from` to `to`.
  Figure figure(int from, int to, Figure.Kind kind, String unit) {
    return new Figure(from, to, kind, low, high, unit);
  }

  /// The same scaled by a word, which may be empty; null when the word scales nothing.
  @Nullable Figure scaled(int from, int to, Figure.Kind kind, String scale, String unit) {
    Integer zeros = scale.isEmpty() ? Integer.valueOf(0) : Scales.zeros(scale);
    return zeros == null ? null : times(zeros).figure(from, to, kind, unit);
  }

  /// What stands behind the digits, with single blanks.
  private static String after(Tokens tokens, int from, int end) {
    if (from == end) {
      return "";
    }
    StringBuilder after = new StringBuilder();
    for (int at = from; at < end; at++) {
      char c = tokens.foldedAt(at);
      boolean blank = c == ' ' || c == '\u00a0';
      if (!blank || (!after.isEmpty() && after.charAt(after.length() - 1) != ' ')) {
        after.append(blank ? ' ' : c);
      }
    }
    return after.toString().strip();
  }

  /// The number in the digits from `from` to `to`; null where its commas do not part thousands,
  /// since "5,7" may be a fraction.
  private static @Nullable BigDecimal number(Tokens tokens, int from, int to, boolean negative) {
    StringBuilder digits = new StringBuilder(to - from + 1);
    int dots = 0;
    int sinceComma = -1;
    for (int i = from; i < to; i++) {
      char c = tokens.foldedAt(i);
      if (c == ',') {
        sinceComma = 0;
        continue;
      }
      boolean digit = c != '.';
      dots += digit ? 0 : 1;
      sinceComma += digit && sinceComma >= 0 && dots == 0 ? 1 : 0;
      digits.append(c);
    }
    boolean grouped = sinceComma < 0 || sinceComma == DIGITS_OF_A_GROUP;
    if (digits.isEmpty() || digits.length() > MOST_DIGITS || dots > 1 || !grouped) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits.toString());
    return negative ? value.negate() : value;
  }

  private static int digitsEnd(Tokens tokens, int from, int end) {
    int i = from;
    while (i < end && (isDigit(tokens, i) || isWithinDigits(tokens, i, end))) {
      i++;
    }
    return i;
  }

  private static boolean isWithinDigits(Tokens tokens, int at, int end) {
    char c = tokens.foldedAt(at);
    return (c == '.' || c == ',') && at + 1 < end && isDigit(tokens, at + 1);
  }

  private static boolean startsFraction(Tokens tokens, int at, int end) {
    return tokens.foldedAt(at) == '.' && at + 1 < end && isDigit(tokens, at + 1);
  }

  /// Whether a digit stands at the place `at` of the text.
  static boolean isDigit(Tokens tokens, int at) {
    char c = tokens.foldedAt(at);
    return c >= '0' && c <= '9';
  }
}
