package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Form;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What words of direction and shifters do to the noun phrases around them: "revenue fell", "eased
/// concerns", "hits a low".
final class Operators {
  private static final Set<String> OUTWEIGHS = Set.of("outweigh", "overshadow");

  private final Parse parse;
  private final Tokens tokens;
  private final int from;
  private final int to;
  private final List<Draft> drafts;
  private final Comparisons comparisons;

  /// @param drafts takes what is composed
  Operators(Parse parse, List<Draft> drafts, Comparisons comparisons) {
    this.parse = parse;
    this.tokens = parse.tokens;
    this.from = parse.from;
    this.to = parse.to;
    this.drafts = drafts;
    this.comparisons = comparisons;
  }

  /// Lets `item` act on what stands around it, if it is one that acts.
  void operate(Item item) {
    Entry expectation = item.get(Family.EXPECTATION);
    if (expectation != null && expectation.meaning() != Meaning.REFERENCE) {
      comparisons.expect(item, expectation);
      return;
    }
    if (!item.isOperator()) {
      return;
    }
    Entry direction = item.get(Family.DIRECTION);
    if (direction != null && direction.term().equals("raise") && isMoney(item.end)) {
      // "raises $300 million": what it means depends on what it is for.
      item.used = true;
      return;
    }
    if (direction != null && (isReducedRelative(item) || standsAgainst(item, direction))) {
      return;
    }
    Entry shifter = item.get(Family.SHIFTER);
    Entry polar = item.get(Family.POLAR);
    Phrase object = item.use == PartOfSpeech.ADV ? null : parse.object(item);
    Phrase subject = parse.subject(item);
    item.subject = subject;
    if (object != null && object.isLevel() && item.isVerb() && reaches(item)) {
      reach(item, subject, object);
    } else if (shifter != null && subject != null && subject.polarity != 0 && outweighs(shifter)) {
      prevail(item, subject, object);
    } else if (object != null
        && !(polar != null && polar.meaning().sign() < 0 && object.polarity < 0)) {
      // What a transitive verb does counts; that its subject is itself good or bad does not.
      consumeCause(subject);
      boolean plain = object.polarity == 0;
      act(item, direction != null && plain ? direction : first(shifter, direction), object);
    } else if (direction == null && polar != null) {
      consumeCause(subject);
      if (object != null) {
        object.consumed = true;
      }
      bare(item, polar);
    } else if (direction != null) {
      if (subject != null && subject.polarity < 0 && leans(direction)) {
        subject.consumed = true;
        bare(item, direction);
      } else if (subject != null) {
        act(item, direction, subject);
      } else {
        bare(item, direction);
      }
    } else if (shifter != null && item.isVerb() && actsOnName(item)) {
      bare(item, shifter);
    } else if (shifter != null && parse.isPassive(item)) {
      if (subject == null) {
        bare(item, shifter);
      } else {
        act(item, shifter, subject);
      }
    } else if (shifter != null && subject != null && !subject.isPlain() && endsClause(item)) {
      act(item, shifter, subject);
    }
  }

  /// "the $0.15 lost a year ago": the verb tells which figure, and not what happened.
  private boolean isReducedRelative(Item item) {
    boolean told =
        item.form == Form.PAST
            && item.first - 2 >= from
            && tokens.kind(item.first - 1).isFigure()
            && WordClass.of(tokens, item.first - 2) == WordClass.DETERMINER;
    item.used |= told;
    return told;
  }

  /// "a loss of $0.03, narrower than the $0.09 loss of last year": set against another figure, a
  /// metric is said to have changed. Answers whether it is so.
  private boolean standsAgainst(Item item, Entry direction) {
    if (!parse.isCompared(item)) {
      return false;
    }
    for (int i = item.first - 1; i >= Math.max(from, item.first - Parse.SUBJECT_WINDOW); i--) {
      Phrase phrase = parse.phrase(i);
      if (phrase != null) {
        if (phrase.consumed || !phrase.isPlain() || phrase.valence == 0) {
          return false;
        }
        act(item, direction, phrase);
        for (int k = item.end; k < Math.min(to, item.end + Parse.OBJECT_WINDOW); k++) {
          Phrase other = parse.phrase(k);
          if (other != null && other.isPlain()) {
            other.consumed = true;
          }
        }
        return true;
      }
      Item other = parse.item(i);
      if (other != null && other.isOperator()) {
        return false;
      }
    }
    return false;
  }

