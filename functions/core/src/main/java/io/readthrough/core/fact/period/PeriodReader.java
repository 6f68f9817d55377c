package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the periods that figures are for: "Q2", "third-quarter", "fiscal 2028", "this year", "the
/// June quarter", "30 June 2026", "year-end". Looks a few tokens ahead and no further.
public final class PeriodReader {
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3);

  private static final Map<String, Integer> SHIFTS =
      Map.of(
          "this",
          0,
          "current",
          0,
          "next",
          1,
          "coming",
          1,
          "following",
          1,
          "last",
          -1,
          "previous",
          -1,
          "prior",
          -1,
          "preceding",
          -1);

  private static final Map<String, Part> PARTS =
      Map.of(
          "quarter",
          Part.QUARTER,
          "year",
          Part.YEAR,
          "half",
          Part.HALF,
          "month",
          Part.MONTH,
          "week",
          Part.WEEK);

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final List<String> SHORT_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final WordTable SEASONS = WordTable.of("spring summer autumn winter season");

  private static final WordTable LENGTHS = WordTable.of("year quarter month week day");

  /// Words before and behind "a year" with which it is no rate.
  private static final WordTable NO_RATE_BEHIND =
      WordTable.of(
          "than on from in over for within half is was of and roughly about the once by after"
              + " nearly almost only just every to at least most");

  private static final WordTable NO_RATE_BEFORE =
      WordTable.of("ago earlier before later early sooner out behind old less longer of the");

  /// Words that are a time by themselves.
  private static final WordTable TIMES =
      WordTable.of(
          "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ytd");

  /// The words that a period can start with, so that no other word is looked at further.
  private static final WordTable STARTS = starts();

  private static final int LAST_DAY = 31;
  private static final int CENTURY = 2000;
  private static final int LONGEST_MONTH = 9;

  /// "FY12", before a slash and a year.
  private static final int LONGEST_CODE = 5;

  private final Tokens tokens;
  private int first;
  private int end;
  private int at;

  /// Reads periods anywhere in `tokens`.
  public PeriodReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// A period and the token after it.
  public record Read(PrintedPeriod period, int to) {}

  /// The period that starts at token `i` and ends before token `end`; null when none does.
  public @Nullable Read at(int i, int end) {
    TokenKind kind = tokens.kind(i);
    if (isShortYear(i, end)) {
      this.first = i;
      this.at = i + 2;
      return new Read(period(Part.YEAR, 0, year(tokens.folded(i + 1)), false, null, false), at);
    }
    if (kind == TokenKind.RANGE) {
      return years(i);
    }
    if (kind != TokenKind.PERIOD && kind != TokenKind.WORD && kind != TokenKind.NUMBER) {
      return null;
    }
    if (isRate(i, end)) {
      this.first = i;
      this.at = i + 2;
      return new Read(other(Part.RATE), at);
    }
    this.first = i;
    this.end = end;
    this.at = i;
    PrintedPeriod period = isYearFromMonth(i) ? yearFromMonth() : isCode(i) ? code(false) : words();
    return period == null ? null : new Read(period, at);
  }

  /// "'27".
  private boolean isShortYear(int i, int end) {
    return i + 1 < end
        && (tokens.isMark(i, '\'') || tokens.isMark(i, '\u2019'))
        && tokens.is(i + 1, TokenKind.NUMBER)
        && !tokens.spaceBefore(i + 1)
        && tokens.end(i + 1) - tokens.start(i + 1) == 2
        && year(tokens.folded(i + 1)) != null;
  }

  /// "a year" behind what is paid or made in it.
  private boolean isRate(int i, int end) {
    boolean led = i > 0 && i + 1 < end && (tokens.is(i, "a") || tokens.is(i, "per"));
    return led
        && LENGTHS.find(tokens, i + 1) != WordTable.ABSENT
        && !tokens.is(i - 1, TokenKind.PUNCTUATION)
        && NO_RATE_BEHIND.find(tokens, i - 1) == WordTable.ABSENT
        && (i + 2 >= end || NO_RATE_BEFORE.find(tokens, i + 2) == WordTable.ABSENT);
  }

  /// "2027-31".
  private @Nullable Read years(int i) {
    int start = tokens.start(i);
    int length = tokens.end(i) - start;
    boolean century = tokens.foldedAt(start) == '2' && tokens.foldedAt(start + 1) == '0';
    boolean short7 = length == 7;
    boolean dashed = length > 4 && !isDigit(start + 4) && isDigit(start + 3) && isDigit(start + 2);
    if (!century || !dashed || !(short7 || (length == 9 && tokens.foldedAt(start + 5) == '2'))) {
      return null;
    }
    this.first = i;
    this.at = i + 1;
    return new Read(other(Part.OTHER), at);
  }

  private PrintedPeriod other(Part part) {
    return period(part, 0, null, false, null, false);
  }

  /// "FY3/27": the fiscal year that ends in a month of a year.
  private boolean isYearFromMonth(int i) {
    int start = tokens.start(i);
    int length = tokens.end(i) - start;
    return (length == 3 || length == 4)
        && tokens.foldedAt(start) == 'f'
        && tokens.foldedAt(start + 1) == 'y'
        && isDigit(start + 2)
        && isDigit(start + length - 1)
        && (length == 3 || isTenOrMore(start + 2))
        && isSlashYear(i + 1);
  }

  /// Whether two digits are those of one of the last months of a year.
  private boolean isTenOrMore(int at) {
    return tokens.foldedAt(at) == '1' && tokens.foldedAt(at + 1) <= '2';
  }

  /// Whether "/27" or "/27E" starts at token `i`.
  private boolean isSlashYear(int i) {
    boolean parted =
        i + 1 < end
            && tokens.foldedAt(tokens.start(i)) == '/'
            && !tokens.spaceBefore(i)
            && !tokens.spaceBefore(i + 1);
    return parted
        && ((tokens.is(i + 1, TokenKind.NUMBER) && year(tokens.folded(i + 1)) != null)
            || isMarkedYear(tokens.start(i + 1), tokens.end(i + 1)));
  }

  /// Whether token `i` names the year after `year` by two digits: the second of "2029/30".
  private boolean isNextYear(int year, int i) {
    return tokens.end(i) - tokens.start(i) == 2 && Objects.equals(year(tokens.folded(i)), year + 1);
  }

  private PrintedPeriod yearFromMonth() {
    at = first + 3;
    String year = tokens.folded(first + 2);
    return period(
        Part.YEAR,
        0,
        year(year.substring(0, Math.min(2, year.length()))),
        true,
        null,
        year.length() == 3);
  }

  /// Whether word `i` may be a period by itself: "26E", "FQ3", "FY3/27".
  public static boolean mayBeCode(Tokens tokens, int i) {
    int length = tokens.end(i) - tokens.start(i);
    char first = tokens.foldedAt(tokens.start(i));
    return length <= LONGEST_CODE
        && (first == 'f' || first == 'q' || (first >= '0' && first <= '9'));
  }

  /// The words that a period can start with.
  public static List<String> firstWords() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "fiscal",
                "fy",
                "calendar",
                "cy",
                "full",
                "ltm",
                "ttm",
                "trailing",
                "end",
                "quarter",
                "year",
                "month",
                "period",
                "last",
                "half",
                "since",
                "early",
                "late",
                "mid",
                "middle",
                "the",
                "twelve",
                "medium",
                "a",
                "per"));
    words.addAll(List.of("today", "yesterday", "tomorrow", "ytd"));
    words.addAll(
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"));
    words.addAll(ORDINALS.keySet());
    words.addAll(SHIFTS.keySet());
    words.addAll(MONTHS);
    words.addAll(SHORT_MONTHS);
    return words;
  }

  private static WordTable starts() {
    WordTable starts = new WordTable();
    firstWords().forEach(word -> starts.add(word, 0));
    return starts;
  }

  private @Nullable PrintedPeriod words() {
    if (tokens.is(first, TokenKind.NUMBER)) {
      return dayFirst();
    }
    if (STARTS.find(tokens, first) == WordTable.ABSENT) {
      return null;
    }
    String word = tokens.folded(first);
    switch (word) {
      case "fiscal", "fy", "calendar", "cy" -> {
        at++;
        return fiscal(!word.startsWith("c"));
      }
      case "full" -> {
        return is(at + 1, "year") ? wholeYear(at + 2) : null;
      }
      case "ltm", "ttm" -> {
        at++;
        return period(Part.TWELVE_MONTHS, 0, null, false, null, false);
      }
      case "trailing" -> {
        return twelveMonths(true);
      }
      case "end" -> {
        return endOf();
      }
      case "half" -> {
        return half();
      }
      case "since" -> {
        return since();
      }
      case "mid", "middle", "medium" -> {
        return middle();
      }
      case "the" -> {
        return season(first + 1);
      }
      case "twelve" -> {
        return twelveMonthsTo();
      }
      case "quarter", "year", "month", "period" -> {
        boolean to = word.equals("year") && is(at + 1, "to");
        return to ? is(at + 2, "date") ? yearToDate() : yearTo() : closing(word);
      }
      default -> {}
    }
    Integer ordinal = ORDINALS.get(word);
    if (ordinal != null) {
      return ordinal(ordinal);
    }
    if (TIMES.find(tokens, first) != WordTable.ABSENT) {
      at++;
      return other(Part.OTHER);
    }
    if (is(at + 1, "twelve") || is(at + 1, "12")) {
      return twelveMonths(word.equals("last"));
    }
    Integer shift = SHIFTS.get(word);
    if (shift != null) {
      return relative(shift);
    }
    int month = month(first);
    return month > 0 ? monthFirst(month) : null;
  }

  /// "Q2", "1H26", "FY26", "2026E".
  private @Nullable PrintedPeriod code(boolean calledFiscal) {
    String printed = tokens.folded(at++);
    boolean fiscalQuarter = printed.startsWith("fq");
    printed = fiscalQuarter ? printed.substring(1) : printed;
    char last = printed.charAt(printed.length() - 1);
    boolean estimate = last == 'e' || last == 'f';
    String code = estimate || last == 'a' ? printed.substring(0, printed.length() - 1) : printed;
    if (code.startsWith("fy") || code.startsWith("cy")) {
      boolean fiscal = code.charAt(0) == 'f';
      return period(Part.YEAR, 0, year(code.substring(2)), fiscal, null, estimate);
    }
    int mark = Math.max(code.indexOf('q'), code.indexOf('h'));
    if (mark < 0) {
      Integer year = year(code);
      if (year != null && isSlashYear(at) && isNextYear(year, at + 1)) {
        at += 2;
        return period(Part.YEAR, 0, year + 1, true, null, estimate);
      }
      return period(Part.YEAR, 0, year, calledFiscal, null, estimate);
    }
    Part part = code.charAt(mark) == 'q' ? Part.QUARTER : Part.HALF;
    int number = mark == 0 ? code.charAt(1) - '0' : code.charAt(0) - '0';
    String rest = code.substring(mark == 0 ? 2 : mark + 1);
    boolean fiscal = calledFiscal || fiscalQuarter || rest.startsWith("fy");
    Integer year = year(rest.startsWith("fy") ? rest.substring(2) : rest);
    int most = part == Part.QUARTER ? 4 : 2;
    if (number < 1 || number > most) {
      return null;
    }
    return year == null
        ? withYear(part, number, fiscal, estimate)
        : period(part, number, year, fiscal, null, estimate);
  }

  /// Takes the year that follows a quarter or half: "Q2 2026", "of fiscal 2027", "Q2'26".
  private PrintedPeriod withYear(Part part, int number, boolean fiscal, boolean estimate) {
    int next = at;
    if (is(next, "of") || is(next, "in")) {
      next++;
    }
    boolean called = is(next, "fiscal") || is(next, "fy");
    next += called ? 1 : 0;
    next += is(next, "year") && called ? 1 : 0;
    if (next < end && isYearFromMonth(next)) {
      at = next + 3;
      return period(part, number, year(tokens.folded(next + 2)), true, null, estimate);
    }
    if (next < end && isCode(next)) {
      String printed = tokens.folded(next);
      char last = printed.charAt(printed.length() - 1);
      boolean marked = last == 'e' || last == 'a' || last == 'f';
      String code = marked ? printed.substring(0, printed.length() - 1) : printed;
      boolean year = code.startsWith("fy") || Character.isDigit(code.charAt(0));
      Integer value = year ? year(code.startsWith("fy") ? code.substring(2) : code) : null;
      if (value != null) {
        at = next + 1;
        boolean isFiscal = fiscal || called || code.startsWith("fy");
        return period(part, number, value, isFiscal, null, estimate || (marked && last != 'a'));
      }
    }
    if (at + 1 < end && tokens.isMark(at, '\'') && tokens.is(at + 1, TokenKind.NUMBER)) {
      Integer value = year(tokens.folded(at + 1));
      if (value != null) {
        at += 2;
        return period(part, number, value, fiscal, null, estimate);
      }
    }
    return period(part, number, null, fiscal, null, estimate);
  }

  /// What follows "fiscal": "2028", "year 2028", "Q2", "third quarter", "year".
  private @Nullable PrintedPeriod fiscal(boolean fiscal) {
    if (at >= end) {
      return null;
    }
    if (is(at, "year")) {
      if (is(at + 1, "to") && month(at + 2) > 0) {
        return yearTo();
      }
      at++;
      if (at >= end || !isCode(at)) {
        return fiscal && is(at, "end")
            ? closing("year")
            : period(Part.YEAR, 0, null, fiscal, null, false);
      }
    }
    if (isCode(at)) {
      return code(fiscal);
    }
    Integer ordinal = ORDINALS.get(tokens.folded(at));
    if (ordinal == null || at + 1 >= end) {
      return null;
    }
    Part part = PARTS.get(tokens.folded(at + 1));
    if (part != Part.QUARTER && part != Part.HALF) {
      return null;
    }
    at += 2;
    return withYear(part, ordinal, fiscal, false);
  }

  private PrintedPeriod wholeYear(int next) {
    at = next;
    boolean fiscal = is(at, "fiscal");
    int year = fiscal ? at + 1 : at;
    if (year < end && isCode(year)) {
      at = year;
      PrintedPeriod period = code(fiscal);
      if (period != null && period.part() == Part.YEAR) {
        return period;
      }
      at = next;
    }
    return period(Part.YEAR, 0, null, false, null, false);
  }

  /// "third quarter", "third fiscal quarter", "first nine months".
  private @Nullable PrintedPeriod ordinal(int number) {
    boolean fiscal = is(at + 1, "fiscal");
    int noun = fiscal ? at + 2 : at + 1;
    if (noun >= end) {
      return null;
    }
    if (number == 1 && is(noun, "nine") && is(noun + 1, "months")) {
      at = noun + 2;
      return withYear(Part.NINE_MONTHS, 0, fiscal, false);
    }
    Part part = PARTS.get(tokens.folded(noun));
    boolean fits = part == Part.QUARTER || (part == Part.HALF && number <= 2);
    if (part == null || !fits) {
      return null;
    }
    at = noun + 1;
    return withYear(part, number, fiscal, false);
  }

  private PrintedPeriod yearToDate() {
    at += 3;
    return other(Part.OTHER);
  }

  /// "half-year".
  private @Nullable PrintedPeriod half() {
    int next = at + 1;
    next += next < end && tokens.isMark(next, '-') ? 1 : 0;
    if (!is(next, "year")) {
      return null;
    }
    at = next + 1;
    return period(Part.HALF, 0, null, false, null, false);
  }

  /// "since January", "since 2022".
  private @Nullable PrintedPeriod since() {
    at++;
    if (at < end && isYear(at)) {
      at++;
      return other(Part.OTHER);
    }
    if (month(at) > 0) {
      at++;
      yearHere();
      return other(Part.OTHER);
    }
    return null;
  }

  /// "mid-2027", "the middle of 2027", "mid-year", "mid-term".
  private @Nullable PrintedPeriod middle() {
    int next = at + 1;
    next += next < end && (tokens.isMark(next, '-') || is(next, "of")) ? 1 : 0;
    boolean told = next < end && (isYear(next) || is(next, "year") || is(next, "term"));
    if (!told) {
      return null;
    }
    at = next + 1;
    return other(Part.OTHER);
  }

  /// "the summer", "next spring".
  private @Nullable PrintedPeriod season(int noun) {
    if (noun >= end || SEASONS.find(tokens, noun) == WordTable.ABSENT) {
      return null;
    }
    at = noun + 1;
    return other(Part.OTHER);
  }

  /// "twelve months to June".
  private @Nullable PrintedPeriod twelveMonthsTo() {
    if (!is(at + 1, "months") || !is(at + 2, "to") || month(at + 3) == 0) {
      return null;
    }
    at += 4;
    return period(Part.TWELVE_MONTHS, 0, yearHere(), false, null, false);
  }

  /// "this year", "next fiscal year", "next summer", "this morning".
  private @Nullable PrintedPeriod relative(int shift) {
    PrintedPeriod season = season(at + 1);
    if (season != null) {
      return season;
    }
    if (is(at + 1, "morning") || is(at + 1, "afternoon") || is(at + 1, "night")) {
      at += 2;
      return other(Part.OTHER);
    }
    boolean fiscal = is(at + 1, "fiscal");
    int noun = fiscal || is(at + 1, "calendar") ? at + 2 : at + 1;
    Part part = noun < end ? PARTS.get(tokens.folded(noun)) : null;
    int month = month(noun);
    if (month > 0 && noun == at + 1) {
      // "last November"
      at = noun + 1;
      return period(Part.MONTH, month, null, false, null, false);
    }
    if (part == null) {
      return null;
    }
    at = noun + 1;
    return period(part, 0, null, fiscal, shift, false);
  }

  /// "last twelve months", "trailing 12-month", "next twelve months".
  private @Nullable PrintedPeriod twelveMonths(boolean past) {
    boolean months = is(at + 2, "months") || is(at + 2, "month");
    if (!months || !(is(at + 1, "twelve") || is(at + 1, "12"))) {
      return null;
    }
    at += 3;
    return other(past ? Part.TWELVE_MONTHS : Part.OTHER);
  }

  /// "year to March 2027".
  private @Nullable PrintedPeriod yearTo() {
    if (month(at + 2) == 0) {
      return null;
    }
    at += 3;
    return period(Part.YEAR, 0, yearHere(), true, null, false);
  }

  /// "quarter-end", "year-end 2026".
  private @Nullable PrintedPeriod closing(String word) {
    Part part = PARTS.get(word);
    int next = is(at, "end") ? at : at + 1;
    if (!is(next, "end") || part == null) {
      return null;
    }
    at = next + 1;
    Integer year = null;
    if (at < end && isCode(at) && part == Part.YEAR) {
      year = year(tokens.folded(at));
      at += year == null ? 0 : 1;
    }
    return closing(part, 0, null, year);
  }

  /// "end of June", "end of the quarter", "end of 2026", "end-2026".
  private @Nullable PrintedPeriod endOf() {
    int next = at + 1;
    if (next < end && tokens.is(next, TokenKind.NUMBER) && !tokens.spaceBefore(next)) {
      // "End-26"
      Integer year = year(tokens.folded(next));
      at = next + 1;
      return year == null ? null : closing(Part.YEAR, 0, null, year);
    }
    next += is(next, "of") ? 1 : 0;
    boolean article = is(next, "the") || is(next, "this") || is(next, "next");
    next += article ? 1 : 0;
    if (next >= end) {
      return null;
    }
    if (isCode(next)) {
      Integer year = year(tokens.folded(next));
      if (year == null) {
        return null;
      }
      at = next + 1;
      return closing(Part.YEAR, 0, null, year);
    }
    Part part = article ? PARTS.get(tokens.folded(next)) : null;
    if (part == Part.QUARTER || part == Part.YEAR) {
      at = next + 1;
      return closing(part, 0, null, null);
    }
    int month = month(next);
    if (month == 0 || article) {
      return null;
    }
    at = next + 1;
    return closing(Part.MONTH, month, null, yearHere());
  }

  /// "June", "June 2026", "June 30, 2026", "the June quarter".
  private @Nullable PrintedPeriod monthFirst(int month) {
    at++;
    boolean quarter = is(at, "quarter") || (is(at, "q") && !tokens.lineBefore(at));
    if (quarter) {
      at++;
      return month % 3 == 0
          ? withYear(Part.QUARTER, month / 3, false, false)
          : withYear(Part.QUARTER_TO, month, false, false);
    }
    int last = at + 1 < end && isDash(at) ? month(at + 1) : 0;
    if (last > 0 && Math.floorMod(last - month, 12) == 2) {
      // "April-June"
      at += 2;
      at += is(at, "quarter") ? 1 : 0;
      return withYear(Part.QUARTER_TO, last, false, false);
    }
    int day = day(at);
    if (day > 0) {
      at++;
      int year = at < end && tokens.isMark(at, ',') ? at + 1 : at;
      if (year < end && isYear(year)) {
        at = year + 1;
        return closing(Part.DAY, month, day, year(tokens.folded(year)));
      }
      return closing(Part.DAY, month, day, null);
    }
    return period(Part.MONTH, month, yearHere(), false, null, false);
  }

  /// "30 June 2026".
  private @Nullable PrintedPeriod dayFirst() {
    int day = day(first);
    int month = day > 0 && first + 1 < end ? month(first + 1) : 0;
    if (month == 0) {
      return null;
    }
    at = first + 2;
    return closing(Part.DAY, month, day, yearHere());
  }

  private @Nullable Integer yearHere() {
    if (at < end && isShortYear(at, end)) {
      at += 2;
      return year(tokens.folded(at - 1));
    }
    return at < end && isYear(at) ? year(tokens.folded(at++)) : null;
  }

  private boolean isDash(int i) {
    return tokens.isMark(i, '-') || tokens.isMark(i, '\u2013');
  }

  private boolean isYear(int i) {
    return isCode(i)
        && Character.isDigit(tokens.foldedAt(tokens.start(i)))
        && year(tokens.folded(i)) != null;
  }

  /// Whether token `i` is a period by itself. A year before a comma or a full stop comes as a
  /// number.
  private boolean isCode(int i) {
    int start = tokens.start(i);
    if (tokens.is(i, TokenKind.WORD)) {
      return isMarkedYear(start, tokens.end(i))
          || isMarkedQuarter(start, tokens.end(i))
          || isFiscalQuarter(start, tokens.end(i));
    }
    if (!tokens.is(i, TokenKind.NUMBER)) {
      return tokens.is(i, TokenKind.PERIOD);
    }
    boolean century =
        tokens.end(i) - start == 4
            && ((tokens.foldedAt(start) == '1' && tokens.foldedAt(start + 1) == '9')
                || (tokens.foldedAt(start) == '2' && tokens.foldedAt(start + 1) == '0'));
    return century && year(tokens.folded(i)) != null;
  }

  /// "26E", "27F".
  private boolean isMarkedYear(int start, int end) {
    char mark = end - start == 3 ? tokens.foldedAt(start + 2) : ' ';
    return (mark == 'e' || mark == 'f') && isDigit(start) && isDigit(start + 1);
  }

  /// "Q3E", "3QE", "3Q26A".
  private boolean isMarkedQuarter(int start, int end) {
    char mark = tokens.foldedAt(end - 1);
    boolean yeared = end - start == 5 && isDigit(start + 2) && isDigit(start + 3);
    if (!(yeared || end - start == 3) || !(mark == 'e' || (yeared && mark == 'a'))) {
      return false;
    }
    char first = tokens.foldedAt(start);
    return (first == 'q' && isDigit(start + 1))
        || (isDigit(start) && tokens.foldedAt(start + 1) == 'q');
  }

  /// "FQ3".
  private boolean isFiscalQuarter(int start, int end) {
    return end - start == 3
        && tokens.foldedAt(start) == 'f'
        && tokens.foldedAt(start + 1) == 'q'
        && isDigit(start + 2);
  }

  private boolean isDigit(int at) {
    char c = tokens.foldedAt(at);
    return c >= '0' && c <= '9';
  }

  /// The number of the month that token `i` names with a capital; 0 when it names none.
  private int month(int i) {
    int length = i < end ? tokens.end(i) - tokens.start(i) : 0;
    if (length < 3 || length > LONGEST_MONTH || !tokens.capitalised(i)) {
      return 0;
    }
    String word = tokens.folded(i);
    int number = Math.max(MONTHS.indexOf(word), SHORT_MONTHS.indexOf(word)) + 1;
    // "May" opens sentences, and so does "March".
    boolean doubtful = number == 5 || number == 3;
    boolean bare = i + 1 >= end || (!isYear(i + 1) && day(i + 1) == 0);
    boolean led =
        i > 0
            && (tokens.is(i - 1, TokenKind.NUMBER)
                || tokens.is(i - 1, "in")
                || tokens.is(i - 1, "to")
                || tokens.is(i - 1, "by")
                || tokens.is(i - 1, "since")
                || tokens.is(i - 1, "until")
                || tokens.is(i - 1, "end"));
    return doubtful && bare && !led && !is(i + 1, "quarter") && !is(i - 1, "of") ? 0 : number;
  }

  /// The day of the month that token `i` may be; 0 when it is none.
  private int day(int i) {
    if (i >= end || !tokens.is(i, TokenKind.NUMBER) || tokens.end(i) - tokens.start(i) > 2) {
      return 0;
    }
    int day = 0;
    for (int k = tokens.start(i); k < tokens.end(i); k++) {
      int digit = tokens.foldedAt(k) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      day = day * 10 + digit;
    }
    return day <= LAST_DAY ? day : 0;
  }

  private boolean is(int i, String word) {
    return i >= 0 && i < end && tokens.is(i, word);
  }

  /// The year that two or four digits name; null when it is none.
  private static @Nullable Integer year(String digits) {
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

  private PrintedPeriod period(
      Part part,
      int number,
      @Nullable Integer year,
      boolean fiscal,
      @Nullable Integer shift,
      boolean estimate) {
    return new PrintedPeriod(part, label(), number, null, year, fiscal, shift, false, estimate);
  }

  private PrintedPeriod closing(
      Part part, int number, @Nullable Integer day, @Nullable Integer year) {
    return new PrintedPeriod(part, label(), number, day, year, false, null, true, false);
  }

  private String label() {
    return tokens.span(first, at).of(tokens.text());
  }
}
