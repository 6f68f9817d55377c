package io.readthrough.core.score.feature;

/// How an expression belongs to a name. What is not given to the name by a rule keeps a relation of
/// its own, so that its weight is learned and not decided.
enum Relation {
  /// Given to it, by what the clause says or because the text speaks of it there.
  OWN,
  /// Said of the other side of a comparison.
  OPPOSED,
  /// Given to another mention of the same name.
  SAME,
  /// Given to another name in its clause.
  CLAUSE_OTHER,
  /// Given to another name in its sentence.
  SENTENCE_OTHER,
  /// Given to nobody, in its sentence.
  SENTENCE_FREE,
  /// Given to another name in another sentence.
  ELSEWHERE_OTHER,
  /// Given to nobody, in another sentence.
  ELSEWHERE_FREE;

  static final int COUNT = values().length;

  /// Whether a rule gave it to the name.
  boolean isGiven() {
    return this == OWN || this == OPPOSED;
  }
}
