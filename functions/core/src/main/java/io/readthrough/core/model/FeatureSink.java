package io.readthrough.core.model;

/// Takes the features of what a text says of one name, one after another. A feature that comes
/// several times counts with the sum of its values.
///
/// A feature speaks twice: for the direction of what is said (good against bad) by `direction`, and
/// for whether anything good or bad is said at all by `intensity`. What an expression says has its
/// sign in `direction` and its size in `intensity`, so one weight serves both polarities.
public interface FeatureSink {
  /// What speaks for no expression of the text in particular.
  int NOWHERE = -1;

  /// Takes a feature of what the text says or is.
  ///
  /// @param feature its number in the [FeatureIndex] that this sink goes with;
  ///   [FeatureIndex#ABSENT] is passed over
  /// @param direction how much of the feature there is, signed; mostly in [-1, 1]
  /// @param intensity how much of the feature there is, whatever its sign
  /// @param expression the expression it comes from, or [#NOWHERE]
  void add(int feature, double direction, double intensity, int expression);

  /// Takes a feature made of the words from token `first` to token `end`, exclusive.
  ///
  /// @param feature as for [#add]
  /// @param value how much of the feature there is, for direction and intensity alike
  void addWords(int feature, double value, int first, int end);
}
