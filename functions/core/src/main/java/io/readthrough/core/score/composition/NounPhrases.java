package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Form;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the noun phrases of a sentence that something can be said about: joins what stands
/// together, and links what a preposition links.
final class NounPhrases {
  /// How many entries a phrase is made of at most; more is a list, not a phrase.
  private static final int MOST_ENTRIES = 6;

  private final Parse parse;
  private final Tokens tokens;
  private final int to;
  private final List<Phrase> phrases = new ArrayList<>();

  private NounPhrases(Parse parse) {
    this.parse = parse;
    this.tokens = parse.tokens;
    this.to = parse.to;
  }

  /// The phrases of the sentence in order, each at its place in `parse`; the items that they are
  /// made of are used.
  static List<Phrase> find(Parse parse) {
    NounPhrases found = new NounPhrases(parse);
    found.build();
    found.link();
    found.phrases.forEach(parse::place);
    return found.phrases;
  }

  /// Joins neighbouring metrics, polar words and changes into phrases: "weak margin outlook",
  /// "revenue growth", "higher costs".
  private void build() {
    Phrase last = null;
    for (Item item : parse.items) {
      Phrase phrase = phrase(item);
      if (phrase == null) {
        last = null;
        continue;
      }
      item.used = true;
      if (last != null && adjacent(last, phrase) && join(last, phrase)) {
        continue;
      }
      phrases.add(phrase);
      last = phrase;
    }
  }

  /// The phrase that `item` makes by itself; null when it is no part of a noun phrase.
  private @Nullable Phrase phrase(Item item) {
    Entry metric = item.get(Family.METRIC);
    Entry polar = item.get(Family.POLAR);
    Entry direction = item.get(Family.DIRECTION);
    Entry expectation = item.get(Family.EXPECTATION);
    if (expectation != null && expectation.meaning() != Meaning.REFERENCE) {
      return null;
    }
    if (direction != null && changes(item)) {
      Phrase phrase = new Phrase(item);
      phrase.change = direction.meaning().sign();
      phrase.adjective = item.use == PartOfSpeech.ADJ || item.form == Form.ING;
      phrase.strength = direction.strength();
      phrase.valence = phrase.change;
      phrase.entries.add(direction);
      return phrase;
    }
    if (direction != null || (item.is(Family.SHIFTER) && item.isVerb())) {
      return null;
    }
    if (item.use == PartOfSpeech.ADV && item.is(Family.MODIFIER)) {
      return null;
    }
    if (polar != null && !modifiesNext(item)) {
      Phrase phrase = new Phrase(item);
      phrase.polarity = polar.meaning().sign() * polar.strength();
      phrase.valence = polar.meaning().sign();
      phrase.strength = polar.strength();
      phrase.predicate = item.isVerb();
      phrase.adjective = item.use == PartOfSpeech.ADJ;
      phrase.adverb = item.use == PartOfSpeech.ADV;
      phrase.metric = metric;
      phrase.entries.add(polar);
      return phrase;
    }
    if (metric != null && !item.isVerb()) {
      Phrase phrase = new Phrase(item);
      phrase.valence = metric.meaning().sign();
      phrase.strength = metric.strength();
      phrase.metric = metric;
      phrase.entries.add(metric);
      return phrase;
    }
    if (expectation != null) {
      Phrase phrase = new Phrase(item);
      phrase.valence = 1;
      phrase.strength = expectation.strength();
      phrase.reference = true;
      phrase.entries.add(expectation);
      return phrase;
    }
    return null;
  }

  /// Whether a word of direction stands as a noun or before a noun, not as the verb.
  private boolean changes(Item item) {
    return switch (item.use) {
      case NOUN -> true;
      case ADJ -> !parse.isCompared(item) && (!parse.afterBe(item) || nextIsArgument(item));
      case VERB -> item.form == Form.ING && nextIsArgument(item) && !parse.afterBe(item);
      case ADV, PHRASE -> false;
    };
  }

  private boolean nextIsArgument(Item item) {
    for (int i = item.end; i < Math.min(to, item.end + 2); i++) {
      Item next = parse.item(i);
      if (next != null) {
        return next.is(Family.METRIC)
            || next.is(Family.POLAR)
            || (next.is(Family.DIRECTION) && next.use == PartOfSpeech.NOUN)
            || isReference(next.get(Family.EXPECTATION));
      }
      if (WordClass.of(tokens, i) != WordClass.OPEN) {
        return false;
      }
    }
    return false;
  }

  private static boolean isReference(@Nullable Entry expectation) {
    return expectation != null && expectation.meaning() == Meaning.REFERENCE;
  }

  /// "strong growth": an adjective that is both polar and a modifier modifies a change.
  private boolean modifiesNext(Item item) {
    if (!item.is(Family.MODIFIER) || item.end >= to) {
      return false;
    }
    Item next = parse.item(item.end);
    return next != null
        && (next.is(Family.DIRECTION) || (next.is(Family.POLAR) && !next.is(Family.METRIC)));
  }

