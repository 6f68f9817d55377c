package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import org.jspecify.annotations.Nullable;

/// A way to write a security, and when it counts.
///
/// @param letters which letters of the text must be capitals
/// @param capitals a bit for each of the first 64 tokens of the name that must start with one
/// @param ambiguous whether the words often mean something else
/// @param shortForm whether they are only how the legal name begins, "Wizz" of Wizz Air Holdings:
///   ambiguous, and no name by its capitals alone
/// @param otherwise the security that ambiguous words name where nothing says that they name the
///   first: "Dow" is the company where the text names it surely, else the index
public record Name(
    Security security,
    Letters letters,
    long capitals,
    boolean ambiguous,
    boolean shortForm,
    @Nullable Security otherwise) {
  /// A longer word in capitals is a style of its owner ("NVIDIA", "TD SYNNEX"), not letters to be
  /// spelt.
  private static final int LONGEST_ACRONYM = 4;

  /// How a name's capitals are read.
  public enum Letters {
    /// In any case: "gold", "Gold".
    ANY,
    /// As a proper name, "Apple", or wholly in capitals.
    PROPER,
    /// Only in capitals: "IBM".
    ALL_CAPITALS
  }

  /// The name that the tokens of `printed` from `from` to `to` write.
  static Name of(Security security, Tokens printed, int from, int to, boolean ambiguous) {
    long capitals = 0;
    boolean lower = false;
    boolean upper = false;
    boolean brief = true;
    for (int i = from; i < to; i++) {
      if (printed.capitalised(i) && i - from < Long.SIZE) {
        capitals |= 1L << (i - from);
      }
      brief &= printed.end(i) - printed.start(i) <= LONGEST_ACRONYM;
      for (int k = printed.start(i); k < printed.end(i) && !lower; k++) {
        lower |= Character.isLowerCase(printed.text().charAt(k));
        upper |= Character.isUpperCase(printed.text().charAt(k));
      }
    }
    Letters letters;
    if (upper && !lower && brief) {
      letters = Letters.ALL_CAPITALS;
    } else {
      letters = isProper(security.assetType()) ? Letters.PROPER : Letters.ANY;
    }
    return new Name(security, letters, capitals, ambiguous, false, null);
  }

  /// The beginning of a legal name.
  static Name shortForm(Security security, Tokens printed, int from, int to) {
    Name name = of(security, printed, from, to, true);
    return new Name(security, name.letters, name.capitals, true, true, null);
  }

  /// The same name with a second meaning.
  Name orElse(Security second) {
    return new Name(security, letters, capitals, ambiguous, shortForm, second);
  }

  /// Whether this is `plain` in capitals only: an alias "Nike" lets the company "NIKE" be written
  /// so too.
  boolean isStyledAs(Name plain) {
    return letters == Letters.ALL_CAPITALS
        && plain.letters != Letters.ALL_CAPITALS
        && ambiguous == plain.ambiguous
        && security.equals(plain.security);
  }

  /// The same name of another security.
  Name of(Security other) {
    return new Name(other, letters, capitals, ambiguous, shortForm, otherwise);
  }

  /// Whether the tokens of `text` from `from` to `to`, which are the name's words, are written as
  /// the name must be.
  boolean fits(Tokens text, int from, int to) {
    return switch (letters) {
      case ANY -> true;
      case PROPER -> startsWithCapitals(text, from, to);
      case ALL_CAPITALS -> inCapitals(text, from, to);
    };
  }

  private boolean startsWithCapitals(Tokens text, int from, int to) {
    for (int i = from; i < to && i - from < Long.SIZE; i++) {
      if ((capitals & (1L << (i - from))) != 0 && !text.capitalised(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inCapitals(Tokens text, int from, int to) {
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
