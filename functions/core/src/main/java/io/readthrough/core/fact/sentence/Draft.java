package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact while its sentence is being read.
public final class Draft {
  private static final double POINTS_A_PERCENT = 100;

  /// The item of the sentence that names the metric.
  final int item;

  private Metric metric;
  Kind kind;

  /// The item that is its figure.
  private int at;

  final String label;
  final @Nullable String entityId;
  private @Nullable PrintedPeriod period;
  private @Nullable Double prior;
  private int from;
  private int to;
  @Nullable Figure level;
  private @Nullable Change change;
  private boolean approximate;
  private boolean settled;

  /// Whether its change was told in points, which are hundredths of a percentage or, of a price
  /// that is none, points of the price.
  private boolean points;

  /// Whether it tells what something adds or takes, and so can have no level.
  private boolean effect;

  /// Whether its change is told as for the better, up, or for the worse, down.
  private boolean judged;

  /// @param item of the sentence that names the metric; -1 outside sentences
  /// @param entityId whose it is; null where that is not known yet
  /// @param period as printed; null when none is
  /// @param from its first token
  /// @param to the token after its last
  public Draft(
      int item,
      Metric metric,
      Kind kind,
      String label,
      @Nullable String entityId,
      @Nullable PrintedPeriod period,
      int from,
      int to) {
    this.item = item;
    this.metric = metric;
    this.kind = kind;
    this.label = label;
    this.entityId = entityId;
    this.period = period;
    this.from = from;
    this.to = to;
  }

  /// What its figure is of.
  public Metric metric() {
    return metric;
  }

  /// Calls it by another metric.
  void rename(Metric metric, Kind kind) {
    this.metric = metric;
    this.kind = kind;
  }

  @Nullable PrintedPeriod period() {
    return period;
  }

  /// Sets its period, where it has none.
  void period(@Nullable PrintedPeriod period) {
    this.period = this.period == null ? period : this.period;
  }

  /// Sets its period, whichever it had.
  void choose(@Nullable PrintedPeriod period) {
    this.period = period;
  }

  /// Whether the words leave no doubt of its metric.
  boolean isSettled() {
    return settled;
  }

  /// Notes that the words leave no doubt of its metric.
  void settle() {
    settled = true;
  }

  int at() {
    return at;
  }

  /// Notes that item `k` is its figure.
  void at(int k) {
    this.at = k;
  }

  /// What its figure counts: of its level, or else of its change.
  Figure.Kind figureKind() {
    if (level != null) {
      return level.kind();
    }
    Change moved = change;
    if (moved == null || moved.unit() == Change.Unit.PERCENT) {
      return Figure.Kind.PERCENT;
    }
    return moved.unit() == Change.Unit.BASIS_POINTS ? Figure.Kind.BPS : Figure.Kind.MONEY;
  }

  /// Takes `figure` as how much there is.
  public void level(Figure figure, boolean approximate) {
    this.level = figure;
    this.approximate = approximate;
    cover(figure);
  }

  /// How much its figure changed; null when that is not told.
  public @Nullable Change change() {
    return change;
  }

  /// How much the change is; null when there is none, or when only its direction is known.
  @Nullable Double changeValue() {
    return change == null ? null : change.value();
  }

  boolean hasChange() {
    return change != null;
  }

  /// Sets the change unless one with a value is known already.
  public void change(Change change, @Nullable Figure figure) {
    if (this.change == null || this.change.value() == null) {
      this.change = change;
      if (figure != null) {
        points = figure.kind() == Figure.Kind.POINTS;
        cover(figure);
      }
    }
  }

  /// What the level was before gives the change, where the text does not print it.
  void prior(Figure prior, Change.Basis basis) {
    Figure now = level;
    boolean alike =
        now != null && (prior.unit().equals(now.unit()) || prior.unit().equals("count"));
    if (!alike || now == null) {
      return;
    }
    this.prior = prior.isRange() ? null : prior.low().doubleValue();
    Change moved = change(now.middle().subtract(prior.middle()), now.kind());
    change(new Change(moved.value(), moved.unit(), moved.direction(), basis), prior);
  }

  /// Sets what something adds or takes.
  ///
  /// @param judged whether it is told as for the better, up, or for the worse, down: which way that
  ///   is then follows from the metric
  void effect(Change change, Figure figure, boolean judged) {
    change(change, figure);
    this.effect = true;
    this.judged = judged;
  }

