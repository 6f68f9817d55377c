package io.readthrough.core.score.target;

/// The part that a mention plays in its clause.
public enum MentionRole {
  /// Only says who speaks: "Buy Acme: Orvel Broking", "an analyst at Orvel", "according to Orvel".
  SOURCE,
  /// A regulator, central bank, ministry, statistician or news agency: it acts on others and
  /// reports on them, and nobody means its own fortunes.
  BODY,
  /// One of several examples: "peers such as Acme", "companies including Acme".
  EXAMPLE,
  /// Says something itself: "Acme said", "Acme warns".
  SPEAKER,
  /// Passes a verdict on another: "Orvel" in "Orvel maintains Buy on Acme".
  JUDGE,
  /// Opens a list or a text with a colon after it: "Acme: margin pressure".
  TOPIC,
  /// "Acme's margin".
  POSSESSOR,
  /// The other side of a comparison: "than Acme", "versus Acme".
  COMPARED,
  /// Stands first in its clause, something said after it.
  SUBJECT,
  /// Follows a preposition: "in Acme", "on Acme", "for Acme".
  OBLIQUE,
  /// Follows a verb or stands anywhere else.
  OBJECT;

  /// Whether the names that are coordinated with one play its part too: "such as Acme and Orvel".
  boolean isShared() {
    return this == EXAMPLE || this == COMPARED;
  }
}
