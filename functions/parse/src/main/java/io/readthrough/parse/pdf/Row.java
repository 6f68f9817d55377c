package io.readthrough.parse.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Segments on one baseline, from left to right.
record Row(List<Segment> segments) {
  /// Baselines this close, in font sizes, are one.
  private static final float SAME_LINE = 0.35f;

  float y() {
    return segments.getFirst().y;
  }

  float x() {
    return segments.getFirst().x;
  }

  float end() {
    return segments.getLast().end();
  }

  float size() {
    return segments.stream().max(Comparator.comparingInt(Segment::length)).orElseThrow().size;
  }

  boolean isBold() {
    return segments.stream().allMatch(Segment::isBold);
  }

  /// The cells, parted by what parts the cells of a table.
  String cells() {
    return String.join(" | ", segments.stream().map(Segment::text).toList());
  }

  String text() {
    return String.join(" ", segments.stream().map(Segment::text).toList());
  }

  /// Groups segments to rows, from top to bottom; those of one row that stand close are joined.
  static List<Row> of(List<Segment> segments) {
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparingDouble((Segment s) -> s.y).thenComparingDouble(s -> s.x));
    List<Row> rows = new ArrayList<>();
    List<Segment> line = new ArrayList<>();
    for (Segment segment : sorted) {
      if (!line.isEmpty()
          && segment.y - line.getFirst().y
              > SAME_LINE * Math.max(segment.size, line.getFirst().size)) {
        rows.add(ofLine(line));
        line.clear();
      }
      line.add(segment);
    }
    if (!line.isEmpty()) {
      rows.add(ofLine(line));
    }
    return rows;
  }

  private static Row ofLine(List<Segment> line) {
    line.sort(Comparator.comparingDouble(s -> s.x));
    List<Segment> joined = new ArrayList<>();
    for (Segment segment : line) {
      if (!joined.isEmpty() && segment.x - joined.getLast().end() < Segment.GAP * segment.size) {
        joined.getLast().add(segment);
      } else {
        joined.add(segment);
      }
    }
    return new Row(List.copyOf(joined));
  }
}
