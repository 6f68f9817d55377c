package io.readthrough.parse.corpus;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hpsf.WritingNotSupportedException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Word documents of before 2007, which POI reads and does not make: the streams are laid out here
/// as MS-DOC has them. A file information block, the text as one piece of UTF-16, pages of
/// character and paragraph properties, and a table stream with where all that is, styles and one
/// section.
public final class Docs {
  private static final int PAGE = 512;
  private static final int TEXT_START = 2 * PAGE;

  /// Few enough that their properties fit on a page.
  private static final int RUNS_ON_PAGE = 30;

  private static final int PARAGRAPHS_ON_PAGE = 15;

  /// Places in the table of offsets and lengths.
  private static final int STSHF = 1;

  private static final int PLCF_SED = 6;
  private static final int PLCF_BTE_CHPX = 12;
  private static final int PLCF_BTE_PAPX = 13;
  private static final int STTBF_FFN = 15;
  private static final int DOP = 31;
  private static final int CLX = 33;
  private static final int PLACES = 93;

  /// Flags of the head: which table stream there is, and that characters may be of two bytes.
  private static final int TABLE_1 = 0x200;

  private static final int EXTENDED = 0x1000;
  private static final int ENCRYPTED = 0x100;

  private static final byte[] PLAIN = {};
  private static final byte[] VANISH = {0x3c, 0x08, 1};
  private static final byte[] IN_TABLE = {0x16, 0x24, 1};
  private static final byte[] ROW_END = {0x16, 0x24, 1, 0x17, 0x24, 1};
  private static final byte[] IN_LIST = {0x0b, 0x46, 1, 0};

  private static final List<String> STYLES = List.of("Normal", "Title", "heading 1");
  private static final int NORMAL = 0;
  private static final int TITLE = 1;
  private static final int HEADING = 2;

  private static final char PARAGRAPH_END = '\r';
  private static final char CELL_END = '\u0007';

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> runs = new ArrayList<>();
  private final List<Piece> paragraphs = new ArrayList<>();

  /// Properties up to an offset of the text.
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  private record Piece(int end, int style, byte[] properties) {}

  private final int flags;

  /// @param flags of the head, besides those that every document here has
  private Docs(int flags) {
    this.flags = flags;
  }

  /// A note with styles, a list, a table and hidden text.
  public static byte[] note() throws IOException {
    return note(0);
  }

  /// The note, whose head says that a password is needed.
  public static byte[] encrypted() throws IOException {
    return note(ENCRYPTED);
  }

  private static byte[] note(int flags) throws IOException {
    Docs doc = new Docs(flags);
    doc.paragraph(TITLE, PLAIN, "Northwind: margins turn");
    doc.paragraph(NORMAL, PLAIN, "14 October 2026 07:10 BST | Ann Other | Harbour Street Research");
    doc.run(
        PLAIN,
        "Northwind beat our estimates and raised its guidance for the full year. Revenue rose 12%"
            + " to $1.1 billion, helped by demand for grid equipment in North America.");
    doc.run(VANISH, " HIDDENBUY strong buy");
    doc.end(NORMAL, PLAIN, PARAGRAPH_END);
    doc.paragraph(HEADING, PLAIN, "Valuation");
    doc.paragraph(NORMAL, IN_LIST, "Shares trade at 14 times earnings.");
    doc.paragraph(NORMAL, IN_LIST, "Peers trade at 17 times.");
    doc.row("USD million", "2025", "2026E");
    doc.row("Revenue", "4,120", "4,410");
    doc.paragraph(HEADING, PLAIN, "Important disclosures");
    doc.paragraph(
        NORMAL,
        PLAIN,
        "This report has been prepared for information purposes only and is not an offer to buy any"
            + " security.");
    return doc.bytes();
  }

  /// A note of so many pages.
  public static byte[] ofPages(int pages) throws IOException {
    Docs doc = new Docs(0);
    doc.paragraph(TITLE, PLAIN, "Initiation of coverage");
    for (int i = 0; i < pages * 9; i++) {
      doc.paragraph(NORMAL, PLAIN, Texts.paragraph(i));
    }
    return doc.bytes();
  }

  private void paragraph(int style, byte[] properties, String words) {
    run(PLAIN, words);
    end(style, properties, PARAGRAPH_END);
  }

  private void row(String... cells) {
    for (String cell : cells) {
      run(PLAIN, cell);
      end(NORMAL, IN_TABLE, CELL_END);
    }
    end(NORMAL, ROW_END, CELL_END);
  }

  private void run(byte[] properties, String words) {
    text.append(words);
    runs.add(new Piece(text.length(), NORMAL, properties));
  }

  private void end(int style, byte[] properties, char mark) {
    run(PLAIN, String.valueOf(mark));
    paragraphs.add(new Piece(text.length(), style, properties));
  }

