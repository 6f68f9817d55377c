package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import org.jspecify.annotations.Nullable;

/// Reads months, days and the ends of periods: "June 2026", "30 June", "the June quarter", "year to
/// March 2027", "year-end", "end of the quarter".
final class PeriodDates {
  private static final int LAST_DAY = 31;

  /// "2026", "09-30" and "30" as digits.
  private static final int LONG_YEAR = 4;

  private static final int MONTH_AND_DAY = 5;

  private static final int MAY = 5;
  private static final int MARCH = 3;

  /// Words before "may" and "march" that leave no doubt that they are months.
  private static final WordTable LEADS = WordTable.of("in to by since until end ended ending");

  private final PeriodCursor cursor;
  private final PeriodCodes codes;
  private final Tokens tokens;

  PeriodDates(PeriodCursor cursor, PeriodCodes codes) {
    this.cursor = cursor;
    this.codes = codes;
    this.tokens = cursor.tokens;
  }

  /// The number of the month that token `i` names with a capital; 0 when it names none.
  int month(int i) {
    int number = i < cursor.end ? Months.at(tokens, i) : 0;
    return (number == MAY || number == MARCH) && isVerb(i) ? 0 : number;
  }

  /// Whether "May" or "March" opens a sentence and is no month.
  private boolean isVerb(int i) {
    boolean dated = codes.isYear(i + 1) || day(i + 1) > 0;
    boolean led =
        i > 0
            && (tokens.is(i - 1, TokenKind.NUMBER)
                || LEADS.find(tokens, i - 1) != WordTable.ABSENT
                || cursor.is(i - 1, "of"));
    return !dated && !led && !cursor.is(i + 1, "quarter");
  }

  /// The token behind the month that token `i` names, and behind its full stop: "Sept. 30".
  private int behindMonth(int i) {
    boolean stop =
        cursor.isMark(i + 1, '.') && !tokens.spaceBefore(i + 1) && Months.isShort(tokens, i);
    boolean goesOn = stop && (codes.isYear(i + 2) || day(i + 2) > 0 || cursor.is(i + 2, "quarter"));
    return goesOn ? i + 2 : i + 1;
  }

  /// The day of the month that token `i` may be; 0 when it is none.
  private int day(int i) {
    if (i >= cursor.end || !tokens.is(i, TokenKind.NUMBER) || tokens.end(i) - tokens.start(i) > 2) {
      return 0;
    }
    int day = 0;
    for (int k = tokens.start(i); k < tokens.end(i); k++) {
      if (!cursor.isDigit(k)) {
        return 0;
      }
      day = day * 10 + tokens.foldedAt(k) - '0';
    }
    return day <= LAST_DAY ? day : 0;
  }

  /// "June", "June 2026", "June 30, 2026", "the June quarter".
  PrintedPeriod monthFirst(int month) {
    int at = behindMonth(cursor.at);
    cursor.at = at;
    if (cursor.is(at, "quarter") || (cursor.is(at, "q") && !tokens.lineBefore(at))) {
      cursor.at++;
      return month % 3 == 0
          ? codes.withYear(Part.QUARTER, month / 3, false, false)
          : codes.withYear(Part.QUARTER_TO, month, false, false);
    }
    int last = at + 1 < cursor.end && cursor.isDash(at) ? month(at + 1) : 0;
    if (last > 0 && Math.floorMod(last - month, Months.IN_A_YEAR) == 2) {
      // "April-June"
      cursor.at += 2;
      cursor.at += cursor.is(cursor.at, "quarter") ? 1 : 0;
      return codes.withYear(Part.QUARTER_TO, last, false, false);
    }
    int day = day(at);
    if (day > 0) {
      int year = cursor.isMark(at + 1, ',') ? at + 2 : at + 1;
      boolean dated = codes.isYear(year);
      cursor.at = dated ? year + 1 : at + 1;
      return cursor.closing(
          Part.DAY, month, day, dated ? PeriodCodes.year(tokens.folded(year)) : null);
    }
    Integer year = codes.yearHere();
    return cursor.period(Part.MONTH, month, year, false, false);
  }

  /// "30 June 2026".
  @Nullable PrintedPeriod dayFirst() {
    int day = day(cursor.at);
    int month = day > 0 ? month(cursor.at + 1) : 0;
    if (month == 0) {
      return null;
    }
    cursor.at = behindMonth(cursor.at + 1);
    Integer year = codes.yearHere();
    return cursor.closing(Part.DAY, month, day, year);
  }

  /// "2026-09-30", "2026/09/30", "9/30/2026", "30/9/2026"; null where day and month may be either.
  @Nullable PrintedPeriod numeric() {
    int at = cursor.at;
    if (at + 1 >= cursor.end || tokens.spaceBefore(at + 1)) {
      return null;
    }
    boolean yearFirst = isLongYear(at);
    if (yearFirst && tokens.is(at + 1, TokenKind.RANGE)) {
      int start = tokens.start(at + 1);
      boolean fits =
          tokens.end(at + 1) - start == MONTH_AND_DAY && tokens.foldedAt(start + 2) == '-';
      return fits ? date(at, twoDigits(start), twoDigits(start + 3), at + 2) : null;
    }
    int last = at + 4;
    if (!isSlash(at + 1) || !isSlash(at + 3) || last >= cursor.end || tokens.spaceBefore(last)) {
      return null;
    }
    int middle = day(at + 2);
    if (yearFirst) {
      return date(at, middle, day(last), last + 1);
    }
    int first = day(at);
    if (!isLongYear(last) || (first != middle && isMonth(first) && isMonth(middle))) {
      return null;
    }
    return isMonth(first)
        ? date(last, first, middle, last + 1)
        : date(last, middle, first, last + 1);
  }

