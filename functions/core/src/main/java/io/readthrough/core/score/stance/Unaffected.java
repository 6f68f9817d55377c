package io.readthrough.core.score.stance;

import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds where the author says of names that what he writes does not concern them: "no read to
/// Acme", "Orvel sells spares and does not care". Of these he takes no view. What does not concern
/// the name that a note is about is one thing of many, and no conclusion.
public final class Unaffected {
  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  /// How many tokens from the words the first of the names may stand.
  private static final int REACH_AFTER = 2;

  private static final int REACH_BEFORE = 8;

  /// How many names of a list are taken.
  private static final int MOST_LISTED = 8;

  private static final PhraseIndex PHRASES = phrases();

  private Unaffected() {}

  private static PhraseIndex phrases() {
    PhraseIndex phrases = new PhraseIndex();
    for (String[] row : Rows.of(Unaffected.class, "unaffected.tsv", 2)) {
      Tokens words = Tokens.of(row[1]);
      phrases.add(words, 0, words.size(), row[0].equals("after") ? AFTER : BEFORE);
    }
    return phrases;
  }

  /// The names that are said not to be concerned, in the order of the text. Linear.
  ///
  /// @param mentions in order
  /// @param isSubject whether the note is about a name
  public static List<Stance> find(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<NameMention> mentions,
      IntPredicate isSubject) {
    List<Stance> found = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < tokens.size() && !mentions.isEmpty(); i++) {
      while (next < mentions.size() && mentions.get(next).first() < i) {
        next++;
      }
      long phrase = PHRASES.find(tokens, i);
      if (phrase == PhraseIndex.NONE) {
        continue;
      }
      int end = PhraseIndex.end(phrase);
      int sentence = sentences.containing(i);
      if (PhraseIndex.value(phrase) == AFTER) {
        for (int m = next; m < mentions.size() && listed(tokens, end, mentions, next, m); m++) {
          found.add(none(mentions.get(m), i, end, sentence));
        }
      } else if (next > 0 && isSubject(clauses, mentions.get(next - 1), i)) {
        int first = next - 1;
        while (first > 0 && next - first < MOST_LISTED && joins(tokens, mentions, first)) {
          first--;
        }
        for (int m = first; m < next; m++) {
          found.add(none(mentions.get(m), i, end, sentence));
        }
      }
    }
    found.removeIf(stance -> isSubject.test(stance.name()));
    return found;
  }

  private static Stance none(NameMention mention, int first, int end, int sentence) {
    return new Stance(mention.name(), first, end, sentence, 0, Stance.Kind.NONE);
  }

  private static boolean isSubject(Clauses clauses, NameMention mention, int i) {
    return i - mention.end() <= REACH_BEFORE && clauses.of(i) - clauses.of(mention.first()) <= 1;
  }

  /// Whether mention `m` stands right after the words, or in a list that begins there.
  private static boolean listed(
      Tokens tokens, int end, List<NameMention> mentions, int next, int m) {
    return m == next
        ? mentions.get(m).first() - end <= REACH_AFTER && mentions.get(m).first() >= end
        : m - next < MOST_LISTED && joins(tokens, mentions, m);
  }

  /// Whether only commas and "and" part a mention from the one before it.
  private static boolean joins(Tokens tokens, List<NameMention> mentions, int m) {
    for (int i = mentions.get(m - 1).end(); i < mentions.get(m).first(); i++) {
      if (!tokens.isMark(i, ',') && WordClass.of(tokens, i) != WordClass.COORDINATOR) {
        return false;
      }
    }
    return !tokens.lineBefore(mentions.get(m).first());
  }
}
