package io.readthrough.core.evaluation;

/// The three classes that the model tells apart, in the order of its weights.
public enum Polarity {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
