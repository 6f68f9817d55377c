package io.readthrough.parse.pdf;

/// Glyphs on one baseline without a wide gap between them: a line of a column, a cell of a table.
final class Segment {
  /// A gap wider than this, in font sizes, parts two segments.
  static final float GAP = 1.0f;

  /// A gap wider than this parts two words; letters of a loose line are closer.
  private static final float SPACE = 0.18f;

  /// Glyphs this much smaller and raised are a note's mark.
  private static final float MARK_SIZE = 0.8f;

  private static final float MARK_RAISE = 0.15f;

  final float x;
  final float y;
  final float size;
  final int direction;
  private final StringBuilder text = new StringBuilder();
  private float end;
  private int bold;
  private int glyphs;

  Segment(Glyph first) {
    x = first.x();
    y = first.y();
    size = first.size();
    direction = first.direction();
    end = first.x();
    append(first);
  }

  /// Adds a glyph when it goes on with this segment.
  ///
  /// @return whether it does
  boolean add(Glyph glyph) {
    float gap = glyph.x() - end;
    boolean raised =
        glyph.size() < MARK_SIZE * size
            && y - glyph.y() > MARK_RAISE * size
            && y - glyph.y() < size;
    boolean sameLine =
        glyph.direction() == direction
            && (raised || Math.abs(glyph.y() - y) < 0.2f * size)
            && gap < GAP * size
            && gap > -0.5f * size;
    if (!sameLine) {
      return false;
    }
    if (raised && isMark(glyph.text())) {
      return true;
    }
    if (gap > SPACE * size) {
      space();
    }
    append(glyph);
    return true;
  }

  /// Adds a segment that stands to the right of this one, after a space.
  void add(Segment right) {
    space();
    text.append(right.text);
    end = Math.max(end, right.end);
    bold += right.bold;
    glyphs += right.glyphs;
  }

  private static boolean isMark(String text) {
    return text.chars().allMatch(c -> Character.isDigit(c) || "*†‡§,¹²³ ".indexOf(c) >= 0);
  }

  private void append(Glyph glyph) {
    if (glyph.text().isBlank()) {
      space();
    } else {
      text.append(glyph.text());
    }
    end = Math.max(end, glyph.x() + glyph.width());
    bold += glyph.bold() ? 1 : 0;
    glyphs++;
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  float end() {
    return end;
  }

  boolean isBold() {
    return 2 * bold > glyphs;
  }

  String text() {
    return text.toString().strip();
  }

  int words() {
    int words = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = text.charAt(i) == ' ';
      words += !space && !in ? 1 : 0;
      in = !space;
    }
    return words;
  }

  int length() {
    return text.length();
  }
}
