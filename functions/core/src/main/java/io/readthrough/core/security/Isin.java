package io.readthrough.core.security;

/// International securities identification numbers, ISO 6166.
public final class Isin {
  static final int LENGTH = 12;

  private Isin() {}

  /// Whether `isin` has the form of one and its check digit is right: the sum of the digits, every
  /// second one doubled from the right, is a multiple of ten; letters count as 10 to 35.
  public static boolean isValid(String isin) {
    if (isin.length() != LENGTH || !isLetter(isin.charAt(0)) || !isLetter(isin.charAt(1))) {
      return false;
    }
    int sum = 0;
    boolean doubled = false;
    for (int i = LENGTH - 1; i >= 0; i--) {
      char c = isin.charAt(i);
      if (!isDigit(c) && (!isLetter(c) || i == LENGTH - 1)) {
        return false;
      }
      int value = isDigit(c) ? c - '0' : c - 'A' + 10;
      while (true) {
        int digit = value % 10;
        sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
        doubled = !doubled;
        if (value < 10) {
          break;
        }
        value /= 10;
      }
    }
    return sum % 10 == 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
