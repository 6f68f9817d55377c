package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads periods that are codes: "Q2", "1H26", "FY26", "2026E", "'27", "FY3/27", "2029/30", "9M26",
/// and the years behind them.
final class PeriodCodes {
  private static final int CENTURY = 2000;

  /// "9M2026".
  private static final int LONGEST_START = 6;

  /// Two digits that stand free behind a quarter are a year only from here to there: "Q3 26".
  private static final int FIRST_FREE_YEAR = CENTURY + 20;

  private static final int LAST_FREE_YEAR = CENTURY + 35;

  /// "2027-31" and "2027-2031".
  private static final int SHORT_YEARS = 7;

  private static final int LONG_YEARS = 9;

  private final PeriodCursor cursor;
  private final Tokens tokens;

  PeriodCodes(PeriodCursor cursor) {
    this.cursor = cursor;
    this.tokens = cursor.tokens;
  }

  /// Whether word `i` may be a period by itself: "26E", "FQ3", "FY3/27".
  static boolean mayBeCode(Tokens tokens, int i) {
    int length = tokens.end(i) - tokens.start(i);
    char first = tokens.foldedAt(tokens.start(i));
    return length <= LONGEST_START
        && (first == 'f' || first == 'q' || (first >= '0' && first <= '9'));
  }

  /// Whether token `i` is a period by itself. A year before a comma or a full stop comes as a
  /// number.
  boolean isCode(int i) {
    if (i >= cursor.end) {
      return false;
    }
    int start = tokens.start(i);
    int end = tokens.end(i);
    return switch (tokens.kind(i)) {
      case WORD ->
          isMarkedYear(start, end) || isMarkedQuarter(start, end) || isFiscalQuarter(start, end);
      case PERIOD -> true;
      case NUMBER -> isFullYear(start, end);
      default -> false;
    };
  }

  private boolean isFullYear(int start, int end) {
    boolean century =
        end - start == 4
            && ((tokens.foldedAt(start) == '1' && tokens.foldedAt(start + 1) == '9')
                || (tokens.foldedAt(start) == '2' && tokens.foldedAt(start + 1) == '0'));
    return century && cursor.isDigit(start + 2) && cursor.isDigit(start + 3);
  }

  /// "26E", "27F".
  private boolean isMarkedYear(int start, int end) {
    char mark = end - start == 3 ? tokens.foldedAt(start + 2) : ' ';
    return (mark == 'e' || mark == 'f') && cursor.isDigit(start) && cursor.isDigit(start + 1);
  }

  /// "Q3E", "3QE", "3Q26A".
  private boolean isMarkedQuarter(int start, int end) {
    char mark = tokens.foldedAt(end - 1);
    boolean yeared = end - start == 5 && cursor.isDigit(start + 2) && cursor.isDigit(start + 3);
    if (!(yeared || end - start == 3) || !(mark == 'e' || (yeared && mark == 'a'))) {
      return false;
    }
    char first = tokens.foldedAt(start);
    return (first == 'q' && cursor.isDigit(start + 1))
        || (cursor.isDigit(start) && tokens.foldedAt(start + 1) == 'q');
  }

  /// "FQ3".
  private boolean isFiscalQuarter(int start, int end) {
    return end - start == 3
        && tokens.foldedAt(start) == 'f'
        && tokens.foldedAt(start + 1) == 'q'
        && cursor.isDigit(start + 2);
  }

  /// Whether token `i` is a year by itself.
  boolean isYear(int i) {
    return isCode(i) && cursor.isDigit(tokens.start(i)) && year(tokens.folded(i)) != null;
  }

  /// "'27".
  boolean isShortYear(int i) {
    return i + 1 < cursor.end
        && (tokens.isMark(i, '\'') || tokens.isMark(i, '\u2019'))
        && tokens.is(i + 1, TokenKind.NUMBER)
        && !tokens.spaceBefore(i + 1)
        && tokens.end(i + 1) - tokens.start(i + 1) == 2
        && year(tokens.folded(i + 1)) != null;
  }

  PrintedPeriod shortYear() {
    cursor.at += 2;
    return cursor.period(Part.YEAR, 0, year(tokens.folded(cursor.at - 1)), false, false);
  }

  /// "2027-31".
  @Nullable PrintedPeriod years() {
    int start = tokens.start(cursor.first);
    int length = tokens.end(cursor.first) - start;
    boolean fits =
        length == SHORT_YEARS || (length == LONG_YEARS && tokens.foldedAt(start + 5) == '2');
    boolean years =
        fits
            && tokens.foldedAt(start) == '2'
            && tokens.foldedAt(start + 1) == '0'
            && cursor.isDigit(start + 2)
            && cursor.isDigit(start + 3)
            && !cursor.isDigit(start + 4);
    if (!years) {
      return null;
    }
    cursor.at++;
    return cursor.whole(Part.OTHER);
  }

