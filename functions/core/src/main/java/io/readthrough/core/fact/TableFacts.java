package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.fact.SentenceItems.CueItem;
import io.readthrough.core.fact.SentenceItems.FigureItem;
import io.readthrough.core.fact.SentenceItems.Item;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.PeriodItem;
import io.readthrough.core.fact.TableRows.Cell;
import io.readthrough.core.fact.TableRows.Row;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.figure.Units;
import io.readthrough.core.fact.figure.Units.Unit;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.NotePeriods;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the facts of a table: a figure's row or its column names the metric, the other the period,
/// whose figure it is, or what it is compared with. Every cell is read once.
final class TableFacts {
  /// A bracket, a figure and a bracket.
  private static final int BRACKETED = 3;

  /// How many tokens of the line below a table are looked at.
  private static final int LONGEST_NOTE = 16;

  private static final int SCALE_TOKENS = 3;

  /// How many tokens tell behind a change what it is against: "w/w".
  private static final int LONGEST_BASIS = 3;

  /// Words for the price of a share that stand alone with it in a cell.
  private static final Set<String> PRICE_WORDS = Set.of("last", "close", "px", "price", "spot");

  private final TableRows table;
  private final Tokens tokens;
  private final List<Mention> mentions;
  private final FactVocabulary vocabulary;
  private final FigureReader figures;

  private Heading caption = empty();
  private int rowStart;

  /// The row above, where it names a metric.
  private @Nullable Heading above;

  /// The facts of the row above, by their columns.
  private Map<Integer, Integer> levelsAbove = new HashMap<>();

  private boolean belowIsRead;
  private @Nullable Scale below;

  TableFacts(
      TableRows table,
      Tokens tokens,
      List<Mention> mentions,
      FactVocabulary vocabulary,
      FigureReader figures) {
    this.table = table;
    this.tokens = tokens;
    this.mentions = mentions;
    this.vocabulary = vocabulary;
    this.figures = figures;
  }

  /// What a column's figures are to the metric.
  private enum Use {
    LEVEL,
    PRIOR,
    CHANGE,
    AGAINST_CONSENSUS
  }

  /// What the heading of a row or a column says.
  ///
  /// @param scale of plain numbers under it; null where none is printed
  private record Heading(
      @Nullable Metric metric,
      @Nullable PrintedPeriod period,
      @Nullable Kind kind,
      @Nullable Scale scale,
      Use use,
      @Nullable String entityId,
      String label,
      Change.Basis basis) {}

  /// How plain numbers are to be read.
  ///
  /// @param unit ISO 4217 code; null where only the scale is printed
  /// @param measure what plain numbers measure, such as tonnes; null where they are money or none
  private record Scale(@Nullable String unit, int zeros, boolean percent, @Nullable Unit measure) {
    private Scale(@Nullable String unit, int zeros, boolean percent) {
      this(unit, zeros, percent, null);
    }
  }

  void addTo(List<FoundFact> facts) {
    List<Heading> columns = new ArrayList<>();
    int row = 0;
    while (row < table.rows().size() && isHeading(table.rows().get(row))) {
      List<Cell> cells = table.rows().get(row++).cells();
      if (cells.size() > 1 && cells.stream().anyMatch(this::hasWords)) {
        List<Heading> told = headings(cells);
        columns =
            columns.isEmpty() || told.stream().skip(1).anyMatch(TableFacts::tells) ? told : columns;
      }
    }
    boolean cornerless =
        row < table.rows().size() && columns.size() + 1 == table.rows().get(row).cells().size();
    if (cornerless && !columns.isEmpty()) {
      // Blanks before the first heading are no cell of their own.
      columns.addFirst(empty());
    }
    caption = caption(columns);
    for (; row < table.rows().size(); row++) {
      row(table.rows().get(row), columns, facts);
    }
  }

  /// Whether a heading says anything of the figures under it.
  private static boolean tells(Heading heading) {
    return heading.metric() != null
        || heading.period() != null
        || heading.kind() != null
        || heading.scale() != null
        || heading.use() != Use.LEVEL;
  }

