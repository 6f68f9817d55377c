package io.readthrough.core.note;

/// A stretch of a note's text, in UTF-16 units: `text.substring(start, end)`.
public record TextSpan(int start, int end) implements Comparable<TextSpan> {
  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span [" + start + ", " + end + ") is not valid: 0 <= start <= end");
    }
  }

  /// The length in UTF-16 units.
  public int length() {
    return end - start;
  }

  /// Whether `other` lies wholly inside this span.
  public boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }

  /// Whether the two share at least one unit.
  public boolean overlaps(TextSpan other) {
    return start < other.end && other.start < end;
  }

  /// The words of `text` that this span covers.
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /// By start, then by end.
  @Override
  public int compareTo(TextSpan other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
