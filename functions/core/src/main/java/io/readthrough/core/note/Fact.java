package io.readthrough.core.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure that the note reports, or that follows from those that it reports.
///
/// @param metric from the metric vocabulary, snake_case: "revenue"
/// @param concept the same in the taxonomy of filings, where it has one: "us-gaap:Revenues"
/// @param label the metric as the note words it
/// @param unit ISO 4217 code for money; "%", "bps", "x", "MW", "BTC", "months", "count" otherwise
/// @param period null when the note names none
/// @param derivation null unless the kind is [Kind#DERIVED]
public record Fact(
    String id,
    Kind kind,
    String metric,
    @Nullable String concept,
    String label,
    @Nullable String entityId,
    @Nullable Double value,
    @Nullable Double valueLow,
    @Nullable Double valueHigh,
    boolean approximate,
    @Nullable String unit,
    @Nullable Period period,
    @Nullable Change change,
    GoodWhen goodWhen,
    @Nullable Derivation derivation,
    List<String> evidenceIds) {
  public Fact {
    if ((derivation == null) == (kind == Kind.DERIVED)) {
      throw new IllegalArgumentException(
          "derived facts, and they alone, have a derivation: " + kind + ", " + derivation);
    }
    evidenceIds = List.copyOf(evidenceIds);
  }

  /// The same fact as one of another kind.
  public Fact as(Kind kind) {
    return with(id, kind, entityId, period, evidenceIds);
  }

  /// The same fact in its place in a note.
  public Fact placed(
      String id, @Nullable String entityId, @Nullable Period period, List<String> evidenceIds) {
    return with(id, kind, entityId, period, evidenceIds);
  }

  private Fact with(
      String id,
      Kind kind,
      @Nullable String entityId,
      @Nullable Period period,
      List<String> evidenceIds) {
    return new Fact(
        id,
        kind,
        metric,
        concept,
        label,
        entityId,
        value,
        valueLow,
        valueHigh,
        approximate,
        unit,
        period,
        change,
        goodWhen,
        derivation,
        evidenceIds);
  }

  /// Where the figure comes from.
  public enum Kind {
    ACTUAL,
    GUIDANCE,
    ESTIMATE,
    CONSENSUS,
    DERIVED
  }

  /// Which way the metric must move to be good for an equity holder.
  public enum GoodWhen {
    UP,
    DOWN,
    CONTEXT
  }

  /// The period a figure is for.
  ///
  /// @param label as printed: "Q2"
  /// @param start its first day; null when it cannot be told, and of an instant
  /// @param end its last day; null when it cannot be told
  /// @param reason a sentence that says why the end cannot be told; null when it can
  public record Period(
      Length length,
      String label,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable String reason) {
    public Period {
      if ((end == null) == (reason == null)) {
        throw new IllegalArgumentException(
            "a period has an end, or the reason why it has none: " + end + ", " + reason);
      }
    }

    /// How long a period is, or what it is relative to.
    public enum Length {
      QUARTER,
      YEAR,
      TTM,
      INSTANT,
      RANGE,
      RELATIVE
    }
  }

  /// A change of the metric.
  ///
  /// @param value magnitude, never negative; null when the note gives only the direction
  public record Change(@Nullable Double value, Unit unit, Direction direction, Basis basis) {
    /// What `value` counts.
    public enum Unit {
      PERCENT,
      BASIS_POINTS,
      ABSOLUTE
    }

    /// Which way it went.
    public enum Direction {
      UP,
      DOWN,
      FLAT
    }

    /// Against what.
    public enum Basis {
      QUARTER_ON_QUARTER,
      YEAR_ON_YEAR,
      MONTH_ON_MONTH,
      AGAINST_GUIDANCE,
      AGAINST_CONSENSUS,
      UNSPECIFIED
    }
  }

  /// How a derived fact follows from others.
  ///
  /// @param formula with the metrics by name: "coins_held_value / coins_held"
  /// @param inputs the ids of the facts that it follows from
  public record Derivation(String formula, List<String> inputs) {
    public Derivation {
      inputs = List.copyOf(inputs);
    }
  }
}
