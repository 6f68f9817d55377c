package io.readthrough.train;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import java.util.Arrays;

/// A label and the features of what it was given to: a name in a text, or a text as a whole.
///
/// @param set the set of texts it comes from
/// @param id of the text
/// @param name what was labelled, as the text spells it; empty for the text as a whole
/// @param contested whether the names of its text have different labels
/// @param keys of the features, none twice
/// @param direction of each feature
/// @param intensity of each feature
@SuppressWarnings(
    "ArrayRecordComponent") // Hundreds of numbers each, and tens of thousands of them.
public record Example(
    String set,
    String id,
    String name,
    Polarity label,
    boolean contested,
    long[] keys,
    float[] direction,
    float[] intensity) {
  /// Whether the label is of the text as a whole.
  public boolean isWhole() {
    return name.isEmpty();
  }

  /// Whether somebody speaks the text, and the example has the features of speech beside those of
  /// any text.
  boolean isSpoken() {
    return Arrays.stream(keys).anyMatch(Example::isOfSpeech);
  }

  /// Whether the feature with `key` is one of speech.
  static boolean isOfSpeech(long key) {
    return FeatureKeys.family(key) == FeatureFamily.SPEECH;
  }
}
