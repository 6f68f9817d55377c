package io.readthrough.parse.office;

import io.readthrough.parse.archive.ZipArchive;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads an Excel workbook: each sheet is a heading and its rows, cells parted by ` | `, formulas
/// by the value they had when saved. Hidden sheets, rows and columns are left out.
final class Workbook {
  static final String MAIN = "xl/workbook.xml";

  private static final String FOLDER = "xl/";

  /// The digits of a figure that are shown at most.
  private static final MathContext DIGITS = new MathContext(10);

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final double MAX_DAY = 2_958_465;
  private static final int MAX_COLUMNS = 256;

  private final ZipArchive archive;
  private final Limits limits;
  private final BlockWriter out;
  private final List<String> strings = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>();
  private int hiddenSheets;
  private int hiddenCells;

  private enum Form {
    NUMBER,
    PERCENT,
    DATE
  }

  Workbook(ZipArchive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
    this.out = new BlockWriter(limits.characters());
  }

  ExtractedDocument read(DocumentMetadata metadata) {
    readStrings();
    readForms();
    for (Map.Entry<String, String> sheet : sheets()) {
      byte[] bytes = archive.read(sheet.getValue());
      if (bytes != null && !out.isFull()) {
        out.block(Kind.HEADING, 2, sheet.getKey());
        readSheet(new XmlPart(bytes, limits));
      }
    }
    List<String> warnings = new ArrayList<>();
    if (hiddenSheets > 0) {
      warnings.add(hiddenSheets + " hidden sheets were left out.");
    }
    if (hiddenCells > 0) {
      warnings.add(hiddenCells + " cells of hidden rows and columns were left out.");
    }
    return out.document(metadata, 0, warnings);
  }

  private List<Map.Entry<String, String>> sheets() {
    Map<String, String> targets = Relationships.of(archive, FOLDER, "workbook.xml", limits);
    List<Map.Entry<String, String>> sheets = new ArrayList<>();
    byte[] bytes = archive.read(MAIN);
    if (bytes == null) {
      return sheets;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START && xml.name().equals("sheet")) {
        String state = xml.attribute("state");
        String name = xml.attribute("name");
        String target = targets.get(String.valueOf(xml.attribute("r", "id")));
        if (state != null && !state.equals("visible")) {
          hiddenSheets++;
        } else if (target != null) {
          sheets.add(Map.entry(name == null ? "" : name, target));
        }
      }
    }
    return sheets;
  }

  private void readStrings() {
    byte[] bytes = archive.read("xl/sharedStrings.xml");
    if (bytes == null) {
      return;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    StringBuilder text = new StringBuilder();
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START) {
        switch (xml.name()) {
          case "t" -> text.append(xml.content());
          case "rPh" -> xml.skip();
          default -> {}
        }
      } else if (event == XmlPart.Event.END && xml.name().equals("si")) {
        strings.add(text.toString());
        text.setLength(0);
      }
    }
  }

  private void readForms() {
    byte[] bytes = archive.read("xl/styles.xml");
    if (bytes == null) {
      return;
    }
    Map<Integer, String> codes = new HashMap<>();
    boolean cells = false;
    XmlPart xml = new XmlPart(bytes, limits);
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START) {
        switch (xml.name()) {
          case "numFmt" -> {
            String code = xml.attribute("formatCode");
            codes.put(xml.attribute("numFmtId", -1), code == null ? "" : code);
          }
          case "cellXfs" -> cells = true;
          case "xf" -> {
            if (cells) {
              int id = xml.attribute("numFmtId", 0);
              forms.add(form(id, codes.getOrDefault(id, "")));
            }
          }
          default -> {}
        }
      } else if (event == XmlPart.Event.END && xml.name().equals("cellXfs")) {
        cells = false;
      }
    }
  }

  /// By the built-in formats (ECMA-376, part 1, 18.8.30) and the letters of a format's code.
  private static Form form(int id, String code) {
    if (id == 9 || id == 10 || code.contains("%")) {
      return Form.PERCENT;
    }
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    boolean date = (id >= 14 && id <= 17) || id == 22 || plain.contains("y") || plain.contains("d");
    return date ? Form.DATE : Form.NUMBER;
  }

  private void readSheet(XmlPart xml) {
    List<String> cells = new ArrayList<>();
    boolean[] hiddenColumns = new boolean[MAX_COLUMNS];
    boolean hiddenRow = false;
    for (XmlPart.Event event = xml.next();
        event != XmlPart.Event.DONE && !out.isFull();
        event = xml.next()) {
      if (event == XmlPart.Event.START) {
        switch (xml.name()) {
          case "col" -> hide(xml, hiddenColumns);
          case "row" -> {
            cells.clear();
            hiddenRow = isTrue(xml.attribute("hidden"));
          }
          case "c" -> {
            int column = column(xml.attribute("r"), cells.size());
            String value = cell(xml);
            if (hiddenRow || (column < MAX_COLUMNS && hiddenColumns[column])) {
              hiddenCells += value.isEmpty() ? 0 : 1;
            } else if (!value.isEmpty()) {
              cells.add(value);
            }
          }
          default -> {}
        }
      } else if (event == XmlPart.Event.END && xml.name().equals("row") && !cells.isEmpty()) {
        out.block(Kind.TABLE_ROW, 0, String.join(" | ", cells));
      }
    }
  }

  private static void hide(XmlPart xml, boolean[] hiddenColumns) {
    if (isTrue(xml.attribute("hidden"))) {
      int last = Math.min(xml.attribute("max", 0), MAX_COLUMNS);
      for (int i = Math.max(1, xml.attribute("min", 1)); i <= last; i++) {
        hiddenColumns[i - 1] = true;
      }
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /// The column of a cell called "AB12", from 0.
  private static int column(@Nullable String reference, int otherwise) {
    if (reference == null) {
      return otherwise;
    }
    int column = 0;
    for (int i = 0; i < Math.min(3, reference.length()); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
  }

  private String cell(XmlPart xml) {
    String type = xml.attribute("t");
    int style = xml.attribute("s", 0);
    StringBuilder value = new StringBuilder();
    int within = 1;
    while (within > 0) {
      switch (xml.next()) {
        case START -> {
          switch (xml.name()) {
            case "v", "t" -> value.append(xml.content());
            case "f", "rPh" -> xml.skip();
            default -> within++;
          }
        }
        case END -> within--;
        case TEXT -> {}
        case DONE -> within = 0;
      }
    }
    String text = value.toString().strip();
    return switch (type) {
      case "s" -> shared(text);
      case "str", "inlineStr" -> oneLine(text);
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "e" -> "";
      case null, default ->
          number(text, style < forms.size() ? forms.get(Math.max(0, style)) : Form.NUMBER);
    };
  }

  private String shared(String index) {
    try {
      int i = Integer.parseInt(index);
      return i >= 0 && i < strings.size() ? oneLine(strings.get(i)) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String number(String text, Form form) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return oneLine(text);
    }
    if (!Double.isFinite(value)) {
      return "";
    }
    return switch (form) {
      case NUMBER -> plain(value);
      case PERCENT -> plain(value * 100) + "%";
      case DATE ->
          value >= 1 && value <= MAX_DAY
              ? DAY_ZERO.plusDays((long) value).toString()
              : plain(value);
    };
  }

  private static String plain(double value) {
    if (value != 0 && (Math.abs(value) > 1e15 || Math.abs(value) < 1e-6)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
