package io.readthrough.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Writes arrays as the bytes of a resource that the build compiles, for [ArrayReader] to read in
/// the same order: the same bytes for the same arrays, on every machine.
///
/// First come a number that tells what the resource is and its length in bytes, four bytes each,
/// big-endian. An array has its length before it. Numbers are written as what they differ by from
/// the one before, the sign in the lowest bit, seven bits a byte, the lowest first, the highest bit
/// set in all bytes but the last: most arrays ascend or repeat, and take a byte a number.
/// Characters are a byte each; the few beyond Latin-1 follow, with their places.
public final class ArrayWriter {
  static final int HEADER = 2 * Integer.BYTES;
  static final int BITS = 7;
  static final int MORE = 1 << BITS;

  private static final int LATIN_1 = 0xff;

  private byte[] bytes = new byte[1 << 20];
  private int size = HEADER;

  /// @param magic tells what the resource is and the version of its format
  public ArrayWriter(int magic) {
    putHeader(0, magic);
  }

  /// Writes `numbers`.
  public void numbers(int... numbers) {
    varint(numbers.length);
    int last = 0;
    for (int number : numbers) {
      int change = number - last;
      varint((change << 1) ^ (change >> 31));
      last = number;
    }
  }

  /// Writes the characters of `text`.
  public void chars(String text) {
    varint(text.length());
    for (int i = 0; i < text.length(); i++) {
      put((byte) text.charAt(i));
    }
    int[] rare = IntStream.range(0, text.length()).filter(i -> text.charAt(i) > LATIN_1).toArray();
    numbers(rare);
    numbers(IntStream.of(rare).map(text::charAt).toArray());
  }

  /// Writes `strings`.
  public void strings(List<String> strings) {
    numbers(strings.stream().mapToInt(String::length).toArray());
    chars(String.join("", strings));
  }

  /// All that was written.
  public byte[] bytes() {
    putHeader(Integer.BYTES, size);
    return Arrays.copyOf(bytes, size);
  }

  private void putHeader(int at, int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (number >> (Byte.SIZE * (Integer.BYTES - 1 - i)));
    }
  }

  private void varint(int number) {
    int rest = number;
    while (rest < 0 || rest >= MORE) {
      put((byte) (rest | MORE));
      rest >>>= BITS;
    }
    put((byte) rest);
  }

  private void put(byte next) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = next;
  }
}