  private @Nullable PrintedPeriod date(int year, int month, int day, int end) {
    if (!isMonth(month) || day < 1 || day > LAST_DAY) {
      return null;
    }
    cursor.at = end;
    return cursor.closing(Part.DAY, month, day, PeriodCodes.year(tokens.folded(year)));
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= Months.IN_A_YEAR;
  }

  private boolean isLongYear(int i) {
    return codes.isYear(i) && tokens.end(i) - tokens.start(i) == LONG_YEAR;
  }

  /// Whether token `i` is a slash that touches what is before and behind it.
  private boolean isSlash(int i) {
    return cursor.isMark(i, '/')
        && !tokens.spaceBefore(i)
        && i + 1 < cursor.end
        && !tokens.spaceBefore(i + 1);
  }

  /// The number that two digits spell; 0 when they are none.
  private int twoDigits(int place) {
    return cursor.isDigit(place) && cursor.isDigit(place + 1)
        ? (tokens.foldedAt(place) - '0') * 10 + tokens.foldedAt(place + 1) - '0'
        : 0;
  }

  /// "ended 30 June 2026", where that stands next, behind what says that it is a `part`; null when
  /// no date follows.
  @Nullable PrintedPeriod ended(Part part) {
    int at = cursor.at;
    if (!cursor.is(at, "ended") && !cursor.is(at, "ending")) {
      return null;
    }
    cursor.at = at + 1;
    int month = month(cursor.at);
    PrintedPeriod last = month > 0 ? monthFirst(month) : dayFirstOrNumeric();
    if (last == null || (last.part() != Part.DAY && last.part() != Part.MONTH)) {
      cursor.at = at;
      return null;
    }
    return switch (part) {
      case QUARTER -> cursor.upTo(Part.QUARTER_TO, last);
      case HALF -> cursor.upTo(Part.HALF_TO, last);
      case NINE_MONTHS -> cursor.upTo(Part.NINE_MONTHS_TO, last);
      default -> cursor.upTo(Part.YEAR_TO, last);
    };
  }

  private @Nullable PrintedPeriod dayFirstOrNumeric() {
    PrintedPeriod numeric = cursor.at < cursor.end ? numeric() : null;
    return numeric == null ? dayFirst() : numeric;
  }

  /// "twelve months to June".
  @Nullable PrintedPeriod twelveMonthsTo() {
    int at = cursor.at;
    boolean to = cursor.is(at + 1, "months") && cursor.is(at + 2, "to") && month(at + 3) > 0;
    return to ? upTo(behindMonth(at + 3), Part.TWELVE_MONTHS, false) : null;
  }

  /// "year to March 2027", where "year" stands next.
  @Nullable PrintedPeriod yearTo() {
    return month(cursor.at + 2) > 0 ? upTo(behindMonth(cursor.at + 2), Part.YEAR, true) : null;
  }

  private PrintedPeriod upTo(int at, Part part, boolean fiscal) {
    cursor.at = at;
    Integer year = codes.yearHere();
    return cursor.period(part, 0, year, fiscal, false);
  }

  /// "since January", "since 2022".
  @Nullable PrintedPeriod since() {
    int next = cursor.at + 1;
    boolean month = month(next) > 0;
    if (!month && !codes.isYear(next)) {
      return null;
    }
    cursor.at = month ? behindMonth(next) : next + 1;
    if (month) {
      codes.yearHere();
    }
    return cursor.whole(Part.OTHER);
  }

  /// "quarter-end", "year-end 2026", where `part` or its end stands next.
  @Nullable PrintedPeriod closing(@Nullable Part part) {
    int next = cursor.is(cursor.at, "end") ? cursor.at : cursor.at + 1;
    if (part == null || !cursor.is(next, "end")) {
      return null;
    }
    cursor.at = next + 1;
    boolean dated = part == Part.YEAR && codes.isCode(cursor.at);
    Integer year = dated ? PeriodCodes.year(tokens.folded(cursor.at)) : null;
    cursor.at += year == null ? 0 : 1;
    return cursor.closing(part, 0, null, year);
  }

  /// "end of June", "end of the quarter", "end of 2026", "end-2026".
  @Nullable PrintedPeriod endOf() {
    int next = cursor.at + 1;
    if (next < cursor.end && tokens.is(next, TokenKind.NUMBER) && !tokens.spaceBefore(next)) {
      // "End-26"
      return endOfYear(next);
    }
    next += cursor.is(next, "of") ? 1 : 0;
    boolean article = cursor.is(next, "the") || cursor.is(next, "this") || cursor.is(next, "next");
    next += article ? 1 : 0;
    if (codes.isCode(next)) {
      return endOfYear(next);
    }
    Part part = article ? cursor.part(next) : null;
    if (part == Part.QUARTER || part == Part.YEAR) {
      cursor.at = next + 1;
      return cursor.closing(part, 0, null, null);
    }
    int month = article ? 0 : month(next);
    if (month == 0) {
      return null;
    }
    cursor.at = behindMonth(next);
    Integer year = codes.yearHere();
    return cursor.closing(Part.MONTH, month, null, year);
  }

  private @Nullable PrintedPeriod endOfYear(int token) {
    Integer year = PeriodCodes.year(tokens.folded(token));
    if (year == null) {
      return null;
    }
    cursor.at = token + 1;
    return cursor.closing(Part.YEAR, 0, null, year);
  }
}
