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
  private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty");

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

  /// The number that token `i` is a word for; null when it is for none.
  public static @Nullable BigDecimal at(Tokens tokens, int i) {
    int value = VALUES.find(tokens, i);
    return value == WordTable.ABSENT ? null : BigDecimal.valueOf(value);
  }

  /// All of them, in lower case.
  public static List<String> all() {
    List<String> all = new ArrayList<>(ONES);
    all.addAll(TENS);
    return all;
  }
}
