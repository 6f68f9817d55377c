package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Currencies;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.Scales;
import io.readthrough.core.fact.figure.Units;
import io.readthrough.core.fact.figure.Units.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  private static final int THOUSANDS = 3;

  private static final Set<Figure.Kind> MEASURED =
      EnumSet.of(Figure.Kind.MASS, Figure.Kind.VOLUME, Figure.Kind.ENERGY, Figure.Kind.POWER);

  /// What a heading in lower case says of the numbers under it: "(€m)", "$ billion", "(%)"; null
  /// when it says nothing.
  static @Nullable TableScale in(String heading) {
    boolean percent = heading.contains("%");
    if (heading.contains("(p)") || heading.contains("pence")) {
      return new TableScale("GBP", PENCE, percent, null);
    }
    List<String> words = words(heading);
    Currencies.Printed currency = Currencies.in(heading);
    if (currency != null) {
      String behind = heading.substring(currency.end());
      Integer zeros = zeros(behind.strip());
      zeros = zeros == null ? apart(words, true) : zeros;
      boolean unknown = zeros == null && isOneWord(behind);
      return unknown
          ? null
          : new TableScale(currency.code(), zeros == null ? 0 : zeros, percent, null);
    }
    Unit measured = measured(words);
    if (measured != null) {
      return new TableScale(null, 0, false, measured);
    }
    Integer zeros = apart(words, false);
    if (zeros != null) {
      return new TableScale(currencyIn(words), zeros, percent, null);
    }
    TableScale glued = glued(words, percent);
    if (glued != null) {
      return glued;
    }
    int open = heading.indexOf('(');
    return open < 0 ? (percent ? PERCENT : null) : bracketed(heading.substring(open + 1), percent);
  }

  /// The zeros of a scale that stands apart from its currency: "($ in millions)", "mio eur",
  /// "millions of dollars"; null when there is none.
  ///
  /// @param money whether the heading has the sign of a currency
  private static @Nullable Integer apart(List<String> all, boolean money) {
    for (int i = 0; i < all.size(); i++) {
      Integer zeros = scale(all.get(i));
      // "in t" is in tonnes.
      boolean led = i > 0 && all.get(i).length() > 1 && all.get(i - 1).equals("in");
      String next = i + 1 < all.size() ? all.get(i + 1) : "";
      String of = next.equals("of") && i + 2 < all.size() ? all.get(i + 2) : next;
      boolean counts = i > 0 && Character.isDigit(all.get(i - 1).charAt(0));
      boolean thousands = money && all.get(i).startsWith("000") && !counts;
      if (zeros != null && !counts && (led || thousands || isCurrency(of))) {
        return zeros;
      }
    }
    return null;
  }

  /// A scale before what is measured: "('000 t)", "million barrels", "in thousand tonnes"; null
  /// where none is. Behind a number it is that number's alone.
  private static @Nullable Unit measured(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean counts = i > 0 && Character.isDigit(words.get(i - 1).charAt(0));
      Integer zeros = counts ? null : scale(words.get(i));
      String word = words.get(i + 1);
      Unit unit = zeros == null ? null : Units.of(word.equals("t") ? "tonnes" : word);
      if (zeros != null && unit != null && MEASURED.contains(unit.kind())) {
        return new Unit(unit.kind(), unit.name(), zeros + unit.zeros());
      }
    }
    return null;
  }

  private static boolean isCurrency(String word) {
    return word.length() > 1 && Currencies.ofWord(word) != null;
  }

  /// The currency that a word of a heading names; null when none does.
  private static @Nullable String currencyIn(List<String> words) {
    for (String word : words) {
      String code = isCurrency(word) ? Currencies.ofWord(word) : null;
      if (code != null) {
        return code;
      }
    }
    return null;
  }

  /// A scale written against the code behind it: "meur", "msek", "teur".
  private static @Nullable TableScale glued(List<String> words, boolean percent) {
    for (String word : words) {
      int split = word.length() - Currencies.CODE_LENGTH;
      String code = split > 0 ? Currencies.ofWord(word.substring(split)) : null;
      Integer zeros = code == null ? null : scale(word.substring(0, split));
      if (zeros != null) {
        // "teur" is thousands, from the German.
        boolean thousands = word.startsWith("t") && split == 1;
        return new TableScale(code, thousands ? THOUSANDS : zeros, percent, null);
      }
    }
    return null;
  }

  /// Whether one word alone stands to the end of a bracket that names a currency: if it scales, by
  /// what is not known.
  private static boolean isOneWord(String behind) {
    int close = behind.indexOf(')');
    String inside = close < 0 ? "" : behind.substring(0, close).strip();
    return !inside.isEmpty() && inside.chars().allMatch(Character::isLetter);
  }

  private static @Nullable Integer scale(String word) {
    return word.equals("000") || word.equals("000s")
        ? Integer.valueOf(THOUSANDS)
        : Scales.zeros(word);
  }

  /// The words and numbers of a heading.
  private static List<String> words(String heading) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= heading.length(); i++) {
      boolean within = i < heading.length() && Character.isLetterOrDigit(heading.charAt(i));
      if (!within) {
        if (i > start) {
          words.add(heading.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
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
    return scale(words.substring(0, end));
  }
}
