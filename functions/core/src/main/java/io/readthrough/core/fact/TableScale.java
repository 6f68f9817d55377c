package io.readthrough.core.fact;

import io.readthrough.core.fact.figure.Currencies;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.Scales;
import io.readthrough.core.fact.figure.Units;
import io.readthrough.core.fact.figure.Units.Unit;
import org.jspecify.annotations.Nullable;

/// How plain numbers of a table are to be read.
///
/// @param currency ISO 4217 code; null where none is printed
/// @param zeros of the power of ten that they are printed in
/// @param percent whether they are percentages
/// @param measure what they measure, such as tonnes; null where they are money or none
record TableScale(@Nullable String currency, int zeros, boolean percent, @Nullable Unit measure) {
  private static final TableScale PERCENT = new TableScale(null, 0, true, null);

  /// Pence are hundredths of a pound.
  private static final int PENCE = -2;

  /// What a heading in lower case says of the numbers under it: "(€m)", "$ billion", "(%)"; null
  /// when it says nothing.
  static @Nullable TableScale in(String words) {
    boolean percent = words.contains("%");
    if (words.contains("(p)") || words.contains("pence")) {
      return new TableScale("GBP", PENCE, percent, null);
    }
    Currencies.Printed currency = Currencies.in(words);
    if (currency != null) {
      Integer zeros = zeros(words.substring(currency.end()).strip());
      return new TableScale(currency.code(), zeros == null ? 0 : zeros, percent, null);
    }
    int open = words.indexOf('(');
    return open < 0 ? (percent ? PERCENT : null) : bracketed(words.substring(open + 1), percent);
  }

  /// What stands in brackets without a sign of a currency: "(kt)", "(mn)", "(Wbn)".
  private static @Nullable TableScale bracketed(String rest, boolean percent) {
    String inside = rest.strip();
    int close = inside.indexOf(')');
    Unit measure = close < 0 ? null : Units.of(inside.substring(0, close));
    if (measure != null && measure.kind() != Figure.Kind.DURATION) {
      return new TableScale(null, 0, false, measure);
    }
    Integer zeros = zeros(inside);
    if (zeros != null) {
      return new TableScale(null, zeros, percent, null);
    }
    for (int letters = 2; letters > 0; letters--) {
      boolean longer = inside.length() > letters;
      String code = longer ? Currencies.ofLetters(inside.substring(0, letters)) : null;
      Integer scale = code == null ? null : zeros(inside.substring(letters));
      if (scale != null) {
        return new TableScale(code, scale, percent, null);
      }
    }
    return percent ? PERCENT : null;
  }

  /// What the word at the start of `words` adds to numbers; null when it adds nothing.
  private static @Nullable Integer zeros(String words) {
    int end = 0;
    while (end < words.length() && Character.isLetterOrDigit(words.charAt(end))) {
      end++;
    }
    return Scales.zeros(words.substring(0, end));
  }
}
