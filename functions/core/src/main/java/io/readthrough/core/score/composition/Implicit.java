package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said without a word of the lexicon: a signed percentage ("+4%"), and the imperative of a
/// recommendation ("Buy Acme"), whose verb says nothing elsewhere ("Acme buys a mill").
final class Implicit {
  private static final Entry GAIN =
      new Entry(-1, "+%", PartOfSpeech.ADV, Meaning.UP, 0.5, "a percentage with a plus");
  private static final Entry LOSS =
      new Entry(-2, "-%", PartOfSpeech.ADV, Meaning.DOWN, 0.5, "a percentage with a minus");
  private static final Entry BUY =
      new Entry(-3, "buy!", PartOfSpeech.VERB, Meaning.POSITIVE, 0.7, "a recommendation to buy");
  private static final Entry SELL =
      new Entry(-4, "sell!", PartOfSpeech.VERB, Meaning.NEGATIVE, 0.7, "a recommendation to sell");

  private Implicit() {}

  static void find(Tokens tokens, int from, int to, @Nullable Item[] itemAt, List<Draft> drafts) {
    for (int i = from; i < to; i++) {
      if (itemAt[i - from] != null) {
        continue;
      }
      Entry entry = null;
      if (tokens.is(i, TokenKind.PERCENT)) {
        entry = signed(tokens, i);
      } else if (tokens.is(i, TokenKind.WORD) && opensClause(tokens, from, i)) {
        entry = advice(tokens, to, i);
      }
      if (entry != null) {
        double polarity = entry.meaning().sign() * entry.strength();
        Draft draft = new Draft(i, i + 1, i, polarity, null, List.of(entry));
        draft.traits.add(Trait.PREDICATE);
        drafts.add(draft);
      }
    }
  }

  private static @Nullable Entry signed(Tokens tokens, int i) {
    return switch (tokens.foldedAt(tokens.start(i))) {
      case '+' -> GAIN;
      case '-', '\u2212' -> LOSS;
      default -> null;
    };
  }

  private static @Nullable Entry advice(Tokens tokens, int to, int i) {
    boolean named =
        i + 1 < to && (tokens.capitalised(i + 1) || tokens.is(i + 1, TokenKind.CASHTAG));
    if (!named) {
      return null;
    }
    if (tokens.is(i, "buy") || tokens.is(i, "accumulate")) {
      return BUY;
    }
    return tokens.is(i, "sell") ? SELL : null;
  }

  private static boolean opensClause(Tokens tokens, int from, int i) {
    return i == from || Clauses.divides(tokens, i - 1);
  }
}
