package io.readthrough.core.score.target;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.score.composition.Expression;
import java.util.Set;

/// Expressions that are about another name than their subject: what an analyst, a holder or a
/// regulator says or does about someone ("downgrade", "raise stake"), and what sets two names
/// against each other ("outperform").
final class Verdicts {
  private static final Set<String> VERDICTS =
      Set.of(
          "upgrade",
          "downgrade",
          "overweight",
          "underweight",
          "outperform",
          "underperform",
          "bullish",
          "bearish",
          "positive",
          "negative",
          "upbeat",
          "optimistic",
          "cautious",
          "rating",
          "recommend",
          "recommendation",
          "prefer",
          "favour",
          "favor",
          "like",
          "stake",
          "penalty",
          "fine",
          "ban",
          "upside",
          "downside",
          "target",
          "nod",
          "approval",
          "probe",
          "buy!",
          "sell!",
          "coverage",
          "sue",
          "lawsuit",
          "buy",
          "sell",
          "pick",
          "call",
          "bet",
          "faith",
          "constructive",
          "crackdown",
          "investigation",
          "complaint",
          "estimate",
          "clearance",
          "notice",
          "tariff",
          "sanction",
          "potential",
          "opportunity",
          "value");

  private static final Set<String> COMPARISONS =
      Set.of(
          "outperform",
          "underperform",
          "overtake",
          "outpace",
          "outshine",
          "lag",
          "trail",
          "beat",
          "surpass",
          "lead",
          "eclipse",
          "dwarf",
          "topple",
          "outdo",
          "outrun");

  private Verdicts() {}

  static boolean isVerdict(Expression expression) {
    for (Entry entry : expression.entries()) {
      if (hasWord(entry.term(), VERDICTS)) {
        return true;
      }
    }
    return false;
  }

  static boolean compares(Expression expression) {
    return COMPARISONS.contains(expression.entries().getFirst().term());
  }

  private static boolean hasWord(String term, Set<String> words) {
    int start = 0;
    while (start <= term.length()) {
      int end = term.indexOf(' ', start);
      if (end < 0) {
        end = term.length();
      }
      if (words.contains(term.substring(start, end))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
