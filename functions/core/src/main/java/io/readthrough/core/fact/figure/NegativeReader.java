package io.readthrough.core.fact.figure;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads figures below zero that are printed as accounts do, in brackets: "$(0.42)", "was (€45m)";
/// and in Japan, behind a triangle: "▲5.0". Any other figure in brackets is an aside.
final class NegativeReader {
  private static final char TRIANGLE = '\u25b2';
  private static final char WHITE_TRIANGLE = '\u25b3';

  /// Words that an amount follows at once.
  private static final WordTable LEADS = WordTable.of("was of at is to");

  private final Tokens tokens;
  private final MoneyReader money;

  /// Where triangles point down too, those that point up are no minus.
  private final boolean triangles;

  NegativeReader(Tokens tokens, MoneyReader money) {
    this.tokens = tokens;
    this.money = money;
    String text = tokens.text();
    this.triangles = text.indexOf('\u25bc') < 0 && text.indexOf('\u25bd') < 0;
  }

  /// Whether a figure below zero can start at token `i`.
  boolean mayStart(int i, int end) {
    return signed(i, end) >= 0 || amount(i, end) >= 0;
  }

  /// The figure that has its minus before it at token `i`, as a triangle or as a bracket; -1 where
  /// neither is there.
  int signed(int i, int end) {
    int next = i + 1;
    if (next >= end || !tokens.kind(next).isFigure() || tokens.is(next, TokenKind.RANGE)) {
      return -1;
    }
    boolean lone =
        tokens.isMark(i, '(')
            && tokens.is(next, TokenKind.MONEY)
            && next + 1 < end
            && tokens.isMark(next + 1, ')')
            && i > 0
            && LEADS.find(tokens, i - 1) != WordTable.ABSENT;
    return lone || isTriangle(i) ? next : -1;
  }

  /// The amount whose number stands in brackets, or behind a triangle, after its currency's sign at
  /// token `i`; null where it has none.
  @Nullable Figure behindSign(int i, int end) {
    int amount = amount(i, end);
    PrintedNumber number = amount < 0 ? null : PrintedNumber.at(tokens, amount);
    String code = number == null ? null : money.ofSign(amount - 2, sign(i, amount - 1));
    Figure figure =
        number == null || code == null
            ? null
            : number.scaled(amount, amount + 1, Figure.Kind.MONEY, number.after(), code);
    if (figure == null) {
      return null;
    }
    boolean bracketed = tokens.isMark(amount - 1, '(');
    int close = bracketed ? amount + 2 : amount + 1;
    int to = bracketed ? scaleEnd(close, end) : close;
    return below(scaled(figure, close, to), i, to);
  }

  /// The token after a word at token `i` that scales the figure before it.
  int scaleEnd(int i, int end) {
    boolean scales =
        i < end && tokens.is(i, TokenKind.WORD) && Scales.zeros(tokens.folded(i)) != null;
    return scales ? i + 1 : i;
  }

  /// A figure scaled by the word from `from` to `to`, where there is one.
  Figure scaled(Figure figure, int from, int to) {
    Integer zeros = from == to ? null : Scales.zeros(tokens.folded(from));
    return zeros == null ? figure : figure.times(zeros);
  }

  /// A figure as one below zero that has the tokens from `from` to `to`. One that prints a minus
  /// keeps it.
  static Figure below(Figure figure, int from, int to) {
    boolean positive = figure.low().signum() > 0;
    BigDecimal low = positive ? figure.high().negate() : figure.low();
    BigDecimal high = positive ? figure.low().negate() : figure.high();
    return new Figure(from, to, figure.kind(), low, high, figure.unit());
  }

  /// The number behind a currency's sign at token `i`, a bracket or triangle between them; -1 where
  /// these do not stand together.
  private int amount(int i, int end) {
    boolean lettered = tokens.is(i, TokenKind.WORD) && i + 1 < end && isSign(i + 1);
    int open = lettered ? i + 2 : i + 1;
    boolean known = open + 1 < end && (lettered ? isKnown(i, open) : isSign(i));
    if (!known
        || tokens.spaceBefore(open)
        || tokens.spaceBefore(open + 1)
        || !tokens.is(open + 1, TokenKind.NUMBER)) {
      return -1;
    }
    boolean closed = open + 2 < end && tokens.isMark(open, '(') && tokens.isMark(open + 2, ')');
    return closed || isTriangle(open) ? open + 1 : -1;
  }

  /// Whether letters and a sign are one sign: "US$".
  private boolean isKnown(int i, int open) {
    return !tokens.spaceBefore(i + 1) && Currencies.ofSign(sign(i, open)) != null;
  }

  private boolean isSign(int i) {
    return tokens.is(i, TokenKind.SYMBOL) && Currencies.ofSign(tokens.folded(i)) != null;
  }

  private String sign(int from, int to) {
    return to == from + 1 ? tokens.folded(from) : tokens.folded(from) + tokens.folded(from + 1);
  }

  private boolean isTriangle(int i) {
    char c = tokens.foldedAt(tokens.start(i));
    return triangles
        && (c == TRIANGLE || c == WHITE_TRIANGLE)
        && tokens.is(i, TokenKind.SYMBOL)
        && i + 1 < tokens.size()
        && !tokens.spaceBefore(i + 1);
  }
}
