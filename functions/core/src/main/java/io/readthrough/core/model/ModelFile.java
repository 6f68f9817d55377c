package io.readthrough.core.model;

import io.readthrough.core.text.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The file of a model: 4 bytes `RTM1`, the number of features (4 bytes), then for each, by
/// ascending key, its key (8 bytes) and its weights for direction and intensity as multiples of
/// [#STEP] (2 bytes each), all big-endian.
public final class ModelFile {
  /// Weights are rounded to multiples of this.
  public static final double STEP = 1.0 / 1024;

  /// Beside the package, in the resources.
  public static final String NAME = "weights.bin";

  private static final int MAGIC = 0x52544D31;
  private static final int HEADER = 8;
  private static final int ROW = 12;

  private ModelFile() {}

  /// The bytes of a model file.
  ///
  /// @param keys ascending
  /// @param directions multiples of [#STEP]
  /// @param intensities multiples of [#STEP]
  public static byte[] bytes(long[] keys, short[] directions, short[] intensities) {
    byte[] bytes = new byte[HEADER + ROW * keys.length];
    put(bytes, 0, Integer.BYTES, MAGIC);
    put(bytes, Integer.BYTES, Integer.BYTES, keys.length);
    for (int i = 0; i < keys.length; i++) {
      int at = HEADER + ROW * i;
      put(bytes, at, Long.BYTES, keys[i]);
      put(bytes, at + Long.BYTES, Short.BYTES, directions[i]);
      put(bytes, at + Long.BYTES + Short.BYTES, Short.BYTES, intensities[i]);
    }
    return bytes;
  }

  /// The model in `bytes`.
  ///
  /// @throws IllegalArgumentException when they are no model file
  public static SentimentModel read(byte[] bytes) {
    if (bytes.length < HEADER || get(bytes, 0, Integer.BYTES) != MAGIC) {
      throw new IllegalArgumentException("not a model file: it does not begin with RTM1");
    }
    int size = (int) get(bytes, Integer.BYTES, Integer.BYTES);
    if (size < 0 || bytes.length != HEADER + (long) ROW * size) {
      throw new IllegalArgumentException(
          "a model file of " + size + " features does not have " + bytes.length + " bytes");
    }
    long[] keys = new long[size];
    short[] directions = new short[size];
    short[] intensities = new short[size];
    for (int i = 0; i < size; i++) {
      int at = HEADER + ROW * i;
      keys[i] = get(bytes, at, Long.BYTES);
      directions[i] = (short) get(bytes, at + Long.BYTES, Short.BYTES);
      intensities[i] = (short) get(bytes, at + Long.BYTES + Short.BYTES, Short.BYTES);
    }
    return new SentimentModel(keys, directions, intensities, sha256(bytes));
  }

  static SentimentModel readStandard() {
    return read(Rows.bytes(ModelFile.class, NAME));
  }

  private static void put(byte[] bytes, int at, int length, long value) {
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (value >> (8 * (length - 1 - i)));
    }
  }

  /// The signed number of `length` bytes.
  private static long get(byte[] bytes, int at, int length) {
    long value = bytes[at];
    for (int i = 1; i < length; i++) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
