package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Composes one sentence, bottom-up: noun phrases, then what acts on them, then what scopes over
/// that.
final class SentenceComposer {
  /// What a loss that nothing acts on says, against one that widens.
  private static final double LOSS = 0.6;

  /// What a growth that nothing acts on says.
  private static final double GROWTH = 0.5;

  private static final List<String> LOSSES = List.of("loss", "deficit", "shortfall", "outflow");

  private final Parse parse;
  private final int sentence;
  private final Clauses clauses;
  private final List<Draft> drafts = new ArrayList<>();

  SentenceComposer(Parse parse, int sentence, Clauses clauses) {
    this.parse = parse;
    this.sentence = sentence;
    this.clauses = clauses;
  }

  void composeInto(List<Expression> expressions) {
    List<Phrase> phrases = NounPhrases.find(parse);
    Comparisons comparisons = new Comparisons(parse, drafts);
    Operators operators = new Operators(parse, drafts, comparisons);
    for (Item item : parse.items) {
      if (!item.used) {
        operators.operate(item);
      }
    }
    Implicit.find(parse, drafts);
    for (FigurePair pair : FigurePair.find(parse.tokens, parse.from, parse.to)) {
      comparisons.compare(pair);
    }
    for (Item item : parse.items) {
      if (!item.used && item.is(Family.NEGATOR)) {
        deny(item);
      }
    }
    for (Phrase phrase : phrases) {
      standAlone(phrase);
    }
    drafts.sort(Comparator.comparingInt(draft -> draft.head));
    new Scopes(parse, clauses, drafts).apply();
    for (Draft draft : drafts) {
      expressions.add(draft.finish(sentence, clauses.of(draft.head)));
    }
  }

  /// "no debt", "without revenue": a metric that is not there.
  private void deny(Item item) {
    Phrase phrase = item.end < parse.to ? parse.phrase(item.end) : null;
    Entry negator = item.get(Family.NEGATOR);
    if (phrase == null || negator == null || phrase.consumed || !phrase.isPlain()) {
      return;
    }
    if (!Scopes.isNominal(negator)) {
      return;
    }
    double polarity = -phrase.valence * negator.strength() * phrase.strength;
    if (polarity == 0 || phrase.reference) {
      return;
    }
    Draft draft =
        new Draft(item.first, phrase.end, phrase.head, polarity, phrase.metric, phrase.entries);
    draft.entries.add(negator);
    draft.add(Expression.Trait.NEGATED);
    phrase.consumed = true;
    item.used = true;
    drafts.add(draft);
  }

  /// A loss is bad before anything is said of it, unlike a cost.
  private static boolean isLoss(Phrase phrase) {
    if (phrase.metric == null || phrase.valence >= 0) {
      return false;
    }
    for (String loss : LOSSES) {
      if (phrase.metric.term().endsWith(loss)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGrowth(Phrase phrase) {
    return phrase.metric != null && phrase.metric.term().endsWith(" growth");
  }

  private void standAlone(Phrase phrase) {
    if (phrase.consumed) {
      return;
    }
    double polarity = phrase.polarity;
    if (polarity == 0 && phrase.change != 0) {
      polarity = phrase.change * phrase.strength;
    }
    if (polarity == 0 && isLoss(phrase)) {
      polarity = -LOSS * phrase.strength;
    } else if (polarity == 0 && isGrowth(phrase)) {
      polarity = GROWTH * phrase.valence * phrase.strength;
    }
    if (polarity == 0) {
      return;
    }
    Draft draft =
        new Draft(phrase.first, phrase.end, phrase.head, polarity, phrase.metric, phrase.entries);
    if (phrase.predicate) {
      draft.add(Expression.Trait.PREDICATE);
    }
    drafts.add(draft);
  }
}
