package io.readthrough.core.fact;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads figures from tokens: sign, currency, digits, scale and unit. What it cannot read wholly it
/// leaves out.
final class FigureReader {
  private static final int MOST_DIGITS = 24;
  private static final int THOUSANDS = 3;

  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("thousand", 3),
          Map.entry("lakh", 5),
          Map.entry("lakhs", 5),
          Map.entry("m", 6),
          Map.entry("mm", 6),
          Map.entry("mn", 6),
          Map.entry("mln", 6),
          Map.entry("million", 6),
          Map.entry("cr", 7),
          Map.entry("crore", 7),
          Map.entry("crores", 7),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("bln", 9),
          Map.entry("billion", 9),
          Map.entry("t", 12),
          Map.entry("tn", 12),
          Map.entry("trln", 12),
          Map.entry("trillion", 12));

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("hk$", "HKD"),
          Map.entry("a$", "AUD"),
          Map.entry("c$", "CAD"),
          Map.entry("s$", "SGD"),
          Map.entry("nt$", "TWD"),
          Map.entry("\u20ac", "EUR"),
          Map.entry("\u00a3", "GBP"),
          Map.entry("\u00a5", "JPY"),
          Map.entry("\u20b9", "INR"),
          Map.entry("rs", "INR"),
          Map.entry("rmb", "CNY"),
          Map.entry("euros", "EUR"),
          Map.entry("dollars", "USD"),
          Map.entry("pounds", "GBP"),
          Map.entry("rupees", "INR"),
          Map.entry("yen", "JPY"),
          Map.entry("yuan", "CNY"));

  /// Units behind a plain number.
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("kw", new Unit(Figure.Kind.POWER, "kW")),
          Map.entry("mw", new Unit(Figure.Kind.POWER, "MW")),
          Map.entry("megawatts", new Unit(Figure.Kind.POWER, "MW")),
          Map.entry("gw", new Unit(Figure.Kind.POWER, "GW")),
          Map.entry("gigawatts", new Unit(Figure.Kind.POWER, "GW")),
          Map.entry("bitcoin", new Unit(Figure.Kind.COINS, "BTC")),
          Map.entry("bitcoins", new Unit(Figure.Kind.COINS, "BTC")),
          Map.entry("btc", new Unit(Figure.Kind.COINS, "BTC")),
          Map.entry("ether", new Unit(Figure.Kind.COINS, "ETH")),
          Map.entry("eth", new Unit(Figure.Kind.COINS, "ETH")),
          Map.entry("day", new Unit(Figure.Kind.DURATION, "days")),
          Map.entry("days", new Unit(Figure.Kind.DURATION, "days")),
          Map.entry("week", new Unit(Figure.Kind.DURATION, "weeks")),
          Map.entry("weeks", new Unit(Figure.Kind.DURATION, "weeks")),
          Map.entry("month", new Unit(Figure.Kind.DURATION, "months")),
          Map.entry("months", new Unit(Figure.Kind.DURATION, "months")),
          Map.entry("year", new Unit(Figure.Kind.DURATION, "years")),
          Map.entry("years", new Unit(Figure.Kind.DURATION, "years")));

  private final Tokens tokens;

  FigureReader(Tokens tokens) {
    this.tokens = tokens;
  }

  private record Unit(Figure.Kind kind, String name) {}

  /// A number with what stands around its digits.
  private record Printed(BigDecimal low, BigDecimal high, String before, String after) {}

  /// Whether any token from `first` to `end` may be a figure.
  boolean anyIn(int first, int end) {
    for (int i = first; i < end; i++) {
      if (tokens.kind(i).isFigure() || startsWithDigit(i)) {
        return true;
      }
    }
    return false;
  }

  /// The figure that starts at token `i` and ends before token `end`; null when there is none that
  /// can be read.
  @Nullable Figure at(int i, int end) {
    if ((!tokens.kind(i).isFigure() && !startsWithDigit(i)) || isTimeOfDay(i, end)) {
      return null;
    }
    Figure one = single(i, end);
    if (one == null || one.isRange()) {
      return one;
    }
    return joinedRange(one, end);
  }

  /// "15:50", and both its halves.
  private boolean isTimeOfDay(int i, int end) {
    boolean hours = i + 1 < end && tokens.isMark(i + 1, ':') && !tokens.spaceBefore(i + 1);
    boolean minutes = i > 0 && tokens.isMark(i - 1, ':') && !tokens.spaceBefore(i);
    return tokens.is(i, TokenKind.NUMBER) && (hours || minutes);
  }

  private boolean startsWithDigit(int i) {
    char c = tokens.foldedAt(tokens.start(i));
    return tokens.is(i, TokenKind.WORD) && c >= '0' && c <= '9';
  }

  /// "14- to 18-month", "4.5% to 5.5%", "between $3 and $4": two figures of one kind. After "from"
  /// they are a movement and no range.
  private @Nullable Figure joinedRange(Figure low, int end) {
    int k = low.to();
    if (k < end && tokens.isMark(k, '-') && !tokens.spaceBefore(k)) {
      k++;
    }
    boolean to = k < end && tokens.is(k, "to") && !precededBy(low.from(), "from");
    boolean and = k < end && tokens.is(k, "and") && precededBy(low.from(), "between");
    if (!(to || and) || k + 1 >= end || !tokens.kind(k + 1).isFigure()) {
      return low;
    }
    Figure high = single(k + 1, end);
    if (high == null || high.isRange() || high.middle().compareTo(low.middle()) <= 0) {
      return low;
    }
    boolean sameUnit = high.unit().equals(low.unit());
    boolean unitAtEnd = low.kind() == Figure.Kind.COUNT && high.kind() != Figure.Kind.MONEY;
    if (!sameUnit && !(unitAtEnd && (k > low.to() || high.kind() == Figure.Kind.DURATION))) {
      return low;
    }
    return new Figure(low.from(), high.to(), high.kind(), low.low(), high.high(), high.unit());
  }

  private boolean precededBy(int i, String word) {
    return i > 0 && tokens.is(i - 1, word);
  }

  private @Nullable Figure single(int i, int end) {
    Printed printed = print(i);
    if (printed == null) {
      return null;
    }
    String after = printed.after();
    return switch (tokens.kind(i)) {
      case MONEY -> money(i, printed);
      case PERCENT -> figure(i, i + 1, Figure.Kind.PERCENT, printed, "%");
      case BASIS_POINTS -> figure(i, i + 1, Figure.Kind.BPS, printed, "bps");
      case MULTIPLE -> figure(i, i + 1, Figure.Kind.MULTIPLE, printed, "x");
      case RANGE -> {
        if (after.endsWith("%")) {
          yield figure(i, i + 1, Figure.Kind.PERCENT, printed, "%");
        }
        yield printed.before().isEmpty() ? counted(i, end, printed) : money(i, printed);
      }
      case NUMBER, WORD -> counted(i, end, printed);
      case CLITIC, PERIOD, CASHTAG, HASHTAG, HANDLE, LINK, EMOJI, PUNCTUATION, SYMBOL -> null;
    };
  }

  private @Nullable Figure money(int i, Printed printed) {
    String after = printed.after();
    String before = printed.before();
    String currency = CURRENCIES.get(before);
    if (currency == null && before.length() == 3 && !before.contains("$")) {
      currency = before.toUpperCase(Locale.ROOT);
    }
    if (currency == null && before.isEmpty()) {
      if (after.equals("p")) {
        Printed pounds =
            new Printed(printed.low().movePointLeft(2), printed.high().movePointLeft(2), "", "");
        return figure(i, i + 1, Figure.Kind.MONEY, pounds, "GBP");
      }
      int blank = after.lastIndexOf(' ');
      currency = CURRENCIES.get(after.substring(blank + 1));
      after = blank < 0 ? "" : after.substring(0, blank);
    }
    return currency == null ? null : scaled(i, i + 1, Figure.Kind.MONEY, printed, after, currency);
  }

  /// A plain number and the unit behind it.
  private @Nullable Figure counted(int i, int end, Printed printed) {
    Unit glued = UNITS.get(printed.after());
    if (glued != null) {
      return figure(i, i + 1, glued.kind(), printed, glued.name());
    }
    int next = i + 1;
    boolean follows =
        next < end && tokens.is(next, TokenKind.WORD) && tokens.end(next) - tokens.start(next) < 10;
    Unit unit = follows ? UNITS.get(tokens.folded(next)) : null;
    if (unit == null) {
      return scaled(i, next, Figure.Kind.COUNT, printed, printed.after(), "count");
    }
    return scaled(i, next + 1, unit.kind(), printed, printed.after(), unit.name());
  }

  private static @Nullable Figure scaled(
      int from, int to, Figure.Kind kind, Printed printed, String scale, String unit) {
    Integer zeros = scale.isEmpty() ? Integer.valueOf(0) : SCALES.get(scale);
    if (zeros == null) {
      return null;
    }
    BigDecimal low = printed.low().scaleByPowerOfTen(zeros);
    return new Figure(from, to, kind, low, printed.high().scaleByPowerOfTen(zeros), unit);
  }

  private static Figure figure(int from, int to, Figure.Kind kind, Printed printed, String unit) {
    return new Figure(from, to, kind, printed.low(), printed.high(), unit);
  }

  /// Takes token `i` apart: what stands before the digits, one or two numbers, what stands behind.
  private @Nullable Printed print(int i) {
    int at = tokens.start(i);
    int end = tokens.end(i);
    boolean negative = false;
    StringBuilder before = new StringBuilder();
    while (at < end && !isDigit(at) && !startsFraction(at, end)) {
      char c = tokens.foldedAt(at++);
      if (c == '-' || c == '\u2212' || c == '\u2013') {
        negative = true;
      } else if (c != '+' && c != ' ' && c != '.') {
        before.append(c);
      }
    }
    int first = digitsEnd(at, end);
    BigDecimal low = number(at, first, negative);
    if (low == null) {
      return null;
    }
    at = first;
    BigDecimal high = low;
    if (tokens.is(i, TokenKind.RANGE)) {
      while (at < end && !isDigit(at)) {
        at++;
      }
      int second = digitsEnd(at, end);
      high = number(at, second, negative);
      at = second;
      if (high == null || high.compareTo(low) <= 0) {
        return null;
      }
    }
    StringBuilder after = new StringBuilder();
    for (; at < end; at++) {
      char c = tokens.foldedAt(at);
      boolean blank = c == ' ' || c == '\u00a0';
      if (!blank || (!after.isEmpty() && after.charAt(after.length() - 1) != ' ')) {
        after.append(blank ? ' ' : c);
      }
    }
    return new Printed(low, high, before.toString(), after.toString().strip());
  }

  /// The number in the digits from `from` to `to`; null where its commas do not part thousands,
  /// since "5,7" may be a fraction.
  private @Nullable BigDecimal number(int from, int to, boolean negative) {
    StringBuilder digits = new StringBuilder(to - from + 1);
    int dots = 0;
    int sinceComma = -1;
    for (int i = from; i < to; i++) {
      char c = tokens.foldedAt(i);
      boolean digit = c != ',' && c != '.';
      if (c == ',') {
        sinceComma = 0;
        continue;
      }
      dots += digit ? 0 : 1;
      sinceComma += digit && sinceComma >= 0 && dots == 0 ? 1 : 0;
      digits.append(c);
    }
    boolean thousands = sinceComma < 0 || sinceComma == THOUSANDS;
    if (digits.isEmpty() || digits.length() > MOST_DIGITS || dots > 1 || !thousands) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits.toString());
    return negative ? value.negate() : value;
  }

  private int digitsEnd(int at, int end) {
    int i = at;
    while (i < end
        && (isDigit(i)
            || ((tokens.foldedAt(i) == '.' || tokens.foldedAt(i) == ',')
                && i + 1 < end
                && isDigit(i + 1)))) {
      i++;
    }
    return i;
  }

  private boolean startsFraction(int at, int end) {
    return tokens.foldedAt(at) == '.' && at + 1 < end && isDigit(at + 1);
  }

  private boolean isDigit(int at) {
    char c = tokens.foldedAt(at);
    return c >= '0' && c <= '9';
  }
}
