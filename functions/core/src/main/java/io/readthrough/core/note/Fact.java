package io.readthrough.core.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure that the note reports.
///
/// @param metric from the metric vocabulary, snake_case: "revenue"
/// @param label the metric as the note words it
/// @param unit ISO 4217 code for money; "%", "bps", "x", "MW", "BTC", "months", "count" otherwise
/// @param period the period as printed, when the note names one: "Q2"
public record Fact(
    String id,
    Kind kind,
    String metric,
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
    List<String> evidenceIds) {
  public Fact {
    evidenceIds = List.copyOf(evidenceIds);
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

  /// The period a figure is for, as far as the note's own words tell.
  public record Period(Length length, String label) {
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
}
