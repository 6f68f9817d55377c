package io.readthrough.core.fact.table;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.period.NotePeriods;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.Draft;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.fact.sentence.MetricTopics;
import io.readthrough.core.fact.sentence.PeriodTopics;
import io.readthrough.core.fact.sentence.SentenceFacts;
import io.readthrough.core.fact.table.TableFacts.TableColumns;
import io.readthrough.core.fact.table.TableHeading.Use;
import io.readthrough.core.fact.table.TableRows.Cell;
import io.readthrough.core.fact.table.TableRows.Row;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.GoodWhen;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one row of a table, from left to right.
final class TableRowFacts {
  /// Of what goes down for the better, this alone may be below zero: net cash.
  private static final String NET_DEBT = "net_debt";

  private static final Set<String> OUTLAYS =
      Set.of("capex", "depreciation", "income_tax", "research_and_development");

  /// A bracket, a figure and a bracket.
  private static final int BRACKETED = 3;

  private final TableCells cells;
  private final Tokens tokens;
  private final FactVocabulary vocabulary;
  private final TableFigures figures;
  private final TableColumns columns;
  private final Row row;
  private final @Nullable TableRowFacts above;

  /// A row with a label more than its table's head is read from its end.
  private final int shift;

  private final TableHeading heading;

  /// The heading where it names a metric, which rows below may be of too.
  private final @Nullable TableHeading topic;

  /// The facts of the row by their columns; of a row of former values those of the row above.
  private final Map<Integer, Integer> levels;

  /// Whether it or a row above tells that the table is of a bank.
  private final boolean bank;

  private final RowMetrics called;

  private final RowSubjects subjects = new RowSubjects();

  /// How many facts there were before it.
  private int start;

  /// The last column that heads levels.
  private @Nullable TableHeading level;

  /// The last column that names a metric.
  private @Nullable TableHeading named;

  /// The currency of the last amount.
  private @Nullable String currency;

  /// What the next figure was before.
  private @Nullable Figure before;

  /// @param above the row above; null in the first
  TableRowFacts(
      TableCells cells,
      TableHeadings headings,
      TableFigures figures,
      TableColumns columns,
      Row row,
      @Nullable TableRowFacts above) {
    this.cells = cells;
    this.tokens = cells.tokens;
    this.vocabulary = cells.vocabulary;
    this.figures = figures;
    this.columns = columns;
    this.row = row;
    this.above = above;
    this.called = new RowMetrics(cells, columns);
    List<Cell> all = row.cells();
    int more = columns.all().isEmpty() ? 0 : all.size() - columns.all().size();
    this.shift = Math.max(0, more);
    TableHeading own = own(headings.of(all.getFirst()));
    this.bank =
        (above != null && above.bank)
            || (own.metric() != null && MetricFamilies.OF_BANKS.contains(own.metric().id()));
    this.topic = own.metric() == null ? null : own;
    this.heading =
        shift > 0 && topic == null
            ? headings.of(new Cell(all.getFirst().from(), all.get(shift).to()))
            : own;
    this.levels = heading.use() == Use.PRIOR && above != null ? above.levels : new HashMap<>();
  }

  /// "Street" below a row: what is expected of its metric.
  private TableHeading own(TableHeading printed) {
    TableHeading of = above == null ? null : above.topic;
    Metric part = of == null ? null : called.part(printed, of);
    if (part != null) {
      return printed.forPart(part);
    }
    boolean again = printed.kind() != null || printed.use() == Use.PRIOR;
    return printed.metric() == null && again && of != null && columns.caption().metric() == null
        ? printed.forMetricOf(of)
        : printed;
  }

  void addTo(List<FoundFact> facts) {
    start = facts.size();
    for (int c = 0; c < row.cells().size(); c++) {
      Cell cell = row.cells().get(c);
      int size = facts.size();
      if (readByItself(cell, facts)) {
        for (int f = size; f < facts.size(); f++) {
          subjects.add(facts, f, columns.get(c - shift));
        }
      } else if (c > 0) {
        read(c, cell, facts);
      }
    }
  }

  private void read(int c, Cell cell, List<FoundFact> facts) {
    TableHeading column = columns.get(c - shift);
    level = column.use() == Use.LEVEL ? column : level;
    Figure figure = cell.isEmpty() ? null : cells.figure(cell);
    if (figure == null) {
      return;
    }
    if (figure.kind() == Figure.Kind.MONEY) {
      currency = figure.unit();
    }
    if (column.use() == Use.PRIOR && columns.get(c - shift + 1).isNew()) {
      before = figure;
      return;
    }
    boolean unheaded = column.use() == Use.LEVEL && column.label().isEmpty();
    if (unheaded && facts.size() > start && cells.isSigned(figure)) {
      Change moved = signed(figure, cells.basis(cell));
      facts.set(facts.size() - 1, Draft.withChange(facts.getLast(), moved));
      return;
    }
    Metric metric = told(column);
    if (metric == null && named != null && column.kind() != null) {
      // "Q3e EBITDA | Cons.": what is expected of the column before.
      metric = named.metric();
      column = column.forMetricOf(named);
    }
    named = column.metric() != null ? column : named;
    metric = metric == null ? untold(figure, column) : metric;
    if (metric == null) {
      return;
    }
    if (heading.use() == Use.PRIOR && column.use() == Use.LEVEL) {
      setPrior(facts, levels.get(c), read(figure, metric, column));
    } else {
      add(c, cell, figure, metric, column, facts);
    }
  }

