package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Form;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said against what was foreseen, and of two figures set against each other.
final class Comparisons {
  /// How many tokens before a pair of figures its metric may end.
  private static final int METRIC_WINDOW = 8;

  /// What is left of a change that was less than expected, and what becomes of one that was more.
  private static final double LESS = -0.5;

  private static final double MORE = 1.2;

  private final Parse parse;
  private final Tokens tokens;
  private final int from;
  private final int to;
  private final List<Draft> drafts;

  /// @param drafts takes what is composed
  Comparisons(Parse parse, List<Draft> drafts) {
    this.parse = parse;
    this.tokens = parse.tokens;
    this.from = parse.from;
    this.to = parse.to;
    this.drafts = drafts;
  }

  /// "beat consensus", "sales short of the forecast", "rose less than expected".
  void expect(Item item, Entry expectation) {
    if (compare(item, expectation)) {
      return;
    }
    Phrase object = parse.object(item);
    boolean against =
        (object != null && object.reference) || (item.end < to && tokens.is(item.end, "what"));
    if (needsReference(item, expectation) && !against) {
      return;
    }
    Phrase subject = parse.subject(item);
    int sign = expectation.meaning().sign();
    if (parse.isPassive(item) && parse.afterBe(item)) {
      // "was outperformed by"
      sign = -sign;
    }
    Phrase measured = null;
    if (subject != null && subject.isPlain() && !subject.reference) {
      measured = subject;
    } else if (object != null && object.isPlain() && !object.reference) {
      measured = object;
    }
    if (!expectation.isOutcome() && measured != null) {
      sign *= measured.valence;
    }
    if (object != null && object.isPlain()) {
      object.consumed = true;
    }
    if (expectation.isOutcome() && subject != null) {
      subject.consumed = true;
    }
    item.used = true;
    Item negator = expectation.meaning() == Meaning.INLINE ? negator(item) : null;
    if (negator != null) {
      // "did not meet": what is not in line fell short.
      negator.used = true;
      sign = -1;
    }
    if (sign == 0) {
      return;
    }
    Draft draft =
        new Draft(
            item.first,
            item.end,
            item.end - 1,
            sign * expectation.strength(),
            measured == null ? null : measured.metric,
            measured == null ? List.of() : measured.entries);
    draft.entries.add(expectation);
    if (measured != null) {
      measured.consumed = true;
      draft.cover(measured.first, measured.end);
    }
    if (object != null && object.isPlain()) {
      draft.cover(object.first, object.end);
    }
    if (item.isVerb()) {
      draft.add(Expression.Trait.PREDICATE);
    }
    drafts.add(draft);
  }

  /// "ahead of the meeting" is a time, "the top five" a choice: only against what was foreseen do
  /// they say more.
  private static boolean needsReference(Item item, Entry expectation) {
    return expectation.term().equals("ahead of")
        || (expectation.term().equals("top") && item.form == Form.BASE);
  }

  private @Nullable Item negator(Item item) {
    for (int i = item.first - 1; i >= Math.max(from, item.first - 3); i--) {
      Item before = parse.item(i);
      if (before != null) {
        return before.is(Family.NEGATOR) ? before : null;
      }
    }
    return null;
  }

  /// "rose less than expected", "fell more than feared": a comparison that follows a change scales
  /// or turns it. Answers whether it does.
  private boolean compare(Item item, Entry expectation) {
    if (drafts.isEmpty() || expectation.isOutcome()) {
      return false;
    }
    Draft last = drafts.getLast();
    boolean follows =
        last.end <= item.first
            && item.first - last.end <= 1
            && last.has(Expression.Trait.PREDICATE);
    if (!follows || item.use == PartOfSpeech.VERB) {
      return false;
    }
    int sign = expectation.meaning().sign();
    // "drops below $98", "fell short of the forecast": a mark is passed the way that the verb goes.
    boolean passes = !expectation.term().contains("than") && sign == went(last);
    last.apply(expectation, sign < 0 && !passes ? LESS : MORE);
    last.cover(item.first, item.end);
    item.used = true;
    return true;
  }

  /// The sign of the direction that a draft ends on; 0 when it has none.
  private static int went(Draft draft) {
    Meaning last = draft.entries.getLast().meaning();
    return last.family() == Family.DIRECTION ? last.sign() : 0;
  }

  /// "sales of $10.4bn vs $9.8bn": a metric with two figures and no verb that says which way.
  void compare(FigurePair pair) {
    for (int i = pair.first() - 1; i >= Math.max(from, pair.first() - METRIC_WINDOW); i--) {
      Phrase phrase = parse.phrase(i);
      if (phrase != null) {
        if (!phrase.consumed && phrase.isPlain() && !phrase.reference && phrase.valence != 0) {
          Entry entry = pair.entry();
          double polarity = entry.meaning().sign() * phrase.valence * entry.strength();
          Draft draft =
              new Draft(
                  phrase.first, pair.end(), phrase.head, polarity, phrase.metric, phrase.entries);
          draft.entries.add(entry);
          draft.add(Expression.Trait.PREDICATE);
          phrase.consumed = true;
          drafts.add(draft);
        }
        return;
      }
      Item item = parse.item(i);
      if ((item != null && item.isOperator()) || Clauses.divides(tokens, i)) {
        return;
      }
    }
  }
}
