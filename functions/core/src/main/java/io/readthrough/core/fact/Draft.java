package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact while its sentence is being read.
final class Draft {
  /// The item of the sentence that names the metric.
  final int item;

  final Metric metric;
  final Kind kind;
  private final String label;
  private final @Nullable String entityId;
  private final @Nullable Period period;
  private int from;
  private int to;
  @Nullable Figure level;
  private @Nullable Change change;
  private boolean approximate;

  Draft(
      int item,
      Metric metric,
      Kind kind,
      String label,
      @Nullable String entityId,
      @Nullable Period period,
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

  void level(Figure figure, boolean approximate) {
    this.level = figure;
    this.approximate = approximate;
    cover(figure);
  }

  boolean hasChange() {
    return change != null;
  }

  /// Sets the change unless one with a value is known already.
  void change(Change change, @Nullable Figure figure) {
    if (this.change == null || this.change.value() == null) {
      this.change = change;
      if (figure != null) {
        cover(figure);
      }
    }
  }

  /// What the level was before gives the change, where the text does not print it.
  void prior(Figure prior) {
    Figure now = level;
    boolean alike =
        now != null && (prior.unit().equals(now.unit()) || prior.unit().equals("count"));
    if (!alike || now == null) {
      return;
    }
    BigDecimal difference = now.middle().subtract(prior.middle());
    Change.Direction direction =
        switch (difference.signum()) {
          case 1 -> Change.Direction.UP;
          case -1 -> Change.Direction.DOWN;
          default -> Change.Direction.FLAT;
        };
    boolean percent = now.kind() == Figure.Kind.PERCENT;
    Change.Unit unit = percent ? Change.Unit.BASIS_POINTS : Change.Unit.ABSOLUTE;
    double value = (percent ? difference.movePointRight(2) : difference).abs().doubleValue();
    change(new Change(value, unit, direction, Change.Basis.UNSPECIFIED), prior);
  }

  private void cover(Figure figure) {
    from = Math.min(from, figure.from());
    to = Math.max(to, figure.to());
  }

  FoundFact found(Tokens tokens) {
    Figure figure = level;
    boolean range = figure != null && figure.isRange();
    Fact fact =
        new Fact(
            "",
            kind,
            metric.id(),
            label,
            entityId,
            figure == null || range ? null : figure.low().doubleValue(),
            figure != null && range ? figure.low().doubleValue() : null,
            figure != null && range ? figure.high().doubleValue() : null,
            approximate,
            figure == null ? null : figure.unit(),
            period,
            change,
            metric.goodWhen(),
            List.of());
    return new FoundFact(tokens.span(from, to), fact);
  }
}
