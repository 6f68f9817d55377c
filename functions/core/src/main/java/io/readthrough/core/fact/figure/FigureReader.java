package io.readthrough.core.fact.figure;

import static io.readthrough.core.fact.figure.PrintedNumber.isDigit;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads figures from tokens: sign, currency, digits, scale and unit. What it cannot read wholly it
/// leaves out.
public final class FigureReader {
  private static final int THOUSANDS = 3;

  /// A percentage point has a hundred basis points.
  private static final int HUNDREDS = 2;

  private final Tokens tokens;
  private final MoneyReader money;
  private final MeasureReader measures;
  private final SpelledFigureReader spelled;
  private final NegativeReader negatives;

  /// Reads figures anywhere in `tokens`.
  public FigureReader(Tokens tokens) {
    this.tokens = tokens;
    this.money = new MoneyReader(tokens);
    this.measures = new MeasureReader(tokens);
    this.spelled = new SpelledFigureReader(tokens, money, measures);
    this.negatives = new NegativeReader(tokens, money);
  }

  /// Whether any token from `first` to `end` may be a figure.
  public boolean anyIn(int first, int end) {
    for (int i = first; i < end; i++) {
      boolean word = tokens.is(i, TokenKind.WORD);
      if (tokens.kind(i).isFigure()
          || (word && (startsWithDigit(i) || money.mayBeGlued(i) || spelled.at(i, end) != null))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a figure can start at token `i`, which is no word for a number.
  public boolean mayStart(int i, int end) {
    if (tokens.kind(i).isFigure() || negatives.mayStart(i, end)) {
      return true;
    }
    if (!tokens.is(i, TokenKind.WORD)) {
      return false;
    }
    return mayBeCode(i, end) || startsWithDigit(i) || money.mayBeGlued(i);
  }

  /// Whether token `i` has a code's length and a number behind it.
  private boolean mayBeCode(int i, int end) {
    return tokens.end(i) - tokens.start(i) == Currencies.CODE_LENGTH
        && i + 1 < end
        && tokens.is(i + 1, TokenKind.NUMBER);
  }

  /// Whether token `i` is a figure whose digits cannot be read.
  public boolean isUnreadable(int i) {
    return tokens.kind(i).isFigure()
        && PrintedNumber.isDoubtful(tokens, i)
        && PrintedNumber.at(tokens, i) == null;
  }

  /// The currency of most amounts of the text; null when it has none.
  public @Nullable String currency() {
    return money.currency();
  }

  /// The figure that starts at token `i` and ends before token `end`; null when there is none that
  /// can be read.
  public @Nullable Figure at(int i, int end) {
    if (negatives.mayStart(i, end)) {
      return negative(i, end);
    }
    if (!tokens.kind(i).isFigure() && !startsWithDigit(i)) {
      Figure signed = signed(i, end);
      Figure glued = signed == null ? money.glued(i, end) : signed;
      return glued == null ? spelled.at(i, end) : glued;
    }
    Figure one = isTimeOfDay(i, end) ? null : single(i, end);
    return one == null || one.isRange() ? one : joinedRange(one, end);
  }

  /// The figure in the brackets that fill the tokens from `i` to `end`, as accounts print what is
  /// below zero: "(12)", "(4.5)%", "(€45m)"; null when they hold anything else.
  public @Nullable Figure inBrackets(int i, int end) {
    if (i + 2 >= end || !tokens.isMark(i, '(') || !tokens.isMark(i + 2, ')')) {
      return null;
    }
    Figure figure = tokens.kind(i + 1).isFigure() ? single(i + 1, i + 2) : null;
    if (figure == null || figure.kind() == Figure.Kind.DURATION) {
      return null;
    }
    int to = i + 3;
    if (figure.kind() == Figure.Kind.COUNT) {
      if (to + 1 == end && tokens.span(to, end).of(tokens.text()).equals("%")) {
        return NegativeReader.below(figure.in(Figure.Kind.PERCENT, "%"), i, end);
      }
      to = negatives.scaleEnd(to, end);
      figure = negatives.scaled(figure, i + 3, to);
    }
    return to == end ? NegativeReader.below(figure, i, end) : null;
  }

  /// "$(12.3) million", "was (€45m)", "▲5.0".
  private @Nullable Figure negative(int i, int end) {
    int signed = negatives.signed(i, end);
    if (signed < 0) {
      return negatives.behindSign(i, end);
    }
    Figure figure = single(signed, end);
    int to = figure == null ? 0 : tokens.isMark(i, '(') ? figure.to() + 1 : figure.to();
    return figure == null ? null : NegativeReader.below(figure, i, to);
  }

  /// "SEK -1.9 billion": a sign between the currency and its amount.
  private @Nullable Figure signed(int i, int end) {
    String code = mayBeCode(i, end) ? Currencies.ofCode(tokens.folded(i)) : null;
    Figure amount = code == null ? null : single(i + 1, end);
    return code == null || amount == null || amount.kind() != Figure.Kind.COUNT
        ? null
        : new Figure(i, amount.to(), Figure.Kind.MONEY, amount.low(), amount.high(), code);
  }

  /// The figure that starts at token `i`, which has digits: no second one is joined to it.
  private @Nullable Figure single(int i, int end) {
    PrintedNumber number = PrintedNumber.at(tokens, i);
    if (number == null) {
      return null;
    }
    Figure figure = asPrinted(i, end, number);
    return figure == null ? null : money.scaledBehind(figure, number.after(), end);
  }

  private @Nullable Figure asPrinted(int i, int end, PrintedNumber number) {
    return switch (tokens.kind(i)) {
      case MONEY ->
          money.isWeight(number) ? counted(i, tokens.size(), number) : money.at(i, number);
      case PERCENT -> percentage(i, end, number);
      case BASIS_POINTS -> number.figure(i, i + 1, Figure.Kind.BPS, "bps");
      case MULTIPLE -> number.figure(i, i + 1, Figure.Kind.MULTIPLE, "x");
      case RANGE -> range(i, end, number);
      case NUMBER, WORD -> counted(i, end, number);
      case CLITIC, PERIOD, CASHTAG, HASHTAG, HANDLE, LINK, EMOJI, PUNCTUATION, SYMBOL -> null;
    };
  }

  private Figure percentage(int i, int end, PrintedNumber number) {
    // "2.1%p" is points.
    boolean points = i + 1 < end && tokens.is(i + 1, "p") && !tokens.spaceBefore(i + 1);
    if (points || measures.isMargin(i)) {
      return number.times(HUNDREDS).figure(i, points ? i + 2 : i + 1, Figure.Kind.BPS, "bps");
    }
    return number.figure(i, i + 1, Figure.Kind.PERCENT, "%");
  }

  /// "4-5%", "40-50p", "30-40 bp", "$3-4bn".
  private @Nullable Figure range(int i, int end, PrintedNumber number) {
    int next = i + 1;
    if (isYears(i, end, number)) {
      return null;
    }
    if (number.after().endsWith("%")) {
      return number.figure(i, next, Figure.Kind.PERCENT, "%");
    }
    if (number.after().equals("p")) {
      return MoneyReader.pence(i, next, number);
    }
    if (next < end && (tokens.is(next, "bp") || tokens.is(next, "bps"))) {
      return number.figure(i, next + 1, Figure.Kind.BPS, "bps");
    }
    if (next < end && (tokens.is(next, "x") || tokens.is(next, "times"))) {
      return number.figure(i, next + 1, Figure.Kind.MULTIPLE, "x");
    }
    return number.before().isEmpty() ? counted(i, end, number) : money.at(i, number);
  }

  /// "26-28e": the years of estimates.
  private boolean isYears(int i, int end, PrintedNumber number) {
    boolean letter =
        i + 1 < end
            && !tokens.spaceBefore(i + 1)
            && (tokens.is(i + 1, "e") || tokens.is(i + 1, "f"));
    return number.before().isEmpty()
        && (letter || number.after().equals("e") || number.after().equals("f"))
        && number.low().scale() <= 0
        && number.high().scale() <= 0;
  }

  /// A plain number and the unit behind it.
  private @Nullable Figure counted(int i, int end, PrintedNumber number) {
    int next = i + 1;
    return next < end && (tokens.is(next, "cents") || tokens.is(next, "cent"))
        ? money.cents(i, next + 1, end, number)
        : measures.at(i, end, number);
  }

  /// "14- to 18-month", "4.5% to 5.5%", "between $3 and $4": two figures of one kind. After "from"
  /// they are a movement and no range, and so are amounts after "by".
  private Figure joinedRange(Figure low, int end) {
    int k = low.to();
    if (k < end && tokens.isMark(k, '-') && !tokens.spaceBefore(k)) {
      k++;
    }
    boolean by = isPrecededBy(low.from(), "by") && low.kind() != Figure.Kind.PERCENT;
    boolean to = k < end && tokens.is(k, "to") && !by && !isPrecededBy(low.from(), "from");
    boolean and = k < end && tokens.is(k, "and") && isPrecededBy(low.from(), "between");
    int upper = k + 1;
    if (upper < end && isSign(upper)) {
      upper++;
    }
    if (!(to || and) || upper >= end || !tokens.kind(upper).isFigure()) {
      return low;
    }
    Figure high = single(upper, end);
    if (high == null || high.isRange() || high.middle().compareTo(low.middle()) <= 0) {
      return low;
    }
    boolean sameUnit = high.unit().equals(low.unit());
    boolean unitAtEnd = low.kind() == Figure.Kind.COUNT && high.kind() != Figure.Kind.MONEY;
    boolean told = sameUnit && high.kind() != Figure.Kind.BPS;
    if (!told && !unitAtEnd) {
      // "widened 45 basis points to 390 basis points" is a movement.
      return low;
    }
    BigDecimal scaled = scaledAs(low, high, upper);
    return new Figure(low.from(), high.to(), high.kind(), scaled, high.high(), high.unit());
  }

  /// "$3 to $4 billion", "3.35 to 3.45 million ounces": what scales the upper end scales the lower
  /// one too, where that has no scale of its own.
  private BigDecimal scaledAs(Figure low, Figure high, int upper) {
    PrintedNumber one = PrintedNumber.at(tokens, low.from());
    PrintedNumber other = PrintedNumber.at(tokens, upper);
    boolean bare = one != null && one.low().compareTo(low.low()) == 0;
    BigDecimal scaled = low.low();
    while (bare
        && other != null
        && scaled.signum() > 0
        && other.low().movePointRight(THOUSANDS).compareTo(high.low()) <= 0
        && scaled.movePointRight(THOUSANDS).compareTo(high.low()) <= 0) {
      scaled = scaled.movePointRight(THOUSANDS);
    }
    return scaled;
  }

  /// Whether token `i` is a sign in words.
  private boolean isSign(int i) {
    return tokens.is(i, "minus") || tokens.is(i, "negative") || tokens.is(i, "plus");
  }

  private boolean isPrecededBy(int i, String word) {
    return i > 0 && tokens.is(i - 1, word);
  }

  /// "15:50", and both its halves.
  private boolean isTimeOfDay(int i, int end) {
    boolean hours = i + 1 < end && tokens.isMark(i + 1, ':') && !tokens.spaceBefore(i + 1);
    boolean minutes =
        i > 1
            && tokens.isMark(i - 1, ':')
            && !tokens.spaceBefore(i)
            && tokens.is(i - 2, TokenKind.NUMBER);
    return minutes || (tokens.is(i, TokenKind.NUMBER) && hours);
  }

  private boolean startsWithDigit(int i) {
    return tokens.is(i, TokenKind.WORD) && isDigit(tokens, tokens.start(i));
  }
}
