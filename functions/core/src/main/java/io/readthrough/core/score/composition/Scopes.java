package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.Meaning.Family;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies what scopes over the expressions of a sentence: modifiers, negators, hedges, conditions,
/// contrast, attribution, and the question mark.
final class Scopes {
  private static final int MODIFIER_WINDOW = 2;
  private static final int NEGATOR_WINDOW = 7;
  private static final int HEDGE_WINDOW = 12;

  /// How many expressions to either side a condition, a contrast or an attribution can reach.
  private static final int REACH = 12;

  /// A negator this weak only looks like one ("not only").
  private static final double NO_TURN = 0.1;

  /// What is left of a gain or a loss of nothing.
  private static final double NOTHING = -0.1;

  /// What is left of the consequence of a condition.
  private static final double CONSEQUENCE = 0.6;

  /// What is left of a statement that is asked.
  private static final double QUESTION = 0.4;

  private final Tokens tokens;
  private final int from;
  private final int to;
  private final Clauses clauses;
  private final List<Item> items;
  private final List<Draft> drafts;

  /// @param drafts in the order of their heads
  Scopes(Parse parse, Clauses clauses, List<Draft> drafts) {
    this.tokens = parse.tokens;
    this.from = parse.from;
    this.to = parse.to;
    this.clauses = clauses;
    this.items = parse.items;
    this.drafts = drafts;
  }

  void apply() {
    if (drafts.isEmpty()) {
      return;
    }
    int next = 0;
    for (Item item : items) {
      if (item.used) {
        continue;
      }
      while (next < drafts.size() && drafts.get(next).head < item.end) {
        next++;
      }
      one(item, next);
    }
    if (tokens.isMark(to - 1, '?')) {
      for (Draft draft : drafts) {
        draft.polarity *= QUESTION;
        draft.add(Trait.ASKED);
      }
    }
  }

  /// @param next index of the first draft whose head stands after the item
  private void one(Item item, int next) {
    Entry entry = item.get(Family.NEGATOR);
    if (entry != null) {
      negate(item, entry, next);
      return;
    }
    entry = item.get(Family.CONDITION);
    if (entry != null) {
      condition(item, entry, next);
      return;
    }
    entry = item.get(Family.CONTRAST);
    if (entry != null) {
      contrast(item, entry, next);
      return;
    }
    entry = item.get(Family.MODIFIER);
    if (entry != null) {
      modify(item, entry, next);
      return;
    }
    entry = item.get(Family.HEDGE);
    if (entry != null) {
      hedge(item, entry, next);
      return;
    }
    entry = item.get(Family.ATTRIBUTION);
    if (entry != null) {
      attribute(item, entry, next);
    }
  }

  private void modify(Item item, Entry entry, int next) {
    Draft draft = nearest(item, next, MODIFIER_WINDOW);
    if (draft != null) {
      draft.apply(entry, entry.strength());
      draft.cover(item.first, item.end);
    }
  }

  /// The draft that reaches within `window` tokens of the item, the one after it first.
  private @Nullable Draft nearest(Item item, int next, int window) {
    if (next < drafts.size() && drafts.get(next).first - item.end <= window) {
      return drafts.get(next);
    }
    if (next > 0
        && item.first - drafts.get(next - 1).end <= window
        && !linked(drafts.get(next - 1).end, item.first)) {
      return drafts.get(next - 1);
    }
    return null;
  }

