package io.readthrough.core.fact.period;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;

/// The names of months, long and short.
final class Months {
  static final int IN_A_YEAR = 12;

  private static final List<String> NAMES =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// Short for September beside "sep".
  private static final String SEPT = "sept";

  private static final int SEPTEMBER = 9;
  private static final int SHORT = 3;
  private static final int LONGEST = 9;

  private static final WordTable NUMBERS = numbers();

  private Months() {}

  private static WordTable numbers() {
    WordTable numbers = new WordTable();
    for (int m = 0; m < NAMES.size(); m++) {
      numbers.add(NAMES.get(m), m + 1);
      numbers.add(NAMES.get(m).substring(0, SHORT), m + 1);
    }
    numbers.add(SEPT, SEPTEMBER);
    return numbers;
  }

  /// All names, in lower case.
  static List<String> names() {
    List<String> names = new ArrayList<>(NAMES);
    NAMES.forEach(name -> names.add(name.substring(0, SHORT)));
    names.add(SEPT);
    return names;
  }

  /// Whether token `i`, which names a month, may have a full stop behind it: "Sept.", but not
  /// "May".
  static boolean isShort(Tokens tokens, int i) {
    int length = tokens.end(i) - tokens.start(i);
    return (length == SHORT && !tokens.is(i, "may")) || tokens.is(i, SEPT);
  }

  /// The number of the month that token `i` names with a capital, from 1; 0 when it names none.
  static int at(Tokens tokens, int i) {
    int length = tokens.end(i) - tokens.start(i);
    boolean mayBe = length >= SHORT && length <= LONGEST && tokens.capitalised(i);
    int number = mayBe ? NUMBERS.find(tokens, i) : WordTable.ABSENT;
    return number == WordTable.ABSENT ? 0 : number;
  }
}
