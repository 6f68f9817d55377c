package io.readthrough.core.model;

/// The three classes that the model tells apart, in the order of its weights.
public enum Polarity {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