  /// Whether `next` follows `last` in the same noun phrase: at once, or with one word or figure
  /// between them.
  private boolean adjacent(Phrase last, Phrase next) {
    if (last.predicate
        || next.predicate
        || next.first - last.end > 1
        || last.entries.size() == MOST_ENTRIES) {
      return false;
    }
    if (next.first == last.end) {
      return true;
    }
    TokenKind kind = tokens.kind(last.end);
    return kind == TokenKind.PERIOD
        || (kind == TokenKind.WORD
            && WordClass.of(tokens, last.end) == WordClass.OPEN
            && parse.item(last.end) == null
            && !tokens.capitalised(last.end)
            && (last.adjective || !endsLikeVerb(last.end)));
  }

  private boolean endsLikeVerb(int i) {
    char c = tokens.foldedAt(tokens.end(i) - 1);
    return c == 's' || c == 'd';
  }

  /// Joins `next` into `last`, of which it is the head; answers whether they go together.
  private boolean join(Phrase last, Phrase next) {
    if (last.adjective && last.change != 0) {
      if (next.isPlain() && next.valence == 0) {
        return grow(last, next, 0, 0);
      }
      int sign = next.isPlain() || next.polarity == 0 ? next.valence : next.sign();
      return grow(last, next, last.change * sign * strength(last, next), last.change * sign);
    }
    if (next.adjective && next.change != 0) {
      return false;
    }
    if (last.adjective && last.polarity != 0) {
      boolean bad =
          last.polarity < 0 || next.polarity < 0 || (next.change < 0 && next.isBareChange());
      double size = Math.max(Math.abs(last.polarity), Math.abs(next.polarity));
      return grow(last, next, bad ? -size : size, bad ? -1 : 1);
    }
    if (next.adjective) {
      return false;
    }
    if (next.change != 0) {
      int base = last.polarity != 0 ? last.sign() : last.valence;
      return grow(last, next, next.change * base * strength(next, last), next.change * base);
    }
    if (next.polarity != 0) {
      return grow(last, next, next.polarity, next.sign());
    }
    if (last.change != 0 || last.polarity != 0) {
      // "expansion costs": of a cost more is bad, whatever it is for.
      int sign = last.polarity != 0 ? last.sign() : last.change;
      return grow(last, next, last.polarity * 0.5, next.valence < 0 ? -1 : sign);
    }
    int valence = last.valence < 0 && next.valence < 0 ? -1 : last.valence * next.valence;
    return grow(last, next, 0, last.valence == 0 ? next.valence : valence);
  }

  private static boolean grow(Phrase last, Phrase next, double polarity, int valence) {
    last.end = next.end;
    last.head = next.head;
    last.polarity = polarity;
    last.valence = valence;
    last.strength = Math.max(last.strength, next.strength);
    last.metric = next.metric != null ? next.metric : last.metric;
    last.change = 0;
    last.adjective = false;
    last.reference = next.reference && last.metric == null;
    last.entries.addAll(next.entries);
    return true;
  }

  /// Links phrases over a preposition, the last first: "rise in costs", "risk of default", "level
  /// of debt".
  private void link() {
    for (int p = phrases.size() - 2; p >= 0; p--) {
      Phrase left = phrases.get(p);
      Phrase right = phrases.get(p + 1);
      boolean brief = left.entries.size() + right.entries.size() <= MOST_ENTRIES;
      if (brief && !left.predicate && !right.predicate && !left.adjective && linked(left, right)) {
        link(left, right);
      }
    }
    phrases.removeIf(phrase -> phrase.consumed);
  }

  private void link(Phrase left, Phrase right) {
    if (left.change != 0) {
      int sign =
          right.polarity != 0 ? right.sign() : right.change != 0 ? right.change : right.valence;
      left.polarity = left.change * sign * strength(left, right);
      left.valence = left.change * sign;
      left.metric = right.metric;
      left.change = 0;
    } else if (left.polarity < 0) {
      left.metric = left.metric != null ? left.metric : right.metric;
    } else if (left.polarity > 0) {
      if (right.polarity > 0) {
        left.polarity = Math.max(left.polarity, right.polarity);
      }
    } else if (right.isPlain() && !right.reference) {
      left.valence = left.valence == 0 ? right.valence : left.valence;
    } else {
      return;
    }
    left.end = right.end;
    left.entries.addAll(right.entries);
    right.consumed = true;
  }

  private boolean linked(Phrase left, Phrase right) {
    int gap = right.first - left.end;
    if (gap < 1 || gap > 5 || left.end >= to || !tokens.is(left.end, TokenKind.WORD)) {
      return false;
    }
    boolean part = tokens.is(left.end, "of") || tokens.is(left.end, "in");
    // "a rise on strong demand", "a high for the year": why and when, not what rose.
    boolean about =
        tokens.is(left.end, "to")
            || tokens.is(left.end, "for")
            || tokens.is(left.end, "about")
            || tokens.is(left.end, "over")
            || tokens.is(left.end, "on");
    boolean changes = left.change != 0 && !tokens.is(left.end, "to");
    if (!part && !(about && !changes && !left.isLevel())) {
      return false;
    }
    for (int i = left.end + 1; i < right.first; i++) {
      if (!parse.isNominal(i)) {
        return false;
      }
    }
    return true;
  }

  private static double strength(Phrase operator, Phrase argument) {
    return operator.strength * (0.5 + 0.5 * argument.strength);
  }
}
