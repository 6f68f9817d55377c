package io.readthrough.core.model;

import io.readthrough.core.text.Rows;
import java.nio.ByteBuffer;
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
    ByteBuffer file = ByteBuffer.allocate(HEADER + ROW * keys.length);
    file.putInt(MAGIC).putInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      file.putLong(keys[i]).putShort(directions[i]).putShort(intensities[i]);
    }
    return file.array();
  }

  /// The model in `bytes`.
  ///
  /// @throws IllegalArgumentException when they are no model file
  public static SentimentModel read(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || file.getInt() != MAGIC) {
      throw new IllegalArgumentException("not a model file: it does not begin with RTM1");
    }
    int size = file.getInt();
    if (size < 0 || bytes.length != HEADER + (long) ROW * size) {
      throw new IllegalArgumentException(
          "a model file of " + size + " features does not have " + bytes.length + " bytes");
    }
    long[] keys = new long[size];
    float[] directions = new float[size];
    float[] intensities = new float[size];
    for (int i = 0; i < size; i++) {
      keys[i] = file.getLong();
      directions[i] = (float) (file.getShort() * STEP);
      intensities[i] = (float) (file.getShort() * STEP);
    }
    return new SentimentModel(keys, directions, intensities, sha256(bytes));
  }

  static SentimentModel readStandard() {
    return read(Rows.bytes(ModelFile.class, NAME));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
