package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Form;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A match of the lexicon in its sentence, with the part of speech that its neighbours suggest and
/// so the meanings it can have there: at most one of each family.
final class Item {
  /// Verbs whose participle is their base: "has cut costs".
  private static final WordTable UNCHANGED =
      WordTable.of(
          "beat bet bid burst cast cost cut hit hurt let offset put quit reset set shed shut slit"
              + " split spread thrust upset");

  final int first;
  final int end;
  final PartOfSpeech use;
  final Form form;

  /// The families of its meanings, a bit for each, and its meanings.
  private int families;

  private @Nullable Entry one;
  private @Nullable Entry[] others = NO_OTHERS;

  private static final @Nullable Entry[] NO_OTHERS = {};

  /// The phrase that an operator acted on as its subject, for a coordinated operator after it.
  @Nullable Phrase subject;

  boolean used;

  private Item(Match match, PartOfSpeech use) {
    this.first = match.first();
    this.end = match.end();
    this.form = match.form();
    this.use = use;
  }

  /// The item of `match` in the sentence of the tokens from `from` to `to`; null when the match is
  /// a guard, which says nothing. `before` is the item that the match follows at once, if any.
  static @Nullable Item of(Tokens tokens, int from, int to, Match match, @Nullable Item before) {
    int offered = offered(match.entries());
    PartOfSpeech use = use(tokens, from, to, match, offered, before);
    boolean noneFits = (offered & (bit(use) | bit(PartOfSpeech.PHRASE))) == 0;
    Item item = new Item(match, use);
    boolean guard = false;
    boolean several = match.end() - match.first() > 1;
    for (Entry entry : match.entries()) {
      if (entry.meaning() == Meaning.GUARD) {
        guard = true;
      } else if (noneFits || fits(entry, use)) {
        item.add(entry);
      }
    }
    return item.families == 0 || (guard && several) ? null : item;
  }

  /// Of two meanings of one family the stronger stays, or the first.
  private void add(Entry entry) {
    Family family = entry.meaning().family();
    if (one == null) {
      one = entry;
    } else if (one.meaning().family() == family) {
      one = stronger(one, entry);
    } else {
      int free = 0;
      while (free < others.length) {
        Entry other = others[free];
        if (other == null) {
          break;
        }
        if (other.meaning().family() == family) {
          others[free] = stronger(other, entry);
          return;
        }
        free++;
      }
      if (free == others.length) {
        others = Arrays.copyOf(others, free + 2);
      }
      others[free] = entry;
    }
    families |= family.bit();
  }

  private static Entry stronger(Entry one, Entry other) {
    return other.strength() > one.strength() ? other : one;
  }

  /// Its entry of `family`, when it has one.
  @Nullable Entry get(Family family) {
    if (!is(family)) {
      return null;
    }
    if (one != null && one.meaning().family() == family) {
      return one;
    }
    for (Entry other : others) {
      if (other != null && other.meaning().family() == family) {
        return other;
      }
    }
    return null;
  }

  /// Whether it has a meaning of `family`.
  boolean is(Family family) {
    return (families & family.bit()) != 0;
  }

  /// Whether it can act on a metric or on something polar.
  boolean isOperator() {
    return is(Family.DIRECTION) || is(Family.SHIFTER);
  }

  boolean isVerb() {
    return use == PartOfSpeech.VERB || use == PartOfSpeech.PHRASE;
  }

  private static boolean fits(Entry entry, PartOfSpeech use) {
    return entry.pos() == use || entry.pos() == PartOfSpeech.PHRASE;
  }

