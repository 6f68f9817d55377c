package io.readthrough.core.model;

import java.util.Arrays;

/// The learned weights of features. Immutable, thread-safe.
///
/// Of a text's features the model makes two sums: `u`, how far good outweighs bad, from what each
/// says for direction, and `v`, how far anything is said at all, from what each says for intensity.
/// The odds of positive, neutral and negative are `e^(v + u/2) : 1 : e^(v - u/2)`, a multinomial
/// logistic model whose weights were fitted by `functions/train`.
public final class SentimentModel {
  /// What [#find] answers for a feature that has no weight.
  public static final int ABSENT = -1;

  /// No key has this value: families are few.
  private static final long FREE = -1;

  private static final int SLOTS_A_WORD_OF_FILTER = 8;

  /// For each slot its key, then its weights, that for direction in the upper half: side by side,
  /// since the table is larger than what a processor keeps near.
  private final long[] slots;

  /// A bit for each key: most features of a text have no weight, and this is small enough to stay
  /// near, which the table is not.
  private final long[] filter;

  private final int size;
  private final String digest;

  /// Makes a table of the weights.
  ///
  /// @param features the keys of features, in any order, none twice
  /// @param directions the weight of each for direction
  /// @param intensities the weight of each for intensity
  /// @param digest of the whole, as 64 hexadecimal digits
  public SentimentModel(long[] features, float[] directions, float[] intensities, String digest) {
    this.size = features.length;
    this.digest = digest;
    // At most four fifths full: fuller it is slow, and emptier it is too large to stay near.
    int count = Integer.highestOneBit(Math.max(8, size + size / 4)) << 1;
    slots = new long[2 * count];
    filter = new long[count / SLOTS_A_WORD_OF_FILTER];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < size; i++) {
      put(features[i], directions[i], intensities[i]);
    }
  }

  /// A method, since a cold start compiles one after some calls and a loop only after ten
  /// thousands.
  private void put(long key, float direction, float intensity) {
    long mixed = mixed(key);
    int at = at(key, mixed);
    slots[at] = key;
    slots[at + 1] =
        ((long) Float.floatToRawIntBits(direction) << 32)
            | (Float.floatToRawIntBits(intensity) & 0xffffffffL);
    filter[wordOfFilter(mixed)] |= bitOfFilter(mixed);
  }

  /// The model that the project ships.
  public static SentimentModel standard() {
    return Standard.MODEL;
  }

  /// Where the feature with `key` has its weights, or [#ABSENT].
  int find(long key) {
    long mixed = mixed(key);
    if ((filter[wordOfFilter(mixed)] & bitOfFilter(mixed)) == 0) {
      return ABSENT;
    }
    int at = at(key, mixed);
    return slots[at] == key ? at : ABSENT;
  }

  double direction(int found) {
    return Float.intBitsToFloat((int) (slots[found + 1] >>> 32));
  }

  double intensity(int found) {
    return Float.intBitsToFloat((int) slots[found + 1]);
  }

  /// How many features have weights.
  public int size() {
    return size;
  }

  /// The SHA-256 of the weights as shipped.
  public String digest() {
    return digest;
  }

  private static long mixed(long key) {
    return key * 0x9E3779B97F4A7C15L;
  }

  private int wordOfFilter(long mixed) {
    return (int) (mixed >>> 32) & (filter.length - 1);
  }

  private static long bitOfFilter(long mixed) {
    return 1L << (mixed >>> 58);
  }

  /// Where the key stands, or would.
  private int at(long key, long mixed) {
    int mask = slots.length - 2;
    int at = (int) (mixed >>> 31) & mask;
    while (slots[at] != FREE && slots[at] != key) {
      at = (at + 2) & mask;
    }
    return at;
  }

  /// Read on first use.
  private static final class Standard {
    private static final SentimentModel MODEL = ModelFile.readStandard();
  }
}