  /// Whether "FY3/27" starts at token `i`: the fiscal year that ends in a month of a year.
  boolean isYearFromMonth(int i) {
    int start = tokens.start(i);
    int length = tokens.end(i) - start;
    return (length == 3 || length == 4)
        && tokens.foldedAt(start) == 'f'
        && tokens.foldedAt(start + 1) == 'y'
        && cursor.isDigit(start + 2)
        && cursor.isDigit(start + length - 1)
        && (length == 3 || isTenOrMore(start + 2))
        && isSlashYear(i + 1);
  }

  /// Whether two digits are those of one of the last months of a year.
  private boolean isTenOrMore(int place) {
    return tokens.foldedAt(place) == '1' && tokens.foldedAt(place + 1) <= '2';
  }

  /// Whether "/27" or "/27E" starts at token `i`.
  private boolean isSlashYear(int i) {
    boolean parted =
        i + 1 < cursor.end
            && tokens.foldedAt(tokens.start(i)) == '/'
            && !tokens.spaceBefore(i)
            && !tokens.spaceBefore(i + 1);
    return parted && (isYearNumber(i + 1) || isMarkedYear(tokens.start(i + 1), tokens.end(i + 1)));
  }

  /// Whether token `i` is a year of two or four digits.
  private boolean isYearNumber(int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    return isFullYear(start, end)
        || (end - start == 2 && tokens.is(i, TokenKind.NUMBER) && year(tokens.folded(i)) != null);
  }

  PrintedPeriod yearFromMonth() {
    cursor.at += 3;
    String year = tokens.folded(cursor.at - 1);
    boolean marked = year.length() == 3;
    Integer value = year(marked ? year.substring(0, 2) : year);
    return cursor.period(Part.YEAR, 0, value, true, marked);
  }

  /// What a code says, taken apart.
  ///
  /// @param digits without the mark
  /// @param estimate whether it is marked as not reported yet
  private record Code(String digits, boolean estimate) {
    private static Code of(String printed) {
      char last = printed.charAt(printed.length() - 1);
      boolean estimate = last == 'e' || last == 'f';
      boolean marked = estimate || last == 'a';
      return new Code(marked ? printed.substring(0, printed.length() - 1) : printed, estimate);
    }

    private boolean isYear(String letters) {
      return digits.startsWith(letters);
    }

    /// The year that its digits or those behind "fy" name; null when they name none.
    private @Nullable Integer year() {
      return PeriodCodes.year(isYear("fy") ? digits.substring(2) : digits);
    }
  }

  /// "Q2", "1H26", "FY26", "2026E".
  ///
  /// @param calledFiscal whether the word before says that it is fiscal
  @Nullable PrintedPeriod code(boolean calledFiscal) {
    String printed = tokens.folded(cursor.at++);
    boolean fiscalQuarter = printed.startsWith("fq");
    Code code = Code.of(fiscalQuarter ? printed.substring(1) : printed);
    String digits = code.digits();
    if (code.isYear("fy") || code.isYear("cy")) {
      return year(year(digits.substring(2)), code.isYear("fy"), code.estimate());
    }
    int mark = Math.max(digits.indexOf('q'), digits.indexOf('h'));
    if (mark < 0) {
      return year(year(digits), calledFiscal, code.estimate());
    }
    Part part = digits.charAt(mark) == 'q' ? Part.QUARTER : Part.HALF;
    int number = mark == 0 ? digits.charAt(1) - '0' : digits.charAt(0) - '0';
    if (number < 1 || number > (part == Part.QUARTER ? 4 : 2)) {
      return null;
    }
    Code rest = new Code(digits.substring(mark == 0 ? 2 : mark + 1), code.estimate());
    boolean fiscal = calledFiscal || fiscalQuarter || rest.isYear("fy");
    Integer year = rest.year() == null ? yearBehindCode() : rest.year();
    return year == null
        ? withYear(part, number, fiscal, code.estimate())
        : cursor.period(part, number, year, fiscal, code.estimate());
  }

  /// "2026", "2029/30", "FY2025/26", "2026/27e".
  private PrintedPeriod year(@Nullable Integer year, boolean fiscal, boolean estimate) {
    int at = cursor.at;
    if (year != null && isSlashYear(at) && isNextYear(year, at + 1)) {
      cursor.at += 2;
      boolean marked = Code.of(tokens.folded(at + 1)).estimate();
      return cursor.period(Part.YEAR, 0, year + 1, true, estimate || marked);
    }
    return cursor.period(Part.YEAR, 0, year, fiscal, estimate);
  }

