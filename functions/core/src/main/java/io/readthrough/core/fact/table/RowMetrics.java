package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.table.TableFacts.TableColumns;
import io.readthrough.core.fact.table.TableRows.Cell;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells what headings mean that other rows and columns of the table make plain: a price of bonds,
/// growth of the row above.
final class RowMetrics {
  /// Words for what is lent, whose price is in percent of its face value.
  private static final List<String> LENT =
      List.of(
          "loan",
          "loans",
          "tl",
          "tlb",
          "revolver",
          "rcf",
          "bond",
          "bonds",
          "notes",
          "secured",
          "unsecured",
          "snr",
          "sub",
          "subordinated",
          "perp",
          "perps",
          "hybrid",
          "convert",
          "converts");

  /// What a row says that only tells how the one above it grows.
  private static final List<String> GROWTH =
      List.of("growth", "% growth", "yoy", "y/y", "growth y/y", "growth yoy");

  private static final List<String> MARGIN = List.of("margin", "% margin");

  private final TableCells cells;
  private final FactVocabulary vocabulary;
  private final TableColumns columns;

  RowMetrics(TableCells cells, TableColumns columns) {
    this.cells = cells;
    this.vocabulary = cells.vocabulary;
    this.columns = columns;
  }

  /// The metric of a row that says only how the one above it grows, or what margin it leaves:
  /// "growth", "margin (%)"; null where it says more, or neither has a name.
  ///
  /// @param of the row above
  @Nullable Metric part(TableHeading printed, TableHeading of) {
    Metric whole = of.metric();
    if (whole == null) {
      return null;
    }
    String words = printed.label().toLowerCase(Locale.ROOT);
    int bracket = words.indexOf('(');
    String word = (bracket > 0 ? words.substring(0, bracket) : words).strip();
    if (MARGIN.contains(word)) {
      Metric margin = vocabulary.inUnit(whole, Figure.Kind.PERCENT);
      return margin != null && margin.id().endsWith("margin") ? margin : null;
    }
    String growth = GROWTH.contains(word) ? MetricFamilies.growth(whole.id()) : null;
    return growth == null ? null : vocabulary.metric(growth);
  }

  /// What the headings of a figure mean that name `named`: "Price" and "Px" head prices of bonds,
  /// of shares where the row names one or the table rates them, or else what they name.
  ///
  /// @param row the row's heading, which its first cell prints
  Metric metric(Metric named, TableHeading column, TableHeading row, Cell first) {
    if (!TableHeadings.isPriceWord(column.label().toLowerCase(Locale.ROOT))) {
      return named;
    }
    if (TableHeading.hasAnyWord(row.label().toLowerCase(Locale.ROOT), LENT)) {
      return vocabulary.metric("bond_price");
    }
    boolean rated =
        columns.all().stream()
            .anyMatch(c -> c.metric() != null && c.metric().id().equals("price_target"));
    return rated || cells.isShare(first) ? vocabulary.metric("share_price") : named;
  }
}
