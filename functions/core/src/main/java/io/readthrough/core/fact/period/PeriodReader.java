package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the periods that figures are for: "Q2", "third-quarter", "fiscal 2028", "this year", "the
/// June quarter", "30 June 2026", "year-end". Looks a few tokens ahead and no further.
public final class PeriodReader {
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3);

  /// How much of a year so many months are.
  private static final Map<String, Part> MONTHS =
      Map.of(
          "three", Part.QUARTER,
          "3", Part.QUARTER,
          "six", Part.HALF,
          "6", Part.HALF,
          "nine", Part.NINE_MONTHS,
          "9", Part.NINE_MONTHS,
          "twelve", Part.YEAR,
          "12", Part.YEAR);

  private static final List<String> PAST = List.of("last", "previous", "prior", "preceding");
  private static final List<String> NOW = List.of("this", "current");
  private static final List<String> AHEAD = List.of("next", "coming", "following");

  private static final WordTable SEASONS = WordTable.of("spring summer autumn winter season");

  private static final WordTable LENGTHS = WordTable.of("year quarter month week day");

  private static final WordTable TIMES_OF_DAY = WordTable.of("morning afternoon night");

  /// Words before and behind "a year" with which it is no rate.
  private static final WordTable NO_RATE_BEHIND =
      WordTable.of(
          "than on from in over for within half is was of and roughly about the once by after"
              + " nearly almost only just every to at least most");

  private static final WordTable NO_RATE_BEFORE =
      WordTable.of("ago earlier before later early sooner out behind old less longer of the");

  /// Words that are a time by themselves.
  private static final List<String> TIMES =
      List.of(
          "today",
          "yesterday",
          "tomorrow",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "ytd");

  /// Other words that a period can start with.
  private static final List<String> OTHER_STARTS =
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
          "half",
          "since",
          "early",
          "late",
          "mid",
          "middle",
          "the",
          "three",
          "six",
          "nine",
          "twelve",
          "medium",
          "a",
          "per");

  /// The words that a period can start with, so that no other word is looked at further.
  private static final WordTable STARTS = new WordTable();

  static {
    firstWords().forEach(word -> STARTS.add(word, 0));
  }

  private final Tokens tokens;
  private final PeriodCursor cursor;
  private final PeriodCodes codes;
  private final PeriodDates dates;

  /// Reads periods anywhere in `tokens`.
  public PeriodReader(Tokens tokens) {
    this.tokens = tokens;
    this.cursor = new PeriodCursor(tokens);
    this.codes = new PeriodCodes(cursor);
    this.dates = new PeriodDates(cursor, codes);
  }

  /// A period, its first token and the one after it.
  public record Read(PrintedPeriod period, int from, int to) {}

  /// The words that a period can start with.
  public static List<String> firstWords() {
    List<String> words = new ArrayList<>(OTHER_STARTS);
    words.addAll(TIMES);
    words.addAll(ORDINALS.keySet());
    words.addAll(PAST);
    words.addAll(NOW);
    words.addAll(AHEAD);
    words.addAll(Months.names());
    return words;
  }

  /// Whether word `i` may be a period by itself: "26E", "FQ3", "FY3/27".
  public static boolean mayBeCode(Tokens tokens, int i) {
    return PeriodCodes.mayBeCode(tokens, i);
  }

  /// The period that starts at token `i` and ends before token `end`; null when none does.
  public @Nullable Read at(int i, int end) {
    cursor.start(i, end);
    PrintedPeriod period = read();
    return period == null ? null : new Read(period, i, cursor.at);
  }

  /// The periods from token `first` on that end before token `end`, none within another.
  public List<Read> allIn(int first, int end) {
    List<Read> all = new ArrayList<>();
    int i = first;
    while (i < end) {
      Read read = at(i, end);
      if (read != null) {
        all.add(read);
      }
      i = read == null ? i + 1 : read.to();
    }
    return all;
  }

  private @Nullable PrintedPeriod read() {
    int i = cursor.first;
    if (codes.isShortYear(i)) {
      return codes.shortYear();
    }
    TokenKind kind = tokens.kind(i);
    if (kind == TokenKind.RANGE) {
      return codes.years();
    }
    if (kind != TokenKind.PERIOD && kind != TokenKind.WORD && kind != TokenKind.NUMBER) {
      return null;
    }
    if (isRate(i)) {
      cursor.at += 2;
      return cursor.whole(Part.RATE);
    }
    if (codes.isYearFromMonth(i)) {
      return codes.yearFromMonth();
    }
    PrintedPeriod date = kind == TokenKind.WORD ? null : dates.numeric();
    if (date != null) {
      return date;
    }
    if (codes.isCode(i)) {
      return codes.code(false);
    }
    PrintedPeriod months = codes.monthsOfYear();
    if (months != null) {
      return months;
    }
    if (kind == TokenKind.NUMBER) {
      PrintedPeriod ended = monthsEnded();
      return ended == null ? dates.dayFirst() : ended;
    }
    return words();
  }

  /// "a year" behind what is paid or made in it.
  private boolean isRate(int i) {
    boolean led = i > 0 && (cursor.is(i, "a") || cursor.is(i, "per")) && i + 1 < cursor.end;
    return led
        && LENGTHS.find(tokens, i + 1) != WordTable.ABSENT
        && !tokens.is(i - 1, TokenKind.PUNCTUATION)
        && NO_RATE_BEHIND.find(tokens, i - 1) == WordTable.ABSENT
        && (i + 2 >= cursor.end || NO_RATE_BEFORE.find(tokens, i + 2) == WordTable.ABSENT);
  }

  private @Nullable PrintedPeriod words() {
    if (STARTS.find(tokens, cursor.first) == WordTable.ABSENT) {
      return null;
    }
    String word = tokens.folded(cursor.first);
    return switch (word) {
      case "fiscal", "fy" -> fiscal(true);
      case "calendar", "cy" -> fiscal(false);
      case "full" -> cursor.is(cursor.at + 1, "year") ? wholeYear() : null;
      case "ltm", "ttm" -> ofLength(1, Part.TWELVE_MONTHS);
      case "trailing" -> twelveMonths(true);
      case "end" -> dates.endOf();
      case "half" -> half();
      case "since" -> dates.since();
      case "mid", "middle", "medium" -> middle();
      case "the" -> season();
      case "three", "six", "nine" -> monthsEnded();
      case "twelve" -> {
        PrintedPeriod ended = monthsEnded();
        yield ended == null ? dates.twelveMonthsTo() : ended;
      }
      case "year" -> year();
      case "quarter" -> {
        PrintedPeriod ended = ended(1, Part.QUARTER);
        yield ended == null ? dates.closing(Part.QUARTER) : ended;
      }
      case "month", "period" -> dates.closing(cursor.part(cursor.at));
      default -> {
        Integer ordinal = ORDINALS.get(word);
        yield ordinal == null ? timeOrMonth(word) : ordinal(ordinal);
      }
    };
  }

  private @Nullable PrintedPeriod timeOrMonth(String word) {
    if (TIMES.contains(word)) {
      return ofLength(1, Part.OTHER);
    }
    if (cursor.is(cursor.at + 1, "twelve") || cursor.is(cursor.at + 1, "12")) {
      return twelveMonths(word.equals("last"));
    }
    if (PAST.contains(word)) {
      return relative(-1);
    }
    if (NOW.contains(word)) {
      return relative(0);
    }
    if (AHEAD.contains(word)) {
      return relative(1);
    }
    int month = dates.month(cursor.first);
    return month > 0 ? dates.monthFirst(month) : null;
  }

  /// The next tokens as a period of which no more is told.
  private PrintedPeriod ofLength(int tokens, Part part) {
    cursor.at += tokens;
    return cursor.whole(part);
  }

  /// "fiscal 2028", "fiscal year 2028", "fiscal Q2", "fiscal third quarter", "fiscal year".
  private @Nullable PrintedPeriod fiscal(boolean fiscal) {
    cursor.at++;
    if (cursor.is(cursor.at, "year")) {
      PrintedPeriod ended = ended(1, Part.YEAR);
      if (ended != null) {
        return ended;
      }
      if (cursor.is(cursor.at + 1, "to") && dates.month(cursor.at + 2) > 0) {
        return dates.yearTo();
      }
      cursor.at++;
      if (!codes.isCode(cursor.at)) {
        boolean end = fiscal && cursor.is(cursor.at, "end");
        return end ? dates.closing(Part.YEAR) : cursor.period(Part.YEAR, 0, null, fiscal, false);
      }
    }
    if (codes.isCode(cursor.at)) {
      return codes.code(fiscal);
    }
    Integer ordinal = cursor.at < cursor.end ? ORDINALS.get(tokens.folded(cursor.at)) : null;
    Part part = ordinal == null ? null : cursor.part(cursor.at + 1);
    if (ordinal == null || (part != Part.QUARTER && part != Part.HALF)) {
      return null;
    }
    cursor.at += 2;
    return codes.withYear(part, ordinal, fiscal, false);
  }

  /// "full year", "full-year fiscal 2027".
  private PrintedPeriod wholeYear() {
    int behind = cursor.at + 2;
    PrintedPeriod ended = ended(2, Part.YEAR);
    if (ended != null) {
      return ended;
    }
    boolean fiscal = cursor.is(behind, "fiscal");
    cursor.at = fiscal ? behind + 1 : behind;
    PrintedPeriod coded = codes.isCode(cursor.at) ? codes.code(fiscal) : null;
    if (coded != null && coded.part() == Part.YEAR) {
      return coded;
    }
    cursor.at = behind;
    return cursor.whole(Part.YEAR);
  }

  /// What is `nouns` tokens long from here and is followed by where it ended: "quarter ended 30
  /// June 2026".
  private @Nullable PrintedPeriod ended(int nouns, Part part) {
    int at = cursor.at;
    cursor.at = at + nouns;
    PrintedPeriod ended = dates.ended(part);
    cursor.at = ended == null ? at : cursor.at;
    return ended;
  }

  /// "three months ended September 30, 2026".
  private @Nullable PrintedPeriod monthsEnded() {
    if (!cursor.is(cursor.at + 1, "months")) {
      return null;
    }
    Part part = MONTHS.get(tokens.folded(cursor.at));
    return part == null ? null : ended(2, part);
  }

  /// "year to date", "year to March", "year-end", "year ended 31 March 2026".
  private @Nullable PrintedPeriod year() {
    PrintedPeriod ended = ended(1, Part.YEAR);
    if (ended != null) {
      return ended;
    }
    if (!cursor.is(cursor.at + 1, "to")) {
      return dates.closing(Part.YEAR);
    }
    return cursor.is(cursor.at + 2, "date") ? ofLength(3, Part.OTHER) : dates.yearTo();
  }

  /// "third quarter", "third fiscal quarter", "first nine months".
  private @Nullable PrintedPeriod ordinal(int number) {
    boolean fiscal = cursor.is(cursor.at + 1, "fiscal");
    int noun = fiscal ? cursor.at + 2 : cursor.at + 1;
    if (number == 1 && cursor.is(noun, "nine") && cursor.is(noun + 1, "months")) {
      cursor.at = noun + 2;
      return codes.withYear(Part.NINE_MONTHS, 0, fiscal, false);
    }
    Part part = cursor.part(noun);
    if (part != Part.QUARTER && (part != Part.HALF || number > 2)) {
      return null;
    }
    PrintedPeriod ended = ended(noun + 1 - cursor.at, part);
    if (ended != null) {
      return ended;
    }
    cursor.at = noun + 1;
    return codes.withYear(part, number, fiscal, false);
  }

  /// "half-year", "half-year ended 30 June", "half ended 30 June".
  private @Nullable PrintedPeriod half() {
    boolean year = cursor.is(cursor.at + 1, "year");
    PrintedPeriod ended = ended(year ? 2 : 1, Part.HALF);
    if (ended != null) {
      return ended;
    }
    int next = cursor.isMark(cursor.at + 1, '-') ? 2 : 1;
    return cursor.is(cursor.at + next, "year") ? ofLength(next + 1, Part.HALF) : null;
  }

  /// "mid-2027", "the middle of 2027", "mid-year", "mid-term".
  private @Nullable PrintedPeriod middle() {
    int at = cursor.at + 1;
    int next = cursor.isMark(at, '-') || cursor.is(at, "of") ? at + 1 : at;
    boolean told = codes.isYear(next) || cursor.is(next, "year") || cursor.is(next, "term");
    return told ? ofLength(next + 1 - cursor.at, Part.OTHER) : null;
  }

  /// "the summer", "next spring".
  private @Nullable PrintedPeriod season() {
    int noun = cursor.at + 1;
    boolean season = noun < cursor.end && SEASONS.find(tokens, noun) != WordTable.ABSENT;
    return season ? ofLength(2, Part.OTHER) : null;
  }

  /// "this year", "next fiscal year", "next summer", "this morning", "last November".
  private @Nullable PrintedPeriod relative(int shift) {
    PrintedPeriod season = season();
    if (season != null) {
      return season;
    }
    int next = cursor.at + 1;
    if (next < cursor.end && TIMES_OF_DAY.find(tokens, next) != WordTable.ABSENT) {
      return ofLength(2, Part.OTHER);
    }
    int month = dates.month(next);
    if (month > 0) {
      cursor.at = next + 1;
      return cursor.period(Part.MONTH, month, null, false, false);
    }
    boolean fiscal = cursor.is(next, "fiscal");
    int noun = fiscal || cursor.is(next, "calendar") ? next + 1 : next;
    Part part = cursor.part(noun);
    if (part == null) {
      return null;
    }
    cursor.at = noun + 1;
    return cursor.relative(part, fiscal, shift);
  }

  /// "last twelve months", "trailing 12-month", "next twelve months".
  private @Nullable PrintedPeriod twelveMonths(boolean past) {
    int at = cursor.at;
    boolean twelve = cursor.is(at + 1, "twelve") || cursor.is(at + 1, "12");
    boolean months = cursor.is(at + 2, "months") || cursor.is(at + 2, "month");
    return twelve && months ? ofLength(3, past ? Part.TWELVE_MONTHS : Part.OTHER) : null;
  }
}