  /// Takes the year that is set against the code of a quarter or half: "Q3/26", "H1/2026", "Q3-26",
  /// "Q3 26"; null where none is.
  private @Nullable Integer yearBehindCode() {
    int at = cursor.at;
    if (isSlashYear(at)) {
      cursor.at += 2;
      return Code.of(tokens.folded(at + 1)).year();
    }
    boolean two =
        at < cursor.end
            && tokens.is(at, TokenKind.NUMBER)
            && tokens.end(at) - tokens.start(at) == 2
            && (tokens.joined(at) || standsFree(at));
    Integer year = two ? year(tokens.folded(at)) : null;
    boolean meant = year != null && year >= FIRST_FREE_YEAR && year <= LAST_FREE_YEAR;
    cursor.at += meant ? 1 : 0;
    return meant ? year : null;
  }

  /// Whether number `i` follows by one space and no figure follows it, as in a row of figures.
  private boolean standsFree(int i) {
    return tokens.start(i) - tokens.end(i - 1) == 1
        && tokens.spaceBefore(i)
        && !tokens.lineBefore(i)
        && (i + 1 >= cursor.end || tokens.lineBefore(i + 1) || !tokens.kind(i + 1).isFigure());
  }

  /// "9M26", "9M 2026", "6M/26": the months from the start of the year; null when token `first` is
  /// no such code, or no year stands behind it.
  @Nullable PrintedPeriod monthsOfYear() {
    int i = cursor.first;
    char count = tokens.foldedAt(tokens.start(i));
    int length = tokens.end(i) - tokens.start(i);
    if ((count != '9' && count != '6')
        || length < 2
        || length > LONGEST_START
        || tokens.foldedAt(tokens.start(i) + 1) != 'm') {
      return null;
    }
    Part part = count == '9' ? Part.NINE_MONTHS : Part.HALF;
    int number = count == '9' ? 0 : 1;
    if (length > 2) {
      Code code = Code.of(tokens.folded(i));
      Code behind = new Code(code.digits().substring(2), code.estimate());
      Integer year = behind.year();
      if (year == null) {
        return null;
      }
      cursor.at++;
      return cursor.period(part, number, year, behind.isYear("fy"), code.estimate());
    }
    int next = i + 1;
    if (next >= cursor.end
        || tokens.lineBefore(next)
        || cursor.is(next, "of")
        || cursor.is(next, "in")) {
      return null;
    }
    cursor.at++;
    Integer year = yearBehindCode();
    PrintedPeriod read =
        year == null
            ? withYear(part, number, false, false)
            : cursor.period(part, number, year, false, false);
    cursor.at = read.year() == null ? i : cursor.at;
    return read.year() == null ? null : read;
  }

  /// Whether token `i` names the year after `year` by two digits: the second of "2029/30".
  private boolean isNextYear(int year, int i) {
    String digits = Code.of(tokens.folded(i)).digits();
    return digits.length() == 2 && Objects.equals(year(digits), year + 1);
  }

  /// Takes the year that follows a quarter or half: "Q2 2026", "of fiscal 2027", "Q2'26".
  PrintedPeriod withYear(Part part, int number, boolean fiscal, boolean estimate) {
    int next = cursor.at;
    next += cursor.is(next, "of") || cursor.is(next, "in") ? 1 : 0;
    boolean called = cursor.is(next, "fiscal") || cursor.is(next, "fy");
    next += called ? 1 : 0;
    next += called && cursor.is(next, "year") ? 1 : 0;
    if (next < cursor.end && isYearFromMonth(next)) {
      cursor.at = next + 3;
      return cursor.period(part, number, year(tokens.folded(next + 2)), true, estimate);
    }
    if (isCode(next)) {
      Code code = Code.of(tokens.folded(next));
      boolean isYear = code.isYear("fy") || Character.isDigit(code.digits().charAt(0));
      Integer year = isYear ? code.year() : null;
      if (year != null) {
        cursor.at = next + 1;
        PrintedPeriod named = year(year, fiscal || called || code.isYear("fy"), code.estimate());
        return cursor.period(
            part, number, named.year(), named.fiscal(), estimate || named.estimate());
      }
    }
    int at = cursor.at;
    boolean apostrophe = cursor.isMark(at, '\'') && at + 1 < cursor.end;
    Integer year =
        apostrophe && tokens.is(at + 1, TokenKind.NUMBER) ? year(tokens.folded(at + 1)) : null;
    cursor.at += year == null ? 0 : 2;
    return cursor.period(part, number, year, fiscal, estimate);
  }

  /// Takes the year that stands next; null where none does.
  @Nullable Integer yearHere() {
    if (isShortYear(cursor.at)) {
      cursor.at += 2;
      return year(tokens.folded(cursor.at - 1));
    }
    return isYear(cursor.at) ? year(tokens.folded(cursor.at++)) : null;
  }

  /// The year that two or four digits name; null when it is none.
  static @Nullable Integer year(String digits) {
    if (digits.length() != 2 && digits.length() != 4) {
      return null;
    }
    int year = 0;
    for (int k = 0; k < digits.length(); k++) {
      int digit = digits.charAt(k) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      year = year * 10 + digit;
    }
    return digits.length() == 2 ? CENTURY + year : Integer.valueOf(year);
  }
}