  /// Guesses the part of speech among those that the entries offer.
  private static PartOfSpeech use(
      Tokens tokens, int from, int to, Match match, int offered, @Nullable Item last) {
    boolean verb = (offered & bit(PartOfSpeech.VERB)) != 0;
    boolean noun = (offered & bit(PartOfSpeech.NOUN)) != 0;
    boolean adjective = (offered & bit(PartOfSpeech.ADJ)) != 0;
    boolean adverb = (offered & bit(PartOfSpeech.ADV)) != 0;
    int kinds = (verb ? 1 : 0) + (noun ? 1 : 0) + (adjective ? 1 : 0) + (adverb ? 1 : 0);
    if (kinds == 0) {
      return PartOfSpeech.PHRASE;
    }
    if (verb && match.form() == Form.PAST) {
      return PartOfSpeech.VERB;
    }
    WordClass before =
        match.first() > from ? WordClass.of(tokens, match.first() - 1) : WordClass.NONE;
    WordClass after = match.end() < to ? WordClass.of(tokens, match.end()) : WordClass.NONE;
    // "sees gains", "the worst drop"
    boolean afterOperator = last != null && last.isOperator() && last.use == PartOfSpeech.VERB;
    if (verb
        && noun
        && (afterOperator
            || (last != null
                && last.use == PartOfSpeech.ADJ
                && last.is(Family.POLAR)
                && !last.is(Family.DIRECTION)))) {
      return PartOfSpeech.NOUN;
    }
    if (verb && noun && nounBetween(tokens, from, to, match, before, after)) {
      return PartOfSpeech.NOUN;
    }
    if (verb && adjective && before != WordClass.TO && before != WordClass.MODAL) {
      return adjectiveBetween(before, after) ? PartOfSpeech.ADJ : PartOfSpeech.VERB;
    }
    if (verb) {
      return PartOfSpeech.VERB;
    }
    if (adjective && noun) {
      return nounBetween(tokens, from, to, match, before, after) && after != WordClass.OPEN
          ? PartOfSpeech.NOUN
          : PartOfSpeech.ADJ;
    }
    if (adjective) {
      return PartOfSpeech.ADJ;
    }
    return noun ? PartOfSpeech.NOUN : PartOfSpeech.ADV;
  }

  private static boolean adjectiveBetween(WordClass before, WordClass after) {
    return before == WordClass.DETERMINER
        || before == WordClass.POSSESSIVE
        || before == WordClass.PREPOSITION
        || before == WordClass.BE
        || before == WordClass.ADVERB
        || (after == WordClass.OPEN && before != WordClass.PRONOUN);
  }

  private static boolean nounBetween(
      Tokens tokens, int from, int to, Match match, WordClass before, WordClass after) {
    return switch (before) {
      case DETERMINER, POSSESSIVE, PREPOSITION, BY -> true;
      case HAVE -> UNCHANGED.find(tokens, match.first()) < 0;
      case TO, MODAL, PRONOUN, DO, RELATIVE -> false;
      case BE -> after == WordClass.PREPOSITION;
      case ADVERB, THAN, COORDINATOR, SUBORDINATOR -> nounBefore(tokens, to, match, after);
      case OPEN -> tokens.is(match.first() - 1, "'s") || nounBefore(tokens, to, match, after);
      case NONE ->
          (match.first() > from && tokens.kind(match.first() - 1).isFigure())
              || nounBefore(tokens, to, match, after);
    };
  }

  /// Whether what follows goes with a noun rather than with a verb.
  private static boolean nounBefore(Tokens tokens, int to, Match match, WordClass after) {
    return switch (after) {
      case PREPOSITION ->
          tokens.is(match.end(), "of")
              || tokens.is(match.end(), "in")
              || tokens.is(match.end(), "about")
              || tokens.is(match.end(), "over");
      case BE, MODAL, HAVE, DO -> true;
      case DETERMINER,
          POSSESSIVE,
          PRONOUN,
          BY,
          TO,
          THAN,
          COORDINATOR,
          SUBORDINATOR,
          RELATIVE,
          ADVERB,
          OPEN ->
          false;
      case NONE ->
          match.end() >= to
              || (tokens.is(match.end(), TokenKind.PUNCTUATION) && match.form() == Form.BASE);
    };
  }

  /// The parts of speech that entries offer, a bit for each; guards offer none.
  private static int offered(List<Entry> entries) {
    int offered = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      offered |= entry.meaning() == Meaning.GUARD ? 0 : bit(entry.pos());
    }
    return offered;
  }

  @SuppressWarnings("EnumOrdinal") // Only told apart.
  private static int bit(PartOfSpeech pos) {
    return 1 << pos.ordinal();
  }
}