  /// "bad for small lenders": past a preposition begins what it is said of.
  private boolean linked(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (WordClass.of(tokens, i) == WordClass.PREPOSITION) {
        return true;
      }
    }
    return false;
  }

  private void negate(Item item, Entry entry, int next) {
    if (entry.strength() <= NO_TURN) {
      return;
    }
    if (next > 0 && entry.term().equals("nothing") && drafts.get(next - 1).end == item.first) {
      // "gains nothing", "has lost nothing"
      drafts.get(next - 1).apply(entry, NOTHING);
      drafts.get(next - 1).cover(item.first, item.end);
      return;
    }
    Draft draft = null;
    if (next < drafts.size()
        && (isNominal(entry)
            ? drafts.get(next).first - item.end <= 2
            : drafts.get(next).head - item.end < NEGATOR_WINDOW)
        && !divided(item.end, drafts.get(next).head)) {
      draft = drafts.get(next);
    } else if (next > 0
        && predicative(item)
        && item.first - drafts.get(next - 1).end <= 4
        && !divided(drafts.get(next - 1).end, item.first)) {
      draft = drafts.get(next - 1);
    }
    if (draft != null && !(draft.has(Trait.NEGATED) && entry.term().equals("nor"))) {
      draft.apply(entry, -entry.strength());
      draft.add(Trait.NEGATED);
      draft.cover(item.first, item.end);
    }
  }

  /// Negators of a noun ("no", "lack of") reach no further than its phrase.
  static boolean isNominal(Entry entry) {
    return entry.term().endsWith(" of")
        || entry.term().equals("no")
        || entry.term().equals("without")
        || entry.term().equals("zero");
  }

  private boolean predicative(Item item) {
    return item.first > from && WordClass.of(tokens, item.first - 1) == WordClass.BE;
  }

  private boolean divided(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (Clauses.divides(tokens, i) || tokens.is(i, "but")) {
        return true;
      }
    }
    return false;
  }

  private void hedge(Item item, Entry entry, int next) {
    int clause = clauses.of(item.first);
    boolean found = false;
    for (int d = next; d < drafts.size() && drafts.get(d).head - item.end < HEDGE_WINDOW; d++) {
      if (clauses.of(drafts.get(d).head) == clause) {
        hedge(drafts.get(d), entry);
        found = true;
      }
    }
    if (!found && next > 0 && clauses.of(drafts.get(next - 1).head) == clause) {
      hedge(drafts.get(next - 1), entry);
    }
  }

  private static void hedge(Draft draft, Entry entry) {
    boolean certain = entry.meaning() == Meaning.EXPECTED;
    // Several hedges say no less than the weakest of them.
    if (draft.add(certain ? Trait.EXPECTED : Trait.HEDGED)) {
      draft.apply(entry, entry.strength());
    }
  }

  private void condition(Item item, Entry entry, int next) {
    int clause = clauses.of(item.end - 1);
    int turn = entry.meaning() == Meaning.UNLESS ? -1 : 1;
    for (Draft draft : around(next)) {
      if (draft.add(Trait.CONDITIONAL)) {
        boolean inside = clauses.of(draft.head) == clause && draft.head > item.first;
        draft.apply(entry, inside ? turn * entry.strength() : CONSEQUENCE);
      }
    }
  }

  private void contrast(Item item, Entry entry, int next) {
    int clause = clauses.of(item.end - 1);
    for (Draft draft : around(next)) {
      boolean before = draft.head < item.first;
      if (entry.meaning() != Meaning.CONCEDE && before) {
        draft.contrast *= entry.strength();
      } else if (entry.meaning() == Meaning.OFFSET && clauses.of(draft.head) == clause) {
        draft.contrast *= offsetting(entry);
      } else if (entry.meaning() == Meaning.CONCEDE
          && !before
          && clauses.of(draft.head) == clause) {
        draft.contrast *= entry.strength();
        draft.add(Trait.CONCEDED);
      }
    }
  }

  /// What the effect counts that offsets another: little beside the one that it leaves most of, and
  /// all when it is the larger.
  private static double offsetting(Entry entry) {
    boolean larger =
        entry.term().startsWith("more than")
            || entry.term().startsWith("out")
            || entry.term().startsWith("over");
    return larger ? 1 : 0.3;
  }

  /// The drafts near an item: those further off are no concern of it, however long the sentence.
  private List<Draft> around(int next) {
    return drafts.subList(Math.max(0, next - REACH), Math.min(drafts.size(), next + REACH));
  }

  private void attribute(Item item, Entry entry, int next) {
    if (entry.strength() >= 0.9) {
      return;
    }
    int clause = clauses.of(item.first);
    for (Draft draft : around(next)) {
      int other = clauses.of(draft.head);
      if ((other == clause || other == clause + 1) && draft.add(Trait.ATTRIBUTED)) {
        draft.apply(entry, entry.strength());
      }
    }
  }
}