  /// Whether a row has words alone, periods among them.
  private boolean isHeading(Row row) {
    for (Cell cell : row.cells().subList(Math.min(1, row.cells().size()), row.cells().size())) {
      boolean period = !cell.isEmpty() && items(cell).get(0) instanceof PeriodItem;
      if (!cell.isEmpty() && !period && figure(cell) != null) {
        return false;
      }
    }
    return true;
  }

  /// Whether a cell has more than the dashes of a ruled line.
  private boolean hasWords(Cell cell) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (!tokens.is(i, TokenKind.PUNCTUATION)) {
        return true;
      }
    }
    return false;
  }

  private List<Heading> headings(List<Cell> cells) {
    List<Heading> headings = new ArrayList<>();
    for (Cell cell : cells) {
      headings.add(heading(cell));
    }
    for (int h = 1; h < headings.size(); h++) {
      Heading before = headings.get(h - 1);
      Heading heading = headings.get(h);
      boolean again = heading.period() == null && isNew(heading) && before.use() == Use.PRIOR;
      if (again && before.period() != null) {
        // "2027E old | new"
        headings.set(h, with(heading, before.period(), before.kind(), before.metric()));
      }
    }
    PrintedPeriod only = onlyPeriod(headings);
    for (int h = 1; h < headings.size() && only != null; h++) {
      Heading heading = headings.get(h);
      if (heading.period() == null && heading.metric() == null) {
        // "3Q26A | Our est. | Consensus": all are for the one period.
        headings.set(h, with(heading, only, heading.kind(), null));
      }
    }
    boolean compares =
        headings.stream().anyMatch(h -> h.kind() == Kind.ACTUAL || h.kind() == Kind.CONSENSUS);
    if (compares) {
      // Beside what was reported and expected, a column under a name has that house's figures.
      headings.replaceAll(
          h ->
              h.kind() == null && h.period() == null && h.metric() == null && h.use() == Use.LEVEL
                  ? with(h, Kind.ESTIMATE)
                  : h);
    }
    return headings;
  }

  /// The one period that headings behind the first name; null when they name none or several.
  private static @Nullable PrintedPeriod onlyPeriod(List<Heading> headings) {
    PrintedPeriod only = null;
    for (int h = 1; h < headings.size(); h++) {
      PrintedPeriod period = headings.get(h).period();
      if (period != null && only != null) {
        return null;
      }
      only = period == null ? only : period;
    }
    return only;
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

  private static Heading with(Heading h, Kind kind) {
    return new Heading(
        h.metric(), h.period(), kind, h.scale(), h.use(), h.entityId(), h.label(), h.basis());
  }

  private static Heading with(
      Heading h, PrintedPeriod period, @Nullable Kind kind, @Nullable Metric metric) {
    return new Heading(
        h.metric() == null ? metric : h.metric(),
        period,
        h.kind() == null ? kind : h.kind(),
        h.scale(),
        h.use(),
        h.entityId(),
        h.label(),
        h.basis());
  }

  private static Heading empty() {
    return new Heading(null, null, null, null, Use.LEVEL, null, "", Change.Basis.UNSPECIFIED);
  }

  /// What the table's corner, or else the line above it, says of all its figures: "Backlog at 30
  /// September", "Orders by division (\u00a5bn)".
  private Heading caption(List<Heading> columns) {
    Heading corner = columns.isEmpty() ? empty() : columns.getFirst();
    int end = table.first();
    int from = end;
    while (from > 0 && end - from < LONGEST_NOTE && (from == end || !tokens.lineBefore(from))) {
      from--;
    }
    boolean line = from < end && (from == 0 || tokens.lineBefore(from));
    return corner.metric() != null || !line ? corner : heading(new Cell(from, end));
  }

  /// `h` for the metric and the period of `of`.
  private static Heading with(Heading h, Heading of) {
    PrintedPeriod period = h.period() == null ? of.period() : h.period();
    return new Heading(
        of.metric(), period, h.kind(), h.scale(), h.use(), h.entityId(), h.label(), h.basis());
  }

  private Heading heading(Cell cell) {
    if (cell.isEmpty()) {
      return empty();
    }
    Metric metric = null;
    PrintedPeriod period = null;
    Kind kind = null;
    Use use = Use.LEVEL;
    Change.Basis basis = Change.Basis.UNSPECIFIED;
    SentenceItems items = items(cell);
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      if (item instanceof MetricItem m && metric == null) {
        metric = m.metric();
      } else if (item instanceof PeriodItem p && period == null) {
        period = p.period();
        kind = p.period().estimate() ? Kind.ESTIMATE : kind;
      } else if (item instanceof CueItem c) {
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
    }
    String text = tokens.span(cell.from(), cell.to()).of(tokens.text());
    String words = text.toLowerCase(Locale.ROOT);
    if (metric == null && isPriceWord(words)) {
      metric = vocabulary.metric("share_price");
    }
    boolean against = words.startsWith("vs") || words.startsWith("versus");
    // "PT (old)" heads figures of today, each with the former one in brackets.
    int open = words.indexOf('(');
    String outside = open > 0 ? words.substring(0, open) : words;
    boolean former =
        hasWord(outside, "old")
            || outside.contains("before")
            || outside.startsWith("prev")
            || outside.startsWith("was")
            || outside.startsWith("prior")
            || outside.startsWith("from");
    if (former) {
      use = Use.PRIOR;
    } else if (against && kind == Kind.CONSENSUS) {
      use = Use.AGAINST_CONSENSUS;
      kind = null;
    } else if (words.contains("change") || words.contains("chg")) {
      use = Use.CHANGE;
    } else if (words.startsWith("actual") || words.startsWith("reported")) {
      kind = Kind.ACTUAL;
    }
    return new Heading(metric, period, kind, scale(words), use, entity(cell), text, basis);
  }

  private void row(Row row, List<Heading> columns, List<FoundFact> facts) {
    if (row.cells().getFirst().isEmpty()) {
      return;
    }
    Heading of = heading(row.cells().getFirst());
    boolean again = of.metric() == null && (of.kind() != null || of.use() == Use.PRIOR);
    if (again && above != null && caption.metric() == null) {
      // "Street" below a row: what is expected of its metric.
      of = with(of, above);
    }
    above = of.metric() == null ? null : of;
    Map<Integer, Integer> levels = new HashMap<>();
    Heading level = null;
    Heading named = null;
    String currency = null;
    rowStart = facts.size();
    Figure before = null;
    // A row with a label more than its table's head is read from its end.
    int shift = columns.isEmpty() ? 0 : Math.max(0, row.cells().size() - columns.size());
    if (shift > 0 && of.metric() == null) {
      of = heading(new Cell(row.cells().getFirst().from(), row.cells().get(shift).to()));
    }
    for (int c = 0; c < row.cells().size(); c++) {
      Cell cell = row.cells().get(c);
      int h = c - shift;
      if (readByItself(cell, facts) || c == 0) {
        continue;
      }
      Figure figure = cell.isEmpty() ? null : figure(cell);
      if (figure != null && figure.kind() == Figure.Kind.MONEY) {
        currency = figure.unit();
      }
      Heading column = h > 0 && h < columns.size() ? columns.get(h) : empty();
      if (column.use() == Use.LEVEL) {
        level = column;
      }
      if (figure == null) {
        continue;
      }
      if (column.use() == Use.PRIOR && h + 1 < columns.size() && isNew(columns.get(h + 1))) {
        before = figure;
        continue;
      }
      boolean unheaded = column.use() == Use.LEVEL && column.label().isEmpty();
      if (unheaded && facts.size() > rowStart && isSigned(figure)) {
        facts.set(facts.size() - 1, Draft.withChange(facts.getLast(), moved(figure, basis(cell))));
        continue;
      }
      Metric metric = told(of, column, level);
      if (metric == null && named != null && column.kind() != null) {
        // "Q3e EBITDA | Cons.": what is expected of the column before.
        metric = named.metric();
        column = with(column, named);
      }
      named = column.metric() != null ? column : named;
      if (metric == null) {
        metric = untold(row, figure, column);
      }
      if (metric != null && of.use() == Use.PRIOR && column.use() == Use.LEVEL) {
        former(facts, c, read(inCurrency(figure, metric, currency), metric, of, column));
      } else if (metric != null) {
        Heading owner = column.use() == Use.LEVEL || level == null ? column : level;
        int size = facts.size();
        cell(facts, cell, inCurrency(figure, metric, currency), metric, of, column, owner);
        if (facts.size() > size) {
          levels.put(c, size);
          if (before != null) {
            setPrior(facts, size, read(inCurrency(before, metric, currency), metric, of, column));
          }
          before = null;
        }
        addBracketed(facts, cell, figure, metric);
      }
    }
    if (of.use() != Use.PRIOR) {
      levelsAbove = levels;
    }
  }

  private static void setPrior(List<FoundFact> facts, int fact, @Nullable Figure prior) {
    if (prior != null) {
      facts.set(fact, Draft.withPrior(facts.get(fact), prior));
    }
  }

  /// The metric that the headings of a figure's column and row tell; of a change that of the level
  /// before it. Null when they tell none.
  private static @Nullable Metric told(Heading of, Heading column, @Nullable Heading level) {
    Metric metric = column.metric() != null ? column.metric() : of.metric();
    boolean ofLevel = metric == null || column.use() != Use.LEVEL;
    return ofLevel && level != null && level.metric() != null ? level.metric() : metric;
  }

  /// The metric of a figure whose headings tell none: what the caption tells, or what its unit
  /// does.
  private @Nullable Metric untold(Row row, Figure figure, Heading column) {
    boolean share = figure.kind() == Figure.Kind.PERCENT && column.use() == Use.LEVEL;
    Metric metric = share ? null : captioned(figure, column);
    if (metric == null && figure.kind() == Figure.Kind.COINS) {
      metric = vocabulary.metric("coins_held");
    }
    return metric == null && figure.kind() == Figure.Kind.MONEY && isCommodity(row, figure)
        ? vocabulary.metric("spot_price")
        : metric;
  }

  private static boolean isNew(Heading heading) {
    return hasWord(heading.label().toLowerCase(Locale.ROOT), "new");
  }

  private boolean isSigned(Figure figure) {
    char c = tokens.foldedAt(tokens.start(figure.from()));
    return c == '+' || c == '-' || c == '\u2212' || c == '\u2013';
  }

  /// What a cell says that a change is against.
  private Change.Basis basis(Cell cell) {
    SentenceItems items = items(cell);
    for (int k = 0; k < items.size(); k++) {
      if (items.cue(k) == Cue.YEAR_ON_YEAR) {
        return Change.Basis.YEAR_ON_YEAR;
      }
      if (items.cue(k) == Cue.MONTH_ON_MONTH) {
        return Change.Basis.MONTH_ON_MONTH;
      }
      if (items.cue(k) == Cue.QUARTER_ON_QUARTER) {
        return Change.Basis.QUARTER_ON_QUARTER;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  /// A signed figure as the change of the one before it.
  private static Change moved(Figure figure, Change.Basis basis) {
    Change.Unit unit =
        switch (figure.kind()) {
          case PERCENT -> Change.Unit.PERCENT;
          case BPS, POINTS -> Change.Unit.BASIS_POINTS;
          default -> Change.Unit.ABSOLUTE;
        };
    Change.Direction direction =
        figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    return new Change(figure.middle().abs().doubleValue(), unit, direction, basis);
  }

  /// A figure of a row of former values: what the one above it was.
  private void former(List<FoundFact> facts, int column, @Nullable Figure figure) {
    Integer fact = levelsAbove.get(column);
    if (fact != null) {
      setPrior(facts, fact, figure);
    }
  }

  /// What the caption says that figures are of; null where such a figure cannot be.
  private @Nullable Metric captioned(Figure figure, Heading column) {
    Metric metric = caption.metric();
    if (metric == null) {
      return null;
    }
    boolean fits = figure.kind() == Figure.Kind.COUNT || metric.units().contains(figure.kind());
    return fits || column.use() != Use.LEVEL ? metric : null;
  }

  /// Whether a row is of something that is traded by weight, or its figure is for a unit of it.
  private boolean isCommodity(Row row, Figure figure) {
    Cell first = row.cells().getFirst();
    boolean perUnit =
        figure.to() + 1 < tokens.size()
            && tokens.isMark(figure.to(), '/')
            && !tokens.spaceBefore(figure.to());
    TextSpan span = tokens.span(first.from(), first.to());
    int m = mentionFrom(span.start());
    boolean named = m < mentions.size() && mentions.get(m).span().end() <= span.end();
    return perUnit
        || (named && SentenceDrafts.isCoinOrMetal(mentions.get(m).security().assetType()));
  }

  private static boolean hasWord(String text, String word) {
    int at = text.indexOf(word);
    int end = at + word.length();
    return at >= 0
        && (at == 0 || !Character.isLetter(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  /// Reads a cell that names its metric beside its figure, as a line of parts does: "Target Rs
  /// 1,680 (from Rs 1,650)". Answers whether it is one.
  private boolean readByItself(Cell cell, List<FoundFact> facts) {
    if (cell.isEmpty() || !figures.anyIn(cell.from(), cell.to())) {
      return false;
    }
    SentenceItems items = items(cell);
    boolean figure = false;
    boolean plain = false;
    boolean metric = false;
    boolean priced = false;
    for (int k = 0; k < items.size(); k++) {
      figure |= items.get(k) instanceof FigureItem f && f.figure().kind() != Figure.Kind.COUNT;
      metric |= items.get(k) instanceof MetricItem;
      plain |= items.get(k) instanceof FigureItem;
      priced |= items.get(k) instanceof MetricItem m && m.metric().isPriced();
    }
    if (priced && plain && figures.currency() != null) {
      figure = true;
    }
    if (!metric && readLast(cell, facts)) {
      return true;
    }
    if (figure && metric) {
      new SentenceFacts(
              items,
              figures,
              vocabulary,
              null,
              null,
              new MetricTopics(vocabulary.words().none()),
              new PeriodTopics(NotePeriods.NONE, null),
              null)
          .addTo(facts);
    }
    return figure && metric;
  }

  /// "last 141.02": the price of a share in a cell of its own. Answers whether it is one.
  private boolean readLast(Cell cell, List<FoundFact> facts) {
    boolean last = cell.to() - cell.from() == 2 && PRICE_WORDS.contains(tokens.folded(cell.from()));
    Figure figure = last ? figures.at(cell.from() + 1, cell.to()) : null;
    if (figure == null) {
      return false;
    }
    Metric price = vocabulary.metric("share_price");
    Figure read = read(figure, price, empty(), empty());
    if (read == null || read.kind() != Figure.Kind.MONEY) {
      return false;
    }
    String label = tokens.text(cell.from());
    Draft draft = new Draft(-1, price, Kind.ACTUAL, label, null, null, cell.from(), cell.to());
    draft.level(read, false);
    facts.add(draft.found(tokens));
    return true;
  }

  /// "EUR 47 (49)": the former value, in brackets behind the one of today.
  private void addBracketed(List<FoundFact> facts, Cell cell, Figure figure, Metric metric) {
    int open = figure.to();
    boolean bracketed = cell.to() - open >= BRACKETED && tokens.isMark(open, '(');
    Figure former = bracketed ? figures.at(open + 1, cell.to() - 1) : null;
    FoundFact last = facts.isEmpty() ? null : facts.getLast();
    if (former == null || last == null || !last.fact().metric().equals(metric.id())) {
      return;
    }
    boolean plain = former.kind() == Figure.Kind.COUNT;
    if (plain || former.unit().equals(figure.unit())) {
      facts.set(facts.size() - 1, Draft.withPrior(last, withUnitOf(figure, former)));
    }
  }

  private static Figure withUnitOf(Figure figure, Figure plain) {
    return new Figure(
        plain.from(), plain.to(), figure.kind(), plain.low(), plain.high(), figure.unit());
  }

  /// A plain number of a metric that is money, in the currency that stands earlier in its row and
  /// with the scale that a line below the table tells; the figure itself where neither is so.
  private Figure inCurrency(Figure figure, Metric metric, @Nullable String currency) {
    boolean bare = figure.kind() == Figure.Kind.COUNT && metric.units().contains(Figure.Kind.MONEY);
    if (!bare || metric.units().contains(Figure.Kind.COUNT) || top() != null) {
      return figure;
    }
    Scale below = below();
    if (below == null) {
      return figure;
    }
    String unit = currency == null ? below.unit() : currency;
    int zeros = metric.isPerShare() ? 0 : below.zeros();
    return unit == null
        ? figure
        : new Figure(
            figure.from(),
            figure.to(),
            Figure.Kind.MONEY,
            figure.low().scaleByPowerOfTen(zeros),
            figure.high().scaleByPowerOfTen(zeros),
            unit);
  }

  /// The scale in the line below the table: "EBITDA in EUR m."; null when it tells none.
  private @Nullable Scale below() {
    if (!belowIsRead) {
      belowIsRead = true;
      int end = Math.min(tokens.size(), table.end() + LONGEST_NOTE);
      for (int i = table.end(); i + 1 < end && below == null; i++) {
        if (i > table.end() && tokens.lineBefore(i)) {
          break;
        }
        if (tokens.is(i, "in")) {
          int to = Math.min(tokens.size(), i + 1 + SCALE_TOKENS);
          below = scale(tokens.span(i + 1, to).of(tokens.text()).toLowerCase(Locale.ROOT));
        }
      }
    }
    return below;
  }

  private void cell(
      List<FoundFact> facts,
      Cell cell,
      Figure figure,
      Metric metric,
      Heading row,
      Heading column,
      Heading named) {
    PrintedPeriod period = named.period() != null ? named.period() : row.period();
    PrintedPeriod above = caption.period();
    if (period == null && above != null && above.isPast()) {
      period = above;
    }
    Kind kind = kind(metric, row, named, period);
    String label = named.metric() != null ? named.label() : row.label();
    Draft draft =
        new Draft(-1, metric, kind, label, row.entityId(), period, cell.from(), cell.to());
    Figure read = read(figure, metric, row, column);
    switch (column.use()) {
      case LEVEL -> {
        if (read == null || !metric.units().contains(read.kind())) {
          return;
        }
        draft.level(read, false);
      }
      case PRIOR -> {
        FoundFact last = facts.isEmpty() ? null : facts.getLast();
        if (read != null && last != null && last.fact().metric().equals(metric.id())) {
          facts.set(facts.size() - 1, Draft.withPrior(last, read));
        }
        return;
      }
      case CHANGE, AGAINST_CONSENSUS -> {
        if (figure.kind() != Figure.Kind.PERCENT && figure.kind() != Figure.Kind.BPS) {
          return;
        }
        draft.change(change(figure, column), null);
        int moved = column.use() == Use.CHANGE ? moved(facts, metric) : -1;
        if (moved >= 0) {
          facts.set(moved, Draft.withChange(facts.get(moved), change(figure, column)));
          return;
        }
      }
    }
    facts.add(draft.found(tokens));
  }

  /// The fact of the row that a change is of: of the last period in it, wherever its column stands;
  /// -1 when none can be.
  private int moved(List<FoundFact> facts, Metric metric) {
    int moved = -1;
    for (int f = facts.size() - 1; f >= rowStart; f--) {
      FoundFact fact = facts.get(f);
      boolean fits = fact.fact().metric().equals(metric.id()) && fact.fact().change() == null;
      if (fits && (moved < 0 || isLater(fact.period(), facts.get(moved).period()))) {
        moved = f;
      }
    }
    return moved;
  }

  private static boolean isLater(@Nullable PrintedPeriod one, @Nullable PrintedPeriod other) {
    if (one == null || other == null || one.year() == null || other.year() == null) {
      return false;
    }
    int years = Integer.compare(one.year(), other.year());
    return years > 0 || (years == 0 && one.number() > other.number());
  }

  private static Change change(Figure figure, Heading column) {
    int sign = figure.low().signum();
    Change.Direction direction =
        sign == 0 ? Change.Direction.FLAT : sign > 0 ? Change.Direction.UP : Change.Direction.DOWN;
    Change.Unit unit =
        figure.kind() == Figure.Kind.BPS ? Change.Unit.BASIS_POINTS : Change.Unit.PERCENT;
    Change.Basis basis =
        column.use() == Use.AGAINST_CONSENSUS ? Change.Basis.AGAINST_CONSENSUS : column.basis();
    return new Change(figure.low().abs().doubleValue(), unit, direction, basis);
  }

  private static Kind kind(
      Metric metric, Heading row, Heading column, @Nullable PrintedPeriod period) {
    if (column.kind() != null && row.kind() != Kind.CONSENSUS) {
      return column.kind();
    }
    if (row.kind() != null) {
      return row.kind();
    }
    boolean estimated = period != null && period.estimate();
    return estimated || metric.id().equals("price_target") ? Kind.ESTIMATE : Kind.ACTUAL;
  }

  /// The figure of a cell with the scale and unit that its row or column gives plain numbers; null
  /// when neither gives one that the metric needs.
  private @Nullable Figure read(Figure figure, Metric metric, Heading row, Heading column) {
    Scale scale = column.scale() != null ? column.scale() : row.scale();
    if (scale == null) {
      scale = top();
    }
    if (scale == null) {
      scale = caption.scale();
    }
    boolean plain = figure.kind() == Figure.Kind.COUNT;
    boolean money = figure.kind() == Figure.Kind.MONEY;
    String currency = plain && metric.isPriced() ? figures.currency() : null;
    if (currency != null && (scale == null || scale.unit() == null)) {
      // Amounts for one share are printed without their currency.
      return new Figure(
          figure.from(), figure.to(), Figure.Kind.MONEY, figure.low(), figure.high(), currency);
    }
    if (plain && metric.units().equals(EnumSet.of(Figure.Kind.MULTIPLE))) {
      return new Figure(
          figure.from(), figure.to(), Figure.Kind.MULTIPLE, figure.low(), figure.high(), "x");
    }
    if (scale == null || (!plain && !money)) {
      return figure;
    }
    boolean own = !plain && figure.high().compareTo(BigDecimal.valueOf(1_000_000)) >= 0;
    boolean unscaled = own || (metric.isPerShare() && scale.zeros() > 0);
    int zeros = unscaled ? 0 : scale.zeros();
    BigDecimal low = figure.low().scaleByPowerOfTen(zeros);
    BigDecimal high = figure.high().scaleByPowerOfTen(zeros);
    if (money) {
      return new Figure(figure.from(), figure.to(), figure.kind(), low, high, figure.unit());
    }
    Unit measure = scale.measure();
    if (measure != null && metric.units().contains(measure.kind())) {
      return new Figure(
          figure.from(),
          figure.to(),
          measure.kind(),
          figure.low().scaleByPowerOfTen(measure.zeros()),
          figure.high().scaleByPowerOfTen(measure.zeros()),
          measure.name());
    }
    if (scale.percent() && metric.units().contains(Figure.Kind.PERCENT)) {
      return new Figure(
          figure.from(), figure.to(), Figure.Kind.PERCENT, figure.low(), figure.high(), "%");
    }
    if (scale.unit() != null && metric.units().contains(Figure.Kind.MONEY)) {
      return new Figure(figure.from(), figure.to(), Figure.Kind.MONEY, low, high, scale.unit());
    }
    return new Figure(figure.from(), figure.to(), figure.kind(), low, high, figure.unit());
  }

  /// The scale in the table's first cell: "$ billion".
  private @Nullable Scale top() {
    for (Row row : table.rows()) {
      if (row.cells().size() > 1) {
        Cell first = row.cells().getFirst();
        return first.isEmpty()
            ? null
            : scale(
                tokens.span(first.from(), first.to()).of(tokens.text()).toLowerCase(Locale.ROOT));
      }
    }
    return null;
  }

  private static final String[][] CURRENCIES = {
    {"hk$", "HKD"},
    {"us$", "USD"},
    {"a$", "AUD"},
    {"c$", "CAD"},
    {"r$", "BRL"},
    {"nt$", "TWD"},
    {"$", "USD"},
    {"\u20ac", "EUR"},
    {"\u00a3", "GBP"},
    {"\u00a5", "JPY"},
    {"\u20b9", "INR"},
    {"rs ", "INR"},
    {"usd", "USD"},
    {"eur", "EUR"},
    {"gbp", "GBP"},
    {"chf", "CHF"},
    {"inr", "INR"},
    {"jpy", "JPY"},
    {"rmb", "CNY"},
    {"cny", "CNY"},
    {"krw", "KRW"},
    {"(w", "KRW"},
    {"\u20a9", "KRW"},
    {"dkk", "DKK"},
    {"sek", "SEK"},
    {"nok", "NOK"},
    {"cad", "CAD"},
    {"aud", "AUD"},
    {"mop", "MOP"}
  };

  /// Pence are hundredths of a pound.
  private static final int PENCE = -2;

  private static final String[][] SCALES = {
    {"billion", "9"},
    {"million", "6"},
    {"thousand", "3"},
    {"crore", "7"},
    {"bn", "9"},
    {"mn", "6"},
    {"mm", "6"},
    {"m", "6"},
    {"b", "9"},
    {"k", "3"},
    {"cr", "7"}
  };

  /// What a heading says of the numbers under it: "(€m)", "$ billion", "(%)".
  private static @Nullable Scale scale(String words) {
    boolean percent = words.contains("%");
    int mark = -1;
    String unit = null;
    for (String[] currency : CURRENCIES) {
      mark = indexOfWord(words, currency[0]);
      if (mark >= 0) {
        unit = currency[1];
        mark += currency[0].length();
        break;
      }
    }
    if (words.contains("(p)") || words.contains("pence")) {
      return new Scale("GBP", PENCE, percent);
    }
    int open = words.indexOf('(');
    if (mark < 0 && open < 0) {
      return percent ? new Scale(null, 0, true) : null;
    }
    String rest = words.substring(mark >= 0 ? mark : open + 1).strip();
    int close = rest.indexOf(')');
    Unit measure = mark >= 0 || close < 0 ? null : Units.of(rest.substring(0, close));
    if (measure != null && measure.kind() != Figure.Kind.DURATION) {
      return new Scale(null, 0, false, measure);
    }
    for (String[] scale : SCALES) {
      boolean starts = rest.startsWith(scale[0]);
      boolean ends =
          rest.length() == scale[0].length()
              || (starts && !Character.isLetterOrDigit(rest.charAt(scale[0].length())));
      if (starts && ends) {
        return new Scale(unit, Integer.parseInt(scale[1]), percent);
      }
    }
    return unit != null || percent ? new Scale(unit, 0, percent) : null;
  }

  /// Where `code` stands in `words` with no letter before it; -1 when it does not.
  private static int indexOfWord(String words, String code) {
    int at = words.indexOf(code);
    while (at > 0 && Character.isLetter(words.charAt(at - 1))) {
      at = words.indexOf(code, at + 1);
    }
    return at;
  }

  /// The one figure that fills a cell; null when it has none or more than that.
  private @Nullable Figure figure(Cell cell) {
    int at = cell.from();
    Figure figure = null;
    while (at < cell.to() && figure == null && at - cell.from() < 2) {
      figure = figures.at(at, cell.to());
      at++;
    }
    boolean bracketed =
        figure != null && figure.to() < cell.to() && tokens.isMark(figure.to(), '(');
    boolean perUnit = figure != null && figure.to() < cell.to() && tokens.isMark(figure.to(), '/');
    boolean fills =
        bracketed
            || perUnit
            || (figure != null
                && cell.to() - figure.to() <= (isSigned(figure) ? LONGEST_BASIS : 1));
    return fills ? figure : null;
  }

  private SentenceItems items(Cell cell) {
    return SentenceItems.of(tokens, cell.from(), cell.to(), List.of(), vocabulary, figures);
  }

  /// The company that a cell names; null when it names none.
  private @Nullable String entity(Cell cell) {
    TextSpan span = tokens.span(cell.from(), cell.to());
    int low = mentionFrom(span.start());
    if (low == mentions.size() || mentions.get(low).span().end() > span.end()) {
      return null;
    }
    boolean group = mentions.get(low).security().assetType() == AssetType.GROUP;
    return group ? null : mentions.get(low).security().entityId();
  }

  /// The first mention that starts at or behind `offset`; their number when none does.
  private int mentionFrom(int offset) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
