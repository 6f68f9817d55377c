package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.Tokens;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The periods that a note as a whole speaks of.
///
/// @param title the first at the note's top that results can be reported for; null when none is
/// @param quarter the part of a year that the note names most often; null when it names none
/// @param year the same of years
/// @param written the year of the note, from the first date at its top; 0 when there is none
public record NotePeriods(
    @Nullable PrintedPeriod title,
    @Nullable PrintedPeriod quarter,
    @Nullable PrintedPeriod year,
    int written) {
  /// How many tokens at a note's top may name the period that it reports on.
  private static final int TITLE_TOKENS = 80;

  /// Of a stretch that is no note of its own.
  public static final NotePeriods NONE = new NotePeriods(null, null, null, 0);

  /// Reads the periods of a whole text.
  public static NotePeriods of(Tokens tokens, PeriodReader reader) {
    Map<String, Count> quarters = new LinkedHashMap<>();
    Map<String, Count> years = new LinkedHashMap<>();
    PrintedPeriod title = null;
    int written = 0;
    for (PeriodReader.Read read : reader.allIn(0, tokens.size())) {
      PrintedPeriod period = read.period();
      Integer year = period.year();
      if (read.from() < TITLE_TOKENS) {
        boolean past = period.shift() == null && period.isPast();
        title = title == null && past ? period : title;
        written = written == 0 && period.day() != null && year != null ? year : written;
      }
      if (period.isPast() && period.shift() == null) {
        count(period, quarters);
      } else if (period.part() == Part.YEAR && year != null) {
        count(period, years);
      }
    }
    return new NotePeriods(title, most(quarters), most(years), written);
  }

  /// How often a period is named.
  private static final class Count {
    private final PrintedPeriod period;
    private int times;

    private Count(PrintedPeriod period) {
      this.period = period;
    }
  }

  private static void count(PrintedPeriod period, Map<String, Count> counts) {
    String label = period.label().toLowerCase(Locale.ROOT);
    counts.computeIfAbsent(label, key -> new Count(period)).times++;
  }

  /// The period that is named most often, of equal ones the first.
  private static @Nullable PrintedPeriod most(Map<String, Count> counts) {
    Count most = null;
    for (Count count : counts.values()) {
      most = most == null || count.times > most.times ? count : most;
    }
    return most == null ? null : most.period;
  }
}
