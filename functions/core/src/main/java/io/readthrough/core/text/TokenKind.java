package io.readthrough.core.text;

/// What a token is.
public enum TokenKind {
  /// A word, an abbreviation with inner dots ("U.S.") or a listing code ("BAS.DE").
  WORD,
  /// The `'s` of a possessive or of "it's".
  CLITIC,
  /// A plain number, its scale word included: "13,561", "1.8 million".
  NUMBER,
  /// An amount of money with its currency and scale: "$1.2bn", "Rs 279 cr", "3,150p".
  MONEY,
  /// "25%", "4.5 per cent".
  PERCENT,
  /// "220 basis points", "15bp".
  BASIS_POINTS,
  /// "7.4x", "28.7 times".
  MULTIPLE,
  /// Two numbers joined by a dash: "$3.10-$3.20", "6-18".
  RANGE,
  /// A reporting period or a year: "Q2", "1Q26", "FY26", "H1", "2026E".
  PERIOD,
  /// "$TSLA".
  CASHTAG,
  /// "#earnings".
  HASHTAG,
  /// "@desk".
  HANDLE,
  /// A web address.
  LINK,
  /// A pictograph.
  EMOJI,
  /// A mark that ends, divides or brackets: `. , ; : ! ? ( ) " -` and dashes that stand free.
  PUNCTUATION,
  /// Any other sign: `& + = / ^`.
  SYMBOL;

  /// Whether the token is a figure of some sort.
  public boolean isFigure() {
    return switch (this) {
      case NUMBER, MONEY, PERCENT, BASIS_POINTS, MULTIPLE, RANGE -> true;
      case WORD, CLITIC, PERIOD, CASHTAG, HASHTAG, HANDLE, LINK, EMOJI, PUNCTUATION, SYMBOL ->
          false;
    };
  }
}
