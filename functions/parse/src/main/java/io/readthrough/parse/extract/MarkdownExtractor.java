package io.readthrough.parse.extract;

import io.readthrough.parse.decode.TextCleaner;
import io.readthrough.parse.extract.Block.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads Markdown as firms write it: CommonMark's headings, lists, quotes, code and inline marks,
/// the pipe tables and strike-through of GitHub, footnotes, YAML front matter. The marks leave the
/// text: headings lose `#`, links keep their words, a table's row is its cells joined by ` | `.
/// Struck text, comments and raw HTML tags are left out. One pass over the lines.
public final class MarkdownExtractor implements DocumentExtractor {
  private static final int SURE = 70;
  private static final int LIKELY = 40;
  private static final int POSSIBLE = 20;

  /// How much of a document tells whether it is Markdown.
  private static final int SAMPLE = 1 << 16;

  private static final String FENCE = "---";

  /// Front matter longer than this is no front matter but a rule and what follows.
  private static final int MAX_FRONT_MATTER = 200;

  private static final Pattern STRONG_MARK =
      Pattern.compile(
          "(?m)^#{1,6} \\S|^ {0,3}\\|?(?: ?:?-{3,40}:?"
              + " ?\\|){1,40}|\\*\\*[^*\\s]|\\]\\(https?:|^```|\\A---\\n");
  private static final Pattern WEAK_MARK =
      Pattern.compile("(?m)^ {0,3}(?:[-*+] |\\d{1,2}\\. |> )\\S");

