package io.readthrough.core.fact.item;

import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What a word tells that something does to a figure. The words stand in `effects.tsv`.
public enum Effect {
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

  /// Whether token `i` is one of its words.
  public boolean isAt(Tokens tokens, int i) {
    WordTable words = Words.ALL.get(this);
    return words != null && words.find(tokens, i) != WordTable.ABSENT;
  }

  /// Read on first use.
  private static final class Words {
    private static final Map<Effect, WordTable> ALL = read();

    private static Map<Effect, WordTable> read() {
      Map<Effect, WordTable> all = new EnumMap<>(Effect.class);
      for (String[] row : Rows.of(Effect.class, "effects.tsv", 2)) {
        all.put(valueOf(row[0].toUpperCase(Locale.ROOT)), WordTable.of(row[1]));
      }
      return all;
    }
  }
}
