package io.readthrough.core.note;

import java.util.Locale;
import java.util.regex.Pattern;

/// The order of the events of one key: S3's `sequencer`, upper-case hexadecimal of varying length.
/// Two are compared as if the shorter were padded with zeros on the right, then as strings (S3
/// event notification contract); events of different keys have no order.
public record Sequencer(String value) implements Comparable<Sequencer> {
  private static final Pattern FORM = Pattern.compile("[0-9A-F]{1,64}");

  public Sequencer {
    value = value.toUpperCase(Locale.ROOT);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "sequencer '" + value + "' is not valid: S3 sends 1 to 64 hexadecimal digits");
    }
  }

  @Override
  public int compareTo(Sequencer other) {
    int length = Math.max(value.length(), other.value.length());
    return padded(length).compareTo(other.padded(length));
  }

  /// The value padded with zeros on the right to `length` digits, so that plain string order is
  /// event order.
  public String padded(int length) {
    return value + "0".repeat(Math.max(0, length - value.length()));
  }

  /// Equal when neither comes before the other, whatever their printed lengths.
  @Override
  public boolean equals(Object other) {
    return other instanceof Sequencer that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '0') {
      end--;
    }
    return value.substring(0, end).hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
