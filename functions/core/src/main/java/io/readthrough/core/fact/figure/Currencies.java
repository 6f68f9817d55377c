package io.readthrough.core.fact.figure;

import io.readthrough.core.text.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How amounts tell their currency: `currencies.tsv`. Words and signs are given in lower case,
/// currencies by their ISO 4217 codes.
public final class Currencies {
  /// How long an ISO 4217 code is.
  public static final int CODE_LENGTH = 3;

  /// "mop$".
  private static final int LONGEST_SIGN = 4;

  private static final Map<String, String> SIGNS = new HashMap<>();
  private static final Map<String, String> LETTERS = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, String> DOLLARS = new HashMap<>();
  private static final Map<String, String> CODES = new HashMap<>();
  private static final Set<String> WITH_CENTS = new HashSet<>();

  static {
    for (String[] row : Rows.of(Currencies.class, "currencies.tsv", 6)) {
      String code = row[0];
      CODES.put(code.toLowerCase(Locale.ROOT), code);
      put(SIGNS, row[1], code);
      put(LETTERS, row[2], code);
      put(NAMES, row[3], code);
      put(DOLLARS, row[4], code);
      if (row[5].equals("cents")) {
        WITH_CENTS.add(code);
      }
    }
  }

  private Currencies() {}

  private static void put(Map<String, String> codes, String words, String code) {
    for (String word : Rows.parts(words)) {
      codes.put(word, code);
    }
  }

  /// What a sign or word before or behind an amount stands for: "€", "us$", "rupees"; null when it
  /// stands for none.
  public static @Nullable String ofSign(String sign) {
    return SIGNS.get(sign);
  }

  /// What is written against an amount in one word: the "w" of "W412bn", the "rmb" of "RMB5"; null
  /// when it is no currency.
  public static @Nullable String ofLetters(String letters) {
    String code = LETTERS.get(letters);
    return code == null ? CODES.get(letters) : code;
  }

  /// What a word for a currency in a heading stands for: "dollars", "eur"; null when it is for
  /// none.
  public static @Nullable String ofWord(String word) {
    String code = SIGNS.get(word);
    return code == null ? CODES.get(word) : code;
  }

  /// What numbers in words stand before: "three dollars"; null where that is no currency.
  static @Nullable String ofNumberInWords(String name) {
    return NAMES.get(name);
  }

  /// Which dollars "Canadian dollars" are; null when the word does not tell it.
  static @Nullable String ofDollars(String word) {
    return DOLLARS.get(word);
  }

  /// The currency with this code in lower case; null when there is none.
  static @Nullable String ofCode(String code) {
    return CODES.get(code);
  }

  /// Whether hundredths of a currency are called cents.
  static boolean haveCents(String code) {
    return WITH_CENTS.contains(code);
  }

  /// The currency whose sign or code stands in `words` with no letter before it, and the place
  /// behind it; null when none does.
  public static @Nullable Printed in(String words) {
    for (int at = 0; at < words.length(); at++) {
      boolean within = at > 0 && Character.isLetter(words.charAt(at - 1));
      int longest = within ? 0 : Math.min(LONGEST_SIGN, words.length() - at);
      for (int length = longest; length > 0; length--) {
        String code = ofMark(words, at, at + length);
        if (code != null) {
          return new Printed(code, at + length);
        }
      }
    }
    return null;
  }

  /// The currency of a code, of letters with a blank behind them, or of a sign that is no word.
  private static @Nullable String ofMark(String words, int from, int to) {
    String mark = words.substring(from, to);
    if (!Character.isLetter(words.charAt(to - 1))) {
      return SIGNS.get(mark);
    }
    boolean apart = to - from > 1 && to < words.length() && words.charAt(to) == ' ';
    return apart || to - from == CODE_LENGTH ? ofLetters(mark) : null;
  }

  /// A currency, and where what tells it ends.
  public record Printed(String code, int end) {}
}
