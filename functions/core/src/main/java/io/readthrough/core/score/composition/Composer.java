package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Match;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Composes the expressions of a text. Linear: every search looks a bounded number of tokens to
/// either side.
public final class Composer {
  private Composer() {}

  /// The expressions of the text, in the order of their sentences and heads.
  public static List<Expression> compose(
      Tokens tokens, Sentences sentences, Clauses clauses, List<Match> matches) {
    List<Expression> expressions = new ArrayList<>();
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      int from = next;
      while (next < matches.size() && matches.get(next).first() < sentences.end(s)) {
        next++;
      }
      new SentenceComposer(
              tokens, sentences.first(s), sentences.end(s), s, clauses, matches.subList(from, next))
          .composeInto(expressions);
    }
    return expressions;
  }
}
