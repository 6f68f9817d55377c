package io.readthrough.parse.office;

import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.util.LittleEndian;

/// Reads a Word document of before 2007: paragraphs by their styles, tables row by row. Hidden and
/// deleted text is left out.
final class BinaryWordDocument {
  private static final Pattern HEADING = Pattern.compile("heading (\\d)");

  /// Field codes stand between these two, or up to the last.
  private static final Pattern FIELD_CODE =
      Pattern.compile("\u0013[^\u0013\u0014\u0015]*[\u0014\u0015]");

  private static final char CELL_END = '\u0007';

  private final HWPFDocument document;
  private final BlockWriter out;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private long hidden;

  /// Where the head's flags are, and the one that says that the document is encrypted (MS-DOC).
  private static final int FLAGS = 10;

  private static final int ENCRYPTED = 0x100;

  /// Whether a password is needed to read a document. POI finds that out by whatever it stumbles
  /// on.
  static boolean isEncrypted(DirectoryNode root) throws IOException {
    try (DocumentInputStream in = root.createDocumentInputStream("WordDocument")) {
      byte[] head = in.readNBytes(FLAGS + 2);
      return head.length == FLAGS + 2 && (LittleEndian.getUShort(head, FLAGS) & ENCRYPTED) != 0;
    }
  }

  BinaryWordDocument(DirectoryNode root, Limits limits) throws IOException {
    document = new HWPFDocument(root);
    out = new BlockWriter(limits.characters());
  }

  ExtractedDocument read() {
    Range range = document.getRange();
    for (int i = 0; i < range.numParagraphs() && !out.isFull(); i++) {
      Limits.checkTime();
      read(range.getParagraph(i));
    }
    List<String> warnings = new ArrayList<>();
    if (hidden > 0) {
      warnings.add(hidden + " hidden characters were left out.");
    }
    return out.document(
        CompoundMetadata.of(
            document.getSummaryInformation(), document.getDocumentSummaryInformation()),
        hidden,
        warnings);
  }

  private void read(Paragraph paragraph) {
    String text = text(paragraph);
    if (paragraph.isInTable()) {
      if (paragraph.isTableRowEnd()) {
        endRow();
      } else {
        cell.append(text.replace(CELL_END, ' ')).append(' ');
        if (paragraph.text().indexOf(CELL_END) >= 0) {
          cells.add(oneLine(cell.toString()));
          cell.setLength(0);
        }
      }
      return;
    }
    String line = oneLine(text);
    int level = level(paragraph);
    if (level > 0) {
      out.block(Kind.HEADING, level, line);
    } else if (paragraph.isInList()) {
      out.block(Kind.LIST_ITEM, 0, line.isEmpty() ? "" : "- " + line);
    } else {
      out.block(Kind.PARAGRAPH, 0, line);
    }
  }

  private String text(Paragraph paragraph) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (run.isVanished() || run.isMarkedDeleted()) {
        hidden += run.text().strip().length();
      } else {
        text.append(run.text());
      }
    }
    return FIELD_CODE.matcher(text).replaceAll("");
  }

  private void endRow() {
    if (cells.stream().anyMatch(each -> !each.isEmpty())) {
      out.block(Kind.TABLE_ROW, 0, String.join(" | ", cells));
    }
    cells.clear();
    cell.setLength(0);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private int level(Paragraph paragraph) {
    int index = paragraph.getStyleIndex();
    if (index >= document.getStyleSheet().numStyles()
        || document.getStyleSheet().getStyleDescription(index) == null) {
      return 0;
    }
    String name = document.getStyleSheet().getStyleDescription(index).getName();
    if (name == null) {
      return 0;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher heading = HEADING.matcher(lower);
    if (heading.lookingAt()) {
      return Math.clamp(Integer.parseInt(heading.group(1)) + 1L, 2, 6);
    }
    return lower.equals("title") ? 1 : 0;
  }
}
