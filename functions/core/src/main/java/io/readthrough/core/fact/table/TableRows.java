package io.readthrough.core.fact.table;

import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// A table as rows of cells: lines whose cells stand between bars, or apart by blanks.
///
/// @param first its first token
/// @param end the token after its last
/// @param rows in order, at least one
public record TableRows(int first, int end, List<Row> rows) {
  /// @param cells from left to right; one without words is empty
  record Row(List<Cell> cells) {}

  /// @param from its first token
  /// @param to the token after its last
  record Cell(int from, int to) {
    boolean isEmpty() {
      return from == to;
    }
  }

  /// Blanks that part the cells of a line without bars.
  private static final int GAP = 2;

  /// How many cells and lines a table without bars has at least.
  private static final int LEAST_ALIGNED = 3;

  /// How many tokens the one value behind a label has at most.
  private static final int LONGEST_VALUE = 4;

  /// The tables of a text, in order: what the parser marked as such, and elsewhere runs of lines
  /// with bars or of aligned columns.
  public static List<TableRows> of(Tokens tokens, List<Region> regions) {
    List<TableRows> tables = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    boolean aligned = false;
    int region = 0;
    int first = 0;
    int lineStart = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i < tokens.size() && (i == lineStart || !tokens.lineBefore(i))) {
        continue;
      }
      if (i == 0) {
        continue;
      }
      Row row = row(tokens, lineStart, i);
      while (region < regions.size()
          && regions.get(region).span().end() <= tokens.start(lineStart)) {
        region++;
      }
      boolean marked =
          region < regions.size()
              && regions.get(region).kind() == RegionKind.TABLE
              && regions.get(region).span().start() <= tokens.start(lineStart);
      boolean gaps = row.cells().size() == 1;
      if (gaps) {
        row = aligned(tokens, lineStart, i);
        gaps = row.cells().size() > 1;
      }
      boolean isRow = row.cells().size() > 1 || (marked && !rows.isEmpty());
      boolean parted = !marked && tokens.paragraphBefore(lineStart);
      if (!isRow || parted || gaps != aligned) {
        add(tables, rows, aligned, first, lineStart);
      }
      if (isRow) {
        aligned = gaps;
        if (rows.isEmpty()) {
          first = lineStart;
        }
        rows.add(row);
      }
      lineStart = i;
    }
    add(tables, rows, aligned, first, tokens.size());
    return tables;
  }

  /// A line with bars alone is a heading with parts; two and more are a table.
  private static void add(
      List<TableRows> tables, List<Row> rows, boolean aligned, int first, int end) {
    if (rows.size() >= (aligned ? LEAST_ALIGNED : 2)) {
      tables.add(new TableRows(first, end, List.copyOf(rows)));
    }
    rows.clear();
  }

  /// A line whose cells stand apart by more than one blank; a single cell when it has too few of
  /// them. Blanks behind a full stop part cells only where others do: else it is prose.
  private static Row aligned(Tokens tokens, int from, int to) {
    List<Cell> cells = cells(tokens, from, to, false);
    boolean few = cells.size() < LEAST_ALIGNED && !isLabelled(tokens, cells);
    return new Row(few ? List.of(new Cell(from, to)) : cells(tokens, from, to, true));
  }

  /// A label and one short cell with digits: "Transmission 1,310".
  private static boolean isLabelled(Tokens tokens, List<Cell> cells) {
    Cell last = cells.getLast();
    if (cells.size() != 2 || last.to() - last.from() > LONGEST_VALUE) {
      return false;
    }
    for (int i = last.from(); i < last.to(); i++) {
      if (tokens.kind(i).isFigure()) {
        return true;
      }
    }
    return false;
  }

  private static List<Cell> cells(Tokens tokens, int from, int to, boolean behindStops) {
    List<Cell> cells = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i < to; i++) {
      boolean gap = tokens.start(i) - tokens.end(i - 1) >= GAP;
      if (gap && (behindStops || !tokens.isMark(i - 1, '.'))) {
        cells.add(new Cell(start, i));
        start = i;
      }
    }
    cells.add(new Cell(start, to));
    return cells;
  }

  private static Row row(Tokens tokens, int from, int to) {
    List<Cell> cells = new ArrayList<>();
    int start = from;
    // The parser leaves the outer bars out, so that one at the start alone follows an empty cell.
    boolean framed = to - from > 1 && tokens.isMark(from, '|') && tokens.isMark(to - 1, '|');
    for (int i = from; i < to; i++) {
      if (tokens.isMark(i, '|')) {
        if (i > from || !framed) {
          cells.add(new Cell(start, i));
        }
        start = i + 1;
      }
    }
    if (!framed) {
      cells.add(new Cell(start, to));
    }
    return new Row(cells);
  }
}
