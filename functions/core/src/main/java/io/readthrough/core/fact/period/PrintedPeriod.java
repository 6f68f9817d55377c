package io.readthrough.core.fact.period;

import io.readthrough.core.note.Fact.Period.Length;
import org.jspecify.annotations.Nullable;

/// A period as a note prints it, taken apart.
///
/// @param label as printed
/// @param number which quarter, half or month of the year; the month of a day, and of the end of a
///   period that is printed by its end
/// @param day the day of the month; null unless the period is a day or printed with its last day
/// @param year of the calendar, or the fiscal year by its name; null where none is printed
/// @param fiscal whether the note calls it fiscal
/// @param shift 0 for this quarter, 1 for the next, -1 for the last; null where it is none of these
/// @param end whether the last day of the period is meant: "year-end"
/// @param estimate whether it is marked as not reported yet: "2027E"
public record PrintedPeriod(
    Part part,
    String label,
    int number,
    @Nullable Integer day,
    @Nullable Integer year,
    boolean fiscal,
    @Nullable Integer shift,
    boolean end,
    boolean estimate) {
  /// Which part of a year a period is.
  public enum Part {
    YEAR,
    HALF,
    NINE_MONTHS,
    QUARTER,
    MONTH,
    WEEK,
    DAY,
    /// The twelve months up to a day that is not printed.
    TWELVE_MONTHS,
    /// The three months that end in a month: "the January quarter", "quarter ended 30 June".
    QUARTER_TO,
    /// The six months that end in a month: "six months ended 30 June".
    HALF_TO,
    /// The nine months that end in a month.
    NINE_MONTHS_TO,
    /// The twelve months that end in a month: "year ended 31 March".
    YEAR_TO,
    /// As much in any such time: "a year".
    RATE,
    /// A time whose days are not told: "since January", "next summer", "the medium term".
    OTHER
  }

  /// Whether results can be reported for it: a part of a year that is over.
  public boolean isPast() {
    boolean partOfYear = part == Part.QUARTER || part == Part.HALF || part == Part.NINE_MONTHS;
    return partOfYear && !estimate && !end && (shift == null || shift <= 0);
  }

  /// What sort of period a fact has.
  public Length length() {
    if (end || part == Part.DAY) {
      return Length.INSTANT;
    }
    if (shift != null) {
      return Length.RELATIVE;
    }
    return switch (part) {
      case YEAR, YEAR_TO -> Length.YEAR;
      case QUARTER, QUARTER_TO -> Length.QUARTER;
      case TWELVE_MONTHS -> Length.TTM;
      case HALF, HALF_TO, NINE_MONTHS, NINE_MONTHS_TO, MONTH, WEEK, DAY, RATE, OTHER ->
          Length.RANGE;
    };
  }
}
