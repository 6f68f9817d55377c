package io.readthrough.core.fact;

import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Locale;

/// What a word tells that something does to a figure. The words stand in `effects.tsv`.
enum Effect {
  /// A verb whose amount is added to what "to" names: "adds $0.14 to EPS".
  ADDS,
  /// A verb whose amount goes off what "off", "from" or "out of" names: "takes 3% off EBITDA".
  TAKES,
  /// "costs the bank 4% of EPS": for the worse, whichever way that is.
  COSTS,
  /// "saves Hanwha 70 billion": for the better.
  SAVES,
  /// A verb before these that tells what would be.
  SUPPOSES,
  /// A noun for what is for the worse: "the hit", "a headwind".
  HARM,
  /// A noun for what is for the better: "a tailwind".
  HELP,
  /// Any word beside points that tells that they improve something, or burden it.
  GAINS,
  BURDENS;

  private final WordTable words = new WordTable();

  static {
    for (String[] row : Rows.of(Effect.class, "effects.tsv", 2)) {
      Effect effect = valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String word : row[1].split(" ", -1)) {
        effect.words.add(word, 0);
      }
    }
  }

  /// Whether token `i` is one of its words.
  boolean isAt(Tokens tokens, int i) {
    return words.find(tokens, i) != WordTable.ABSENT;
  }
}