  /// Whether an amount of money stands at `i` or after one or two small words ("up to").
  private boolean isMoney(int i) {
    int last = Math.min(to, i + 3);
    int k = i;
    while (k < last
        && (WordClass.of(tokens, k) != WordClass.OPEN && tokens.is(k, TokenKind.WORD))) {
      k++;
    }
    return k < last && tokens.is(k, TokenKind.MONEY);
  }

  /// "hits a two-month high": the verb does nothing to it.
  private boolean reaches(Item item) {
    Entry entry = item.get(Family.SHIFTER);
    return entry != null && entry.term().equals("hit");
  }

  private void reach(Item item, @Nullable Phrase subject, Phrase level) {
    double polarity = level.polarity != 0 ? level.polarity : level.change * level.strength;
    List<Entry> entries = List.of();
    Entry metric = null;
    int first = item.first;
    if (subject != null && !subject.consumed && subject.isPlain() && subject.actedOn() != 0) {
      // "Jobless claims hit a two-year low."
      polarity *= subject.actedOn();
      metric = subject.metric;
      entries = subject.entries;
      first = subject.first;
      subject.consumed = true;
    }
    Draft draft = new Draft(first, level.end, level.head, polarity, metric, entries);
    draft.entries.addAll(level.entries);
    draft.add(Expression.Trait.PREDICATE);
    level.consumed = true;
    item.used = true;
    drafts.add(draft);
  }

  /// "the risks are to the downside": the lean counts, and not that there is less risk.
  private static boolean leans(Entry direction) {
    return direction.term().endsWith("side");
  }

  /// "weak demand outweighs the worries": of two things the verb says which counts.
  private static boolean outweighs(Entry shifter) {
    return OUTWEIGHS.contains(shifter.term());
  }

  private void prevail(Item item, Phrase subject, @Nullable Phrase object) {
    Draft draft =
        new Draft(
            subject.first,
            item.end,
            item.end - 1,
            subject.polarity,
            subject.metric,
            subject.entries);
    draft.add(Expression.Trait.PREDICATE);
    subject.consumed = true;
    if (object != null) {
      draft.cover(object.first, object.end);
      object.consumed = true;
    }
    item.used = true;
    drafts.add(draft);
  }

  /// "hits Acme", "boosted the Acme group": the object of the verb is a name.
  private boolean actsOnName(Item item) {
    int next = item.end;
    if (next < to && WordClass.of(tokens, next) == WordClass.DETERMINER) {
      next++;
    }
    return next < to && parse.named.test(next);
  }

  private static void consumeCause(@Nullable Phrase subject) {
    if (subject != null && subject.polarity != 0) {
      subject.consumed = true;
    }
  }

  /// "Concerns eased.", "the dispute was settled in May": nothing follows that could be an object.
  private boolean endsClause(Item item) {
    return item.end >= to || !parse.isNominal(item.end) || parse.afterBe(item);
  }

  private static Entry first(@Nullable Entry one, @Nullable Entry other) {
    if (one != null) {
      return one;
    }
    if (other == null) {
      throw new IllegalStateException("an operator has a direction or a shifter");
    }
    return other;
  }

  private void act(Item item, Entry operator, Phrase phrase) {
    int sign = phrase.actedOn();
    double polarity =
        operator.meaning().sign() * sign * operator.strength() * (0.5 + 0.5 * phrase.strength);
    phrase.consumed = true;
    Draft draft =
        new Draft(item.first, item.end, item.end - 1, polarity, phrase.metric, phrase.entries);
    draft.entries.add(operator);
    draft.cover(phrase.first, phrase.end);
    if (item.isVerb()) {
      draft.add(Expression.Trait.PREDICATE);
    }
    item.used = true;
    drafts.add(draft);
  }

  private void bare(Item item, Entry operator) {
    double polarity = operator.meaning().sign() * operator.strength();
    Draft draft = new Draft(item.first, item.end, item.end - 1, polarity, null, List.of(operator));
    draft.add(Expression.Trait.PREDICATE);
    item.used = true;
    drafts.add(draft);
  }
}
