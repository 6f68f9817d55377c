package io.readthrough.core.fact.table;

import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.fact.table.TableRows.Cell;
import io.readthrough.core.fact.table.TableRows.Row;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the facts of a table: a figure's row or its column names the metric, the other the period,
/// whose figure it is, or what it is compared with. Every cell is read once.
public final class TableFacts {
  /// How many tokens of the line above a table are looked at.
  private static final int LONGEST_CAPTION = 16;

  private final TableRows table;
  private final TableCells cells;
  private final TableHeadings headings;

  /// Reads `table`, whose cells `cells` reads.
  public TableFacts(TableRows table, TableCells cells) {
    this.table = table;
    this.cells = cells;
    this.headings = new TableHeadings(cells);
  }

  /// Adds the facts to `facts`, row by row.
  public void addTo(List<FoundFact> facts) {
    List<TableHeading> columns = new ArrayList<>();
    int r = 0;
    while (r < table.rows().size() && isHeading(table.rows().get(r))) {
      List<Cell> row = table.rows().get(r++).cells();
      if (row.size() > 1 && row.stream().anyMatch(cells::hasWords)) {
        List<TableHeading> told = headings.ofRow(row);
        boolean tells = told.stream().skip(1).anyMatch(TableHeading::tells);
        columns = columns.isEmpty() ? told : tells ? TableHeadings.below(columns, told) : columns;
      }
    }
    List<Row> rows = table.rows().subList(r, table.rows().size());
    boolean cornerless = !rows.isEmpty() && columns.size() + 1 == rows.getFirst().cells().size();
    if (cornerless && !columns.isEmpty()) {
      // Blanks before the first heading are no cell of their own.
      columns.addFirst(TableHeading.NONE);
    }
    TableHeading caption = caption(columns);
    TableFigures figures = new TableFigures(table, caption, cells);
    TableColumns head = new TableColumns(caption, columns);
    boolean open = caption.metric() == null && columns.stream().allMatch(h -> h.metric() == null);
    RowParts parts = new RowParts(cells);
    TableRowFacts above = null;
    for (Row row : rows) {
      Cell first = row.cells().getFirst();
      if (first.isEmpty()) {
        continue;
      }
      TableHeading heading = open ? headings.of(first) : TableHeading.NONE;
      if (open && heading.metric() == null) {
        parts.add(row);
        continue;
      }
      TableColumns ofParts = open && parts.addUpTo(row) ? head.under(heading) : head;
      above = add(facts, parts.take(), figures, ofParts, above);
      above = add(facts, List.of(row), figures, head, above);
    }
    add(facts, parts.take(), figures, head, above);
  }

  /// Adds the facts of rows. Answers the last of them, or `above` where there are none.
  private @Nullable TableRowFacts add(
      List<FoundFact> facts,
      List<Row> rows,
      TableFigures figures,
      TableColumns head,
      @Nullable TableRowFacts above) {
    TableRowFacts last = above;
    for (Row row : rows) {
      last = new TableRowFacts(cells, headings, figures, head, row, last);
      last.addTo(facts);
    }
    return last;
  }

  /// What stands above the rows of a table.
  ///
  /// @param caption of the whole table
  /// @param all by their places; none where no row heads the others
  record TableColumns(TableHeading caption, List<TableHeading> all) {
    /// The same columns where `whole` says what all figures are of.
    TableColumns under(TableHeading whole) {
      return new TableColumns(whole, all);
    }

    /// The heading of the column at place `c`.
    TableHeading get(int c) {
      return c > 0 && c < all.size() ? all.get(c) : TableHeading.NONE;
    }
  }

  /// Whether a row has words alone, periods among them.
  private boolean isHeading(Row row) {
    return row.cells().stream()
        .skip(1)
        .allMatch(
            cell ->
                cell.isEmpty()
                    || cells.items(cell).get(0) instanceof PeriodItem
                    || cells.figure(cell) == null);
  }

  /// What the table's corner, or else the line above it, says of all its figures: "Backlog at 30
  /// September", "Orders by division (\u00a5bn)".
  private TableHeading caption(List<TableHeading> columns) {
    TableHeading corner = columns.isEmpty() ? TableHeading.NONE : columns.getFirst();
    Cell line = corner.metric() == null ? lineAbove() : null;
    return line == null ? corner : headings.of(line);
  }

  /// The line above the table; null where it is too long for a caption.
  private @Nullable Cell lineAbove() {
    Tokens tokens = cells.tokens;
    int end = table.first();
    int from = end;
    while (from > 0 && end - from < LONGEST_CAPTION && (from == end || !tokens.lineBefore(from))) {
      from--;
    }
    return from < end && (from == 0 || tokens.lineBefore(from)) ? new Cell(from, end) : null;
  }
}
