package io.readthrough.core.fact.period;

import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import io.readthrough.core.note.Fact.Period.Length;
import io.readthrough.core.note.Publication;
import io.readthrough.core.text.Rows;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives printed periods their days, where the note's words, its date and the company's fiscal year
/// tell them; otherwise the reason why not.
///
/// A period without a year is the one that a note of that date can speak of: what is reported has
/// ended, at most [#FRESH] before; what is guided or estimated ended a short time ago or ends next.
/// Fiscal years are those of `fiscal-years.tsv`, to whole months; a company that is not listed
/// there has none, and its quarters are the calendar's unless the note calls them fiscal.
public final class PeriodCalendar {
  /// How many days after its end a period without a year is still reported on.
  static final int FRESH = 150;

  /// How many days after its end an estimate or consensus still speaks of a period without a year.
  static final int ESTIMATED = 75;

  private static final int YEAR = 12;
  private static final int QUARTER = 3;
  private static final int HALF = 6;
  private static final int NINE_MONTHS = 9;

  /// A period that ends by this day of a month covers the months before it: the year of 52 weeks
  /// that ends on 3 January.
  private static final int EARLY = 15;

  private static final FiscalYear CALENDAR_YEAR = new FiscalYear(YEAR, false);

  private final @Nullable LocalDate published;

  /// Reads the periods of one note.
  ///
  /// @param publication of the note whose periods are read. When it only tells when the object was
  ///   stored, it tells nothing of the periods
  public PeriodCalendar(Publication publication) {
    boolean told = publication.at() != null && publication.basis() != Publication.Basis.OBJECT_TIME;
    this.published = told ? LocalDate.ofInstant(publication.at(), ZoneOffset.UTC) : null;
  }

  /// When a company's year ends.
  ///
  /// @param month its last, 1 to 12
  /// @param namedByStart whether the year 2026 is the one that starts in 2026, not ends in it
  private record FiscalYear(int month, boolean namedByStart) {

    /// The last month of the year called `name`.
    YearMonth end(int name) {
      return YearMonth.of(namedByStart ? name + 1 : name, month);
    }
  }

  /// The period of a fact of `kind` about `entityId`.
  public Period resolve(PrintedPeriod printed, @Nullable String entityId, Kind kind) {
    FiscalYear listed = entityId == null ? null : FiscalYears.ALL.get(entityId);
    FiscalYear year = listed == null ? CALENDAR_YEAR : listed;
    return switch (printed.part()) {
      case TWELVE_MONTHS -> untold(printed, "the note does not print where the twelve months end");
      case WEEK -> untold(printed, "weeks are not resolved");
      case RATE -> untold(printed, "the figure is for any time of that length");
      case OTHER -> untold(printed, "the note does not print its days");
      case DAY -> day(printed);
      case MONTH, QUARTER_TO, HALF_TO, NINE_MONTHS_TO, YEAR_TO -> month(printed, kind);
      case YEAR, HALF, NINE_MONTHS, QUARTER -> {
        if (printed.fiscal() && listed == null) {
          yield untold(printed, "it is not known when the company's fiscal year ends");
        }
        boolean ofCalendar = printed.shift() != null && !printed.fiscal();
        yield part(printed, ofCalendar ? CALENDAR_YEAR : year, kind);
      }
    };
  }

  /// `fact`, as an estimate where it is told like a report and its period has not begun.
  public Fact asOfPublication(Fact fact) {
    Period period = fact.period();
    LocalDate start = period == null ? null : period.start();
    boolean ahead = start != null && published != null && start.isAfter(published);
    return ahead && fact.kind() == Kind.ACTUAL ? fact.as(Kind.ESTIMATE) : fact;
  }

  /// The length of `period` before it: the quarter before a quarter, or the same a year before.
  public static Period before(Period period, boolean yearBefore) {
    String label = (yearBefore ? "a year before " : "the period before ") + period.label();
    LocalDate start = period.start();
    LocalDate end = period.end();
    if (start == null || end == null) {
      String reason = period.reason();
      return new Period(
          Length.RELATIVE,
          label,
          null,
          null,
          reason == null ? "it stands relative to an instant" : reason);
    }
    YearMonth last = YearMonth.from(end);
    int months = yearBefore ? YEAR : (int) YearMonth.from(start).until(last, ChronoUnit.MONTHS) + 1;
    return new Period(
        Length.RELATIVE,
        label,
        YearMonth.from(start).minusMonths(months).atDay(1),
        last.minusMonths(months).atEndOfMonth(),
        null);
  }

  private Period part(PrintedPeriod printed, FiscalYear year, Kind kind) {
    int months = months(printed);
    int last =
        printed.part() == PrintedPeriod.Part.NINE_MONTHS ? NINE_MONTHS : months * printed.number();
    int endMonth = printed.part() == PrintedPeriod.Part.YEAR ? YEAR : last;
    boolean numbered = printed.number() > 0 || months == YEAR || months == NINE_MONTHS;
    if (printed.year() != null && numbered) {
      return span(printed, year.end(printed.year()).minusMonths(YEAR - endMonth), months);
    }
    if (published == null) {
      return untold(printed, "no year is printed, and the note has no date");
    }
    YearMonth now = YearMonth.from(published);
    if (printed.shift() != null || (months == YEAR && !printed.end())) {
      return around(printed, year, months, kind);
    }
    // The last month of such a period that has ended, and of the next one.
    int cycle = numbered && months != YEAR ? YEAR : months;
    int phase = numbered ? year.month() + endMonth : year.month();
    YearMonth past = now;
    while (!isPhase(past, phase, cycle) || past.atEndOfMonth().isAfter(published)) {
      past = past.minusMonths(1);
    }
    long age = past.atEndOfMonth().until(published, ChronoUnit.DAYS);
    boolean reported = kind == Kind.ACTUAL || kind == Kind.DERIVED;
    if (reported && age > FRESH) {
      return untold(
          printed,
          "no year is printed, and the calendar's ended too long before the note to be meant");
    }
    return span(printed, reported || age <= ESTIMATED ? past : past.plusMonths(cycle), months);
  }

