package io.readthrough.core.score.target;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.text.InOrder;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.List;

/// Finds the name on the other side of what is said of one: of a comparison ("Acme beats Orvel"),
/// of a preference ("prefer Acme over Orvel"), of what passes from one to the other ("Acme loses
/// orders to Orvel", "Acme wins share from Orvel"), and of a gain "at the expense of Orvel".
final class Opponents {
  private static final int NOBODY = -1;

  /// How many tokens apart what passes and the other side may stand.
  private static final int TRANSFER_WINDOW = 10;

  private static final WordTable GIVING = WordTable.of("lose cede concede surrender forfeit yield");
  private static final WordTable TAKING =
      WordTable.of("gain take win grab steal poach snatch wrest capture");

  /// The verbs of who gets what another loses.
  private static final WordTable GETTING =
      WordTable.of(
          "take takes took taking win wins won winning gain gains gained gaining get gets got pick"
              + " picks picked picking absorb absorbs absorbed inherit inherits inherited");

  private final Tokens tokens;
  private final Clauses clauses;
  private final List<NameMention> mentions;
  private final int[] firstOfClause;
  private final int[] group;

  /// @param firstOfClause the first mention of every clause
  /// @param group the same number for mentions that are coordinated
  Opponents(
      Tokens tokens,
      Clauses clauses,
      List<NameMention> mentions,
      int[] firstOfClause,
      int[] group) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.mentions = mentions;
    this.firstOfClause = firstOfClause;
    this.group = group;
  }

  /// Whether a mention that follows token `i` is what another is compared with.
  boolean isCompared(int i) {
    return MentionRoles.COMPARING.find(tokens, i) >= 0 || tokens.is(i, "by");
  }

  /// Whether token `i` is the last of "at the expense of".
  boolean isExpense(int i) {
    return i >= 2 && tokens.is(i, "of") && tokens.is(i - 1, "expense");
  }

  /// The mention that stands against `chosen` in what the expression says, or -1. Of a verdict that
  /// is [#passedOver].
  int of(Expression expression, int chosen) {
    int next = NOBODY;
    if (Verdicts.compares(expression) || has(expression, Family.EXPECTATION)) {
      next = compared(expression, chosen);
    }
    return next >= 0 ? next : otherSide(expression, chosen);
  }

  private static boolean has(Expression expression, Family family) {
    for (Entry entry : expression.entries()) {
      if (entry.meaning().family() == family) {
        return true;
      }
    }
    return false;
  }

  private int compared(Expression expression, int chosen) {
    int next = chosen + 1;
    while (next < mentions.size() && group[next] == group[chosen]) {
      next++;
    }
    return next < mentions.size()
            && mentions.get(next).first() >= expression.end()
            && mentions.get(next).first() - expression.end() <= 1
            && clauses.of(mentions.get(next).first()) == expression.clause()
        ? next
        : NOBODY;
  }

  /// The mention of a name that another is preferred to, or -1: "prefer Acme over Orvel".
  int passedOver(int chosen) {
    int clause = clauses.of(mentions.get(chosen).first());
    for (int m = chosen + 1; m < firstOfClause[clause + 1]; m++) {
      int before = mentions.get(m).first() - 1;
      if (group[m] != group[chosen] && (tokens.is(before, "over") || isCompared(before))) {
        return tokens.is(before, "by") ? NOBODY : m;
      }
    }
    return NOBODY;
  }

  private int otherSide(Expression expression, int chosen) {
    boolean gives = begins(expression, GIVING);
    int taker = gives ? taker(chosen) : NOBODY;
    if (taker >= 0) {
      return taker;
    }
    boolean takes = !gives && begins(expression, TAKING);
    int last = Math.min(clauses.end(expression.clause()), expression.end() + TRANSFER_WINDOW);
    for (int m = firstFrom(expression.end());
        m < mentions.size() && mentions.get(m).first() < last;
        m++) {
      int before = mentions.get(m).first() - 1;
      if (WordClass.of(tokens, before) == WordClass.DETERMINER) {
        before--;
      }
      // "gains from the Orvel deal" is a cause; something must pass.
      boolean passes = before > expression.end() || expression.end() - expression.first() > 1;
      boolean other =
          isExpense(before)
              || (gives && tokens.is(before, "to"))
              || (takes && passes && tokens.is(before, "from"));
      if (other && group[m] != group[chosen]) {
        return m;
      }
    }
    return NOBODY;
  }

  /// Who takes what `chosen` loses: "Acme takes the share that Orvel loses".
  private int taker(int chosen) {
    int relative = mentions.get(chosen).first() - 1;
    int first = relative < 0 ? NOBODY : firstOfClause[clauses.of(relative)];
    if (first < 0 || first >= chosen || WordClass.of(tokens, relative) != WordClass.RELATIVE) {
      return NOBODY;
    }
    int from = Math.max(mentions.get(chosen - 1).end(), relative - TRANSFER_WINDOW);
    for (int i = from; i < relative; i++) {
      if (GETTING.find(tokens, i) >= 0) {
        return first;
      }
    }
    return NOBODY;
  }

  /// The first mention at or after a token.
  int firstFrom(int token) {
    return InOrder.firstFrom(mentions, NameMention::first, token);
  }

  private static boolean begins(Expression expression, WordTable verbs) {
    for (Entry entry : expression.entries()) {
      String term = entry.term();
      int blank = term.indexOf(' ');
      if (verbs.find(term, 0, blank < 0 ? term.length() : blank) >= 0) {
        return true;
      }
    }
    return false;
  }
}
