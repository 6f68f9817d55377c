package io.readthrough.parse.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/// Office documents: the XML formats as the programs lay them out, the binary ones by POI.
public final class Offices {
  private static final String TYPES =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
  private static final String W =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>";
  private static final String CORE =
      "<?xml version=\"1.0\"?><cp:coreProperties"
          + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>Northwind: margins"
          + " turn</dc:title><dc:creator>Ann"
          + " Other</dc:creator><dcterms:created>2026-10-01T08:00:00Z</dcterms:created><dcterms:modified>2026-10-14T06:10:00Z</dcterms:modified></cp:coreProperties>";

  private Offices() {}

  static String p(String style, String runs) {
    return "<w:p><w:pPr>"
        + (style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>")
        + "</w:pPr>"
        + runs
        + "</w:p>";
  }

  static String r(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space=\"preserve\">"
        + text
        + "</w:t></w:r>";
  }

  private static String tc(String text) {
    return "<w:tc>" + p("", r("", text)) + "</w:tc>";
  }

  private static byte[] docx(String body, String footnotes) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put("docProps/core.xml", CORE.getBytes(UTF_8));
    parts.put(
        "word/styles.xml",
        ("<w:styles xmlns:w=\"x\"><w:style w:styleId=\"Titel\"><w:name"
                + " w:val=\"Title\"/></w:style><w:style w:styleId=\"H1\"><w:name w:val=\"heading"
                + " 1\"/></w:style><w:style w:styleId=\"House\"><w:name w:val=\"House"
                + " head\"/><w:basedOn w:val=\"H1\"/></w:style><w:style w:styleId=\"Q\"><w:name"
                + " w:val=\"Quote\"/></w:style></w:styles>")
            .getBytes(UTF_8));
    parts.put("word/document.xml", (W + body + "</w:body></w:document>").getBytes(UTF_8));
    if (!footnotes.isEmpty()) {
      parts.put(
          "word/footnotes.xml",
          ("<w:footnotes xmlns:w=\"x\"><w:footnote>" + footnotes + "</w:footnote></w:footnotes>")
              .getBytes(UTF_8));
    }
    return Zips.of(parts);
  }

  /// A note with styles, a list, a table, a quote, a footnote, hidden, deleted and white text, and
  /// a text box that is there twice.
  public static byte[] note() throws IOException {
    return docx(
        p("Titel", r("", "Northwind: margins turn"))
            + p("", r("", "14 October 2026 07:10 BST | Ann Other | Harbour Street Research"))
            + "<w:tbl><w:tr>"
            + tc("")
            + tc("New")
            + tc("Old")
            + "</w:tr><w:tr>"
            + tc("Rating")
            + tc("Buy")
            + tc("Hold")
            + "</w:tr><w:tr>"
            + tc("Price target")
            + tc("$58")
            + tc("$52")
            + "</w:tr></w:tbl>"
            + p("House", r("", "Key points"))
            + "<w:p><w:pPr><w:numPr/></w:pPr>"
            + r("", "Third-quarter orders rose 14%.")
            + "</w:p>"
            + p(
                "",
                r("", "Northwind beat our estimates and ")
                    + r("<w:b/>", "raised its guidance")
                    + r(
                        "",
                        " for the full year. Revenue rose 12% to $1.1 billion, helped by demand for"
                            + " grid equipment in North America, and the operating margin"
                            + " widened."))
            + p("House", r("", "Valuation"))
            + "<w:p><w:pPr><w:numPr/></w:pPr>"
            + r("", "Shares trade at 14 times earnings.")
            + "</w:p>"
            + "<w:p><w:pPr><w:numPr/></w:pPr>"
            + r("", "Peers trade at 17 times.")
            + "</w:p>"
            + "<w:tbl><w:tr>"
            + tc("USD million")
            + tc("2025")
            + tc("2026E")
            + "</w:tr><w:tr>"
            + tc("Revenue")
            + tc("4,120")
            + tc("4,410")
            + "</w:tr></w:tbl>"
            + p("Q", r("", "We have never seen such demand, said the chief executive."))
            + p(
                "",
                r("<w:vanish/>", "HIDDENBUY strong buy")
                    + r("<w:color w:val=\"FFFFFF\"/>", "WHITEBUY strong buy")
                    + r("<w:sz w:val=\"1\"/>", "TINYBUY strong buy")
                    + "<w:del><w:r><w:delText>DELETED rating sell</w:delText></w:r></w:del>"
                    + r("", "The backlog grew."))
            + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + p("", r("", "Boxed view: we stay buyers."))
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + p("", r("", "Boxed view: we stay buyers."))
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + p("H1", r("", "Important disclosures"))
            + p(
                "",
                r(
                    "",
                    "This report has been prepared for information purposes only and is not an"
                        + " offer to buy any security.")),
        p("", r("", "Source: company data.")));
  }

