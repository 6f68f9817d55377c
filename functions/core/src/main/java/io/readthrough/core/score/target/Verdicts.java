package io.readthrough.core.score.target;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.text.WordTable;

/// Expressions that are about another name than their subject: what an analyst, a holder or a
/// regulator says or does about someone ("downgrade", "raise stake"), and what sets two names
/// against each other ("outperform").
final class Verdicts {
  private static final WordTable VERDICTS =
      WordTable.of(
          "upgrade downgrade overweight underweight outperform underperform bullish bearish"
              + " positive negative upbeat optimistic cautious rating recommend recommendation"
              + " prefer favour favor like stake penalty fine ban upside downside target nod"
              + " approval probe buy! sell! coverage sue lawsuit buy sell pick call bet faith"
              + " constructive crackdown investigation complaint estimate clearance notice tariff"
              + " sanction potential opportunity value");

  private static final WordTable COMPARISONS =
      WordTable.of(
          "outperform underperform overtake outpace outshine lag trail beat surpass lead"
              + " eclipse dwarf topple outdo outrun");

  private Verdicts() {}

  static boolean isVerdict(Expression expression) {
    for (Entry entry : expression.entries()) {
      if (hasVerdict(entry.term())) {
        return true;
      }
    }
    return false;
  }

  static boolean compares(Expression expression) {
    return COMPARISONS.find(expression.entries().getFirst().term()) >= 0;
  }

  private static boolean hasVerdict(String term) {
    int start = 0;
    while (start <= term.length()) {
      int blank = term.indexOf(' ', start);
      int end = blank < 0 ? term.length() : blank;
      if (VERDICTS.find(term, start, end) >= 0) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