  /// The metric that the headings of a figure's column and row tell; of a change that of the level
  /// before it. Null when they tell none.
  private @Nullable Metric told(TableHeading column) {
    Metric metric = column.metric() != null ? column.metric() : heading.metric();
    boolean ofLevel = metric == null || column.use() != Use.LEVEL;
    Metric told = ofLevel && level != null && level.metric() != null ? level.metric() : metric;
    if (bank && told != null && told.id().equals("costs")) {
      return vocabulary.metric("noninterest_expense");
    }
    return told == null ? null : called.metric(told, column, heading, row.cells().getFirst());
  }

  /// The metric of a figure whose headings tell none: what the caption tells, or what its unit
  /// does.
  private @Nullable Metric untold(Figure figure, TableHeading column) {
    boolean share = figure.kind() == Figure.Kind.PERCENT && column.use() == Use.LEVEL;
    Metric metric = share ? null : captioned(figure, column);
    if (metric != null) {
      return metric;
    }
    if (figure.kind() == Figure.Kind.COINS) {
      return vocabulary.metric("coins_held");
    }
    boolean price = figure.kind() == Figure.Kind.MONEY && isOfCommodity(figure);
    return price ? vocabulary.metric("spot_price") : null;
  }

  /// What the caption says that figures are of; null where such a figure cannot be.
  private @Nullable Metric captioned(Figure figure, TableHeading column) {
    Metric metric = columns.caption().metric();
    boolean fits =
        metric != null
            && (figure.kind() == Figure.Kind.COUNT
                || metric.units().contains(figure.kind())
                || column.use() != Use.LEVEL);
    return fits ? metric : null;
  }

  /// Whether the row is of something that is traded by weight, or its figure is for a unit of it.
  private boolean isOfCommodity(Figure figure) {
    int next = figure.to();
    boolean perUnit =
        next + 1 < tokens.size() && tokens.isMark(next, '/') && !tokens.spaceBefore(next);
    return perUnit || cells.isCoinOrMetal(row.cells().getFirst());
  }

  /// The figure with its scale and unit.
  private Figure read(Figure figure, Metric metric, TableHeading column) {
    Figure read =
        figures.read(figures.inCurrency(figure, metric, currency), metric, heading, column);
    return read.kind() == Figure.Kind.MONEY && isOutlay(metric) ? read.magnitude() : read;
  }

  /// Whether a metric is of what goes out, which statements print in brackets and which is told as
  /// an amount all the same.
  private static boolean isOutlay(Metric metric) {
    boolean burden = metric.goodWhen() == GoodWhen.DOWN && !metric.id().equals(NET_DEBT);
    return burden || OUTLAYS.contains(metric.id());
  }

  private void add(
      int c, Cell cell, Figure figure, Metric metric, TableHeading column, List<FoundFact> facts) {
    boolean own = column.use() == Use.LEVEL || column.kind() != null;
    TableHeading owner = own || level == null ? column : level;
    Figure read = read(figure, metric, column);
    int size = facts.size();
    switch (column.use()) {
      case LEVEL -> {
        if (metric.units().contains(read.kind())) {
          Draft draft = draft(cell, metric, owner);
          draft.level(read, false);
          facts.add(draft.found(tokens));
          subjects.add(facts, size, owner);
        }
      }
      case PRIOR -> {
        if (size > start && facts.getLast().fact().metric().equals(metric.id())) {
          setPrior(facts, size - 1, read);
        }
      }
      case CHANGE, AGAINST_CONSENSUS -> addChange(cell, figure, metric, column, owner, facts);
    }
    if (facts.size() > size) {
      if (heading.use() != Use.PRIOR) {
        levels.put(c, size);
      }
      setPrior(facts, size, before == null ? null : read(before, metric, column));
      before = null;
    }
    addBracketed(facts, cell, figure, metric);
  }

  private Draft draft(Cell cell, Metric metric, TableHeading owner) {
    PrintedPeriod period = owner.period() != null ? owner.period() : heading.period();
    PrintedPeriod whole = columns.caption().period();
    if (period == null && whole != null && whole.isPast()) {
      period = whole;
    }
    return new Draft(
        -1,
        metric,
        kind(metric, owner, period),
        owner.metric() != null ? owner.label() : heading.label(),
        heading.entityId(),
        period,
        cell.from(),
        cell.to());
  }

