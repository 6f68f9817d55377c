package io.readthrough.core.fact;

import io.readthrough.core.fact.SentenceItems.CueItem;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.PeriodItem;
import io.readthrough.core.fact.TableHeading.Use;
import io.readthrough.core.fact.TableRows.Cell;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the headings of rows and columns.
final class TableHeadings {
  /// Words for the price of a share that stand alone with it in a cell.
  static final Set<String> PRICE_WORDS = Set.of("last", "close", "px", "price", "spot");

  private final TableCells cells;

  TableHeadings(TableCells cells) {
    this.cells = cells;
  }

  /// What a cell says of the figures of its row or column.
  TableHeading of(Cell cell) {
    if (cell.isEmpty()) {
      return TableHeading.NONE;
    }
    Metric metric = null;
    PrintedPeriod period = null;
    Kind kind = null;
    Use use = Use.LEVEL;
    Change.Basis basis = Change.Basis.UNSPECIFIED;
    SentenceItems items = cells.items(cell);
    for (int k = 0; k < items.size(); k++) {
      switch (items.get(k)) {
        case MetricItem m -> metric = metric == null ? m.metric() : metric;
        case PeriodItem p -> {
          if (period == null) {
            period = p.period();
            kind = period.estimate() ? Kind.ESTIMATE : kind;
          }
        }
        case CueItem c -> {
          switch (c.cue()) {
            case CONSENSUS -> kind = Kind.CONSENSUS;
            case GUIDANCE -> kind = Kind.GUIDANCE;
            case ESTIMATE -> kind = Kind.ESTIMATE;
            case YEAR_ON_YEAR -> {
              use = Use.CHANGE;
              basis = Change.Basis.YEAR_ON_YEAR;
            }
            case QUARTER_ON_QUARTER -> {
              use = Use.CHANGE;
              basis = Change.Basis.QUARTER_ON_QUARTER;
            }
            default -> {}
          }
        }
        default -> {}
      }
    }
    String words = cells.words(cell);
    if (metric == null && isPriceWord(words)) {
      metric = cells.vocabulary.metric("share_price");
    }
    boolean against = words.startsWith("vs") || words.startsWith("versus");
    if (isFormer(words)) {
      use = Use.PRIOR;
    } else if (against && kind == Kind.CONSENSUS) {
      use = Use.AGAINST_CONSENSUS;
      kind = null;
    } else if (words.contains("change") || words.contains("chg")) {
      use = Use.CHANGE;
    } else if (words.startsWith("actual") || words.startsWith("reported")) {
      kind = Kind.ACTUAL;
    }
    return new TableHeading(
        metric,
        period,
        kind,
        TableScale.in(words),
        use,
        cells.entity(cell),
        cells.text(cell),
        basis);
  }

  /// Whether a heading is of what was before. "PT (old)" heads figures of today, each with the
  /// former one in brackets.
  private static boolean isFormer(String words) {
    int open = words.indexOf('(');
    String outside = open > 0 ? words.substring(0, open) : words;
    return TableHeading.hasWord(outside, "old")
        || outside.contains("before")
        || outside.startsWith("prev")
        || outside.startsWith("was")
        || outside.startsWith("prior")
        || outside.startsWith("from");
  }

  /// "Last", "Px (9/25)".
  private static boolean isPriceWord(String words) {
    int end = 0;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    boolean alone =
        end == words.length() || words.indexOf('(') == end || words.indexOf('(') == end + 1;
    return alone && PRICE_WORDS.contains(words.substring(0, end));
  }

  /// The headings of a row of them, which may leave to each other what they are of.
  List<TableHeading> ofRow(List<Cell> row) {
    List<TableHeading> headings = new ArrayList<>();
    row.forEach(cell -> headings.add(of(cell)));
    for (int h = 1; h < headings.size(); h++) {
      TableHeading before = headings.get(h - 1);
      TableHeading heading = headings.get(h);
      boolean again = heading.period() == null && heading.isNew() && before.use() == Use.PRIOR;
      if (again && before.period() != null) {
        // "2027E old | new"
        headings.set(h, heading.filledFrom(before));
      }
    }
    PrintedPeriod only = onlyPeriod(headings);
    for (int h = 1; h < headings.size() && only != null; h++) {
      TableHeading heading = headings.get(h);
      if (heading.period() == null && heading.metric() == null) {
        // "3Q26A | Our est. | Consensus": all are for the one period.
        headings.set(h, heading.withPeriod(only));
      }
    }
    boolean compares =
        headings.stream().anyMatch(h -> h.kind() == Kind.ACTUAL || h.kind() == Kind.CONSENSUS);
    if (compares) {
      // Beside what was reported and expected, a column under a name has that house's figures.
      headings.replaceAll(h -> h.isName() ? h.withKind(Kind.ESTIMATE) : h);
    }
    return headings;
  }

  /// The one period that headings behind the first name; null when they name none or several.
  private static @Nullable PrintedPeriod onlyPeriod(List<TableHeading> headings) {
    PrintedPeriod only = null;
    for (TableHeading heading : headings.subList(Math.min(1, headings.size()), headings.size())) {
      PrintedPeriod period = heading.period();
      if (period != null && only != null) {
        return null;
      }
      only = period == null ? only : period;
    }
    return only;
  }
}
