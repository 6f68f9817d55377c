package io.readthrough.parse.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines above and below a note's title that say who wrote it, for whom and when, in the
/// forms of the trade: `Published: 14 October 2026 07:10 BST`, `Analysts: A. One; B. Two`, `By A.
/// One, Some Research. 12 October 2026`, `Some Research | Banks | First take`.
final class Masthead {
  /// A masthead's line is short; whatever is longer is running text.
  private static final int MAX_LINE = 240;

  /// So are its parts; a longer one is a sentence.
  private static final int MAX_PART_WORDS = 9;

  private static final int MAX_NAME = 120;

  private static final Set<String> DATE_LABELS =
      Set.of(
          "published",
          "publication date",
          "date",
          "dated",
          "issued",
          "issue date",
          "released",
          "release date",
          "posted",
          "time");
  private static final Set<String> AUTHOR_LABELS =
      Set.of(
          "author",
          "authors",
          "analyst",
          "analysts",
          "lead analyst",
          "written by",
          "prepared by",
          "by",
          "from");
  private static final Set<String> PUBLISHER_LABELS =
      Set.of("publisher", "vendor", "provider", "firm");
  private static final Set<String> TITLE_LABELS = Set.of("title", "subject", "headline");
  private static final Set<String> URL_LABELS = Set.of("url", "link");
  private static final Set<String> OTHER_LABELS =
      Set.of(
          "to",
          "contact",
          "sector",
          "product",
          "type",
          "category",
          "region",
          "updated",
          "ticker",
          "tickers",
          "source",
          "telephone",
          "e-mail",
          "email");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<label>\\p{L}[\\p{L}-]{1,15}(?: \\p{L}{2,10})?)\\s?:\\s*(?<value>.*)", Pattern.DOTALL);

  private static final String NAME_WORD =
      "(?:\\p{Lu}[\\p{L}'’-]*\\.?|de|van|von|der|den|la|al|bin|da|di|du|el)";
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|by|BY)\\s+(?<names>"
              + "(?:Dr\\.? |Prof\\.? )?\\p{Lu}[\\p{L}'’-]*\\.?(?: "
              + NAME_WORD
              + "){1,4}.{0,200})");
  private static final Pattern PERSON =
      Pattern.compile("(?:Dr\\.? |Prof\\.? )?\\p{Lu}[\\p{L}'’-]*\\.?(?: " + NAME_WORD + "){1,4}");
  private static final Pattern NAME_END =
      Pattern.compile("[,;]\\s*(?:(?:and|&)\\s+)?|\\s+(?:and|&)\\s+");
  private static final Pattern CREDENTIAL =
      Pattern.compile("CFA|CAIA|FRM|CPA|MBA|MD|PhD|Ph\\.D\\.?|MSc");

  /// The last word of a research house's name.
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:[\\p{Lu}][\\p{L}'’.&-]*\\.?"
              + " ){1,5}(?i:research|strategy|securities|partners|credit|desk|advisors|advisers|advisory|analytics|equities|markets|capital|llp)");

  /// Between the parts of a line.
  private static final Pattern PART =
      Pattern.compile("\\s+[|·•–—/-]+\\s+|(?<=[\\p{L}\\d)]{3})\\.\\s+|\\s*[|·•]\\s*");

  private static final Pattern PIECE = Pattern.compile("[,()]");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|tue|wed|thu|fri|sat|sun),?");

  /// Words of a view: a line that has one speaks of a security and is read as text.
  private static final Pattern VIEW =
      Pattern.compile(
          "(?i)[$€£¥]\\s?\\d|\\d\\s?%|\\b(?:ratings?|target|buy|sell|hold|overweight|underweight|outperform|underperform|upgrade[ds]?|downgrade[ds]?)\\b");

  private final List<PrintedDate> dates = new ArrayList<>();
  private @Nullable String author;
  private @Nullable String publisher;
  private @Nullable String title;
  private @Nullable String url;
  private boolean byline;

  /// What a line turned out to be.
  enum Line {
    /// For whom, when, of what kind; nothing else.
    FURNITURE,
    /// Such a line that says who wrote the note.
    BYLINE,
    /// A label and the note's title.
    TITLE,
    /// None of it, or more than it.
    TEXT;

    /// Whether it is of the masthead and not the title.
    boolean isFurniture() {
      return this == FURNITURE || this == BYLINE;
    }
  }

  @Nullable String author() {
    return author;
  }

  @Nullable String publisher() {
    return publisher;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String url() {
    return url;
  }

  /// The dates of publication that were found, ambiguous ones too, in order.
  List<PrintedDate> dates() {
    return dates;
  }

  /// Reads a line and keeps what it tells. What was found first stays.
  Line read(String line) {
    if (line.length() > MAX_LINE) {
      return Line.TEXT;
    }
    int known = 0;
    int unknownWords = 0;
    byline = false;
    String[] parts = PART.split(line, -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      boolean afterDate = i > 0 && PrintedDate.in(parts[i - 1]) != null;
      if (part.isEmpty()) {
        continue;
      }
      if (readPart(part) || (afterDate && readBareName(part))) {
        known++;
      } else {
        unknownWords = Math.max(unknownWords, part.split("\\s+", -1).length);
      }
    }
    if (title != null && parts.length > 0 && line.endsWith(title)) {
      return Line.TITLE;
    }
    boolean furniture = known > 0 && unknownWords <= MAX_PART_WORDS && !hasView(line);
    if (!furniture) {
      return Line.TEXT;
    }
    return byline ? Line.BYLINE : Line.FURNITURE;
  }

  /// Whether a short line holds a price, a change or the words of a rating.
  static boolean hasView(String line) {
    return VIEW.matcher(line).find();
  }

  private boolean readPart(String part) {
    Matcher label = LABEL.matcher(part);
    if (label.matches()) {
      String name = label.group("label").toLowerCase(Locale.ROOT);
      String value = label.group("value").strip();
      if (readLabelled(name, value)) {
        return true;
      }
    }
    Matcher names = BYLINE.matcher(part);
    if (names.matches()) {
      byline = true;
      readNames(names.group("names"));
      readPieces(part);
      return true;
    }
    return readPieces(part);
  }

  private boolean readLabelled(String label, String value) {
    if (DATE_LABELS.contains(label)) {
      PrintedDate date = PrintedDate.in(value);
      if (date != null) {
        dates.add(date);
      }
    } else if (AUTHOR_LABELS.contains(label)) {
      byline = true;
      if (author == null && !value.isEmpty() && value.length() <= MAX_NAME) {
        author = value;
      }
    } else if (PUBLISHER_LABELS.contains(label)) {
      publisher = publisher == null ? value : publisher;
    } else if (URL_LABELS.contains(label)) {
      url = url == null && value.matches("https?://\\S+") ? value : url;
    } else if (TITLE_LABELS.contains(label)) {
      title = title == null && !value.isEmpty() ? value : title;
    } else {
      return OTHER_LABELS.contains(label);
    }
    return true;
  }

  /// The names of a byline: up to the first piece that is neither a name nor a credential.
  private void readNames(String names) {
    StringBuilder found = new StringBuilder();
    for (String piece : NAME_END.split(names, -1)) {
      String name = piece.strip();
      boolean house = HOUSE.matcher(name).matches();
      if (house && publisher == null) {
        publisher = name;
      }
      boolean person = !house && PERSON.matcher(name).matches();
      if (!person && !CREDENTIAL.matcher(name).matches()) {
        break;
      }
      found.append(found.isEmpty() ? "" : ", ").append(name);
    }
    if (author == null && !found.isEmpty()) {
      author = found.toString();
    }
  }

  /// A name by itself, as it stands after a date: initials tell it from a sector.
  private boolean readBareName(String part) {
    boolean initial = part.length() > 2 && part.charAt(1) == '.';
    if (author == null && initial && PERSON.matcher(part).matches()) {
      author = part;
      byline = true;
      return true;
    }
    return false;
  }

  /// Reads a part without a label: a house's name, a date that stands by itself.
  private boolean readPieces(String part) {
    boolean known = false;
    PrintedDate date = PrintedDate.in(part);
    if (date != null && standsAlone(part, date)) {
      dates.add(date);
      known = true;
    }
    String first = PIECE.split(part, 2)[0].strip();
    String name = first.indexOf(':') < 0 ? first : first.substring(0, first.indexOf(':')).strip();
    if (HOUSE.matcher(name).matches() && (name.length() == first.length() || date != null)) {
      publisher = publisher == null ? name : publisher;
      known = true;
    }
    return known;
  }

  /// Whether nothing but a weekday shares its piece with a date: "On 14 October 2026" begins a
  /// sentence.
  private static boolean standsAlone(String part, PrintedDate date) {
    String before = part.substring(0, date.start());
    int from =
        Math.max(
            Math.max(before.lastIndexOf(','), before.lastIndexOf('(')), before.lastIndexOf(':'));
    String piece = before.substring(from + 1).strip();
    String after = part.substring(date.end()).strip();
    boolean ends = after.isEmpty() || PIECE.matcher(after).lookingAt();
    return ends && (piece.isEmpty() || WEEKDAY.matcher(piece).matches() || endsWithWeekday(piece));
  }

  private static boolean endsWithWeekday(String piece) {
    String last = piece.substring(piece.lastIndexOf(' ') + 1);
    return WEEKDAY.matcher(last).matches() && piece.split(" ", -1).length <= 2;
  }
}
