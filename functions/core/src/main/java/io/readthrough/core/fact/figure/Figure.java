package io.readthrough.core.fact.figure;

import java.math.BigDecimal;

/// A figure as printed, read.
///
/// @param from its first token
/// @param to the token after its last, its unit included
/// @param low the value, or the lower end of a range
/// @param high the value, or the upper end of a range
/// @param unit ISO 4217 code for money; "%", "bps", "x", "MW", "GWh", "oz", "bbl/d", "EH/s", "BTC",
///   "months", "points", "count" otherwise
public record Figure(int from, int to, Kind kind, BigDecimal low, BigDecimal high, String unit) {
  /// What a figure counts.
  public enum Kind {
    MONEY,
    PERCENT,
    BPS,
    MULTIPLE,
    COUNT,
    DURATION,
    POWER,
    ENERGY,
    MASS,
    VOLUME,
    HASHRATE,
    COINS,
    POINTS
  }

  /// Whether its ends differ.
  public boolean isRange() {
    return low.compareTo(high) != 0;
  }

  /// The same number in a unit that the words around it leave out.
  public Figure in(Kind kind, String unit) {
    return new Figure(from, to, kind, low, high, unit);
  }

  /// The same with so many zeros more, or fewer.
  public Figure times(int zeros) {
    return new Figure(
        from, to, kind, low.scaleByPowerOfTen(zeros), high.scaleByPowerOfTen(zeros), unit);
  }

  /// The same without its sign, where it is below zero.
  public Figure magnitude() {
    return high.signum() < 0 ? new Figure(from, to, kind, high.negate(), low.negate(), unit) : this;
  }

  /// The middle of a range, or the value.
  public BigDecimal middle() {
    return low.add(high).divide(BigDecimal.TWO);
  }
}
