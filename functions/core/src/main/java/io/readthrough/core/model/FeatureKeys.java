package io.readthrough.core.model;

/// Makes the keys of features: the family in the upper 8 bits, a hash of what it is in the lower
/// 56.
public final class FeatureKeys {
  private static final long LOW = (1L << 56) - 1;

  /// The hash to start from.
  public static final long START = 0x9E3779B97F4A7C15L;

  private FeatureKeys() {}

  /// The key of the feature of `family` whose hash is `hash`.
  @SuppressWarnings("EnumOrdinal") // a key is only read by the code that made it
  public static long of(FeatureFamily family, long hash) {
    return ((long) family.ordinal() << 56) | (hash & LOW);
  }

  /// The key of the feature of `family` with a name.
  public static long of(FeatureFamily family, String name) {
    long hash = START;
    for (int i = 0; i < name.length(); i++) {
      hash = next(hash, name.charAt(i));
    }
    return of(family, hash);
  }

  /// The family of a key.
  public static FeatureFamily family(long key) {
    return FAMILIES[(int) (key >>> 56)];
  }

  /// `hash` after one more unit; depends on the order of the units.
  public static long next(long hash, long unit) {
    long mixed = (hash ^ unit) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 32);
  }

  private static final FeatureFamily[] FAMILIES = FeatureFamily.values();
}
