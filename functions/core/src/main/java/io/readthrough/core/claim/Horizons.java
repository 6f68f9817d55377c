package io.readthrough.core.claim;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Horizon;
import io.readthrough.core.note.Horizon.Bucket;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads when something is to show: spans ("the next 6-18 months", "within two quarters"), years
/// and months of the calendar counted from the note's publication, and words ("near term").
public final class Horizons {
  private static final CueTable CUES = CueTable.standard("claim/horizon-cues.tsv");

  /// A month further ahead is one of the past: what was reported on 28 October.
  private static final int AHEAD = 8;

  /// A date further ahead is none.
  private static final int MOST_YEARS = 30;

  /// How many tokens before a span the word may stand that makes it a horizon.
  private static final int OPENER_WINDOW = 4;

  private static final WordTable OPENERS =
      WordTable.of("next within in over coming horizon following during through inside by");

  /// They make a span one of the past.
  private static final WordTable PAST = WordTable.of("last past previous trailing prior since ago");

  private static final WordTable AFTER = WordTable.of("horizon view target price ahead out time");

  /// What follows a span that measures a thing and tells no time: "the ten-year average".
  private static final WordTable MEASURED =
      WordTable.of(
          "average averages mean median high low highs lows history record treasury bund gilt yield"
              + " note notes bond bonds swap swaps loan loans contract contracts deal lease leases"
              + " agreement agreements licence license warranty old");

  private static final WordTable NUMBERS = new WordTable();
  private static final WordTable UNITS = new WordTable();
  private static final WordTable MONTHS = new WordTable();

  static {
    String[] numbers =
        "zero one two three four five six seven eight nine ten eleven twelve".split(" ", -1);
    for (int i = 1; i < numbers.length; i++) {
      NUMBERS.add(numbers[i], i);
    }
    NUMBERS.add("fifteen", 15);
    NUMBERS.add("eighteen", 18);
    unit("month months", 1);
    unit("quarter quarters", 3);
    unit("year years", 12);
    String[] months =
        "january february march april june july august september october november december"
            .split(" ", -1);
    for (int i = 0; i < months.length; i++) {
      // "May" is more often a verb than the month.
      MONTHS.add(months[i], i < 4 ? i + 1 : i + 2);
    }
  }

  private final Tokens tokens;
  private final int[] ids;
  private final @Nullable LocalDate published;

  /// @param published what calendar dates are counted from; null when unknown, and then they tell
  ///   nothing
  public Horizons(Tokens tokens, @Nullable LocalDate published) {
    this.tokens = tokens;
    this.ids = CUES.ids(tokens);
    this.published = published;
  }

  static CueTable table() {
    return CUES;
  }

  /// The horizon that the tokens from `from` to `to` give: a span before a date before words.
  public Horizon of(int from, int to) {
    Horizon date = null;
    for (int i = from; i < to; i++) {
      int unit = UNITS.find(tokens, i);
      if (unit > 0) {
        Horizon span = span(from, i, to, unit);
        if (span != null) {
          return span;
        }
      }
      if (date == null && published != null) {
        date = isDayOfMonth(i, from, to) ? day(i, to, published) : date(from, i, to, published);
      }
    }
    if (date != null) {
      return date;
    }
    List<Hit> hits = CUES.find(tokens, ids, from, to);
    return hits.isEmpty()
        ? Horizon.UNSPECIFIED
        : new Horizon(Bucket.ofPrinted(hits.getFirst().cue().kind()), null, null, true);
  }

