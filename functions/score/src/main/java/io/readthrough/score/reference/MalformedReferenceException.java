package io.readthrough.score.reference;

/// A reference file cannot be read. The message names the place, the value and the remedy.
public final class MalformedReferenceException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_VALUE = 60;

  private final String place;

  MalformedReferenceException(String place, String detail) {
    super(place + ": " + detail);
    this.place = place;
  }

  /// Where the fault is, without a word of the file: "line 3, column exchange".
  public String place() {
    return place;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// `value` in quotation marks, cut short and without what would break a line.
  static String quoted(String value) {
    StringBuilder shown = new StringBuilder("'");
    value
        .codePoints()
        .limit(LONGEST_VALUE)
        .map(point -> isShown(point) ? point : '?')
        .forEach(shown::appendCodePoint);
    return shown
        .append(value.codePointCount(0, value.length()) > LONGEST_VALUE ? "…'" : "'")
        .toString();
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
