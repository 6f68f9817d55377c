package io.readthrough.core.fact.figure;

import io.readthrough.core.fact.figure.Units.Unit;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Reads figures whose numbers are spelled out, which count only with what they are of: "ten basis
/// points", "two years", "six cents", "ninety-nine million".
final class SpelledFigureReader {
  private static final int SHORTEST_NUMBER = 3;
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_WORD = 11;

  private final Tokens tokens;
  private final MoneyReader money;
  private final MeasureReader measures;

  SpelledFigureReader(Tokens tokens, MoneyReader money, MeasureReader measures) {
    this.tokens = tokens;
    this.money = money;
    this.measures = measures;
  }

  /// The figure that starts at token `i`; null when there is none.
  @Nullable Figure at(int i, int end) {
    int length = tokens.end(i) - tokens.start(i);
    boolean mayBe =
        tokens.is(i, TokenKind.WORD)
            && length >= SHORTEST_NUMBER
            && length <= LONGEST_NUMBER
            && i + 1 < end;
    NumberWords.Spelled spelled = mayBe ? NumberWords.spelled(tokens, i, end) : null;
    if (spelled == null || spelled.to() >= end) {
      return null;
    }
    PrintedNumber number = PrintedNumber.of(spelled.value());
    int next = spelled.to();
    if (next + 1 < end && tokens.is(next, "basis") && tokens.is(next + 1, "points")) {
      return number.figure(i, next + 2, Figure.Kind.BPS, "bps");
    }
    if (next + 1 < end && tokens.is(next, "per") && tokens.is(next + 1, "cent")) {
      return number.figure(i, next + 2, Figure.Kind.PERCENT, "%");
    }
    if (tokens.is(next, "percent")) {
      return number.figure(i, next + 1, Figure.Kind.PERCENT, "%");
    }
    return of(number, i, next, end);
  }

  /// The figure of a number before the word `next`.
  private @Nullable Figure of(PrintedNumber number, int from, int next, int end) {
    if (tokens.is(next, "cents")) {
      return money.cents(from, next + 1, end, number);
    }
    if (tokens.is(next, "pence")) {
      return MoneyReader.pence(from, next + 1, number);
    }
    String word = tokens.end(next) - tokens.start(next) <= LONGEST_WORD ? tokens.folded(next) : "";
    boolean scales = word.length() > Currencies.CODE_LENGTH && Scales.zeros(word) != null;
    if (scales && NumberWords.goesOn(tokens, next + 1, end)) {
      return null;
    }
    if (scales) {
      String code = next + 1 < end ? Currencies.ofSign(tokens.folded(next + 1)) : null;
      return code == null
          ? number.scaled(from, next + 1, Figure.Kind.COUNT, word, "count")
          : number.scaled(from, next + 2, Figure.Kind.MONEY, word, code);
    }
    String code = Currencies.ofNumberInWords(word);
    if (code != null) {
      return number.figure(from, next + 1, Figure.Kind.MONEY, code);
    }
    Unit unit = measures.unit(next, end);
    return unit != null
            && (unit.kind() == Figure.Kind.DURATION || unit.kind() == Figure.Kind.POINTS)
        ? number.figure(from, next + 1, unit.kind(), unit.name())
        : null;
  }
}
