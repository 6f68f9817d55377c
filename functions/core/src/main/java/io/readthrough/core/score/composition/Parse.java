package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Match;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A sentence while it is read: what the lexicon knows in it, and at each token the item and the
/// noun phrase that stands there; so also what stands before and after an item that acts.
final class Parse {
  /// How many tokens after an operator its object may start.
  static final int OBJECT_WINDOW = 7;

  /// How many tokens before an operator its subject may end.
  static final int SUBJECT_WINDOW = 12;

  final Tokens tokens;

  /// The first token of the sentence, and the one after its last.
  final int from;

  final int to;

  /// Whether a token is part of a name.
  final IntPredicate named;

  final List<Item> items = new ArrayList<>();
  private final @Nullable Item[] itemAt;
  private final @Nullable Phrase[] phraseAt;

  /// @param matches those of the sentence
  /// @param named whether a token is part of a name
  Parse(Tokens tokens, int from, int to, List<Match> matches, IntPredicate named) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.named = named;
    this.itemAt = new Item[to - from];
    this.phraseAt = new Phrase[to - from];
    Item last = null;
    for (Match match : matches) {
      if (isInsideName(match)) {
        continue;
      }
      boolean follows = last != null && last.end == match.first();
      Item item = Item.of(tokens, from, to, match, follows ? last : null);
      if (item != null) {
        last = item;
        items.add(item);
        for (int i = item.first; i < item.end; i++) {
          itemAt[i - from] = item;
        }
      }
    }
  }

  /// "Best Buy", "pure miners with weaker land banks": the words of a name say nothing.
  private boolean isInsideName(Match match) {
    for (int i = match.first(); i < match.end(); i++) {
      if (!named.test(i)) {
        return false;
      }
    }
    return true;
  }

  /// The item at token `i`, null where there is none.
  @Nullable Item item(int i) {
    return itemAt[i - from];
  }

  /// The noun phrase at token `i`, null where there is none.
  @Nullable Phrase phrase(int i) {
    return phraseAt[i - from];
  }

  void place(Phrase phrase) {
    for (int i = phrase.first; i < phrase.end; i++) {
      phraseAt[i - from] = phrase;
    }
  }

  /// Whether token `i` can stand inside a noun phrase.
  boolean isNominal(int i) {
    Item item = item(i);
    if (item != null && item.isOperator() && item.isVerb()) {
      return false;
    }
    return switch (WordClass.of(tokens, i)) {
      case DETERMINER, POSSESSIVE, OPEN, ADVERB -> true;
      case NONE -> !tokens.is(i, TokenKind.PUNCTUATION);
      case PRONOUN,
          PREPOSITION,
          BY,
          TO,
          THAN,
          COORDINATOR,
          SUBORDINATOR,
          RELATIVE,
          BE,
          HAVE,
          MODAL,
          DO ->
          tokens.is(i, "'s");
    };
  }

  boolean isCompared(Item item) {
    return item.end < to && tokens.is(item.end, "than");
  }

  boolean afterBe(Item item) {
    if (item.first == from) {
      return false;
    }
    WordClass before = WordClass.of(tokens, item.first - 1);
    if (before == WordClass.ADVERB && item.first - 1 > from) {
      before = WordClass.of(tokens, item.first - 2);
    }
    return before == WordClass.BE;
  }

  /// "hurt by", "boosted by": the operator acts on what stands before it.
  boolean isPassive(Item item) {
    return item.end < to && tokens.is(item.end, "by");
  }

  /// The phrase after `item` that it acts on: nothing but the words of a noun phrase between them.
  @Nullable Phrase object(Item item) {
    for (int i = item.end; i < Math.min(to, item.end + OBJECT_WINDOW); i++) {
      Phrase phrase = phrase(i);
      if (phrase != null) {
        return phrase.predicate || phrase.adverb ? null : phrase;
      }
      Item other = item(i);
      if (other != null && (other.isOperator() || other.is(Family.CONTRAST))) {
        return null;
      }
      // "slumps post weak results": after them.
      if (tokens.is(i, "post")) {
        return null;
      }
      boolean of = tokens.is(i, "of") || tokens.is(i, "from");
      // "cut $450 million of cost": so much of it, where "rises 3% of ..." says no more.
      boolean measured = tokens.is(i - 1, TokenKind.MONEY) && item.isVerb();
      if (!isNominal(i) && !(of && i > item.end && (measured || !item.is(Family.DIRECTION)))) {
        return null;
      }
    }
    return null;
  }

  /// The phrase before `item` that it says something of: the head of the noun phrases before it.
  @Nullable Phrase subject(Item item) {
    for (int i = item.first - 1; i >= Math.max(from, item.first - SUBJECT_WINDOW); i--) {
      Phrase phrase = phrase(i);
      if (phrase != null) {
        return phrase.predicate ? null : phrase;
      }
      Item other = item(i);
      if (other != null && other.isOperator() && other.isVerb()) {
        return coordinated(i + 1, item.first) ? other.subject : null;
      }
      boolean comma = i == item.first - 1 && item.use == PartOfSpeech.ADV && tokens.isMark(i, ',');
      if (!comma && !bridges(i)) {
        return null;
      }
    }
    return null;
  }

  private boolean coordinated(int first, int end) {
    for (int i = first; i < end; i++) {
      if (WordClass.of(tokens, i) == WordClass.COORDINATOR) {
        return true;
      }
    }
    return false;
  }

  /// Whether token `i` may stand between a subject and its verb.
  private boolean bridges(int i) {
    return switch (WordClass.of(tokens, i)) {
      case DETERMINER,
          POSSESSIVE,
          PREPOSITION,
          COORDINATOR,
          BE,
          HAVE,
          MODAL,
          DO,
          ADVERB,
          TO,
          OPEN ->
          true;
      case NONE -> !Clauses.divides(tokens, i);
      case PRONOUN, BY, THAN, SUBORDINATOR, RELATIVE -> false;
    };
  }
}
