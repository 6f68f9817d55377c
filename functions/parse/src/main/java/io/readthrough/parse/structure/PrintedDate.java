package io.readthrough.parse.structure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as notes print it, with a time of day and its zone where they follow or precede it.
///
/// Read are days with the month as a word in either order, year-month-day in digits, and digits
/// whose order only one reading allows (25/10/2026). Digits that can be read both ways (03/04/2026)
/// are ambiguous, and so is a zone's abbreviation that several zones share (CST, IST); neither is
/// guessed.
///
/// @param start where it begins in its line
/// @param end where it ends
/// @param date null when it is ambiguous
/// @param time null when there is none
/// @param zone null when there is none, or none that is certain
record PrintedDate(
    int start, int end, @Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {
  /// No line of a masthead is longer.
  private static final int MAX_LINE = 400;

  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2100;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Pattern DATE =
      Pattern.compile(
          "(?i)(?<![\\d.,/-])(?:"
              + "(?<d1>\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?<m1>"
              + MONTH
              + ")\\.?,?[ -](?<y1>\\d{4})"
              + "|(?<m2>"
              + MONTH
              + ")\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})"
              + "|(?<y3>\\d{4})([-/.])(?<m3>\\d{1,2})\\k<sep>(?<d3>\\d{1,2})"
                  .replace("([-/.])", "(?<sep>[-/.])")
              + "|(?<a4>\\d{1,2})(?<sep4>[-/.])(?<b4>\\d{1,2})\\k<sep4>(?<y4>\\d{4})"
              + "|(?<y5>\\d{4})年(?<m5>\\d{1,2})月(?<d5>\\d{1,2})日"
              + ")(?!\\d)");

  private static final String ZONE_FORM =
      "z\\b|(?:utc|gmt) ?[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}:?\\d{2}"
          + "|(?:new york|london|hong kong|tokyo|singapore|sydney|frankfurt|paris|zurich)(?: time)?"
          + "|eastern(?: time)?|[a-z]{2,5}\\b";
  private static final String TIME_FORM =
      "(?<h>\\d{1,2})[:.h](?<m>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d{1,9})?)? ?(?<half>[ap]\\.?m\\.?)?"
          + " ?\\(?(?<zone>"
          + ZONE_FORM
          + ")?\\)?";
  private static final Pattern TIME_AFTER =
      Pattern.compile("(?i)(?:t|,? at |, ?| - | )" + TIME_FORM);
  private static final Pattern TIME_BEFORE =
      Pattern.compile("(?i)(?<!\\d)" + TIME_FORM + "(?:,| on)? (?:\\p{L}{6,9},? )?$");
  private static final int TIME_LENGTH = 40;

  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          zone("z", "Z"),
          zone("utc", "Z"),
          zone("gmt", "Z"),
          zone("wet", "Z"),
          zone("bst", "+01:00"),
          zone("west", "+01:00"),
          zone("cet", "+01:00"),
          zone("cest", "+02:00"),
          zone("eet", "+02:00"),
          zone("eest", "+03:00"),
          zone("msk", "+03:00"),
          zone("gst", "+04:00"),
          zone("sgt", "+08:00"),
          zone("hkt", "+08:00"),
          zone("awst", "+08:00"),
          zone("jst", "+09:00"),
          zone("kst", "+09:00"),
          zone("aest", "+10:00"),
          zone("aedt", "+11:00"),
          zone("nzst", "+12:00"),
          zone("nzdt", "+13:00"),
          zone("est", "-05:00"),
          zone("edt", "-04:00"),
          zone("cdt", "-05:00"),
          zone("mst", "-07:00"),
          zone("mdt", "-06:00"),
          zone("pst", "-08:00"),
          zone("pdt", "-07:00"),
          zone("brt", "-03:00"),
          zone("et", "America/New_York"),
          zone("eastern", "America/New_York"),
          zone("new york", "America/New_York"),
          zone("ct", "America/Chicago"),
          zone("mt", "America/Denver"),
          zone("pt", "America/Los_Angeles"),
          zone("london", "Europe/London"),
          zone("uk", "Europe/London"),
          zone("frankfurt", "Europe/Berlin"),
          zone("paris", "Europe/Paris"),
          zone("zurich", "Europe/Zurich"),
          zone("hong kong", "Asia/Hong_Kong"),
          zone("tokyo", "Asia/Tokyo"),
          zone("singapore", "Asia/Singapore"),
          zone("sydney", "Australia/Sydney"));

  private static Map.Entry<String, ZoneId> zone(String name, String id) {
    return Map.entry(name, ZoneId.of(id));
  }

  private static final Pattern FILE_DATE =
      Pattern.compile("(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");

  /// The first date of `line`, or null.
  static @Nullable PrintedDate in(String line) {
    String head = line.substring(0, Math.min(line.length(), MAX_LINE));
    Matcher match = DATE.matcher(head);
    while (match.find()) {
      if (match.group("y4") != null && isAmbiguous(match)) {
        return new PrintedDate(match.start(), match.end(), null, null, null);
      }
      LocalDate date = date(match);
      if (date != null) {
        return withTime(head, match.start(), match.end(), date);
      }
    }
    return null;
  }

  /// The date in a file's name, as `2026-10-14`, `2026_10_14` or `20261014`; null when there is
  /// none.
  static @Nullable LocalDate inFilename(String filename) {
    Matcher match = FILE_DATE.matcher(filename);
    while (match.find()) {
      LocalDate date = date(match.group(1), match.group(3), match.group(4));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /// The moment that is printed, or null when the date, the time or its zone is missing or not
  /// certain.
  @Nullable Instant moment() {
    return date == null || time == null || zone == null
        ? null
        : date.atTime(time).atZone(zone).toInstant();
  }

  private static boolean isAmbiguous(Matcher match) {
    int a = Integer.parseInt(match.group("a4"));
    int b = Integer.parseInt(match.group("b4"));
    return a <= 12 && b <= 12 && a != b;
  }

  private static @Nullable LocalDate date(Matcher match) {
    if (match.group("y1") != null) {
      return date(match.group("y1"), match.group("m1"), match.group("d1"));
    }
    if (match.group("y2") != null) {
      return date(match.group("y2"), match.group("m2"), match.group("d2"));
    }
    if (match.group("y3") != null) {
      return date(match.group("y3"), match.group("m3"), match.group("d3"));
    }
    if (match.group("y5") != null) {
      return date(match.group("y5"), match.group("m5"), match.group("d5"));
    }
    boolean dayFirst = Integer.parseInt(match.group("a4")) > 12;
    return dayFirst
        ? date(match.group("y4"), match.group("b4"), match.group("a4"))
        : date(match.group("y4"), match.group("a4"), match.group("b4"));
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    int number =
        Character.isDigit(month.charAt(0))
            ? Integer.parseInt(month)
            : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    int y = Integer.parseInt(year);
    if (y < FIRST_YEAR || y > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(y, number, Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null; // no such day
    }
  }

  private static PrintedDate withTime(String line, int start, int end, LocalDate date) {
    Matcher after = TIME_AFTER.matcher(line).region(end, line.length());
    if (after.lookingAt()) {
      LocalTime time = time(after);
      if (time != null) {
        ZoneId zone = zone(after);
        return new PrintedDate(
            start, zone == null ? timeEnd(after) : after.end(), date, time, zone);
      }
    }
    int from = Math.max(0, start - TIME_LENGTH);
    Matcher before = TIME_BEFORE.matcher(line).region(from, start);
    if (before.find()) {
      LocalTime time = time(before);
      if (time != null) {
        return new PrintedDate(before.start(), end, date, time, zone(before));
      }
    }
    return new PrintedDate(start, end, date, null, null);
  }

  /// Where the time itself ends, when the word after it is no zone.
  private static int timeEnd(Matcher time) {
    if (time.group("half") != null) {
      return time.end("half");
    }
    return time.group("s") != null ? time.end("s") : time.end("m");
  }

  private static @Nullable LocalTime time(Matcher match) {
    int hour = Integer.parseInt(match.group("h"));
    String half = match.group("half");
    if (half != null) {
      boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = Integer.parseInt(match.group("m"));
    int second = match.group("s") == null ? 0 : Integer.parseInt(match.group("s"));
    return hour < 24 && minute < 60 && second < 60 ? LocalTime.of(hour, minute, second) : null;
  }

  private static @Nullable ZoneId zone(Matcher match) {
    String printed = match.group("zone");
    if (printed == null) {
      return null;
    }
    String name = printed.toLowerCase(Locale.ROOT).replace(" time", "").strip();
    ZoneId known = ZONES.get(name);
    if (known != null) {
      return known;
    }
    int sign = Math.max(name.indexOf('+'), name.indexOf('-'));
    return sign < 0 ? null : offset(name.charAt(sign), name.substring(sign + 1).replace(":", ""));
  }

  private static @Nullable ZoneId offset(char sign, String digits) {
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    if (hours > 14 || minutes > 59) {
      return null;
    }
    int factor = sign == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(factor * hours, factor * minutes);
  }
}
