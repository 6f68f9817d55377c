package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// A way to write a security, and when it counts.
///
/// @param style how it must be written and how sure it is, as [#style] tells it in a number
/// @param others what ambiguous words name besides: an index where nothing says that they name the
///   company, as "Dow" does, or further companies, of which the text tells by the others in it
public record Name(Security security, int style, List<Security> others) {
  /// A longer word in capitals is a style of its owner ("NVIDIA", "TD SYNNEX"), not letters to be
  /// spelt.
  private static final int LONGEST_ACRONYM = 4;

  // The parts of a style: in which case it counts, if it is not any, and what else it is.

  /// As a proper name, "Apple", or wholly in capitals.
  private static final int PROPER = 1;

  /// Only in capitals: "IBM".
  private static final int ALL_CAPITALS = 1 << 1;

  private static final int AMBIGUOUS = 1 << 2;
  private static final int SHORT_FORM = 1 << 3;

  /// With a capital within a word that none begins, "boAt": all in lower case it is a common word.
  private static final int INNER_CAPITAL = 1 << 4;

  /// From here on a bit for each of the first words, whether a capital begins it.
  private static final int CAPITALS = 5;

  private static final int WORDS = Integer.SIZE - CAPITALS;

  /// The name that the tokens of `printed` from `from` to `to` write.
  static Name of(Security security, Tokens printed, int from, int to) {
    return new Name(security, style(security.assetType(), printed, from, to, false), List.of());
  }

  /// The style of what the tokens of `printed` from `from` to `to` write.
  ///
  /// @param type of the security that it names
  /// @param ambiguous whether the words often mean something else
  static int style(AssetType type, Tokens printed, int from, int to, boolean ambiguous) {
    int style = ambiguous ? AMBIGUOUS : 0;
    boolean lower = false;
    boolean upper = false;
    boolean brief = true;
    for (int i = from; i < to; i++) {
      if (printed.capitalised(i) && i - from < WORDS) {
        style |= 1 << (CAPITALS + i - from);
      }
      brief &= printed.end(i) - printed.start(i) <= LONGEST_ACRONYM;
      for (int k = printed.start(i); k < printed.end(i); k++) {
        lower |= Character.isLowerCase(printed.text().charAt(k));
        upper |= Character.isUpperCase(printed.text().charAt(k));
      }
    }
    if (upper && !lower && brief) {
      return style | ALL_CAPITALS;
    }
    if (upper && style >>> CAPITALS == 0) {
      style |= INNER_CAPITAL;
    }
    return isProper(type) ? style | PROPER : style;
  }

  /// The style of the beginning of a legal name, "Wizz" of Wizz Air Holdings: ambiguous, and no
  /// name by its capitals alone.
  static int shortFormStyle(AssetType type, Tokens printed, int from, int to) {
    return style(type, printed, from, to, true) | SHORT_FORM;
  }

  /// Whether a name in `plain` style is the one in `style` in capitals only: an alias "Nike" lets
  /// the company "NIKE" be written so too.
  static boolean isCapitalsOf(int style, int plain) {
    return (style & ALL_CAPITALS) != 0
        && (plain & ALL_CAPITALS) == 0
        && (style & AMBIGUOUS) == (plain & AMBIGUOUS);
  }

  static boolean isAmbiguous(int style) {
    return (style & AMBIGUOUS) != 0;
  }

  /// Whether the words often mean something else.
  boolean ambiguous() {
    return isAmbiguous(style);
  }

  /// Whether the words are only how the legal name begins.
  boolean shortForm() {
    return (style & SHORT_FORM) != 0;
  }

  /// Whether the name counts only in capitals.
  boolean inCapitals() {
    return (style & ALL_CAPITALS) != 0;
  }

  /// The same name of another security.
  Name of(Security other) {
    return new Name(other, style, others);
  }

  /// Whether the tokens of `text` from `from` to `to`, which are the name's words, are written as
  /// the name must be.
  boolean fits(Tokens text, int from, int to) {
    if (inCapitals()) {
      return isInCapitals(text, from, to);
    }
    if ((style & INNER_CAPITAL) != 0 && !hasCapital(text, from, to)) {
      return false;
    }
    return (style & PROPER) == 0 || startsWithCapitals(text, from, to);
  }

  private boolean startsWithCapitals(Tokens text, int from, int to) {
    int missing = style >>> CAPITALS;
    for (int i = from; i < to && missing != 0; i++) {
      if ((missing & 1) != 0 && !text.capitalised(i)) {
        return false;
      }
      missing >>>= 1;
    }
    return true;
  }

  private static boolean hasCapital(Tokens text, int from, int to) {
    for (int i = text.start(from); i < text.end(to - 1); i++) {
      if (Character.isUpperCase(text.text().charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInCapitals(Tokens text, int from, int to) {
    for (int i = text.start(from); i < text.end(to - 1); i++) {
      if (Character.isLowerCase(text.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isProper(AssetType type) {
    return switch (type) {
      case EQUITY, ETF, PRIVATE, GROUP -> true;
      case INDEX, CRYPTO, FX, COMMODITY, RATE -> false;
    };
  }
}
