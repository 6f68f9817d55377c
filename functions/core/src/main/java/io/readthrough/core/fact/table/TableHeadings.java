package io.readthrough.core.fact.table;

import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.table.TableHeading.Use;
import io.readthrough.core.fact.table.TableRows.Cell;
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

  /// Words that call what they stand before, a metric as well, a former one.
  private static final List<String> FORMER = List.of("prev", "previous", "previously", "prior");

  /// Words that call the figures under a heading former ones where it names no metric: "Profit
  /// before tax" and "Cash from operations" are of today.
  private static final List<String> FORMER_ALONE = List.of("was", "from");

  private static final List<String> CHANGE = List.of("change", "changes", "chg");

  /// What calls the figures under a metric what something else would do to it.
  private static final List<String> EFFECT = List.of("effect", "impact", "sensitivity");

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
            case MONTH_ON_MONTH -> {
              use = Use.CHANGE;
              basis = Change.Basis.MONTH_ON_MONTH;
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
    String besideMetric = besideMetrics(cell, items);
    if (isFormer(besideMetric, metric != null)) {
      use = Use.PRIOR;
    } else if (against && kind == Kind.CONSENSUS) {
      use = Use.AGAINST_CONSENSUS;
      kind = null;
    } else if (TableHeading.hasAnyWord(besideMetric, CHANGE)) {
      use = Use.CHANGE;
    } else if (metric != null && TableHeading.hasAnyWord(besideMetric, EFFECT)) {
      use = Use.CHANGE;
      kind = kind == null ? Kind.ESTIMATE : kind;
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

  /// The words of a heading beside the metrics that it names, in lower case.
  private String besideMetrics(Cell cell, SentenceItems items) {
    StringBuilder beside = new StringBuilder();
    int from = cell.from();
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof MetricItem m && m.from() >= from) {
        beside.append(cells.words(new Cell(from, m.from()))).append(' ');
        from = m.to();
      }
    }
    return beside.append(cells.words(new Cell(from, cell.to()))).toString().strip();
  }

  /// Whether a heading is of what was before. "PT (old)" heads figures of today, each with the
  /// former one in brackets.
  ///
  /// @param words beside its metric
  /// @param measured whether it names one
  private static boolean isFormer(String words, boolean measured) {
    int open = words.indexOf('(');
    String outside = open > 0 || (measured && open == 0) ? words.substring(0, open) : words;
    if (TableHeading.hasWord(outside, "old") || startsWithAny(outside, FORMER)) {
      return true;
    }
    return !measured
        && (TableHeading.hasWord(outside, "before") || startsWithAny(outside, FORMER_ALONE));
  }

  private static boolean startsWithAny(String text, List<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                text.startsWith(word)
                    && (text.length() == word.length()
                        || !Character.isLetter(text.charAt(word.length()))));
  }

  /// "Last", "Px (9/25)".
  static boolean isPriceWord(String words) {
    int end = 0;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    boolean alone =
        end == words.length() || words.indexOf('(') == end || words.indexOf('(') == end + 1;
    return alone && PRICE_WORDS.contains(words.substring(0, end));
  }

  /// The headings of the second of two rows of them, where each of the first heads as many of the
  /// second: "2026E | 2027E" above "old | new | old | new".
  static List<TableHeading> below(List<TableHeading> groups, List<TableHeading> parts) {
    List<TableHeading> told = groups.stream().filter(TableHeading::tells).toList();
    int each = told.isEmpty() ? 0 : parts.size() / told.size();
    int corner = told.isEmpty() ? 0 : parts.size() % told.size();
    if (each <= 1 || corner > 1 || told.size() < groups.size() - 1) {
      return parts;
    }
    List<TableHeading> all = new ArrayList<>(parts);
    for (int h = corner; h < all.size(); h++) {
      all.set(h, all.get(h).filledFrom(told.get((h - corner) / each)));
    }
    return all;
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
    boolean compares =
        headings.stream().anyMatch(h -> h.kind() == Kind.ACTUAL || h.kind() == Kind.CONSENSUS);
    if (compares) {
      // Beside what was reported and expected, a column under a name has that house's figures.
      headings.replaceAll(h -> h.isName() ? h.withKind(Kind.ESTIMATE) : h);
    }
    PrintedPeriod only = onlyPeriod(headings);
    for (int h = 1; h < headings.size() && only != null; h++) {
      TableHeading heading = headings.get(h);
      if (heading.period() == null && heading.metric() == null) {
        // "3Q26A | Our est. | Consensus": all are for the one period.
        headings.set(h, heading.withPeriod(only));
      }
    }
    return headings;
  }

  /// The period of headings that name none: that of the corner, or the one that the others name
  /// where it stands before them; null when there is none.
  private static @Nullable PrintedPeriod onlyPeriod(List<TableHeading> headings) {
    TableHeading corner = headings.getFirst();
    PrintedPeriod only = corner.metric() == null ? corner.period() : null;
    if (only != null) {
      return only;
    }
    boolean waits = false;
    for (TableHeading heading : headings.subList(1, headings.size())) {
      PrintedPeriod period = heading.period();
      if (period != null && (only != null || waits)) {
        return null;
      }
      only = period == null ? only : period;
      waits |= period == null && heading.metric() == null && heading.tells();
    }
    return only;
  }
}