  private byte[] bytes() throws IOException {
    Buffer main = new Buffer();
    main.zeros(TEXT_START);
    main.bytes(text.toString().getBytes(UTF_16LE));
    main.padTo(PAGE);
    Buffer table = new Buffer();
    int[][] places = new int[PLACES][];
    places[PLCF_BTE_CHPX] = pages(main, table, runs, RUNS_ON_PAGE, false);
    places[PLCF_BTE_PAPX] = pages(main, table, paragraphs, PARAGRAPHS_ON_PAGE, true);
    places[CLX] = table.place(clx());
    places[PLCF_SED] = table.place(sections());
    places[STSHF] = table.place(styles());
    places[STTBF_FFN] = table.place(new byte[4]);
    places[DOP] = table.place(new byte[PAGE]);
    byte[] document = main.array();
    byte[] head = fib(document.length, places);
    System.arraycopy(head, 0, document, 0, head.length);
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(document), "WordDocument");
      files.createDocument(new ByteArrayInputStream(table.array()), "1Table");
      SummaryInformation summary = PropertySetFactory.newSummaryInformation();
      summary.setAuthor("Ann Other");
      summary.write(files.getRoot(), SummaryInformation.DEFAULT_STREAM_NAME);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    } catch (WritingNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /// The block that says where everything is.
  private byte[] fib(int length, int[][] places) {
    Buffer fib = new Buffer();
    fib.shorts(0xA5EC, 0xC1, 0, 0x409, 0, TABLE_1 | EXTENDED | flags, 0xBF, 0, 0, 0, 0, 0);
    fib.ints(TEXT_START, TEXT_START + 2 * text.length());
    fib.shorts(14);
    fib.zeros(28);
    fib.shorts(22);
    fib.ints(length, 0, 0, text.length());
    fib.zeros(18 * 4);
    fib.shorts(PLACES);
    for (int[] place : places) {
      fib.ints(place == null ? 0 : place[0], place == null ? 0 : place[1]);
    }
    fib.shorts(0);
    return fib.array();
  }

  /// Writes properties on pages of the main stream, and into the table which pages those are.
  private static int[] pages(
      Buffer main, Buffer table, List<Piece> pieces, int onPage, boolean paragraphs) {
    Buffer plc = new Buffer();
    List<Integer> numbers = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < pieces.size(); i += onPage) {
      List<Piece> some = pieces.subList(i, Math.min(pieces.size(), i + onPage));
      plc.ints(offset(start));
      numbers.add(main.size() / PAGE);
      main.bytes(page(start, some, paragraphs));
      start = some.getLast().end();
    }
    plc.ints(offset(start));
    numbers.forEach(plc::ints);
    return table.place(plc.array());
  }

  private static int offset(int character) {
    return TEXT_START + 2 * character;
  }

  private static byte[] page(int start, List<Piece> pieces, boolean paragraphs) {
    ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
    page.putInt(offset(start));
    pieces.forEach(each -> page.putInt(offset(each.end())));
    int free = PAGE - 2;
    for (Piece each : pieces) {
      byte[] properties = paragraphs ? paragraph(each) : run(each);
      free -= properties.length + properties.length % 2;
      page.put((byte) (properties.length == 0 ? 0 : free / 2));
      if (paragraphs) {
        page.put(new byte[12]);
      }
      page.put(free, properties);
    }
    page.put(PAGE - 1, (byte) pieces.size());
    return page.array();
  }

  private static byte[] run(Piece piece) {
    if (piece.properties().length == 0) {
      return PLAIN;
    }
    return new Buffer().bytes(piece.properties().length).bytes(piece.properties()).array();
  }

  /// The style and the properties, after their length in words, or after a zero when that is whole.
  private static byte[] paragraph(Piece piece) {
    int length = 2 + piece.properties().length;
    Buffer buffer = new Buffer();
    if (length % 2 == 0) {
      buffer.bytes(0).bytes(length / 2);
    } else {
      buffer.bytes((length + 1) / 2);
    }
    buffer.shorts(piece.style());
    return buffer.bytes(piece.properties()).array();
  }

  /// The text is one piece.
  private byte[] clx() {
    Buffer clx = new Buffer();
    clx.bytes(2);
    clx.ints(16, 0, text.length());
    clx.shorts(0);
    clx.ints(TEXT_START);
    clx.shorts(0);
    return clx.array();
  }

  private byte[] sections() {
    Buffer sections = new Buffer();
    sections.ints(0, text.length());
    sections.shorts(0);
    sections.ints(-1);
    sections.shorts(0);
    sections.ints(0);
    return sections.array();
  }

  private static byte[] styles() {
    Buffer styles = new Buffer();
    styles.shorts(18, STYLES.size(), 10, 1, 0, 0, 0, 0, 0, 0);
    for (int i = 0; i < STYLES.size(); i++) {
      String name = STYLES.get(i);
      Buffer style = new Buffer();
      style.shorts(i, 0xFFF1, 2 | i << 4, 0, 0);
      style.shorts(name.length());
      style.bytes(name.getBytes(UTF_16LE));
      style.shorts(0);
      style.shorts(2, i, 0);
      styles.shorts(style.size());
      styles.bytes(style.array());
    }
    return styles.array();
  }

  /// Bytes, the low one of a number first.
  private static final class Buffer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Buffer bytes(int value) {
      out.write(value);
      return this;
    }

    Buffer bytes(byte[] values) {
      out.writeBytes(values);
      return this;
    }

    void shorts(int... values) {
      for (int value : values) {
        bytes(value).bytes(value >> 8);
      }
    }

    void ints(int... values) {
      for (int value : values) {
        shorts(value, value >> 16);
      }
    }

    void zeros(int count) {
      out.writeBytes(new byte[count]);
    }

    void padTo(int size) {
      zeros((size - out.size() % size) % size);
    }

    int size() {
      return out.size();
    }

    /// Appends values, and says where they are and how many.
    int[] place(byte[] values) {
      int[] place = {out.size(), values.length};
      out.writeBytes(values);
      return place;
    }

    byte[] array() {
      return out.toByteArray();
    }
  }
}
