package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
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

  /// The recommendations, whatever makes them one.
  private static final WordTable RECOMMENDATIONS =
      WordTable.of("buy accumulate add sell reduce avoid");

  /// Words after which the name of a rating stands.
  private static final WordTable RATING =
      WordTable.of(
          "maintain maintains maintained reiterate reiterates reiterated retain retains retained"
              + " recommend recommends recommended rate rates rated keep keeps assign assigns to"
              + " with a at issue issues gives initiates");

  private Implicit() {}

  static void find(Parse parse, List<Draft> drafts) {
    Tokens tokens = parse.tokens;
    int from = parse.from;
    int to = parse.to;
    for (int i = from; i < to; i++) {
      if (parse.item(i) != null) {
        continue;
      }
      Entry entry = null;
      if (tokens.is(i, TokenKind.PERCENT)) {
        entry = signed(tokens, i);
      } else if (tokens.is(i, TokenKind.WORD) && RECOMMENDATIONS.find(tokens, i) >= 0) {
        entry =
            isRating(tokens, from, to, i)
                ? rating(tokens, i)
                : opensClause(tokens, from, i) ? advice(tokens, to, i) : null;
      }
      if (entry != null) {
        double polarity = entry.meaning().sign() * entry.strength();
        Draft draft = new Draft(i, i + 1, i, polarity, null, List.of(entry));
        draft.add(Trait.PREDICATE);
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

  /// "maintains 'Buy' on Acme", "a BUY with a target": the name of a rating, not the verb.
  private static boolean isRating(Tokens tokens, int from, int to, int i) {
    boolean quoted = i > from && i + 1 < to && isQuote(tokens, i - 1) && isQuote(tokens, i + 1);
    boolean rates = i > from && RATING.find(tokens, i - 1) >= 0;
    // "we move to Sell" names a rating, "Acme To Sell Mill" in a title does not.
    boolean stands = rates && !tokens.capitalised(i - 1);
    boolean on = i + 1 < to && (tokens.is(i + 1, "on") || tokens.is(i + 1, "for"));
    return quoted || tokens.allCaps(i) || (rates && on) || (stands && tokens.capitalised(i));
  }

  private static @Nullable Entry rating(Tokens tokens, int i) {
    if (tokens.is(i, "buy") || tokens.is(i, "accumulate") || tokens.is(i, "add")) {
      return BUY;
    }
    return tokens.is(i, "sell") || tokens.is(i, "reduce") || tokens.is(i, "avoid") ? SELL : null;
  }

  private static boolean isQuote(Tokens tokens, int i) {
    return switch (tokens.foldedAt(tokens.start(i))) {
      case '\'', '"', '\u201c', '\u201d', '\u2018', '\u2019' -> true;
      default -> false;
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