  private static final Pattern FIELD =
      Pattern.compile(
          "([A-Za-z][\\w .:-]{0,40}?)\\s{0,9}:\\s{1,9}[\"']?(.{1,2000}?)[\"']?\\s{0,99}");
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+");
  private static final Pattern CLOSING_HASHES = Pattern.compile("\\s#{1,6}$");
  private static final Pattern UNDERLINE = Pattern.compile("=+|-{2,}");
  private static final Pattern RULE =
      Pattern.compile("(?:-\\s?){3,}|(?:\\*\\s?){3,}|(?:_\\s?){3,}");
  private static final Pattern DELIMITER_ROW =
      Pattern.compile("\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?");
  private static final Pattern ITEM = Pattern.compile("([-*+•]|\\d{1,9}[.)])\\s+");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]]{1,40}\\]:\\s*");
  private static final Pattern DEFINITION = Pattern.compile("\\[[^\\]]{1,99}\\]:\\s*\\S+.*");

  /// No rule and no row of dashes is longer. Their patterns repeat groups, which costs stack.
  private static final int MAX_RULE = 1000;

  private final Limits limits;

  /// @param limits that documents are held to
  public MarkdownExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String version() {
    return "markdown/1";
  }

  @Override
  public String mediaType() {
    return "text/markdown";
  }

  @Override
  public int confidence(String text, String filename) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE)).replace("\r\n", "\n");
    int name = filename.endsWith(".md") || filename.endsWith(".markdown") ? NAME_FITS : 0;
    int strong = count(STRONG_MARK, sample, 2);
    if (strong > 0) {
      return (strong > 1 ? SURE : LIKELY) + name;
    }
    return (WEAK_MARK.matcher(sample).find() ? POSSIBLE : 0) + name;
  }

  private static int count(Pattern pattern, String text, int enough) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (count < enough && matcher.find()) {
      count++;
    }
    return count;
  }

  @Override
  public ExtractedDocument extract(String document) {
    TextCleaner cleaner = new TextCleaner();
    String clean = cleaner.clean(document);
    String text = clean.substring(0, TextLimit.cut(clean, limits.characters()));
    List<String> warnings = cleaner.warnings();
    String visible = InlineMarkdown.withoutHiddenText(text);
    List<String> lines = visible.lines().toList();
    Map<String, String> fields = new LinkedHashMap<>();
    int first = readFrontMatter(lines, fields);
    BlockWriter out = new BlockWriter(limits.characters());
    new LineReader(out).read(lines.subList(first, lines.size()));
    if (text.length() < clean.length()) {
      out.markCut();
    }
    long leftOut = (long) clean.length() - visible.length();
    return out.document(DocumentMetadata.of(fields), leftOut, warnings);
  }

  /// Reads the `key: value` lines between two rules at the top; returns the first line after them.
  private static int readFrontMatter(List<String> lines, Map<String, String> fields) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
      return 0;
    }
    for (int i = 1; i < Math.min(lines.size(), MAX_FRONT_MATTER); i++) {
      String line = lines.get(i).strip();
      if (line.equals(FENCE) || line.equals("...")) {
        return i + 1;
      }
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), field.group(2));
      }
    }
    fields.clear();
    return 0;
  }

  /// Reads blocks line by line; `paragraph` holds what may go on.
  private static final class LineReader {
    private final BlockWriter out;
    private final StringBuilder paragraph = new StringBuilder();
    private Kind kind = Kind.PARAGRAPH;
    private String prefix = "";
    private boolean inCode;
    private boolean inTable;

    LineReader(BlockWriter out) {
      this.out = out;
    }

    void read(List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
        read(lines.get(i).strip(), next);
      }
      flush();
    }

    private void read(String line, String next) {
      if (line.startsWith("```") || line.startsWith("~~~")) {
        flush();
        inCode = !inCode;
      } else if (inCode) {
        out.line(Kind.PARAGRAPH, 0, line);
      } else if (line.isEmpty()) {
        flush();
        inTable = false;
      } else if (!readMark(line, next)) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      }
    }

    /// Reads a line that begins or is a block of its own; false when it is running text.
    private boolean readMark(String line, String next) {
      Matcher heading = HEADING.matcher(line);
      if (heading.lookingAt()) {
        String words = CLOSING_HASHES.matcher(line.substring(heading.end())).replaceFirst("");
        return block(Kind.HEADING, heading.group(1).length(), words);
      }
      if (readTable(line, next)) {
        return true;
      }
      if (!paragraph.isEmpty() && kind == Kind.PARAGRAPH && UNDERLINE.matcher(line).matches()) {
        String words = paragraph.toString();
        paragraph.setLength(0);
        return block(Kind.HEADING, line.charAt(0) == '=' ? 1 : 2, words);
      }
      if (line.length() <= MAX_RULE && RULE.matcher(line).matches()) {
        flush();
        return true;
      }
      return readBeginning(line);
    }

    private boolean readTable(String line, String next) {
      boolean row = line.indexOf('|') >= 0;
      boolean header = row && next.indexOf('-') >= 0 && isDelimiterRow(next);
      if (header && !inTable) {
        inTable = true;
        return block(Kind.TABLE_ROW, 0, cells(line));
      }
      if (inTable && row) {
        return isDelimiterRow(line) || block(Kind.TABLE_ROW, 0, cells(line));
      }
      inTable = false;
      return false;
    }

    private static boolean isDelimiterRow(String line) {
      return line.length() <= MAX_RULE && DELIMITER_ROW.matcher(line).matches();
    }

    private static String cells(String row) {
      String inner = row.startsWith("|") ? row.substring(1) : row;
      inner =
          inner.endsWith("|") && !inner.endsWith("\\|")
              ? inner.substring(0, inner.length() - 1)
              : inner;
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      for (int i = 0; i < inner.length(); i++) {
        char c = inner.charAt(i);
        if (c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|') {
          cell.append('|');
          i++;
        } else if (c == '|') {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString().strip());
      return String.join(" | ", cells);
    }

    /// Reads a line that begins a quote, a footnote or a list item, whose paragraph may go on.
    private boolean readBeginning(String line) {
      if (line.startsWith(">")) {
        String words = withoutQuoteMarks(line);
        if (kind == Kind.QUOTE && !paragraph.isEmpty()) {
          paragraph.append(' ').append(words);
          return true;
        }
        return begin(Kind.QUOTE, "", words);
      }
      Matcher footnote = FOOTNOTE.matcher(line);
      if (footnote.lookingAt()) {
        return begin(Kind.FOOTNOTE, "", line.substring(footnote.end()));
      }
      if (DEFINITION.matcher(line).matches()) {
        flush();
        return true;
      }
      Matcher item = ITEM.matcher(line);
      if (item.lookingAt()) {
        String marker = item.group(1).length() > 1 ? item.group(1) : "-";
        return begin(Kind.LIST_ITEM, marker + " ", line.substring(item.end()));
      }
      return false;
    }

    private static String withoutQuoteMarks(String line) {
      int start = 0;
      while (start < line.length() && (line.charAt(start) == '>' || line.charAt(start) == ' ')) {
        start++;
      }
      return line.substring(start);
    }

    private boolean begin(Kind of, String before, String words) {
      flush();
      kind = of;
      prefix = before;
      paragraph.append(words);
      return true;
    }

    private boolean block(Kind of, int level, String words) {
      flush();
      out.block(of, level, InlineMarkdown.words(words));
      return true;
    }

    private void flush() {
      if (!paragraph.isEmpty()) {
        String words = InlineMarkdown.words(paragraph.toString());
        if (!words.isBlank()) {
          out.block(kind, 0, prefix + words);
        }
        paragraph.setLength(0);
      }
      kind = Kind.PARAGRAPH;
      prefix = "";
    }
  }
}
