package io.readthrough.core.fact.figure;

import static io.readthrough.core.fact.figure.PrintedNumber.isDigit;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads amounts of money, whose currency may be told elsewhere in the text.
final class MoneyReader {
  /// How many tokens an amount has that is written against its currency's letters.
  private static final int LONGEST_GLUED = 6;

  /// Hundredths of a currency.
  private static final int HUNDREDTHS = -2;

  /// Of two currencies with as many amounts, the one whose code comes first.
  private static final Comparator<Map.Entry<String, Integer>> BY_COUNT_THEN_FIRST =
      Map.Entry.<String, Integer>comparingByValue()
          .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

  private final Tokens tokens;
  private boolean currencyIsKnown;
  private @Nullable String currency;
  private @Nullable String dollars;
  private @Nullable String letters;

  MoneyReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The amount that token `i` is, which prints `number`; null when its currency is not known.
  @Nullable Figure at(int i, PrintedNumber number) {
    String before = number.before();
    String after = number.after();
    String code = ofSign(i, before);
    if (code == null && before.isEmpty()) {
      if (after.equals("p")) {
        boolean capital = tokens.text().charAt(tokens.end(i) - 1) == 'P';
        return capital ? null : pence(i, i + 1, number);
      }
      if (after.equals("c")) {
        return cents(i, i + 1, number);
      }
      int blank = after.lastIndexOf(' ');
      code = Currencies.ofSign(after.substring(blank + 1));
      after = blank < 0 ? "" : after.substring(0, blank);
    }
    return code == null ? null : number.scaled(i, i + 1, Figure.Kind.MONEY, after, code);
  }

  /// The currency of the sign that stands at token `i`; null when it is the sign of none.
  @Nullable String ofSign(int i, String sign) {
    if (sign.equals("$")) {
      // "R$44" comes as two tokens.
      boolean glued = i > 0 && !tokens.spaceBefore(i);
      return !glued ? dollars() : tokens.is(i - 1, "r") ? "BRL" : Currencies.ofSign(sign);
    }
    String code = Currencies.ofSign(sign);
    boolean coded = sign.length() == Currencies.CODE_LENGTH && !sign.contains("$");
    return code == null && coded ? sign.toUpperCase(Locale.ROOT) : code;
  }

  /// Whether what looks like an amount is a weight: "5 pounds" where nothing is in sterling.
  boolean isWeight(PrintedNumber number) {
    boolean pounds = number.after().equals("pounds") || number.after().endsWith(" pounds");
    return pounds && number.before().isEmpty() && tokens.text().indexOf('\u00a3') < 0;
  }

  /// "RMB5.62bn", "W412bn", "Rs310 crore": a currency's letters and its amount in one word.
  @Nullable Figure glued(int i, int end) {
    if (!mayBeGlued(i)) {
      return null;
    }
    int to = gluedEnd(i, end);
    PrintedNumber number = PrintedNumber.at(tokens, i, tokens.end(to - 1));
    String code = number == null ? null : Currencies.ofLetters(number.before());
    if (number == null || code == null) {
      return null;
    }
    String after = number.after();
    if (after.isEmpty() && to < end && Scales.zeros(tokens.folded(to)) != null) {
      return number.scaled(i, to + 1, Figure.Kind.MONEY, tokens.folded(to), code);
    }
    // "W12" may be a week and "Y3" the third year, where no other amount has that letter.
    boolean grouped = i + 1 < to && tokens.isMark(i + 1, ',');
    boolean doubtful = number.before().length() == 1 && after.isEmpty() && !grouped;
    return doubtful && !letters().contains(number.before())
        ? null
        : scaledBehind(number.scaled(i, to, Figure.Kind.MONEY, after, code), after, end);
  }

