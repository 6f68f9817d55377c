package io.readthrough.parse.office;

import io.readthrough.parse.archive.ZipArchive;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a Word document: paragraphs by their styles, tables row by row, footnotes last. Deleted
/// text, field codes, headers and footers are left out; so is hidden text, which is counted: marked
/// as such, white on white, or no larger than a point.
final class WordDocument {
  static final String MAIN = "word/document.xml";

  private static final Pattern HEADING = Pattern.compile("heading ?(\\d)");

  /// Two half points.
  private static final int HIDDEN_SIZE = 2;

  /// A cell with more paragraphs is layout.
  private static final int MAX_CELL_PARAGRAPHS = 2;

  private static final int MAX_CELL = 300;
  private static final int MAX_STYLES = 20;

  private final ZipArchive archive;
  private final Limits limits;
  private final BlockWriter out;
  private final Map<String, Style> styles = new HashMap<>();
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private long hidden;
  private @Nullable Kind every;

  /// @param based the style it goes on from
  private record Style(
      String name, @Nullable String based, int outline, boolean hidden, boolean white) {}

  /// A paragraph that is being read, or of a cell that is.
  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private String style = "";
    private boolean item;
    private boolean shaded;
    private int outline = -1;
  }

  private static final class Table {
    private final List<List<Paragraph>> cells = new ArrayList<>();
    private boolean shaded;
  }

  WordDocument(ZipArchive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
    this.out = new BlockWriter(limits.characters());
  }

  ExtractedDocument read(DocumentMetadata metadata) {
    readStyles();
    readBody(MAIN);
    every = Kind.FOOTNOTE;
    readBody("word/footnotes.xml");
    readBody("word/endnotes.xml");
    List<String> warnings = new ArrayList<>();
    if (hidden > 0) {
      warnings.add(hidden + " hidden characters were left out.");
    }
    return out.document(metadata, hidden, warnings);
  }

  // ---- styles

  private void readStyles() {
    byte[] bytes = archive.read("word/styles.xml");
    if (bytes == null) {
      return;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    String id = null;
    String name = "";
    String based = null;
    int outline = -1;
    boolean vanish = false;
    boolean white = false;
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START) {
        switch (xml.name()) {
          case "style" -> {
            id = xml.attribute("styleId");
            name = "";
            based = null;
            outline = -1;
            vanish = false;
            white = false;
          }
          case "name" -> name = lower(xml.attribute("val"));
          case "basedOn" -> based = xml.attribute("val");
          case "outlineLvl" -> outline = xml.attribute("val", -1);
          case "vanish" -> vanish = xml.isOn();
          case "color" -> white = isWhite(xml.attribute("val"));
          default -> {}
        }
      } else if (event == XmlPart.Event.END && xml.name().equals("style") && id != null) {
        styles.put(id, new Style(name, based, outline, vanish, white));
      }
    }
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  private static boolean isWhite(@Nullable String colour) {
    return "FFFFFF".equalsIgnoreCase(colour);
  }

  // ---- the text

  private void readBody(String name) {
    byte[] bytes = archive.read(name);
    if (bytes == null) {
      return;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    Run run = new Run();
    for (XmlPart.Event event = xml.next();
        event != XmlPart.Event.DONE && !out.isFull();
        event = xml.next()) {
      switch (event) {
        case START -> start(xml, run);
        case END -> end(xml.name());
        case TEXT, DONE -> {}
      }
    }
  }

  /// How the text that comes next is shown.
  private static final class Run {
    private boolean hidden;
    private boolean white;
    private boolean shaded;

    void reset() {
      hidden = false;
      white = false;
      shaded = false;
    }
  }

  private void start(XmlPart xml, Run run) {
    Paragraph paragraph = paragraphs.peek();
    switch (xml.name()) {
      case "p" -> paragraphs.push(new Paragraph());
      case "r" -> run.reset();
      case "pStyle" -> {
        if (paragraph != null) {
          String style = xml.attribute("val");
          paragraph.style = style == null ? "" : style;
        }
      }
      case "numPr" -> {
        if (paragraph != null) {
          paragraph.item = true;
        }
      }
      case "outlineLvl" -> {
        if (paragraph != null) {
          paragraph.outline = xml.attribute("val", -1);
        }
      }
      case "rStyle" -> {
        Style style = styles.get(String.valueOf(xml.attribute("val")));
        run.hidden |= style != null && style.hidden;
        run.white |= style != null && style.white;
      }
      case "vanish", "specVanish" -> run.hidden = xml.isOn();
      case "color" -> run.white = isWhite(xml.attribute("val"));
      case "sz" -> run.hidden |= xml.attribute("val", Integer.MAX_VALUE) <= HIDDEN_SIZE;
      case "highlight" -> run.shaded = true;
      case "shd" -> shade(xml.attribute("fill"), paragraph, run);
      case "t" -> append(xml.content(), run);
      case "tab" -> append(" ", run);
      case "br", "cr" -> append("\n", run);
      case "noBreakHyphen" -> append("-", run);
      case "tbl" -> tables.push(new Table());
      case "tr" -> {
        if (!tables.isEmpty()) {
          tables.peek().cells.clear();
        }
      }
      case "tc" -> {
        if (!tables.isEmpty()) {
          tables.peek().cells.add(new ArrayList<>());
          tables.peek().shaded = false;
        }
      }
      // What a program that knows less shows instead of what was read; field codes; the mark's
      // text.
      case "Fallback", "instrText", "del", "moveFrom", "rPrChange", "pPrChange" -> xml.skip();
      default -> {}
    }
  }

  private void shade(@Nullable String fill, @Nullable Paragraph paragraph, Run run) {
    boolean shaded = fill != null && !fill.equals("auto") && !isWhite(fill);
    if (paragraph == null) {
      if (!tables.isEmpty()) {
        tables.peek().shaded |= shaded;
      }
    } else {
      run.shaded |= shaded;
      paragraph.shaded |= shaded && paragraph.text.isEmpty();
    }
  }

  private void append(String text, Run run) {
    Paragraph paragraph = paragraphs.peek();
    if (paragraph == null) {
      return;
    }
    boolean shaded =
        run.shaded || paragraph.shaded || tables.stream().anyMatch(table -> table.shaded);
    Style style = styles.get(paragraph.style);
    boolean white = run.white || (style != null && style.white);
    if (run.hidden || (style != null && style.hidden) || (white && !shaded)) {
      hidden += text.strip().length();
    } else {
      paragraph.text.append(text);
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> {
        Paragraph paragraph = paragraphs.poll();
        if (paragraph != null && !paragraph.text.toString().isBlank()) {
          keep(paragraph);
        }
      }
      case "tr" -> {
        if (!tables.isEmpty()) {
          endRow(tables.peek());
        }
      }
      case "tbl" -> tables.poll();
      default -> {}
    }
  }

  /// A paragraph of a cell waits for the end of its row; that of a text box is a block by itself.
  private void keep(Paragraph paragraph) {
    Table table = tables.peek();
    if (table != null && !table.cells.isEmpty() && paragraphs.isEmpty()) {
      table.cells.getLast().add(paragraph);
    } else {
      write(paragraph);
    }
  }

  private void endRow(Table table) {
    List<List<Paragraph>> cells = table.cells;
    boolean filled = cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
    boolean small =
        cells.stream()
            .allMatch(
                cell ->
                    cell.size() <= MAX_CELL_PARAGRAPHS
                        && cell.stream().allMatch(p -> p.text.length() <= MAX_CELL));
    if (filled && small) {
      List<String> texts = cells.stream().map(WordDocument::cell).toList();
      out.block(Kind.TABLE_ROW, 0, String.join(" | ", texts));
    } else {
      cells.forEach(cell -> cell.forEach(this::write));
    }
    cells.clear();
  }

  private static String cell(List<Paragraph> paragraphs) {
    return String.join(" ", paragraphs.stream().map(p -> oneLine(p.text.toString())).toList());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private void write(Paragraph paragraph) {
    String text = oneLine(paragraph.text.toString());
    if (every != null) {
      out.block(every, 0, text);
      return;
    }
    int level = level(paragraph);
    String style = styleName(paragraph);
    if (level > 0) {
      out.block(Kind.HEADING, level, text);
    } else if (style.contains("quote")) {
      out.block(Kind.QUOTE, 0, text);
    } else if (style.contains("footnote") || style.equals("source")) {
      out.block(Kind.FOOTNOTE, 0, text);
    } else if (paragraph.item || style.startsWith("list")) {
      out.block(Kind.LIST_ITEM, 0, "- " + text);
    } else {
      String[] lines = paragraph.text.toString().split("\n", -1);
      out.block(Kind.PARAGRAPH, 0, oneLine(lines[0]));
      for (int i = 1; i < lines.length; i++) {
        out.line(Kind.PARAGRAPH, 0, oneLine(lines[i]));
      }
    }
  }

  private String styleName(Paragraph paragraph) {
    Style style = styles.get(paragraph.style);
    return style == null ? lower(paragraph.style) : style.name;
  }

  /// The level of a heading, by its outline or by the name of a style that it goes back to; 0 when
  /// it is none.
  private int level(Paragraph paragraph) {
    if (paragraph.outline >= 0 && paragraph.outline < 6) {
      return paragraph.outline + 1;
    }
    String id = paragraph.style;
    for (int i = 0; i < MAX_STYLES && !id.isEmpty(); i++) {
      Style style = styles.get(id);
      String name = style == null ? lower(id) : style.name;
      Matcher heading = HEADING.matcher(name);
      if (heading.lookingAt()) {
        // A title stands above the first heading.
        return Math.clamp(Integer.parseInt(heading.group(1)) + 1L, 2, 6);
      }
      if (name.equals("title")) {
        return 1;
      }
      if (style == null || style.based == null) {
        return 0;
      }
      if (style.outline >= 0 && style.outline < 6) {
        return style.outline + 1;
      }
      id = style.based;
    }
    return 0;
  }
}