  private Kind kind(Metric metric, TableHeading owner, @Nullable PrintedPeriod period) {
    if (owner.kind() != null && heading.kind() != Kind.CONSENSUS) {
      return owner.kind();
    }
    if (heading.kind() != null) {
      return heading.kind();
    }
    boolean estimated = period != null && period.estimate();
    return estimated || metric.id().equals("price_target") ? Kind.ESTIMATE : Kind.ACTUAL;
  }

  /// Adds a change to the level that it is of, or else as a fact of its own.
  private void addChange(
      Cell cell,
      Figure figure,
      Metric metric,
      TableHeading column,
      TableHeading owner,
      List<FoundFact> facts) {
    if (figure.kind() != Figure.Kind.PERCENT && figure.kind() != Figure.Kind.BPS) {
      return;
    }
    boolean against = column.use() == Use.AGAINST_CONSENSUS;
    Change change = signed(figure, against ? Change.Basis.AGAINST_CONSENSUS : column.basis());
    int moved = against ? -1 : subjects.moved(facts, metric, change.basis());
    if (moved >= 0) {
      facts.set(moved, Draft.withChange(facts.get(moved), change));
      return;
    }
    Draft draft = draft(cell, metric, subjects.heading(metric, owner));
    draft.change(change, null);
    facts.add(draft.found(tokens));
  }

  /// A figure as a change, whose sign tells which way.
  private static Change signed(Figure figure, Change.Basis basis) {
    Change.Unit unit =
        switch (figure.kind()) {
          case PERCENT -> Change.Unit.PERCENT;
          case BPS, POINTS -> Change.Unit.BASIS_POINTS;
          default -> Change.Unit.ABSOLUTE;
        };
    int sign = figure.low().signum();
    Change.Direction direction =
        sign == 0 ? Change.Direction.FLAT : sign > 0 ? Change.Direction.UP : Change.Direction.DOWN;
    return new Change(figure.middle().abs().doubleValue(), unit, direction, basis);
  }

  private static void setPrior(
      List<FoundFact> facts, @Nullable Integer fact, @Nullable Figure prior) {
    if (fact != null && prior != null) {
      facts.set(fact, Draft.withPrior(facts.get(fact), prior));
    }
  }

  /// "EUR 47 (49)": the former value, in brackets behind the one of today.
  private void addBracketed(List<FoundFact> facts, Cell cell, Figure figure, Metric metric) {
    int open = figure.to();
    boolean bracketed = cell.to() - open >= BRACKETED && tokens.isMark(open, '(');
    Figure former = bracketed ? cells.figures.at(open + 1, cell.to() - 1) : null;
    FoundFact last = facts.size() > start ? facts.getLast() : null;
    if (former == null || last == null || !last.fact().metric().equals(metric.id())) {
      return;
    }
    boolean plain = former.kind() == Figure.Kind.COUNT;
    if (plain || former.unit().equals(figure.unit())) {
      setPrior(facts, facts.size() - 1, former.in(figure.kind(), figure.unit()));
    }
  }

  /// Reads a cell that names its metric beside its figure, as a line of parts does: "Target Rs
  /// 1,680 (from Rs 1,650)". Answers whether it is one.
  private boolean readByItself(Cell cell, List<FoundFact> facts) {
    if (cell.isEmpty() || !cells.figures.anyIn(cell.from(), cell.to())) {
      return false;
    }
    SentenceItems items = cells.items(cell);
    boolean measured = false;
    boolean plain = false;
    boolean metric = false;
    boolean priced = false;
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof FigureItem f) {
        plain = true;
        measured |= f.figure().kind() != Figure.Kind.COUNT;
      } else if (items.get(k) instanceof MetricItem m) {
        metric = true;
        priced |= m.metric().isPriced();
      }
    }
    if (!metric) {
      return readPrice(cell, facts);
    }
    boolean amount = priced && plain && cells.figures.currency() != null;
    if (!measured && !amount) {
      return false;
    }
    new SentenceFacts(
            items,
            cells.figures,
            vocabulary,
            cells.weights,
            null,
            null,
            new MetricTopics(vocabulary.words().none()),
            new PeriodTopics(NotePeriods.NONE, null),
            null)
        .addTo(facts);
    return true;
  }

  /// "last 141.02": the price of a share in a cell of its own. Answers whether it is one.
  private boolean readPrice(Cell cell, List<FoundFact> facts) {
    boolean last =
        cell.to() - cell.from() == 2
            && TableHeadings.PRICE_WORDS.contains(tokens.folded(cell.from()));
    Figure figure = last ? cells.figures.at(cell.from() + 1, cell.to()) : null;
    if (figure == null) {
      return false;
    }
    Metric price = vocabulary.metric("share_price");
    Figure read = figures.read(figure, price, TableHeading.NONE, TableHeading.NONE);
    if (read.kind() != Figure.Kind.MONEY) {
      return false;
    }
    String label = tokens.text(cell.from());
    Draft draft = new Draft(-1, price, Kind.ACTUAL, label, null, null, cell.from(), cell.to());
    draft.level(read, false);
    facts.add(draft.found(tokens));
    return true;
  }
}
