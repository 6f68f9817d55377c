package io.readthrough.parse.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the rows of a page into reading order: columns one after another, the rows of a table
/// whole.
///
/// A gutter is a vertical strip that no segment of many rows in a row crosses. It parts two columns
/// when lines of running text stand on both its sides, or on one and the lines of the other do not
/// stand on its baselines, as those of a margin do; otherwise it parts the cells of a table.
final class PageLayout {
  /// Columns nest no deeper: a margin beside two columns is 2.
  private static final int MAX_DEPTH = 6;

  /// Strips that are looked at for each part of a page.
  private static final int MAX_CANDIDATES = 6;

  /// A strip's place, in points.
  private static final int GRID = 4;

  private static final int MIN_ROWS = 3;

  /// Words of a line of running text, at least.
  private static final int RUNNING = 5;

  /// The share of rows on common baselines, from which two sides are one table.
  private static final double ALIGNED = 0.7;

  private final List<List<Row>> columns = new ArrayList<>();

  private PageLayout() {}

  /// The rows of a page, column by column.
  static List<List<Row>> columns(List<Row> rows) {
    PageLayout layout = new PageLayout();
    layout.read(rows, 0);
    return layout.columns;
  }

  private void read(List<Row> rows, int depth) {
    if (rows.isEmpty()) {
      return;
    }
    Gutter gutter = depth < MAX_DEPTH ? widest(rows) : null;
    if (gutter == null) {
      columns.add(rows);
      return;
    }
    read(rows.subList(0, gutter.first), depth + 1);
    List<Row> inside = rows.subList(gutter.first, gutter.end);
    read(side(inside, gutter.x, true), depth + 1);
    read(side(inside, gutter.x, false), depth + 1);
    read(rows.subList(gutter.end, rows.size()), depth + 1);
  }

  /// A strip at `x` that rows `first` to before `end` leave free.
  private record Gutter(float x, int first, int end) {
    int rows() {
      return end - first;
    }
  }

  private static @Nullable Gutter widest(List<Row> rows) {
    Gutter best = null;
    for (float x : candidates(rows)) {
      Gutter gutter = longest(rows, x);
      if (gutter != null && (best == null || gutter.rows() > best.rows()) && parts(rows, gutter)) {
        best = gutter;
      }
    }
    return best;
  }

  /// The places where most rows have a gap, or begin beside one that has.
  private static List<Float> candidates(List<Row> rows) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (Row row : rows) {
      List<Segment> segments = row.segments();
      for (int i = 1; i < segments.size(); i++) {
        votes.merge((int) segments.get(i).x / GRID, 1, Integer::sum);
      }
      votes.merge((int) row.x() / GRID, 1, Integer::sum);
    }
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= MIN_ROWS)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_CANDIDATES)
        .map(vote -> (float) vote.getKey() * GRID - 1)
        .toList();
  }

  private static @Nullable Gutter longest(List<Row> rows, float x) {
    Gutter best = null;
    int first = 0;
    int left = 0;
    int right = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean free = i < rows.size() && isFree(rows.get(i), x);
      if (free) {
        left += rows.get(i).x() < x ? 1 : 0;
        right += rows.get(i).end() > x ? 1 : 0;
        continue;
      }
      if (left >= MIN_ROWS && right >= MIN_ROWS && (best == null || i - first > best.rows())) {
        best = new Gutter(x, first, i);
      }
      first = i + 1;
      left = 0;
      right = 0;
    }
    return best;
  }

  private static boolean isFree(Row row, float x) {
    for (Segment segment : row.segments()) {
      if (segment.x < x && segment.end() > x) {
        return false;
      }
    }
    return true;
  }

  /// Whether a gutter parts columns, and not cells.
  private static boolean parts(List<Row> rows, Gutter gutter) {
    List<Row> inside = rows.subList(gutter.first, gutter.end);
    boolean left = isRunning(inside, gutter.x, true);
    boolean right = isRunning(inside, gutter.x, false);
    return (left && right) || ((left || right) && aligned(inside, gutter.x) < ALIGNED);
  }

  private static boolean isRunning(List<Row> rows, float x, boolean left) {
    int running = 0;
    for (Row row : rows) {
      List<Segment> side = row.segments().stream().filter(s -> s.x < x == left).toList();
      running += side.size() == 1 && side.getFirst().words() >= RUNNING ? 1 : 0;
    }
    return running >= MIN_ROWS;
  }

  private static double aligned(List<Row> rows, float x) {
    int both = 0;
    int left = 0;
    int right = 0;
    for (Row row : rows) {
      boolean hasLeft = row.x() < x;
      boolean hasRight = row.end() > x;
      both += hasLeft && hasRight ? 1 : 0;
      left += hasLeft ? 1 : 0;
      right += hasRight ? 1 : 0;
    }
    return (double) both / Math.max(1, Math.min(left, right));
  }

  private static List<Row> side(List<Row> rows, float x, boolean left) {
    List<Row> side = new ArrayList<>();
    for (Row row : rows) {
      List<Segment> segments = row.segments().stream().filter(s -> s.x < x == left).toList();
      if (!segments.isEmpty()) {
        side.add(new Row(segments));
      }
    }
    return side;
  }
}