  /// An amount or a count, scaled by a word that is a token of its own, and with the currency
  /// behind that: "EUR 30 Mio", "30 Mio EUR", "INR 5 lakh crore".
  ///
  /// @param after what is printed behind the digits of `figure`
  @Nullable Figure scaledBehind(@Nullable Figure figure, String after, int end) {
    boolean open = after.isEmpty() || after.equals("lakh");
    if (figure == null || !open || figure.to() >= end) {
      return figure;
    }
    int to = figure.to();
    boolean counted = figure.kind() == Figure.Kind.COUNT;
    boolean word =
        (counted || figure.kind() == Figure.Kind.MONEY)
            && tokens.is(to, TokenKind.WORD)
            && tokens.end(to) - tokens.start(to) >= Currencies.CODE_LENGTH;
    Integer zeros = word ? Scales.zeros(tokens.folded(to)) : null;
    if (zeros == null) {
      return figure;
    }
    String of = counted && to + 1 < end ? Currencies.ofWord(tokens.folded(to + 1)) : null;
    Figure scaled = figure.times(zeros);
    return new Figure(
        figure.from(),
        of == null ? to + 1 : to + 2,
        of == null ? figure.kind() : Figure.Kind.MONEY,
        scaled.low(),
        scaled.high(),
        of == null ? figure.unit() : of);
  }

  /// Whether token `i` is a word of a few letters and digits behind them.
  boolean mayBeGlued(int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int at = start;
    while (at < end && at - start < Currencies.CODE_LENGTH && !isDigit(tokens, at)) {
      at++;
    }
    return tokens.is(i, TokenKind.WORD) && at > start && at < end && isDigit(tokens, at);
  }

  /// The letters that stand before amounts with a scale: "Y226bn".
  private String letters() {
    if (letters == null) {
      StringBuilder found = new StringBuilder();
      for (int i = 0; i < tokens.size(); i++) {
        boolean lettered = mayBeGlued(i) && isDigit(tokens, tokens.start(i) + 1);
        PrintedNumber number = lettered ? PrintedNumber.at(tokens, i) : null;
        if (number != null && Scales.zeros(number.after()) != null) {
          found.append(number.before());
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

  /// "fifty cents", but "fifty cents on the dollar" and "41 cents of every dollar" are a
  /// percentage.
  ///
  /// @param to the token after "cents"
  Figure cents(int from, int to, int end, PrintedNumber number) {
    boolean led =
        to + 2 < end
            && ((tokens.is(to, "on") && tokens.is(to + 1, "the"))
                || (tokens.is(to, "of") && tokens.is(to + 1, "every")));
    boolean part = led && (tokens.is(to + 2, "dollar") || tokens.is(to + 2, "euro"));
    return part ? number.figure(from, to + 3, Figure.Kind.PERCENT, "%") : cents(from, to, number);
  }

  private Figure cents(int from, int to, PrintedNumber number) {
    String of = currency();
    String code = of != null && Currencies.haveCents(of) ? of : "USD";
    return number.times(HUNDREDTHS).figure(from, to, Figure.Kind.MONEY, code);
  }

  static Figure pence(int from, int to, PrintedNumber number) {
    return number.times(HUNDREDTHS).figure(from, to, Figure.Kind.MONEY, "GBP");
  }

  /// Which dollars "$" stands for: those that the text says its figures are in, or else American.
  private String dollars() {
    if (dollars == null) {
      dollars = "USD";
      for (int i = 1; i + 1 < tokens.size(); i++) {
        boolean told = tokens.is(i + 1, "dollars") && tokens.is(i - 1, "in");
        String of = told ? Currencies.ofDollars(tokens.folded(i)) : null;
        if (of != null) {
          dollars = of;
          break;
        }
      }
    }
    return dollars;
  }

  /// The currency of most amounts of the text; null when it has none.
  @Nullable String currency() {
    if (!currencyIsKnown) {
      currencyIsKnown = true;
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < tokens.size(); i++) {
        // Cents ask for the currency themselves.
        boolean amount = tokens.is(i, TokenKind.MONEY) && tokens.foldedAt(tokens.end(i) - 1) != 'c';
        PrintedNumber number = amount ? PrintedNumber.at(tokens, i) : null;
        Figure figure = number == null || isWeight(number) ? null : at(i, number);
        if (figure != null) {
          counts.merge(figure.unit(), 1, Integer::sum);
        }
      }
      currency =
          counts.entrySet().stream().max(BY_COUNT_THEN_FIRST).map(Map.Entry::getKey).orElse(null);
    }
    return currency;
  }
}
