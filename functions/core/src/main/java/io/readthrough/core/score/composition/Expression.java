package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A stretch of a sentence that says good or bad, and how that came about.
///
/// @param first the first token
/// @param end the token after the last
/// @param head the token that carries it: a verb, or the noun of a noun phrase
/// @param sentence the sentence it stands in
/// @param clause the clause it stands in, counted over the text
/// @param polarity in [-1, 1], everything counted but contrast
/// @param contrast factor in (0, 1] that a contrast puts on it, against what is said of the same
///   name on the other side
/// @param metric the metric it is about, when it is about one
/// @param entries the entries that it is composed of, in the order they were applied
public record Expression(
    int first,
    int end,
    int head,
    int sentence,
    int clause,
    double polarity,
    double contrast,
    @Nullable Entry metric,
    List<Entry> entries,
    Set<Trait> traits) {
  public Expression {
    entries = List.copyOf(entries);
    traits = Traits.of(traits);
  }

  /// The entries in the order they were applied, "metric:revenue x direction:fall x negator:not",
  /// or the stance, "stance:buy". Made when asked for, since most expressions are never shown.
  public String rule() {
    if (traits.contains(Trait.STANCE)) {
      return "stance:" + entries.getFirst().term();
    }
    StringJoiner rule = new StringJoiner(" x ");
    for (Entry entry : entries) {
      rule.add(entry.label());
    }
    return rule.toString();
  }

  /// How an expression is said.
  public enum Trait {
    NEGATED,
    HEDGED,
    EXPECTED,
    /// In or under a condition.
    CONDITIONAL,
    /// In a question.
    ASKED,
    ATTRIBUTED,
    /// In a clause that concedes.
    CONCEDED,
    /// A verb says it: its subject stands before it.
    PREDICATE,
    /// The author's rating or position, which concludes the note and is no part of what leads to
    /// it.
    STANCE
  }
}
