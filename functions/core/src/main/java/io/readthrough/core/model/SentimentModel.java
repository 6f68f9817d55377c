package io.readthrough.core.model;

/// The learned weights of features. Immutable, thread-safe.
///
/// Of a text's features the model makes two sums: `u`, how far good outweighs bad, from what each
/// says for direction, and `v`, how far anything is said at all, from what each says for intensity.
/// The odds of positive, neutral and negative are `e^(v + u/2) : 1 : e^(v - u/2)`, a multinomial
/// logistic model whose weights were fitted by `functions/train`.
public final class SentimentModel implements FeatureIndex {
  /// How many slots stand together: as many as a number has bytes.
  private static final int SLOTS_OF_BUCKET = Long.BYTES;

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = LOW_BITS << 7;

  /// For each bucket a byte for each of its slots: some bits of the slot's key, or 0 where the slot
  /// is free. All of a bucket are compared at once, so a look-up neither walks from slot to slot
  /// nor goes to the slots, which are far, for a key that is not there.
  private final long[] tags;

  /// For each slot the lower half of its mixed key, then its weights, that for direction first.
  /// With the bucket and the tag that is all but ten bits of the key, which is a hash itself: half
  /// the room of whole keys, since the table is larger than what a processor keeps near.
  private final long[] slots;

  private final int size;
  private final String digest;

  /// Makes a table of the weights.
  ///
  /// @param features the keys of features, in any order, none twice
  /// @param directions the weight of each for direction, in multiples of [ModelFile#STEP]
  /// @param intensities the weight of each for intensity, in multiples of [ModelFile#STEP]
  /// @param digest of the whole, as 64 hexadecimal digits
  public SentimentModel(long[] features, short[] directions, short[] intensities, String digest) {
    this.size = features.length;
    this.digest = digest;
    // At most two fifths full: hardly a bucket of eight is, and few look-ups go on to the next.
    int buckets = Integer.highestOneBit(Math.max(1, size * 5 / 2 / SLOTS_OF_BUCKET)) << 1;
    tags = new long[buckets];
    slots = new long[SLOTS_OF_BUCKET * buckets];
    for (int i = 0; i < size; i++) {
      put(features[i], directions[i], intensities[i]);
    }
  }

  /// A method, since a cold start compiles one after some calls and a loop only after ten
  /// thousands.
  private void put(long key, short direction, short intensity) {
    long mixed = mixed(key);
    int bucket = bucket(mixed);
    while (zeros(tags[bucket]) == 0) {
      bucket = (bucket + 1) & (tags.length - 1);
    }
    int place = first(zeros(tags[bucket]));
    tags[bucket] |= tag(mixed) << (8 * place);
    slots[at(bucket, place)] =
        (mixed << Integer.SIZE) | ((direction & 0xffffL) << Short.SIZE) | (intensity & 0xffffL);
  }

  /// The model that the project ships.
  public static SentimentModel standard() {
    return Standard.MODEL;
  }

  /// Where the feature with `key` has its weights, or [#ABSENT].
  @Override
  public int find(long key) {
    long mixed = mixed(key);
    long wanted = tag(mixed) * LOW_BITS;
    int bucket = bucket(mixed);
    while (true) {
      long found = tags[bucket];
      for (long same = zeros(found ^ wanted); same != 0; same &= same - 1) {
        int at = at(bucket, first(same));
        if (difference(at, mixed) == 0) {
          return at;
        }
      }
      if (zeros(found) != 0) {
        return ABSENT;
      }
      bucket = (bucket + 1) & (tags.length - 1);
    }
  }

  /// {@inheritDoc}
  ///
  /// The table is larger than what a processor keeps near, and whether a feature is in it cannot be
  /// foreseen: alone, each look-up waits for the one before. Without a branch that depends on
  /// either they overlap, and take a quarter of the time.
  @Override
  public void find(long[] keys, int count, int[] features) {
    for (int i = 0; i < count; i++) {
      long mixed = mixed(keys[i]);
      int bucket = bucket(mixed);
      long found = tags[bucket];
      long same = zeros(found ^ (tag(mixed) * LOW_BITS));
      int isThere = (int) ((same | -same) >>> 63);
      // All bits of ABSENT are set.
      features[i] = at(bucket, first(same)) | (isThere - 1);
      if (zeros(found) == 0) {
        features[i] = find(keys[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      int at = features[i];
      int difference = difference(Math.max(at, 0), mixed(keys[i]));
      // One in fifty has the tag of another.
      if ((difference & ~(at >> (Integer.SIZE - 1))) != 0) {
        features[i] = find(keys[i]);
      }
    }
  }

  /// The bits in which the key in a slot differs from another.
  private int difference(int slot, long mixed) {
    return (int) (slots[slot] >>> Integer.SIZE) ^ (int) mixed;
  }

  double direction(int feature) {
    return (short) (slots[feature] >>> Short.SIZE) * ModelFile.STEP;
  }

  double intensity(int feature) {
    return (short) slots[feature] * ModelFile.STEP;
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

  /// The bucket that the key stands in, unless that is full: then in one after it.
  private int bucket(long mixed) {
    return (int) (mixed >>> 32) & (tags.length - 1);
  }

  /// From 128 to 255.
  private static long tag(long mixed) {
    return mixed >>> 57 | 0x80;
  }

  /// The highest bits of the bytes that are 0. Above the lowest of them there may be others of
  /// bytes that are 1.
  private static long zeros(long bytes) {
    return (bytes - LOW_BITS) & ~bytes & HIGH_BITS;
  }

  /// The number of the lowest byte that has its highest bit in `bits`.
  private static int first(long bits) {
    return Long.numberOfTrailingZeros(bits) / Byte.SIZE;
  }

  private static int at(int bucket, int place) {
    return SLOTS_OF_BUCKET * bucket + place;
  }

  /// Read on first use.
  private static final class Standard {
    private static final SentimentModel MODEL = ModelFile.readStandard();
  }
}