  /// Whether the tokens name a day of the calendar: "4 February", "November 12", "the 22nd".
  boolean namesDay(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isDayOfMonth(i, from, to)) {
        return true;
      }
    }
    return false;
  }

  /// Whether token `i` is a month with its day.
  private boolean isDayOfMonth(int i, int from, int to) {
    boolean month = MONTHS.find(tokens, i) > 0 && tokens.capitalised(i);
    return month && ((i > from && isDay(i - 1)) || (i + 1 < to && isDay(i + 1)));
  }

  private boolean isDay(int i) {
    return tokens.is(i, TokenKind.NUMBER) && tokens.end(i) - tokens.start(i) <= 2;
  }

  /// A day of the month that token `i` names; null for one of the past.
  private @Nullable Horizon day(int i, int to, LocalDate now) {
    int ahead = monthsAhead(i, to, now);
    return ahead < 0 ? null : Horizon.months(Math.max(0, ahead - 1), Math.max(1, ahead));
  }

  /// How many months ahead the month is that token `i` names: of the year that follows it, else the
  /// next within [#AHEAD] months; below 0 for one of the past.
  private int monthsAhead(int i, int to, LocalDate now) {
    int ahead = MONTHS.find(tokens, i) - now.getMonthValue();
    int at = i + 1 < to && isDay(i + 1) ? i + 2 : i + 1;
    at = at < to && tokens.isMark(at, ',') ? at + 1 : at;
    int year = at < to ? year(at) : 0;
    if (year > 0) {
      return year > now.getYear() + MOST_YEARS ? -1 : ahead + (year - now.getYear()) * 12;
    }
    int next = Math.floorMod(ahead, 12);
    return next > AHEAD ? -1 : next;
  }

  /// The span whose unit is token `i`: "6-18 months", "14- to 18-month", "within six months".
  private @Nullable Horizon span(int from, int i, int to, int unit) {
    int at = i - 1;
    if (at < from) {
      return null;
    }
    double max = number(at);
    double min = max;
    if (tokens.is(at, TokenKind.RANGE)) {
      String[] ends = tokens.folded(at).split("[^0-9.]+", -1);
      if (ends.length != 2 || ends[0].isEmpty() || ends[1].isEmpty()) {
        return null;
      }
      min = parsed(ends[0]);
      max = parsed(ends[1]);
    } else if (at - 2 >= from && (tokens.is(at - 1, "to") || tokens.is(at - 1, "or"))) {
      min = number(at - 2) > 0 ? number(at - 2) : max;
      at = number(at - 2) > 0 ? at - 2 : at;
    }
    if (!(max > 0) || !(min > 0) || max * unit > 1200 || min > max) {
      return null;
    }
    if (i + 1 < to && MEASURED.find(tokens, i + 1) >= 0) {
      return null;
    }
    boolean opened = i + 1 < to && AFTER.find(tokens, i + 1) >= 0;
    for (int k = Math.max(from, at - OPENER_WINDOW); k < at; k++) {
      if (PAST.find(tokens, k) >= 0 || (tokens.is(at - 1, "in") && looksBack(k))) {
        return null;
      }
      opened |= OPENERS.find(tokens, k) >= 0;
    }
    boolean past = i + 1 < to && PAST.find(tokens, i + 1) >= 0;
    // What is within a number of months begins now.
    return opened && !past ? Horizon.months(min == max ? 0 : min * unit, max * unit) : null;
  }

  /// Whether token `k` makes "in six years" look back: "the first time in", "has doubled in"; not
  /// "has to", nor "will have".
  private boolean looksBack(int k) {
    boolean have = WordClass.of(tokens, k) == WordClass.HAVE && !tokens.is(k + 1, "to");
    boolean will = k > 0 && WordClass.of(tokens, k - 1) == WordClass.MODAL;
    return tokens.is(k, "first") || (have && !will);
  }

  /// The number that token `i` prints, or 0.
  private double number(int i) {
    if (tokens.is(i, TokenKind.NUMBER)) {
      return parsed(tokens.folded(i));
    }
    return Math.max(0, NUMBERS.find(tokens, i));
  }

  private static double parsed(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      // Large figures print their scale: no span of months.
      return 0;
    }
  }

  /// The year or month that token `i` names after a preposition: "in 2027", "by November".
  private @Nullable Horizon date(int from, int i, int to, LocalDate now) {
    if (i == from || !(isOpener(i - 1) || (i - 1 > from && isOpener(i - 2)))) {
      return null;
    }
    int month = MONTHS.find(tokens, i);
    if (month > 0 && tokens.capitalised(i)) {
      int ahead = monthsAhead(i, to, now);
      return ahead < 0 ? null : Horizon.months(Math.max(0, ahead - 1), ahead + 1.0);
    }
    if (MONTHS.find(tokens, i - 1) > 0) {
      // The year of a month that was read.
      return null;
    }
    int year = year(i);
    if (year < now.getYear() || year > now.getYear() + MOST_YEARS) {
      return null;
    }
    double max = (year - now.getYear()) * 12.0 + 12 - now.getMonthValue();
    return Horizon.months(Math.max(0, max - 12), Math.max(1, max));
  }

  private boolean isOpener(int i) {
    return OPENERS.find(tokens, i) >= 0
        || tokens.is(i, "until")
        || tokens.is(i, "before")
        || tokens.is(i, "from")
        || tokens.is(i, "for")
        || tokens.is(i, "of");
  }

  private int year(int i) {
    if (!tokens.is(i, TokenKind.PERIOD) && !tokens.is(i, TokenKind.NUMBER)) {
      return 0;
    }
    String digits = tokens.folded(i).replaceAll("[^0-9]", "");
    boolean whole = digits.length() == 4 && digits.startsWith("20");
    boolean brief = digits.length() == 2 && tokens.folded(i).startsWith("fy");
    return whole ? Integer.parseInt(digits) : brief ? 2000 + Integer.parseInt(digits) : 0;
  }

  private static void unit(String words, int months) {
    for (String word : words.split(" ", -1)) {
      UNITS.add(word, months);
    }
  }
}
