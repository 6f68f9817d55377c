package io.readthrough.parse.extract;

import io.readthrough.core.note.TextSpan;
import io.readthrough.parse.decode.TextCleaner;
import io.readthrough.parse.extract.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads plain text. The text stays as it is, character for character, once it is clean; only its
/// lines are told apart: headings, list items, rows of columns, quoted lines, footnotes. The lines
/// of a wrapped paragraph are one block.
public final class PlainTextExtractor implements DocumentExtractor {
  /// Lines of wrapped text are this long: shorter ones end on purpose, longer ones are paragraphs.
  private static final int WRAPPED_MIN = 50;

  private static final int WRAPPED_MAX = 120;

  private static final int MAX_HEADING = 100;
  private static final int MAX_HEADING_WORDS = 12;

  /// Looked at where a line's form is told by its beginning.
  private static final int HEAD = 200;

  private static final Pattern LIST_ITEM =
      Pattern.compile("\\s{0,40}(?:[-*•–·▪]|\\d{1,2}[.)])\\s{1,9}\\S");
  private static final Pattern QUOTE = Pattern.compile("\\s{0,9}>\\s");
  private static final Pattern FOOTNOTE =
      Pattern.compile("\\s{0,9}(?:\\[\\d{1,3}\\]\\s|[¹²³⁴⁵⁶⁷⁸⁹]|(?i:sources?: ))");

  /// The end of a sentence within a line.
  private static final Pattern SENTENCE_END = Pattern.compile("\\p{Ll}{3}[.?!] \\p{Lu}");

  private static final Pattern LABEL = Pattern.compile("\\s{0,9}\\p{Lu}[\\p{L} -]{1,24}: ");

  /// Columns are set apart by a tab, or by more blanks than stand between two sentences.
  private static final Pattern GAP = Pattern.compile("(?<=\\S)(?:\\t+| {3,40})(?=\\S)");

  private final Limits limits;

  /// @param limits that documents are held to
  public PlainTextExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String version() {
    return "text/1";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public int confidence(String text, String filename) {
    return FALLBACK + (filename.endsWith(".txt") ? NAME_FITS : 0);
  }

  @Override
  public ExtractedDocument extract(String document) {
    TextCleaner cleaner = new TextCleaner();
    String clean = cleaner.clean(document);
    String text = clean.substring(0, TextLimit.cut(clean, limits.characters()));
    List<String> warnings = new ArrayList<>(cleaner.warnings());
    if (text.length() < clean.length()) {
      warnings.add(TextLimit.warning(limits.characters(), text.length()));
    }
    double coverage = clean.isEmpty() ? 0 : (double) text.length() / clean.length();
    return new ExtractedDocument(
        text, new LineReader(text).blocks(), DocumentMetadata.NONE, coverage, warnings);
  }

  /// Reads groups of lines, which blank lines part.
  private static final class LineReader {
    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<TextSpan> group = new ArrayList<>();

    LineReader(String text) {
      this.text = text;
    }

    List<Block> blocks() {
      int start = 0;
      while (start < text.length()) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        TextSpan line = stripped(start, end);
        if (line.length() > 0) {
          group.add(line);
        } else {
          endGroup();
        }
        start = end + 1;
      }
      endGroup();
      return blocks;
    }

    private TextSpan stripped(int start, int end) {
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      return new TextSpan(from, to);
    }

    private void endGroup() {
      boolean wrapped = isWrapped();
      for (int i = 0; i < group.size(); i++) {
        Kind kind = kind(i);
        int last = i;
        while (last + 1 < group.size() && continues(kind, last, wrapped)) {
          last++;
        }
        TextSpan span = new TextSpan(group.get(i).start(), group.get(last).end());
        blocks.add(new Block(kind, kind == Kind.HEADING ? 2 : 0, span));
        i = last;
      }
      group.clear();
    }

    /// Whether all lines but the last are as long as wrapping makes them: the next word would not
    /// have fitted. Lines of parts between bars are no running text.
    private boolean isWrapped() {
      if (group.size() < 3) {
        return false;
      }
      int width = group.stream().mapToInt(TextSpan::length).max().orElse(0);
      for (int i = 0; i + 1 < group.size(); i++) {
        TextSpan line = group.get(i);
        if (line.length() < WRAPPED_MIN
            || line.length() > WRAPPED_MAX
            || line.length() + 1 + firstWord(i + 1) <= width
            || LABEL.matcher(head(line)).lookingAt()
            || head(line).contains(" | ")) {
          return false;
        }
      }
      return true;
    }

    /// The length of the first word of line `i`, as far as it is looked at.
    private int firstWord(int i) {
      String head = head(group.get(i));
      int end = 0;
      while (end < head.length() && !Character.isWhitespace(head.charAt(end))) {
        end++;
      }
      return end;
    }

    /// Whether the line after line `i` goes on with the same block.
    private boolean continues(Kind kind, int i, boolean wrapped) {
      TextSpan line = group.get(i);
      boolean runningText =
          kind == Kind.PARAGRAPH || kind == Kind.LIST_ITEM || kind == Kind.FOOTNOTE;
      if (!runningText || line.length() < WRAPPED_MIN || line.length() > WRAPPED_MAX) {
        return false;
      }
      boolean goesOn = wrapped || Character.isLowerCase(text.charAt(group.get(i + 1).start()));
      return goesOn && kind(i + 1) == Kind.PARAGRAPH;
    }

    private Kind kind(int i) {
      TextSpan line = group.get(i);
      String head = head(line);
      if (QUOTE.matcher(head).lookingAt()) {
        return Kind.QUOTE;
      }
      if (LIST_ITEM.matcher(head).lookingAt()) {
        return Kind.LIST_ITEM;
      }
      if (FOOTNOTE.matcher(head).lookingAt()) {
        return Kind.FOOTNOTE;
      }
      if (isRow(line, head)) {
        return Kind.TABLE_ROW;
      }
      return i == 0 && isHeading(line, head) ? Kind.HEADING : Kind.PARAGRAPH;
    }

    private String head(TextSpan line) {
      return text.substring(line.start(), Math.min(line.end(), line.start() + HEAD));
    }

    /// Two gaps make a row; so does one before a last column of figures.
    private static boolean isRow(TextSpan line, String head) {
      if (line.length() > head.length()) {
        return false;
      }
      String[] cells = GAP.split(head, -1);
      return cells.length > 2
          || (cells.length == 2 && cells[1].chars().anyMatch(Character::isDigit));
    }

    /// A short line at the head of its group that is no sentence: in capitals, or by itself.
    private boolean isHeading(TextSpan line, String head) {
      if (line.length() > MAX_HEADING || ".;,!".indexOf(head.charAt(head.length() - 1)) >= 0) {
        return false;
      }
      boolean letters = head.chars().anyMatch(Character::isLetter);
      boolean capitals = head.chars().noneMatch(Character::isLowerCase);
      boolean few = head.split("\\s+", -1).length <= MAX_HEADING_WORDS;
      boolean sentence = SENTENCE_END.matcher(head).find();
      return letters && few && !sentence && (capitals || group.size() == 1);
    }
  }
}
