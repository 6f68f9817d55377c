package io.readthrough.core.model;

/// Numbers the features that count. A text's words are read for each of its names, and most of what
/// is read is the same for all: so a feature is looked up once, and added by its number.
public interface FeatureIndex {
  /// What [#find] answers for a feature that counts for nothing.
  int ABSENT = -1;

  /// The number of the feature with `key`, at least 0, or [#ABSENT].
  ///
  /// @param key from [FeatureKeys]
  int find(long key);

  /// Writes the numbers of the features with the first `count` of `keys` into `features`, as
  /// [#find(long)] tells them.
  default void find(long[] keys, int count, int[] features) {
    for (int i = 0; i < count; i++) {
      features[i] = find(keys[i]);
    }
  }
}
