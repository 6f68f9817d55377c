package io.readthrough.core.model;

/// A kind of features that is learned, and can be left out, together.
public enum FeatureFamily {
  /// What is there before a word is read.
  BASELINE,
  /// The net and the gross of what the composed expressions say, by kind and by how they belong to
  /// the name.
  SIGNAL,
  /// Cues that no expression holds: questions, attribution, conditions, length.
  CUE,
  /// A single entry of the lexicon.
  ENTRY,
  /// A single word or run of words, names and figures masked.
  WORDS
}