  /// A note whose body is `xml`.
  public static byte[] ofBody(String xml) throws IOException {
    return docx(xml, "");
  }

  /// A document part with a declaration of its own before it.
  public static byte[] withDeclaration(String declaration, String text) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put(
        "word/document.xml",
        ("<?xml version=\"1.0\"?>"
                + declaration
                + "<w:document xmlns:w=\"x\"><w:body>"
                + p("", r("", text))
                + "</w:body></w:document>")
            .getBytes(UTF_8));
    return Zips.of(parts);
  }

  /// A note of so many pages.
  public static byte[] ofPages(int pages) throws IOException {
    StringBuilder body = new StringBuilder(p("Titel", r("", "Initiation of coverage")));
    for (int i = 0; i < pages * 9; i++) {
      body.append(p("", r("", Texts.paragraph(i))));
    }
    return docx(body.toString(), "");
  }

  /// Two slides, one hidden between them, with a table and a slide number.
  public static byte[] slides() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put("docProps/core.xml", CORE.getBytes(UTF_8));
    parts.put(
        "ppt/presentation.xml",
        "<p:presentation xmlns:p=\"x\" xmlns:r=\"y\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/><p:sldId id=\"257\" r:id=\"rId2\"/><p:sldId id=\"258\" r:id=\"rId3\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>"
            .getBytes(UTF_8));
    StringBuilder relations = new StringBuilder("<Relationships>");
    for (int i = 1; i <= 3; i++) {
      relations.append("<Relationship Id=\"rId" + i + "\" Target=\"slides/slide" + i + ".xml\"/>");
    }
    parts.put(
        "ppt/_rels/presentation.xml.rels",
        relations.append("</Relationships>").toString().getBytes(UTF_8));
    parts.put(
        "ppt/slides/slide1.xml",
        slide(
                "",
                shape("title", "Copper: a tighter market")
                    + shape(
                        "body",
                        "Stocks fell for the fifth week.",
                        "We raise our price forecast to $11,200 a tonne.")
                    + shape("sldNum", "1"))
            .getBytes(UTF_8));
    parts.put(
        "ppt/slides/slide2.xml",
        slide(" show=\"0\"", shape("title", "HIDDENSLIDE strong buy")).getBytes(UTF_8));
    parts.put(
        "ppt/slides/slide3.xml",
        slide(
                "",
                shape("title", "Who gains")
                    + "<p:graphicFrame><a:tbl><a:tr>"
                    + cell("Miner")
                    + cell("Rating")
                    + "</a:tr><a:tr>"
                    + cell("Antofagasta")
                    + cell("Buy")
                    + "</a:tr></a:tbl></p:graphicFrame><p:sp><p:spPr><a:xfrm><a:off x=\"99999999\""
                    + " y=\"0\"/><a:ext cx=\"10\""
                    + " cy=\"10\"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>BESIDEBUY strong"
                    + " buy</a:t></a:r></a:p></p:txBody></p:sp>")
            .getBytes(UTF_8));
    return Zips.of(parts);
  }

  /// A slide with a paragraph's four sentences for each page.
  public static byte[] slides(int pages) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    StringBuilder ids = new StringBuilder();
    StringBuilder relations = new StringBuilder("<Relationships>");
    for (int i = 1; i <= pages; i++) {
      ids.append("<p:sldId id=\"" + (255 + i) + "\" r:id=\"rId" + i + "\"/>");
      relations.append("<Relationship Id=\"rId" + i + "\" Target=\"slides/slide" + i + ".xml\"/>");
      String shapes =
          shape("title", "Slide " + i)
              + shape("body", Texts.paragraph(i).split("(?<=[.]) (?=[A-Z])", -1));
      parts.put("ppt/slides/slide" + i + ".xml", slide("", shapes).getBytes(UTF_8));
    }
    parts.put(
        "ppt/presentation.xml",
        ("<p:presentation xmlns:p=\"x\" xmlns:r=\"y\"><p:sldIdLst>"
                + ids
                + "</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>")
            .getBytes(UTF_8));
    parts.put(
        "ppt/_rels/presentation.xml.rels",
        relations.append("</Relationships>").toString().getBytes(UTF_8));
    return Zips.of(parts);
  }

  private static String slide(String attributes, String shapes) {
    return "<p:sld xmlns:p=\"x\" xmlns:a=\"y\""
        + attributes
        + "><p:cSld><p:spTree>"
        + shapes
        + "</p:spTree></p:cSld></p:sld>";
  }

  private static String shape(String type, String... paragraphs) {
    StringBuilder text = new StringBuilder();
    for (String each : paragraphs) {
      text.append("<a:p><a:r><a:rPr sz=\"1800\"/><a:t>").append(each).append("</a:t></a:r></a:p>");
    }
    return "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\""
        + type
        + "\"/></p:nvPr></p:nvSpPr><p:txBody>"
        + text
        + "</p:txBody></p:sp>";
  }

  private static String cell(String text) {
    return "<a:tc><a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody></a:tc>";
  }

  /// A sheet of figures, percentages, dates and formulas, and a hidden one.
  public static byte[] sheets() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"y\"><sheets><sheet name=\"Estimates\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Scratch\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>"
            .getBytes(UTF_8));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
            .getBytes(UTF_8));
    parts.put(
        "xl/sharedStrings.xml",
        "<sst><si><t>Northwind (NYSE: NWD) estimates were raised after a strong quarter.</t></si><si><r><t>Reve</t></r><r><t>nue</t></r></si></sst>"
            .getBytes(UTF_8));
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mmm\\-yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            .getBytes(UTF_8));
    parts.put(
        "xl/worksheets/sheet1.xml",
        ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c"
             + " r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>4120.5000000001</v></c><c r=\"C2\""
             + " s=\"1\"><v>0.125</v></c><c r=\"D2\" s=\"2\"><v>46309</v></c></row><row r=\"3\"><c"
             + " r=\"A3\" t=\"inlineStr\"><is><t>Margin</t></is></c><c"
             + " r=\"B3\"><f>B2*2</f><v>8241</v></c></row><row r=\"4\" hidden=\"1\"><c r=\"A4\""
             + " t=\"inlineStr\"><is><t>HIDDENROW</t></is></c></row></sheetData></worksheet>")
            .getBytes(UTF_8));
    parts.put(
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>HIDDENSHEET</t></is></c></row></sheetData></worksheet>"
            .getBytes(UTF_8));
    return Zips.of(parts);
  }

  /// A sheet of so many rows of eight cells.
  public static byte[] sheets(int rows) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"y\"><sheets><sheet name=\"Estimates\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .getBytes(UTF_8));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            .getBytes(UTF_8));
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int i = 1; i <= rows; i++) {
      sheet.append(
          "<row r=\"" + i + "\"><c r=\"A" + i + "\" t=\"inlineStr\"><is><t>Revenue of division ");
      sheet.append(i).append("</t></is></c>");
      for (char column = 'B'; column < 'I'; column++) {
        sheet.append("<c r=\"").append(column).append(i).append("\"><v>").append(i * 1.5);
        sheet.append("</v></c>");
      }
      sheet.append("</row>");
    }
    parts.put(
        "xl/worksheets/sheet1.xml",
        sheet.append("</sheetData></worksheet>").toString().getBytes(UTF_8));
    return Zips.of(parts);
  }

  /// A workbook of before 2007.
  public static byte[] xls() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Estimates");
      CellStyle percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
      Row head = sheet.createRow(0);
      head.createCell(0).setCellValue("Northwind estimates were raised after a strong quarter.");
      Row row = sheet.createRow(1);
      row.createCell(0).setCellValue("Revenue");
      row.createCell(1).setCellValue(4120.5);
      Cell growth = row.createCell(2);
      growth.setCellValue(0.125);
      growth.setCellStyle(percent);
      workbook.createSheet("Scratch").createRow(0).createCell(0).setCellValue("HIDDENSHEET");
      workbook.setSheetHidden(1, true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// A workbook of before 2007 with so many rows.
  public static byte[] xls(int rows) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Estimates");
      for (int i = 0; i < rows; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue("Revenue of division " + i);
        for (int j = 1; j < 8; j++) {
          row.createCell(j).setCellValue(i * 1.5 + j);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// A presentation of before 2007.
  public static byte[] ppt() throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      HSLFSlide first = show.createSlide();
      first.addTitle().setText("Copper: a tighter market");
      HSLFTextBox box = new HSLFTextBox();
      box.setText("Stocks fell for the fifth week and we raise our price forecast.");
      first.addShape(box);
      HSLFSlide second = show.createSlide();
      second.addTitle().setText("Who gains");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// A presentation of before 2007 of so many slides.
  public static byte[] ppt(int pages) throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      for (int i = 1; i <= pages; i++) {
        HSLFSlide slide = show.createSlide();
        slide.addTitle().setText("Slide " + i);
        HSLFTextBox box = new HSLFTextBox();
        box.setText(Texts.paragraph(i));
        slide.addShape(box);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// A compound file of a document that needs a password.
  public static byte[] encrypted() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[512]), "EncryptedPackage");
      files.createDocument(
          new java.io.ByteArrayInputStream(new byte[64]), EncryptionInfo.ENCRYPTION_INFO_ENTRY);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  /// A workbook of before 2007 that needs a password.
  public static byte[] encryptedXls() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(new java.io.ByteArrayInputStream(xls()))) {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /// A workbook of before 2007 each of whose sectors says that it is followed by itself.
  public static byte[] cycle() throws IOException {
    byte[] bytes = xls();
    ByteBuffer sectors = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int table = (sectors.getInt(76) + 1) * 512;
    for (int i = 0; i < 128; i++) {
      if (sectors.getInt(table + 4 * i) > 0) {
        sectors.putInt(table + 4 * i, i);
      }
    }
    return bytes;
  }

  /// The note with a program, a macro and a document embedded in it, and a picture from elsewhere.
  public static byte[] noteWithEmbedded(String url) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(Zips.entries(note()));
    parts.put("word/vbaProject.bin", "Shell \"cmd\"".getBytes(UTF_8));
    parts.put("word/embeddings/oleObject1.bin", new byte[] {'M', 'Z', (byte) 0x90, 0, 3});
    parts.put(
        "word/_rels/document.xml.rels",
        ("<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Type=\"image\" Target=\""
                + url
                + "\"/><Relationship Id=\"rId2\" TargetMode=\"External\" Type=\"attachedTemplate\""
                + " Target=\""
                + url
                + "\"/></Relationships>")
            .getBytes(UTF_8));
    return Zips.of(parts);
  }

  /// A message that Outlook saved: its properties as MS-OXMSG lays them out.
  public static byte[] msg() throws IOException {
    return msg(
        "Northwind beat expectations and raised its guidance for the full year. Revenue rose 12%"
            + " and the operating margin widened by 150 basis points.\r\n");
  }

  /// Such a message with a body of so much text.
  public static byte[] msg(String body) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      var root = files.getRoot();
      root.createDocument(
          "__properties_version1.0", new java.io.ByteArrayInputStream(new byte[32]));
      root.createDirectory("__nameid_version1.0");
      text(root, "__substg1.0_001A001F", "IPM.Note");
      text(root, "__substg1.0_0037001F", "FW: Northwind beats");
      text(root, "__substg1.0_0C1A001F", "Ann Other");
      text(root, "__substg1.0_1000001F", body);
      var attachment = root.createDirectory("__attach_version1.0_#00000000");
      attachment.createDocument(
          "__properties_version1.0", new java.io.ByteArrayInputStream(new byte[8]));
      text(attachment, "__substg1.0_3707001F", "model.txt");
      attachment.createDocument(
          "__substg1.0_37010102",
          new java.io.ByteArrayInputStream(
              "Our model: revenue of 4,410 in 2026 after 4,120 in 2025.".getBytes(UTF_8)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static void text(
      org.apache.poi.poifs.filesystem.DirectoryEntry folder, String name, String text)
      throws IOException {
    folder.createDocument(
        name,
        new java.io.ByteArrayInputStream(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_16LE)));
  }
}
