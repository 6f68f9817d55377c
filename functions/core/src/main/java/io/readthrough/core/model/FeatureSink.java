package io.readthrough.core.model;

/// Takes the features of one reading of a text, one after another. A feature that comes several
/// times counts with the sum of its values.
@FunctionalInterface
public interface FeatureSink {
  /// What speaks for no place of the text in particular.
  int NOWHERE = -1;

  /// Takes a feature.
  ///
  /// @param key from [FeatureKeys]
  /// @param value how much of the feature there is; mostly in [-1, 1]
  /// @param source the place of the text it comes from, numbered by the reader of the text from 0,
  ///   or [#NOWHERE]
  void add(long key, double value, int source);
}
