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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Composes one sentence, bottom-up: noun phrases, then what acts on them, then what scopes over
/// that.
final class SentenceComposer {
  /// How many tokens after an operator its object may start.
  private static final int OBJECT_WINDOW = 7;

  /// How many tokens before an operator its subject may end.
  private static final int SUBJECT_WINDOW = 12;

  /// How many tokens before a pair of figures its metric may end.
  private static final int METRIC_WINDOW = 8;

  /// How many entries a phrase is made of at most; more is a list, not a phrase.
  private static final int MOST_ENTRIES = 6;

  /// What a loss that nothing acts on says, against one that widens.
  private static final double LOSS = 0.6;

  /// What a growth that nothing acts on says.
  private static final double GROWTH = 0.5;

  /// What is left of a change that was less than expected, and what becomes of one that was more.
  private static final double LESS = -0.5;

  private static final double MORE = 1.2;

  private static final Set<String> OUTWEIGHS = Set.of("outweigh", "overshadow");

  private static final List<String> LOSSES = List.of("loss", "deficit", "shortfall", "outflow");

  private final Tokens tokens;
  private final int from;
  private final int to;
  private final int sentence;
  private final Clauses clauses;
  private final IntPredicate named;
  private final List<Item> items = new ArrayList<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  /// The item and the phrase at each token of the sentence, null where there is none.
  private final @Nullable Item[] itemAt;

  private final @Nullable Phrase[] phraseAt;

  SentenceComposer(
      Tokens tokens,
      int from,
      int to,
      int sentence,
      Clauses clauses,
      List<Match> matches,
      IntPredicate named) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.sentence = sentence;
    this.clauses = clauses;
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

  void composeInto(List<Expression> expressions) {
    buildPhrases();
    linkPhrases();
    for (Phrase phrase : phrases) {
      for (int i = phrase.first; i < phrase.end; i++) {
        phraseAt[i - from] = phrase;
      }
    }
    for (Item item : items) {
      if (!item.used) {
        operate(item);
      }
    }
    Implicit.find(tokens, from, to, itemAt, drafts);
    for (FigurePair pair : FigurePair.find(tokens, from, to)) {
      compareFigures(pair);
    }
    for (Item item : items) {
      if (!item.used && item.is(Family.NEGATOR)) {
        deny(item);
      }
    }
    for (Phrase phrase : phrases) {
      standAlone(phrase);
    }
    drafts.sort(Comparator.comparingInt(draft -> draft.head));
    new Scopes(tokens, from, to, clauses, items, drafts).apply();
    for (Draft draft : drafts) {
      expressions.add(draft.finish(sentence, clauses.of(draft.head)));
    }
  }

  // ---- noun phrases

  /// Joins neighbouring metrics, polar words and changes into phrases: "weak margin outlook",
  /// "revenue growth", "higher costs".
  private void buildPhrases() {
    Phrase last = null;
    for (Item item : items) {
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
      case ADJ -> !isCompared(item) && (!afterBe(item) || nextIsArgument(item));
      case VERB -> item.form == Form.ING && nextIsArgument(item) && !afterBe(item);
      case ADV, PHRASE -> false;
    };
  }

  private boolean isCompared(Item item) {
    return item.end < to && tokens.is(item.end, "than");
  }

  private boolean afterBe(Item item) {
    if (item.first == from) {
      return false;
    }
    WordClass before = WordClass.of(tokens, item.first - 1);
    if (before == WordClass.ADVERB && item.first - 1 > from) {
      before = WordClass.of(tokens, item.first - 2);
    }
    return before == WordClass.BE;
  }

