package io.readthrough.parse.pdf;

import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes blocks of text out of the rows of pages.
///
/// Rows that come again at the top or bottom of many pages, and page numbers there, are left out.
/// Lines of a column are one paragraph until a wider gap, another font, a bullet, or a short line
/// that ends a sentence. A hyphen at a line's end goes when the word without it, or nothing else,
/// occurs elsewhere in the document. A paragraph that a column or a page breaks goes on with the
/// next when that begins in lower case.
final class PdfText {
  /// The parts of a page's height where headers and footers stand.
  private static final float TOP = 0.1f;

  private static final float BOTTOM = 0.9f;

  /// A row that stands in so many of the pages, and on two at least, is a header or a footer.
  private static final double REPEATED = 0.4;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)\\W{0,3}(?:page|p\\.|seite)?\\s?\\d{1,4}(?:\\s?(?:of|/|von|\\|)\\s?\\d{1,4})?\\W{0,3}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern BULLET =
      Pattern.compile("(?:[•●▪■◆►‣∙·\uF0A7\uF0B7\uF0D8–]|[-*] )\\s{0,9}(?=\\S)");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)] \\S");
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?i)(?:sources?:|notes?:|\\(?\\d{1,2}\\)? |[*†‡])\\s{0,3}\\S");

  /// A heading's font is larger than the text's by this factor.
  private static final float HEADING_SIZE = 1.15f;

  private static final int MAX_HEADING_WORDS = 14;
  private static final float SMALL = 0.9f;
  private static final float FOOT = 0.75f;

  /// Leading above this, in font sizes, parts two paragraphs whose lines are closer.
  private static final float PARAGRAPH_GAP = 1.25f;

  private static final int BOLD_LEVEL = 4;
  private static final int MAX_LEVEL = 6;

  private final List<PdfPage> pages;
  private final BlockWriter out;
  private final Map<Integer, List<Row>> rows = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Map<Integer, Integer> headingLevels = new HashMap<>();
  private float bodySize;
  private long leftOut;
  private @Nullable Paragraph open;

  /// Lines that are one block.
  private static final class Paragraph {
    private final Kind kind;
    private final int level;
    private final int page;
    private final StringBuilder text = new StringBuilder();

    Paragraph(Kind kind, int level, int page) {
      this.kind = kind;
      this.level = level;
      this.page = page;
    }
  }

  PdfText(List<PdfPage> pages, BlockWriter out) {
    this.pages = pages;
    this.out = out;
  }

  /// Characters of headers, footers and page numbers.
  long leftOut() {
    return leftOut;
  }

  void write() {
    survey();
    for (PdfPage page : pages) {
      Limits.checkTime();
      if (out.isFull()) {
        return;
      }
      List<Row> kept = new ArrayList<>();
      for (Row row : rows.getOrDefault(page.number(), List.of())) {
        if (isFurniture(row, page)) {
          leftOut += row.text().length();
        } else {
          kept.add(row);
        }
      }
      for (List<Row> column : PageLayout.columns(kept)) {
        writeColumn(column, page);
      }
    }
    close();
  }

  // ---- what is the same on all pages

  private void survey() {
    Map<String, Integer> counts = new HashMap<>();
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    for (PdfPage page : pages) {
      Limits.checkTime();
      List<Row> ofPage = new ArrayList<>();
      for (List<Segment> direction : byDirection(page.segments())) {
        ofPage.addAll(Row.of(direction));
      }
      rows.put(page.number(), ofPage);
      Set<String> margins = new HashSet<>();
      for (Row row : ofPage) {
        for (Segment segment : row.segments()) {
          sizes.merge(rounded(segment.size), segment.length(), Integer::sum);
        }
        String text = row.text();
        for (String word : text.split("[^\\p{L}-]+", -1)) {
          words.add(word);
        }
        if (inMargin(row, page)) {
          margins.add(normal(text));
        }
      }
      margins.forEach(text -> counts.merge(text, 1, Integer::sum));
    }
    counts.forEach(
        (text, count) -> {
          if (count >= 2 && count >= REPEATED * pages.size()) {
            repeated.add(text);
          }
        });
    int body =
        sizes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(20);
    bodySize = body / 2f;
    int level = 1;
    for (int size : sizes.descendingKeySet()) {
      if (size / 2f >= HEADING_SIZE * bodySize) {
        headingLevels.put(size, Math.min(level, BOLD_LEVEL - 1));
        level++;
      }
    }
  }

  /// Most pages have one direction; a margin that runs up the page is read after the rest.
  private static List<List<Segment>> byDirection(List<Segment> segments) {
    Map<Integer, List<Segment>> byDirection = new TreeMap<>();
    segments.forEach(
        each -> byDirection.computeIfAbsent(each.direction, d -> new ArrayList<>()).add(each));
    List<List<Segment>> directions = new ArrayList<>(byDirection.values());
    directions.sort((one, other) -> Integer.compare(other.size(), one.size()));
    return directions;
  }

  private static int rounded(float size) {
    return Math.round(size * 2);
  }

  private static boolean inMargin(Row row, PdfPage page) {
    return row.y() < TOP * page.height() || row.y() > BOTTOM * page.height();
  }

  private static String normal(String text) {
    return DIGITS.matcher(text).replaceAll("#");
  }

  private boolean isFurniture(Row row, PdfPage page) {
    if (!inMargin(row, page)) {
      return false;
    }
    String text = row.text();
    return repeated.contains(normal(text)) || PAGE_NUMBER.matcher(text).matches();
  }

  // ---- a column

  private void writeColumn(List<Row> column, PdfPage page) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (Row row : column) {
      left = Math.min(left, row.x());
      right = Math.max(right, row.end());
    }
    Row before = null;
    for (int i = 0; i < column.size(); i++) {
      Row row = column.get(i);
      if (isTableRow(column, i)) {
        close();
        out.page(page.number());
        out.block(Kind.TABLE_ROW, 0, row.cells());
        before = null;
        continue;
      }
      boolean goesOn =
          before == null ? goesOnAcross(row) : goesOn(before, row, leading(column, i), left, right);
      if (!goesOn) {
        close();
      }
      append(row, page);
      before = row;
    }
  }

  /// Whether a row is one of a table: cells, in rows that follow each other, or figures at the end.
  private static boolean isTableRow(List<Row> column, int i) {
    if (column.get(i).segments().size() < 2 || BULLET.matcher(column.get(i).text()).lookingAt()) {
      return false;
    }
    boolean neighbour =
        (i > 0 && column.get(i - 1).segments().size() > 1)
            || (i + 1 < column.size() && column.get(i + 1).segments().size() > 1);
    return neighbour
        || column.get(i).segments().getLast().text().chars().anyMatch(Character::isDigit);
  }

  /// The usual distance of lines around row `i`: the least of those next to it.
  private static float leading(List<Row> column, int i) {
    float least = Float.MAX_VALUE;
    for (int j = Math.max(1, i - 2); j <= Math.min(column.size() - 1, i + 2); j++) {
      float distance = column.get(j).y() - column.get(j - 1).y();
      if (distance > 0.5f * column.get(j).size()) {
        least = Math.min(least, distance);
      }
    }
    return least;
  }

  private static boolean goesOn(Row before, Row row, float leading, float left, float right) {
    float distance = row.y() - before.y();
    float size = row.size();
    boolean sameFont =
        Math.abs(before.size() - size) < 0.1f * size && before.isBold() == row.isBold();
    boolean bold = before.isBold() || row.isBold();
    if ((!sameFont && (bold || Math.abs(before.size() - size) >= 0.1f * size))
        || distance > Math.max(PARAGRAPH_GAP * leading, 1.1f * size)
        || distance < 0
        || startsItem(row.text())) {
      return false;
    }
    String text = before.text();
    char last = text.charAt(text.length() - 1);
    boolean ends = last == '.' || last == '!' || last == '?' || last == ':';
    boolean shortLine = before.end() < right - 0.2f * (right - left);
    return !(ends && shortLine);
  }

  /// Whether the first row of a column goes on with the paragraph that the column before left open.
  private boolean goesOnAcross(Row row) {
    boolean running = open != null && (open.kind == Kind.PARAGRAPH || open.kind == Kind.LIST_ITEM);
    if (open == null || !running || open.text.isEmpty()) {
      return false;
    }
    char last = open.text.charAt(open.text.length() - 1);
    return Character.isLowerCase(row.text().charAt(0))
        && (Character.isLetter(last) || last == ',' || last == '-');
  }

  private static boolean startsItem(String text) {
    return BULLET.matcher(text).lookingAt() || NUMBERED.matcher(text).lookingAt();
  }

  private void append(Row row, PdfPage page) {
    String text = row.text();
    if (text.isEmpty()) {
      return;
    }
    if (open == null) {
      open = opened(row, text, page);
      Matcher bullet = BULLET.matcher(text);
      if (open.kind == Kind.LIST_ITEM && bullet.lookingAt()) {
        text = "- " + text.substring(bullet.end());
      }
    }
    join(open.text, text);
  }

  private Paragraph opened(Row row, String text, PdfPage page) {
    if (startsItem(text)) {
      return new Paragraph(Kind.LIST_ITEM, 0, page.number());
    }
    int count = row.segments().stream().mapToInt(Segment::words).sum();
    boolean sentence = text.endsWith(".") || text.endsWith(",") || text.endsWith(";");
    boolean larger = row.size() >= HEADING_SIZE * bodySize;
    if ((larger || row.isBold()) && count <= MAX_HEADING_WORDS && (!sentence || larger)) {
      int level = larger ? headingLevels.getOrDefault(rounded(row.size()), BOLD_LEVEL) : BOLD_LEVEL;
      return new Paragraph(Kind.HEADING, Math.min(level, MAX_LEVEL), page.number());
    }
    boolean foot = row.y() > FOOT * page.height() && row.size() < SMALL * bodySize;
    if (FOOTNOTE.matcher(text).lookingAt()
        && (foot || text.regionMatches(true, 0, "source", 0, 6))) {
      return new Paragraph(Kind.FOOTNOTE, 0, page.number());
    }
    return new Paragraph(Kind.PARAGRAPH, 0, page.number());
  }

  private void join(StringBuilder text, String line) {
    int length = text.length();
    if (length == 0) {
      text.append(line);
      return;
    }
    boolean hyphen =
        length > 1
            && text.charAt(length - 1) == '-'
            && Character.isLetter(text.charAt(length - 2))
            && Character.isLowerCase(line.charAt(0));
    if (!hyphen) {
      text.append(' ').append(line);
      return;
    }
    int start = length - 1;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < line.length() && isOfWord(line.charAt(end))) {
      end++;
    }
    String first = text.substring(start, length - 1);
    String second = line.substring(0, end);
    boolean compound = words.contains(first + "-" + second) && !words.contains(first + second);
    if (!compound) {
      text.setLength(length - 1);
    }
    text.append(line);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '-';
  }

  private void close() {
    if (open != null) {
      out.page(open.page);
      out.block(open.kind, open.level, open.text.toString());
      open = null;
    }
  }
}
