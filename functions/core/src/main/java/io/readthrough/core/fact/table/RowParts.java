package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.table.TableRows.Cell;
import io.readthrough.core.fact.table.TableRows.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that name no metric and may be the parts of a sum below them: divisions above "Revenue",
/// countries above "Production".
final class RowParts {
  private static final int LEAST = 2;

  /// What rounding adds to each part.
  private static final double ROUNDING = 0.5;

  private final TableCells cells;
  private final List<Row> rows = new ArrayList<>();

  RowParts(TableCells cells) {
    this.cells = cells;
  }

  void add(Row row) {
    rows.add(row);
  }

  /// The rows since the last call, in order.
  List<Row> take() {
    List<Row> taken = List.copyOf(rows);
    rows.clear();
    return taken;
  }

  /// Whether the amounts of the rows add up to those of `sum` in every column that has them.
  boolean addUpTo(Row sum) {
    boolean any = false;
    for (int c = 1; c < sum.cells().size() && rows.size() >= LEAST; c++) {
      Figure total = amount(sum.cells().get(c));
      if (total == null) {
        continue;
      }
      double added = 0;
      for (Row row : rows) {
        Figure part = c < row.cells().size() ? amount(row.cells().get(c)) : null;
        if (part == null || part.kind() != total.kind()) {
          return false;
        }
        added += part.low().doubleValue();
      }
      double step = StrictMath.pow(10, -total.low().scale());
      if (Math.abs(added - total.low().doubleValue()) > rows.size() * ROUNDING * step) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /// The figure of a cell where it can be added to others; null where it cannot.
  private @Nullable Figure amount(Cell cell) {
    Figure figure = cell.isEmpty() ? null : cells.figure(cell);
    boolean adds =
        figure != null
            && (figure.kind() == Figure.Kind.COUNT || figure.kind() == Figure.Kind.MONEY);
    return adds ? figure : null;
  }
}