  private boolean nextIsArgument(Item item) {
    for (int i = item.end; i < Math.min(to, item.end + 2); i++) {
      Item next = itemAt[i - from];
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
    Item next = itemAt[item.end - from];
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
            && itemAt[last.end - from] == null
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
  private void linkPhrases() {
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
      if (!isNominal(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether token `i` can stand inside a noun phrase.
  private boolean isNominal(int i) {
    Item item = itemAt[i - from];
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

  private static double strength(Phrase operator, Phrase argument) {
    return operator.strength * (0.5 + 0.5 * argument.strength);
  }

  // ---- what acts on phrases

  private void operate(Item item) {
    Entry expectation = item.get(Family.EXPECTATION);
    if (expectation != null && expectation.meaning() != Meaning.REFERENCE) {
      expect(item, expectation);
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
    Phrase object = item.use == PartOfSpeech.ADV ? null : object(item);
    Phrase subject = subject(item);
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
    } else if (shifter != null && isPassive(item)) {
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
    if (!isCompared(item)) {
      return false;
    }
    for (int i = item.first - 1; i >= Math.max(from, item.first - SUBJECT_WINDOW); i--) {
      Phrase phrase = phraseAt[i - from];
      if (phrase != null) {
        if (phrase.consumed || !phrase.isPlain() || phrase.valence == 0) {
          return false;
        }
        act(item, direction, phrase);
        for (int k = item.end; k < Math.min(to, item.end + OBJECT_WINDOW); k++) {
          Phrase other = phraseAt[k - from];
          if (other != null && other.isPlain()) {
            other.consumed = true;
          }
        }
        return true;
      }
      Item other = itemAt[i - from];
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
    List<Entry> entries = new ArrayList<>();
    Entry metric = null;
    int first = item.first;
    if (subject != null && !subject.consumed && subject.isPlain() && subject.actedOn() != 0) {
      // "Jobless claims hit a two-year low."
      polarity *= subject.actedOn();
      metric = subject.metric;
      entries.addAll(subject.entries);
      first = subject.first;
      subject.consumed = true;
    }
    entries.addAll(level.entries);
    Draft draft = new Draft(first, level.end, level.head, polarity, metric, entries);
    draft.traits.add(Expression.Trait.PREDICATE);
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
    draft.traits.add(Expression.Trait.PREDICATE);
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
    return next < to && named.test(next);
  }

  private static void consumeCause(@Nullable Phrase subject) {
    if (subject != null && subject.polarity != 0) {
      subject.consumed = true;
    }
  }

  /// "Concerns eased.", "the dispute was settled in May": nothing follows that could be an object.
  private boolean endsClause(Item item) {
    return item.end >= to || !isNominal(item.end) || afterBe(item);
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

  /// "hurt by", "boosted by": the operator acts on what stands before it.
  private boolean isPassive(Item item) {
    return item.end < to && tokens.is(item.end, "by");
  }

  private void act(Item item, Entry operator, Phrase phrase) {
    int sign = phrase.actedOn();
    double polarity =
        operator.meaning().sign() * sign * operator.strength() * (0.5 + 0.5 * phrase.strength);
    List<Entry> entries = new ArrayList<>(phrase.entries);
    entries.add(operator);
    phrase.consumed = true;
    Draft draft = new Draft(item.first, item.end, item.end - 1, polarity, phrase.metric, entries);
    draft.cover(phrase.first, phrase.end);
    if (item.isVerb()) {
      draft.traits.add(Expression.Trait.PREDICATE);
    }
    item.used = true;
    drafts.add(draft);
  }

  private void bare(Item item, Entry operator) {
    double polarity = operator.meaning().sign() * operator.strength();
    Draft draft = new Draft(item.first, item.end, item.end - 1, polarity, null, List.of(operator));
    draft.traits.add(Expression.Trait.PREDICATE);
    item.used = true;
    drafts.add(draft);
  }

  /// The phrase after `item` that it acts on: nothing but the words of a noun phrase between them.
  private @Nullable Phrase object(Item item) {
    for (int i = item.end; i < Math.min(to, item.end + OBJECT_WINDOW); i++) {
      Phrase phrase = phraseAt[i - from];
      if (phrase != null) {
        return phrase.predicate || phrase.adverb ? null : phrase;
      }
      Item other = itemAt[i - from];
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
  private @Nullable Phrase subject(Item item) {
    for (int i = item.first - 1; i >= Math.max(from, item.first - SUBJECT_WINDOW); i--) {
      Phrase phrase = phraseAt[i - from];
      if (phrase != null) {
        return phrase.predicate ? null : phrase;
      }
      Item other = itemAt[i - from];
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

  // ---- expectation

  private void expect(Item item, Entry expectation) {
    if (compare(item, expectation)) {
      return;
    }
    Phrase object = object(item);
    boolean against =
        (object != null && object.reference) || (item.end < to && tokens.is(item.end, "what"));
    if (needsReference(item, expectation) && !against) {
      return;
    }
    Phrase subject = subject(item);
    int sign = expectation.meaning().sign();
    if (isPassive(item) && afterBe(item)) {
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
    List<Entry> entries = new ArrayList<>();
    if (measured != null) {
      entries.addAll(measured.entries);
      measured.consumed = true;
    }
    entries.add(expectation);
    Draft draft =
        new Draft(
            item.first,
            item.end,
            item.end - 1,
            sign * expectation.strength(),
            measured == null ? null : measured.metric,
            entries);
    if (measured != null) {
      draft.cover(measured.first, measured.end);
    }
    if (object != null && object.isPlain()) {
      draft.cover(object.first, object.end);
    }
    if (item.isVerb()) {
      draft.traits.add(Expression.Trait.PREDICATE);
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
      Item before = itemAt[i - from];
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
            && last.traits.contains(Expression.Trait.PREDICATE);
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

  /// "no debt", "without revenue": a metric that is not there.
  private void deny(Item item) {
    Phrase phrase = item.end < to ? phraseAt[item.end - from] : null;
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
    List<Entry> entries = new ArrayList<>(phrase.entries);
    entries.add(negator);
    Draft draft = new Draft(item.first, phrase.end, phrase.head, polarity, phrase.metric, entries);
    draft.traits.add(Expression.Trait.NEGATED);
    phrase.consumed = true;
    item.used = true;
    drafts.add(draft);
  }

  /// "sales of $10.4bn vs $9.8bn": a metric with two figures and no verb that says which way.
  private void compareFigures(FigurePair pair) {
    for (int i = pair.first() - 1; i >= Math.max(from, pair.first() - METRIC_WINDOW); i--) {
      Phrase phrase = phraseAt[i - from];
      if (phrase != null) {
        if (!phrase.consumed && phrase.isPlain() && !phrase.reference && phrase.valence != 0) {
          Entry entry = pair.entry();
          List<Entry> entries = new ArrayList<>(phrase.entries);
          entries.add(entry);
          double polarity = entry.meaning().sign() * phrase.valence * entry.strength();
          Draft draft =
              new Draft(phrase.first, pair.end(), phrase.head, polarity, phrase.metric, entries);
          draft.traits.add(Expression.Trait.PREDICATE);
          phrase.consumed = true;
          drafts.add(draft);
        }
        return;
      }
      Item item = itemAt[i - from];
      if ((item != null && item.isOperator()) || Clauses.divides(tokens, i)) {
        return;
      }
    }
  }

  // ---- phrases that nothing acts on

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
      draft.traits.add(Expression.Trait.PREDICATE);
    }
    drafts.add(draft);
  }
}
