package io.readthrough.core.text;

import java.nio.charset.StandardCharsets;

/// Reads what [ArrayWriter] wrote, which tells the format, in the same order.
public final class ArrayReader {
  /// How many numbers are read in a call. On a cold start a method that is called often is compiled
  /// long before a loop that is entered once.
  private static final int STRETCH = 64;

  private final byte[] bytes;
  private int at = ArrayWriter.HEADER;

  /// @param resource what the bytes are, for the message
  /// @param magic what the bytes must begin with
  /// @throws IllegalStateException when the bytes begin otherwise or are not all there
  public ArrayReader(String resource, int magic, byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length < ArrayWriter.HEADER || header(0) != magic) {
      throw new IllegalStateException(
          resource + " is another file or of another version of the format: build it again");
    }
    if (header(Integer.BYTES) != bytes.length) {
      throw new IllegalStateException(
          "%s has %d bytes of %d: build it again"
              .formatted(resource, bytes.length, header(Integer.BYTES)));
    }
  }

  /// Reads an array of numbers.
  public int[] numbers() {
    int[] numbers = new int[varint()];
    for (int from = 0; from < numbers.length; from += STRETCH) {
      numbers(numbers, from, Math.min(from + STRETCH, numbers.length));
    }
    return numbers;
  }

  /// Reads an array of characters.
  public char[] chars() {
    int length = varint();
    char[] chars = new String(bytes, at, length, StandardCharsets.ISO_8859_1).toCharArray();
    at += length;
    int[] places = numbers();
    int[] rare = numbers();
    for (int i = 0; i < places.length; i++) {
      chars[places[i]] = (char) rare[i];
    }
    return chars;
  }

  /// Reads an array of strings.
  public String[] strings() {
    int[] lengths = numbers();
    char[] chars = chars();
    String[] strings = new String[lengths.length];
    int start = 0;
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new String(chars, start, lengths[i]);
      start += lengths[i];
    }
    return strings;
  }

  private void numbers(int[] numbers, int from, int to) {
    int last = from == 0 ? 0 : numbers[from - 1];
    for (int i = from; i < to; i++) {
      int change = varint();
      last += (change >>> 1) ^ -(change & 1);
      numbers[i] = last;
    }
  }

  private int varint() {
    int next = bytes[at++];
    int number = next & (ArrayWriter.MORE - 1);
    for (int shift = ArrayWriter.BITS; next < 0; shift += ArrayWriter.BITS) {
      next = bytes[at++];
      number |= (next & (ArrayWriter.MORE - 1)) << shift;
    }
    return number;
  }

  private int header(int offset) {
    int number = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[offset + i] & 0xff);
    }
    return number;
  }
}
