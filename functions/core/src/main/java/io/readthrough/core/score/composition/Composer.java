package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Match;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Composes the expressions of a text. Linear: every search looks a bounded number of tokens to
/// either side.
public final class Composer {
  private Composer() {}

  /// The expressions of a text that names nobody, in the order of their sentences and heads.
  public static List<Expression> compose(
      Tokens tokens, Sentences sentences, Clauses clauses, List<Match> matches) {
    return compose(tokens, sentences, clauses, matches, token -> false);
  }

  /// The expressions of the text, in the order of their sentences and heads.
  ///
  /// @param named whether a token is part of a name, which a verb may act on ("hits Acme")
  public static List<Expression> compose(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<Match> matches,
      IntPredicate named) {
    List<Expression> expressions = new ArrayList<>();
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      int from = next;
      while (next < matches.size() && matches.get(next).first() < sentences.end(s)) {
        next++;
      }
      List<Match> inside = matches.subList(from, next);
      Parse parse = new Parse(tokens, sentences.first(s), sentences.end(s), inside, named);
      new SentenceComposer(parse, s, clauses).composeInto(expressions);
    }
    return expressions;
  }
}
