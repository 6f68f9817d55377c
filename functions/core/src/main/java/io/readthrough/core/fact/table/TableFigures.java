package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.Units.Unit;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.table.TableRows.Cell;
import io.readthrough.core.fact.table.TableRows.Row;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives plain numbers of a table the scale and the unit that its headings, its corner, its caption
/// or the line below it tell.
final class TableFigures {
  /// How many tokens of the line below a table are looked at.
  private static final int LONGEST_NOTE = 16;

  private static final int SCALE_TOKENS = 3;

  /// From here on an amount is printed in full, whatever scale its heading tells.
  private static final BigDecimal IN_FULL = BigDecimal.valueOf(1_000_000);

  private static final Set<Figure.Kind> MULTIPLE = EnumSet.of(Figure.Kind.MULTIPLE);

  private static final Set<Figure.Kind> COUNTED = EnumSet.of(Figure.Kind.COUNT);

  private final Tokens tokens;
  private final @Nullable TableScale corner;
  private final @Nullable TableScale caption;
  private final @Nullable TableScale below;

  /// The currency of most amounts of the text; null when it has none.
  private final @Nullable String currency;

  TableFigures(TableRows table, TableHeading caption, TableCells cells) {
    this.tokens = cells.tokens;
    this.currency = cells.figures.currency();
    this.corner = corner(table, cells);
    this.caption = caption.scale();
    this.below = below(table);
  }

  /// The scale in the table's first cell: "$ billion".
  private static @Nullable TableScale corner(TableRows table, TableCells cells) {
    for (Row row : table.rows()) {
      if (row.cells().size() > 1) {
        Cell first = row.cells().getFirst();
        return first.isEmpty() ? null : TableScale.in(cells.words(first));
      }
    }
    return null;
  }

  /// The scale in the line below the table: "EBITDA in EUR m."; null when it tells none.
  private @Nullable TableScale below(TableRows table) {
    int end = Math.min(tokens.size(), table.end() + LONGEST_NOTE);
    for (int i = table.end(); i + 1 < end; i++) {
      if (i > table.end() && tokens.lineBefore(i)) {
        return null;
      }
      if (tokens.is(i, "in")) {
        int to = Math.min(tokens.size(), i + 1 + SCALE_TOKENS);
        String words = tokens.span(i + 1, to).of(tokens.text()).toLowerCase(Locale.ROOT);
        TableScale scale = TableScale.in(words);
        if (scale != null) {
          return scale;
        }
      }
    }
    return null;
  }

  /// The figure with the scale and unit that its row or column gives plain numbers.
  Figure read(Figure figure, Metric metric, TableHeading row, TableHeading column) {
    TableScale scale = scale(row, column);
    boolean plain = figure.kind() == Figure.Kind.COUNT;
    boolean money = figure.kind() == Figure.Kind.MONEY;
    if (plain && metric.units().contains(Figure.Kind.POINTS)) {
      // Bonds are quoted in percent of their face value.
      return figure.in(Figure.Kind.POINTS, "points");
    }
    String priced = plain && metric.isPriced() ? currency : null;
    if (priced != null && (scale == null || scale.currency() == null)) {
      // Amounts for one share are printed without their currency.
      return figure.in(Figure.Kind.MONEY, priced);
    }
    if (plain && metric.units().equals(MULTIPLE)) {
      return figure.in(Figure.Kind.MULTIPLE, "x");
    }
    if (scale == null || (!plain && !money)) {
      return figure;
    }
    boolean inFull = money && figure.high().compareTo(IN_FULL) >= 0;
    if (plain && scale.currency() != null && metric.units().equals(COUNTED)) {
      // Under "$m" people and shops are counted one by one.
      return figure;
    }
    boolean unscaled = inFull || (isPerShare(metric, row, column) && scale.zeros() > 0);
    Figure scaled = figure.times(unscaled ? 0 : scale.zeros());
    if (money) {
      return scaled;
    }
    Unit measure = scale.measure();
    if (measure != null && metric.units().contains(measure.kind())) {
      return figure.times(measure.zeros()).in(measure.kind(), measure.name());
    }
    if (scale.percent() && metric.units().contains(Figure.Kind.PERCENT)) {
      return figure.in(Figure.Kind.PERCENT, "%");
    }
    String code = scale.currency();
    return code != null && metric.units().contains(Figure.Kind.MONEY)
        ? scaled.in(Figure.Kind.MONEY, code)
        : scaled;
  }

  /// Whether amounts are for one share. So are those of a dividend, but "Dividends" are paid in
  /// all.
  private static boolean isPerShare(Metric metric, TableHeading row, TableHeading column) {
    String labels = (row.label() + ' ' + column.label()).toLowerCase(Locale.ROOT);
    boolean total = labels.contains("dividends") && !labels.contains("share");
    return metric.isPerShare() || (metric.id().equals("dividend") && !total);
  }

  private @Nullable TableScale scale(TableHeading row, TableHeading column) {
    if (column.scale() != null) {
      return column.scale();
    }
    return row.scale() != null ? row.scale() : corner != null ? corner : caption;
  }

  /// A plain number of a metric that is money, in the currency that stands earlier in its row and
  /// with the scale that a line below the table tells; the figure itself where neither is so.
  Figure inCurrency(Figure figure, Metric metric, @Nullable String ofRow) {
    boolean bare = figure.kind() == Figure.Kind.COUNT && metric.units().contains(Figure.Kind.MONEY);
    if (!bare || metric.units().contains(Figure.Kind.COUNT) || corner != null || below == null) {
      return figure;
    }
    String code = ofRow == null ? below.currency() : ofRow;
    return code == null
        ? figure
        : figure.times(metric.isPerShare() ? 0 : below.zeros()).in(Figure.Kind.MONEY, code);
  }
}
