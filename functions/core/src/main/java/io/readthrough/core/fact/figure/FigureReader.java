package io.readthrough.core.fact.figure;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads figures from tokens: sign, currency, digits, scale and unit. What it cannot read wholly it
/// leaves out.
public final class FigureReader {
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
          Map.entry("yuan", "CNY"),
          Map.entry("r$", "BRL"),
          Map.entry("nz$", "NZD"),
          Map.entry("francs", "CHF"),
          Map.entry("eu", "EUR"),
          Map.entry("us", "USD"));

  /// ISO 4217 codes that stand before a signed amount.
  private static final Set<String> CODES =
      Set.of(
          "usd", "eur", "gbp", "jpy", "cny", "chf", "sek", "nok", "dkk", "aud", "cad", "nzd", "hkd",
          "inr", "krw", "twd", "sgd", "brl", "zar", "mxn", "pln", "ils");

  /// Units behind a plain number: "k|PLACES|UNIT" by their kind, with the zeros that they add.
  private static final Map<String, Unit> UNITS = units();

  /// Numbers in words, which count only before a unit.
  private static final Map<String, Integer> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50));

  /// The names of currencies that numbers in words stand before.
  private static final Set<String> NAMED_CURRENCIES = Set.of("dollars", "euros", "rupees", "yuan");

  private static final Map<String, String> DOLLARS =
      Map.of(
          "canadian", "CAD",
          "australian", "AUD",
          "singapore", "SGD",
          "kong", "HKD",
          "zealand", "NZD");

  /// Letters before the amounts of currencies.
  private static final Map<String, String> GLUED =
      Map.ofEntries(
          Map.entry("rmb", "CNY"),
          Map.entry("cny", "CNY"),
          Map.entry("rs", "INR"),
          Map.entry("inr", "INR"),
          Map.entry("w", "KRW"),
          Map.entry("krw", "KRW"),
          Map.entry("y", "JPY"),
          Map.entry("r", "ZAR"),
          Map.entry("rm", "MYR"),
          Map.entry("bt", "THB"),
          Map.entry("rp", "IDR"),
          Map.entry("sfr", "CHF"),
          Map.entry("dkr", "DKK"),
          Map.entry("nkr", "NOK"),
          Map.entry("skr", "SEK"),
          Map.entry("mop", "MOP"),
          Map.entry("jpy", "JPY"),
          Map.entry("eur", "EUR"),
          Map.entry("usd", "USD"),
          Map.entry("gbp", "GBP"),
          Map.entry("chf", "CHF"),
          Map.entry("sek", "SEK"),
          Map.entry("nok", "NOK"),
          Map.entry("dkk", "DKK"),
          Map.entry("php", "PHP"),
          Map.entry("thb", "THB"),
          Map.entry("idr", "IDR"),
          Map.entry("zar", "ZAR"),
          Map.entry("twd", "TWD"));

  /// How many tokens a glued amount has.
  private static final int LONGEST_GLUED = 6;

  /// Currencies whose hundredths are called cents.
  private static final Set<String> WITH_CENTS =
      Set.of("USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR");

  /// Rates that loans are priced over.
  private static final Set<String> REFERENCES =
      Set.of(
          "s",
          "e",
          "l",
          "t",
          "sofr",
          "euribor",
          "libor",
          "sonia",
          "bbsw",
          "ms",
          "cdi",
          "saron",
          "estr",
          "corra",
          "tonar",
          "tibor",
          "hibor",
          "sibor",
          "sora",
          "stibor",
          "nibor",
          "cibor",
          "wibor",
          "bkbm",
          "jibar",
          "prime",
          "swaps",
          "gilts",
          "bunds",
          "treasuries");

  private static final WordTable WORDS = words();

  private static final int LONGEST_NUMBER_WORD = 9;

  private static final int LONGEST_UNIT = 11;

  /// How long an ISO 4217 code is.
  private static final int CODE_LENGTH = 3;

  private final Tokens tokens;
  private boolean currencyIsKnown;
  private @Nullable String currency;
  private @Nullable String dollars;
  private @Nullable String letters;

  /// Reads figures anywhere in `tokens`.
  public FigureReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// What figures can be counted in.
  ///
  /// @param zeros of the power of ten that it stands for: 3 for thousand tonnes
  public record Unit(Figure.Kind kind, String name, int zeros) {}

  private static WordTable words() {
    WordTable words = new WordTable();
    NUMBER_WORDS.forEach(words::add);
    return words;
  }

  /// The number that token `i` is a word for; null when it is for none.
  public static @Nullable BigDecimal wordNumber(Tokens tokens, int i) {
    int value = WORDS.find(tokens, i);
    return value == WordTable.ABSENT ? null : BigDecimal.valueOf(value);
  }

  /// The words for numbers.
  public static Set<String> numberWords() {
    return NUMBER_WORDS.keySet();
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    add(units, Figure.Kind.POWER, "kW", 0, "kw kilowatt kilowatts");
    add(units, Figure.Kind.POWER, "MW", 0, "mw megawatt megawatts mwac mwdc");
    add(units, Figure.Kind.POWER, "GW", 0, "gw gigawatt gigawatts");
    add(units, Figure.Kind.ENERGY, "kWh", 0, "kwh");
    add(units, Figure.Kind.ENERGY, "MWh", 0, "mwh");
    add(units, Figure.Kind.ENERGY, "GWh", 0, "gwh");
    add(units, Figure.Kind.ENERGY, "TWh", 0, "twh");
    add(units, Figure.Kind.COINS, "BTC", 0, "bitcoin bitcoins btc");
    add(units, Figure.Kind.COINS, "ETH", 0, "ether eth");
    add(units, Figure.Kind.DURATION, "minutes", 0, "minute minutes");
    add(units, Figure.Kind.DURATION, "hours", 0, "hour hours");
    add(units, Figure.Kind.DURATION, "days", 0, "day days");
    add(units, Figure.Kind.DURATION, "weeks", 0, "week weeks");
    add(units, Figure.Kind.DURATION, "months", 0, "month months");
    add(units, Figure.Kind.DURATION, "years", 0, "year years");
    add(units, Figure.Kind.MASS, "oz", 0, "oz ounce ounces");
    add(units, Figure.Kind.MASS, "oz", THOUSANDS, "koz");
    add(units, Figure.Kind.MASS, "oz", 6, "moz");
    add(units, Figure.Kind.MASS, "t", 0, "tonne tonnes ton tons");
    add(units, Figure.Kind.MASS, "t", THOUSANDS, "kt ktpa");
    add(units, Figure.Kind.MASS, "t", 6, "mt mtpa");
    add(units, Figure.Kind.MASS, "lb", 0, "lb lbs pound pounds");
    add(units, Figure.Kind.MASS, "kg", 0, "kg kilograms");
    add(units, Figure.Kind.VOLUME, "bbl", 0, "barrel barrels bbl bbls");
    add(units, Figure.Kind.VOLUME, "boe", 0, "boe");
    add(units, Figure.Kind.VOLUME, "boe/d", 0, "boepd");
    add(units, Figure.Kind.VOLUME, "boe/d", THOUSANDS, "kboepd mboepd");
    add(units, Figure.Kind.VOLUME, "bbl/d", 0, "bpd bopd");
    add(units, Figure.Kind.VOLUME, "bbl/d", THOUSANDS, "kbpd");
    add(units, Figure.Kind.VOLUME, "bbl/d", 6, "mbpd mbd");
    add(units, Figure.Kind.VOLUME, "bcf", 0, "bcf");
    add(units, Figure.Kind.VOLUME, "mcf", 0, "mcf");
    add(units, Figure.Kind.VOLUME, "gal", 0, "gallon gallons");
    add(units, Figure.Kind.HASHRATE, "EH/s", 0, "eh exahash");
    add(units, Figure.Kind.HASHRATE, "PH/s", 0, "ph petahash");
    add(units, Figure.Kind.HASHRATE, "J/TH", 0, "j joules");
    add(units, Figure.Kind.PERCENT, "%", 0, "pc");
    add(units, Figure.Kind.POINTS, "points", 0, "point points pts turn turns");
    add(units, Figure.Kind.BPS, "bps", 2, "pp pps ppt ppts");
    return units;
  }

  /// The unit that a word names; null when it names none.
  public static @Nullable Unit unit(String word) {
    return UNITS.get(word);
  }

  private static void add(
      Map<String, Unit> units, Figure.Kind kind, String name, int zeros, String words) {
    for (String word : words.split(" ", -1)) {
      units.put(word, new Unit(kind, name, zeros));
    }
  }

  /// A number with what stands around its digits.
  private record Printed(BigDecimal low, BigDecimal high, String before, String after) {}

  /// Whether any token from `first` to `end` may be a figure.
  public boolean anyIn(int first, int end) {
    for (int i = first; i < end; i++) {
      boolean word = tokens.is(i, TokenKind.WORD);
      if (tokens.kind(i).isFigure()
          || (word && (startsWithDigit(i) || mayBeGlued(i) || isAmountInWords(i, end)))) {
        return true;
      }
    }
    return false;
  }

  /// "six cents", "two years": a number in words with its unit.
  private boolean isAmountInWords(int i, int end) {
    return WORDS.find(tokens, i) != WordTable.ABSENT && inWords(i, end) != null;
  }

  /// The figure that starts at token `i` and ends before token `end`; null when there is none that
  /// can be read.
  public @Nullable Figure at(int i, int end) {
    if (!tokens.kind(i).isFigure() && !startsWithDigit(i)) {
      Figure signed = signedMoney(i, end);
      Figure glued = signed == null ? gluedMoney(i, end) : signed;
      return glued == null ? inWords(i, end) : glued;
    }
    if (isTimeOfDay(i, end)) {
      return null;
    }
    Figure one = single(i, end);
    if (one == null || one.isRange()) {
      return one;
    }
    return joinedRange(one, end);
  }

  /// "SEK -1.9 billion": a sign between the currency and its amount.
  private @Nullable Figure signedMoney(int i, int end) {
    if (tokens.end(i) - tokens.start(i) != CODE_LENGTH
        || i + 1 >= end
        || !tokens.is(i + 1, TokenKind.NUMBER)
        || !CODES.contains(tokens.folded(i))) {
      return null;
    }
    Figure amount = single(i + 1, end);
    if (amount == null || amount.kind() != Figure.Kind.COUNT) {
      return null;
    }
    String currency = tokens.folded(i).toUpperCase(Locale.ROOT);
    return new Figure(i, amount.to(), Figure.Kind.MONEY, amount.low(), amount.high(), currency);
  }

  /// "RMB5.62bn", "W412bn", "Rs310 crore": a currency's letters and its amount in one word.
  private @Nullable Figure gluedMoney(int i, int end) {
    if (!mayBeGlued(i)) {
      return null;
    }
    int to = gluedEnd(i, end);
    Printed printed = print(i, tokens.end(to - 1));
    String currency = printed == null ? null : GLUED.get(printed.before());
    if (printed == null || currency == null) {
      return null;
    }
    String after = printed.after();
    if (after.isEmpty() && to < end && SCALES.containsKey(tokens.folded(to))) {
      return scaled(i, to + 1, Figure.Kind.MONEY, printed, tokens.folded(to), currency);
    }
    // "W12" may be a week and "Y3" the third year, where no other amount has that letter.
    boolean grouped = i + 1 < to && tokens.isMark(i + 1, ',');
    boolean lettered = printed.before().length() == 1 && after.isEmpty() && !grouped;
    return lettered && !letters().contains(printed.before())
        ? null
        : scaled(i, to, Figure.Kind.MONEY, printed, after, currency);
  }

  /// The letters that stand before amounts with a scale: "Y226bn".
  private String letters() {
    if (letters == null) {
      StringBuilder found = new StringBuilder();
      for (int i = 0; i < tokens.size(); i++) {
        boolean lettered = mayBeGlued(i) && isDigit(tokens.start(i) + 1);
        Printed printed = lettered ? print(i) : null;
        if (printed != null && SCALES.containsKey(printed.after())) {
          found.append(printed.before());
        }
      }
      letters = found.toString();
    }
    return letters;
  }

  /// The token after "W148,000", whose comma and digits are tokens of their own.
  private int gluedEnd(int i, int end) {
    int to = i + 1;
    while (to + 1 < end
        && to - i < LONGEST_GLUED
        && (tokens.isMark(to, ',') || tokens.isMark(to, '.'))
        && !tokens.spaceBefore(to)
        && !tokens.spaceBefore(to + 1)
        && tokens.is(to + 1, TokenKind.NUMBER)) {
      to += 2;
    }
    return to;
  }

  /// Whether token `i` is a word of a few letters and digits behind them.
  private boolean mayBeGlued(int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int at = start;
    while (at < end && at - start < CODE_LENGTH && !isDigit(at)) {
      at++;
    }
    return tokens.is(i, TokenKind.WORD) && at > start && at < end && isDigit(at);
  }

  /// "ten basis points", "two years".
  private @Nullable Figure inWords(int i, int end) {
    int length = tokens.end(i) - tokens.start(i);
    if (!tokens.is(i, TokenKind.WORD)
        || length < 3
        || length > LONGEST_NUMBER_WORD
        || i + 1 >= end) {
      return null;
    }
    int value = WORDS.find(tokens, i);
    if (value == WordTable.ABSENT) {
      return null;
    }
    BigDecimal number = BigDecimal.valueOf(value);
    if (i + 2 < end && tokens.is(i + 1, "basis") && tokens.is(i + 2, "points")) {
      return new Figure(i, i + 3, Figure.Kind.BPS, number, number, "bps");
    }
    if (i + 2 < end && tokens.is(i + 1, "per") && tokens.is(i + 2, "cent")) {
      return new Figure(i, i + 3, Figure.Kind.PERCENT, number, number, "%");
    }
    if (tokens.is(i + 1, "percent")) {
      return new Figure(i, i + 2, Figure.Kind.PERCENT, number, number, "%");
    }
    return ofWord(i, end, number);
  }

  /// "two years", "six cents", "three dollars", "seven million".
  private @Nullable Figure ofWord(int i, int end, BigDecimal number) {
    int next = i + 1;
    Printed printed = new Printed(number, number, "", "");
    if (tokens.is(next, "cents")) {
      return cents(i, next + 1, end, printed);
    }
    if (tokens.is(next, "pence")) {
      return figure(i, next + 1, Figure.Kind.MONEY, hundredths(printed), "GBP");
    }
    String word = tokens.end(next) - tokens.start(next) <= LONGEST_UNIT ? tokens.folded(next) : "";
    if (word.length() > CODE_LENGTH && SCALES.containsKey(word)) {
      Figure scaled = scaled(i, next + 1, Figure.Kind.COUNT, printed, word, "count");
      String currency = next + 1 < end ? CURRENCIES.get(tokens.folded(next + 1)) : null;
      return scaled == null || currency == null
          ? scaled
          : new Figure(i, next + 2, Figure.Kind.MONEY, scaled.low(), scaled.high(), currency);
    }
    String named = NAMED_CURRENCIES.contains(word) ? CURRENCIES.get(word) : null;
    if (named != null) {
      return figure(i, next + 1, Figure.Kind.MONEY, printed, named);
    }
    Unit unit = unit(next, end);
    if (unit == null
        || (unit.kind() != Figure.Kind.DURATION && unit.kind() != Figure.Kind.POINTS)) {
      return null;
    }
    return figure(i, next + 1, unit.kind(), printed, unit.name());
  }

  /// "fifty cents", but "fifty cents on the dollar" and "41 cents of every dollar" are a
  /// percentage.
  private Figure cents(int from, int to, int end, Printed printed) {
    boolean part =
        to + 2 < end
            && ((tokens.is(to, "on") && tokens.is(to + 1, "the"))
                || (tokens.is(to, "of") && tokens.is(to + 1, "every")))
            && (tokens.is(to + 2, "dollar") || tokens.is(to + 2, "euro"));
    return part
        ? figure(from, to + 3, Figure.Kind.PERCENT, printed, "%")
        : figure(from, to, Figure.Kind.MONEY, hundredths(printed), centCurrency());
  }

  /// Whether a figure can start at token `i`, which is no word for a number.
  public boolean mayStart(int i, int end) {
    if (!tokens.is(i, TokenKind.WORD)) {
      return tokens.kind(i).isFigure();
    }
    boolean coded =
        tokens.end(i) - tokens.start(i) == CODE_LENGTH
            && i + 1 < end
            && tokens.is(i + 1, TokenKind.NUMBER);
    return coded || startsWithDigit(i) || mayBeGlued(i);
  }

  /// The unit that token `i` names; null when it names none.
  private @Nullable Unit unit(int i, int end) {
    boolean word =
        i < end && tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) <= LONGEST_UNIT;
    return word ? UNITS.get(tokens.folded(i)) : null;
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
    Printed one = print(low.from());
    Printed other = print(upper);
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

  /// Whether token `i` is a sign in words: "plus", "minus".
  private boolean isSign(int i) {
    return tokens.is(i, "minus") || tokens.is(i, "negative") || tokens.is(i, "plus");
  }

  /// Whether token `i` is a figure whose digits cannot be read.
  public boolean isUnreadable(int i) {
    return tokens.kind(i).isFigure() && isDoubtful(i) && print(i) == null;
  }

  /// Whether token `i` has more than a few digits with a point among them.
  private boolean isDoubtful(int i) {
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
      digits += isDigit(at) ? 1 : 0;
      dots += c == '.' ? 1 : 0;
    }
    return digits == 0 || dots > 1;
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
      case PERCENT -> {
        if (i + 1 < end && tokens.is(i + 1, "p") && !tokens.spaceBefore(i + 1)) {
          // "2.1%p" is points.
          yield scaled(i, i + 2, Figure.Kind.BPS, hundredfold(printed), "", "bps");
        }
        if (isMargin(i)) {
          yield figure(i, i + 1, Figure.Kind.BPS, hundredfold(printed), "bps");
        }
        yield figure(i, i + 1, Figure.Kind.PERCENT, printed, "%");
      }
      case BASIS_POINTS -> figure(i, i + 1, Figure.Kind.BPS, printed, "bps");
      case MULTIPLE -> figure(i, i + 1, Figure.Kind.MULTIPLE, printed, "x");
      case RANGE -> {
        if (after.endsWith("%")) {
          yield figure(i, i + 1, Figure.Kind.PERCENT, printed, "%");
        }
        if (after.equals("p")) {
          yield figure(i, i + 1, Figure.Kind.MONEY, hundredths(printed), "GBP");
        }
        int next = i + 1;
        if (next < end && (tokens.is(next, "bp") || tokens.is(next, "bps"))) {
          yield figure(i, next + 1, Figure.Kind.BPS, printed, "bps");
        }
        if (next < end && (tokens.is(next, "x") || tokens.is(next, "times"))) {
          yield figure(i, next + 1, Figure.Kind.MULTIPLE, printed, "x");
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
    boolean glued = i > 0 && !tokens.spaceBefore(i) && before.equals("$");
    if (glued && tokens.is(i - 1, "r")) {
      // "R$44" comes as two tokens.
      currency = "BRL";
    }
    if (!glued && before.equals("$")) {
      currency = dollars();
    }
    if (currency == null && before.length() == 3 && !before.contains("$")) {
      currency = before.toUpperCase(Locale.ROOT);
    }
    if (currency == null && before.isEmpty()) {
      if (after.equals("p")) {
        boolean capital = tokens.text().charAt(tokens.end(i) - 1) == 'P';
        return capital ? null : figure(i, i + 1, Figure.Kind.MONEY, hundredths(printed), "GBP");
      }
      if (after.equals("c")) {
        return figure(i, i + 1, Figure.Kind.MONEY, hundredths(printed), centCurrency());
      }
      int blank = after.lastIndexOf(' ');
      String name = after.substring(blank + 1);
      if (name.equals("pounds") && tokens.text().indexOf('\u00a3') < 0) {
        return counted(i, tokens.size(), printed);
      }
      currency = CURRENCIES.get(name);
      after = blank < 0 ? "" : after.substring(0, blank);
    }
    return currency == null ? null : scaled(i, i + 1, Figure.Kind.MONEY, printed, after, currency);
  }

  private static Printed hundredfold(Printed printed) {
    return new Printed(printed.low().movePointRight(2), printed.high().movePointRight(2), "", "");
  }

  private static Printed hundredths(Printed printed) {
    return new Printed(printed.low().movePointLeft(2), printed.high().movePointLeft(2), "", "");
  }

  /// The currency whose hundredths are cents in this text.
  private String centCurrency() {
    String currency = currency();
    return currency != null && WITH_CENTS.contains(currency) ? currency : "USD";
  }

  /// Which dollars "$" stands for: those that the text says its figures are in, or else American.
  private String dollars() {
    if (dollars == null) {
      dollars = "USD";
      for (int i = 1; i + 1 < tokens.size(); i++) {
        boolean told = tokens.is(i + 1, "dollars") && tokens.is(i - 1, "in");
        String of = told ? DOLLARS.get(tokens.folded(i)) : null;
        if (of != null) {
          dollars = of;
          break;
        }
      }
    }
    return dollars;
  }

  /// The currency of most amounts of the text; null when it has none.
  public @Nullable String currency() {
    if (!currencyIsKnown) {
      currencyIsKnown = true;
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < tokens.size(); i++) {
        // Cents ask for the currency themselves.
        Figure amount =
            tokens.is(i, TokenKind.MONEY) && tokens.foldedAt(tokens.end(i) - 1) != 'c'
                ? single(i, i + 1)
                : null;
        if (amount != null) {
          counts.merge(amount.unit(), 1, Integer::sum);
        }
      }
      int most = 0;
      for (Map.Entry<String, Integer> each : counts.entrySet()) {
        boolean before =
            currency == null || each.getKey().compareTo(currency) < 0 || each.getValue() > most;
        if (each.getValue() >= most && before) {
          most = each.getValue();
          currency = each.getKey();
        }
      }
    }
    return currency;
  }

  /// A plain number and the unit behind it.
  private @Nullable Figure counted(int i, int end, Printed printed) {
    int blank = printed.after().lastIndexOf(' ');
    Unit glued = UNITS.get(printed.after().substring(blank + 1));
    if (glued != null && !printed.after().isEmpty()) {
      String scale = blank < 0 ? "" : printed.after().substring(0, blank);
      return measured(i, i + 1, printed, scale, glued, end);
    }
    if (isMargin(i) && printed.after().isEmpty()) {
      return figure(i, i + 1, Figure.Kind.BPS, printed, "bps");
    }
    int next = i + 1;
    if (next + 1 < end && tokens.is(next, "basis") && tokens.is(next + 1, "point")) {
      return figure(i, next + 2, Figure.Kind.BPS, printed, "bps");
    }
    if (next < end && (tokens.is(next, "cents") || tokens.is(next, "cent"))) {
      return cents(i, next + 1, end, printed);
    }
    Unit unit = unit(next, end);
    if (unit != null) {
      return measured(i, next + 1, printed, printed.after(), unit, end);
    }
    return scaled(i, next, Figure.Kind.COUNT, printed, printed.after(), "count");
  }

  /// "S+450": so many points over a rate of reference.
  private boolean isMargin(int i) {
    return i > 1
        && tokens.isMark(i - 1, '+')
        && !tokens.spaceBefore(i)
        && !tokens.spaceBefore(i - 1)
        && REFERENCES.contains(tokens.folded(i - 2));
  }

  private @Nullable Figure measured(
      int from, int to, Printed printed, String scale, Unit unit, int end) {
    Figure figure = scaled(from, to, unit.kind(), printed, scale, unit.name());
    if (figure == null) {
      return null;
    }
    int after = rateEnd(to, end);
    boolean daily = after > to && unit.kind() == Figure.Kind.VOLUME && isDay(after - 1);
    String name = daily && !unit.name().contains("/") ? unit.name() + "/d" : unit.name();
    boolean hash = unit.kind() == Figure.Kind.HASHRATE;
    int last = daily || hash ? after : to;
    return new Figure(
        from,
        last,
        unit.kind(),
        figure.low().scaleByPowerOfTen(unit.zeros()),
        figure.high().scaleByPowerOfTen(unit.zeros()),
        name);
  }

  /// The token after "a day", "per day", "/d", "/s"; `to` when none of these follows.
  private int rateEnd(int to, int end) {
    boolean per =
        to + 1 < end && (tokens.is(to, "a") || tokens.is(to, "per") || tokens.isMark(to, '/'));
    boolean unit =
        per
            && (isDay(to + 1)
                || tokens.is(to + 1, "s")
                || tokens.is(to + 1, "th")
                || tokens.is(to + 1, "second")
                || tokens.is(to + 1, "terahash"));
    return unit ? to + 2 : to;
  }

  private boolean isDay(int i) {
    return tokens.is(i, "day") || tokens.is(i, "d");
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
    return print(i, tokens.end(i));
  }

  private @Nullable Printed print(int i, int end) {
    int at = tokens.start(i);
    boolean negative = i > 0 && isSign(i - 1) && !tokens.is(i - 1, "plus");
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
      if (high != null && negative) {
        BigDecimal lower = high;
        high = low;
        low = lower;
      }
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