  boolean isEffect() {
    return effect;
  }

  boolean isJudged() {
    return judged;
  }

  /// Takes the figure as what its metric makes of it. A percentage of a price is how much it moved;
  /// points of a price are no percentage; and of what is good when low the better is down.
  ///
  /// @param named whether the words of the sentence tie it to its metric
  void settleForm(boolean named) {
    Figure figure = level;
    Change moved = change;
    boolean moves = named && moved == null && MetricFamilies.MOVED_BY_PERCENT.contains(metric.id());
    if (moves && figure != null && figure.kind() == Figure.Kind.PERCENT) {
      BigDecimal middle = figure.middle();
      Change.Direction direction =
          middle.signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
      double value = middle.abs().doubleValue();
      level = null;
      change = new Change(value, Change.Unit.PERCENT, direction, Change.Basis.UNSPECIFIED);
      return;
    }
    if (moved == null) {
      return;
    }
    boolean down = moved.direction() == Change.Direction.DOWN;
    if (judged && metric.goodWhen() == Fact.GoodWhen.DOWN) {
      Change.Direction other = down ? Change.Direction.UP : Change.Direction.DOWN;
      change = new Change(moved.value(), moved.unit(), other, moved.basis());
    }
    Double size = moved.value();
    if (points && size != null && metric.id().equals("bond_price")) {
      change =
          new Change(
              size / POINTS_A_PERCENT, Change.Unit.ABSOLUTE, moved.direction(), moved.basis());
    }
  }

  private void cover(Figure figure) {
    from = Math.min(from, figure.from());
    to = Math.max(to, figure.to());
  }

  int from() {
    return from;
  }

  /// The fact, now that its sentence is read.
  public FoundFact found(Tokens tokens) {
    Figure figure = level;
    boolean range = figure != null && figure.isRange();
    Fact fact =
        new Fact(
            "",
            kind,
            metric.id(),
            metric.concept(),
            label,
            entityId,
            figure == null || range ? null : figure.low().doubleValue(),
            figure != null && range ? figure.low().doubleValue() : null,
            figure != null && range ? figure.high().doubleValue() : null,
            approximate,
            figure == null ? null : figure.unit(),
            null,
            change,
            metric.goodWhen(),
            null,
            List.of());
    return new FoundFact(
        tokens.span(from, to), fact, period, prior, metric.owner() == Metric.Owner.ECONOMY);
  }

  /// `fact` with the change from what it was before, which is printed beside it.
  public static FoundFact withPrior(FoundFact fact, Figure prior) {
    Double now = fact.fact().value();
    if (now == null || prior.isRange() || !prior.unit().equals(fact.fact().unit())) {
      return fact;
    }
    BigDecimal difference = BigDecimal.valueOf(now).subtract(prior.low());
    FoundFact changed = withChange(fact, change(difference, prior.kind()));
    return new FoundFact(
        changed.span(),
        changed.fact(),
        changed.period(),
        prior.low().doubleValue(),
        changed.nobodys());
  }

  /// `fact` with the change that is printed apart from it.
  public static FoundFact withChange(FoundFact fact, Change change) {
    Fact it = fact.fact();
    Fact changed =
        new Fact(
            it.id(),
            it.kind(),
            it.metric(),
            it.concept(),
            it.label(),
            it.entityId(),
            it.value(),
            it.valueLow(),
            it.valueHigh(),
            it.approximate(),
            it.unit(),
            it.period(),
            change,
            it.goodWhen(),
            it.derivation(),
            it.evidenceIds());
    return new FoundFact(fact.span(), changed, fact.period(), fact.prior(), fact.nobodys());
  }

  /// The change by `difference`, in points where the figures are percentages.
  private static Change change(BigDecimal difference, Figure.Kind kind) {
    Change.Direction direction =
        switch (difference.signum()) {
          case 1 -> Change.Direction.UP;
          case -1 -> Change.Direction.DOWN;
          default -> Change.Direction.FLAT;
        };
    boolean percent = kind == Figure.Kind.PERCENT;
    Change.Unit unit = percent ? Change.Unit.BASIS_POINTS : Change.Unit.ABSOLUTE;
    double value = (percent ? difference.movePointRight(2) : difference).abs().doubleValue();
    return new Change(value, unit, direction, Change.Basis.UNSPECIFIED);
  }
}
