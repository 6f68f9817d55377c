package io.readthrough.core.fact.figure;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers spelled out.
public final class NumberWords {
  /// From one on.
  private static final List<String> ONES =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  /// From twenty on.
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  /// What only goes on with a number.
  private static final WordTable HIGHER =
      WordTable.of("zero hundred thousand million billion trillion");

  private static final int TEN = 10;
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;

  private static final WordTable VALUES = values();

  private NumberWords() {}

  private static WordTable values() {
    WordTable values = new WordTable();
    for (int i = 0; i < ONES.size(); i++) {
      values.add(ONES.get(i), i + 1);
    }
    for (int i = 0; i < TENS.size(); i++) {
      values.add(TENS.get(i), 10 * (i + 2));
    }
    return values;
  }

  /// A number spelled out.
  ///
  /// @param to the token after its last
  record Spelled(BigDecimal value, int to) {}

  /// The number that token `i` alone is a word for; null when it is for none, or for a part of a
  /// longer number: either half of "twenty-five".
  public static @Nullable BigDecimal at(Tokens tokens, int i) {
    Spelled number = spelled(tokens, i, tokens.size());
    return number == null || number.to() > i + 1 || goesOn(tokens, number.to(), tokens.size())
        ? null
        : number.value();
  }

  /// The number below ten thousand that starts at token `i`: "two hundred and five", "ninety-nine",
  /// "one point two"; null when none starts there.
  static @Nullable Spelled spelled(Tokens tokens, int i, int end) {
    int value = belowHundred(tokens, i, end);
    if (value == 0 || isWithin(tokens, i)) {
      return null;
    }
    int to = behind(tokens, i, value);
    if (to < end && tokens.is(to, "hundred")) {
      value *= HUNDRED;
      to++;
      int rest = to < end && tokens.is(to, "and") ? to + 1 : to;
      int more = belowHundred(tokens, rest, end);
      value += more;
      to = more == 0 ? to : behind(tokens, rest, more);
    }
    return fraction(tokens, new Spelled(BigDecimal.valueOf(value), to), end);
  }

  /// Whether a number that seems to end before token `i` goes on there: "million fifty", "thousand
  /// and two".
  static boolean goesOn(Tokens tokens, int i, int end) {
    int word = i < end && tokens.is(i, "and") ? i + 1 : i;
    return word < end && isNumberWord(tokens, word);
  }

  /// A number and the digits behind its "point".
  private static Spelled fraction(Tokens tokens, Spelled whole, int end) {
    int to = whole.to();
    if (to + 1 >= end || !tokens.is(to, "point")) {
      return whole;
    }
    BigDecimal value = whole.value();
    int digits = 0;
    int at = to + 1;
    while (at < end && digits < TEN && digit(tokens, at) >= 0) {
      digits++;
      BigDecimal digit = BigDecimal.valueOf(digit(tokens, at++));
      value = value.add(digit.scaleByPowerOfTen(-digits));
    }
    return digits == 0 ? whole : new Spelled(value, at);
  }

  private static int digit(Tokens tokens, int i) {
    int value = tokens.is(i, "zero") ? 0 : VALUES.find(tokens, i);
    return value < TEN ? value : WordTable.ABSENT;
  }

  /// "forty-two", "fifteen"; 0 when no number starts at token `i`.
  private static int belowHundred(Tokens tokens, int i, int end) {
    int value = i < end ? VALUES.find(tokens, i) : WordTable.ABSENT;
    if (value == WordTable.ABSENT) {
      return 0;
    }
    int ones = value >= TWENTY && i + 1 < end ? VALUES.find(tokens, i + 1) : WordTable.ABSENT;
    return ones > 0 && ones < TEN ? value + ones : value;
  }

  /// The token after the words of a number below a hundred.
  private static int behind(Tokens tokens, int i, int value) {
    return VALUES.find(tokens, i) == value ? i + 1 : i + 2;
  }

  /// Whether the word at `i` continues a number: "five" in "twenty five", "two" in "one point two"
  /// and in "a hundred and two".
  private static boolean isWithin(Tokens tokens, int i) {
    boolean joined = i > 1 && (tokens.is(i - 1, "point") || tokens.is(i - 1, "and"));
    int before = joined ? i - 2 : i - 1;
    return before >= 0 && isNumberWord(tokens, before);
  }

  private static boolean isNumberWord(Tokens tokens, int i) {
    return VALUES.find(tokens, i) != WordTable.ABSENT || HIGHER.find(tokens, i) != WordTable.ABSENT;
  }

  /// All of them, in lower case.
  public static List<String> all() {
    List<String> all = new ArrayList<>(ONES);
    all.addAll(TENS);
    return all;
  }
}