  private static boolean isPhase(YearMonth month, int phase, int cycle) {
    return Math.floorMod(month.getMonthValue() - phase, cycle) == 0;
  }

  /// This quarter, last year, the full year: counted from the one that holds the note's date.
  private Period around(PrintedPeriod printed, FiscalYear year, int months, Kind kind) {
    if (published == null) {
      return untold(printed, "the note has no date");
    }
    YearMonth end = YearMonth.from(published);
    while (!isPhase(end, year.month(), months)) {
      end = end.plusMonths(1);
    }
    Integer shift = printed.shift();
    if (shift == null) {
      YearMonth before = end.minusMonths(months);
      long age = before.atEndOfMonth().until(published, ChronoUnit.DAYS);
      boolean ended = kind == Kind.ACTUAL || kind == Kind.DERIVED;
      if (ended && age > FRESH) {
        return untold(printed, "no year is printed, and none has just ended");
      }
      return span(printed, ended ? before : end, months);
    }
    return span(printed, end.plusMonths((long) shift * months), months);
  }

  /// A month, or the whole months up to the month or day that is printed as the last.
  private Period month(PrintedPeriod printed, Kind kind) {
    Integer year = printed.year();
    Integer day = printed.day();
    if (day != null && isNoDay(printed, day)) {
      return noDay(printed, day);
    }
    int months = months(printed);
    int over = day != null && day <= EARLY ? 1 : 0;
    if (year != null) {
      return span(printed, YearMonth.of(year, printed.number()).minusMonths(over), months);
    }
    if (published == null) {
      return untold(printed, "no year is printed, and the note has no date");
    }
    if (printed.shift() != null) {
      return span(printed, YearMonth.from(published).plusMonths(printed.shift()), 1);
    }
    YearMonth past = YearMonth.of(published.getYear(), Math.max(1, printed.number()));
    if (past.atDay(1).isAfter(published)) {
      past = past.minusYears(1);
    }
    boolean ahead = kind == Kind.GUIDANCE || kind == Kind.ESTIMATE;
    boolean ended = past.atEndOfMonth().isBefore(published);
    YearMonth last = ahead && ended ? past.plusYears(1) : past;
    return span(printed, last.minusMonths(over), months);
  }

  private Period day(PrintedPeriod printed) {
    Integer printedYear = printed.year();
    Integer day = printed.day();
    boolean dated = printedYear != null;
    int today = published == null ? 0 : published.getYear();
    int year = printedYear == null ? today : printedYear;
    if (day == null || year == 0) {
      return untold(printed, "no year is printed, and the note has no date");
    }
    if (isNoDay(printed, day)) {
      return noDay(printed, day);
    }
    YearMonth month = YearMonth.of(year, printed.number());
    LocalDate date = month.atDay(Math.min(day, month.lengthOfMonth()));
    if (!dated && published != null && date.isAfter(published)) {
      date = date.minusYears(1);
    }
    return new Period(Length.INSTANT, printed.label(), null, date, null);
  }

  /// Whether the month that is printed has no such day, in the year that is printed with it.
  private static boolean isNoDay(PrintedPeriod printed, int day) {
    Integer year = printed.year();
    Month month = Month.of(printed.number());
    return day > (year == null ? month.maxLength() : month.length(Year.isLeap(year)));
  }

  private static Period noDay(PrintedPeriod printed, int day) {
    return untold(printed, "the month that is printed has no day " + day);
  }

  private static Period span(PrintedPeriod printed, YearMonth last, int months) {
    LocalDate start = last.minusMonths(months - 1L).atDay(1);
    Length length = printed.length();
    return new Period(
        length,
        printed.label(),
        length == Length.INSTANT ? null : start,
        last.atEndOfMonth(),
        null);
  }

  private static Period untold(PrintedPeriod printed, String reason) {
    return new Period(printed.length(), printed.label(), null, null, reason);
  }

  private static int months(PrintedPeriod printed) {
    return switch (printed.part()) {
      case YEAR, YEAR_TO, TWELVE_MONTHS -> YEAR;
      case HALF, HALF_TO -> HALF;
      case NINE_MONTHS, NINE_MONTHS_TO -> NINE_MONTHS;
      case QUARTER, QUARTER_TO -> QUARTER;
      case MONTH, WEEK, DAY, RATE, OTHER -> 1;
    };
  }

  /// Read on first use.
  private static final class FiscalYears {
    private static final Map<String, FiscalYear> ALL = read();

    private static Map<String, FiscalYear> read() {
      Map<String, FiscalYear> all = new HashMap<>();
      for (String[] row : Rows.of(PeriodCalendar.class, "fiscal-years.tsv", 3)) {
        FiscalYear year = new FiscalYear(Integer.parseInt(row[0]), row[1].equals("start"));
        for (String entity : Rows.parts(row[2])) {
          all.put(entity, year);
        }
      }
      return all;
    }
  }
}
