package io.readthrough.parse.corpus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/// PDF documents as a broker's publishing system makes them, and as an attacker does.
public final class Pdfs {
  static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  private static final float MARGIN = 50;
  private static final float SIZE = 9;
  private static final float LEADING = 11.5f;

  private Pdfs() {}

  /// Writes lines on the pages of a document.
  static final class Writer implements AutoCloseable {
    final PDDocument document = new PDDocument();
    PDPageContentStream out;

    Writer() throws IOException {
      out = page();
    }

    private PDPageContentStream page() throws IOException {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      return new PDPageContentStream(document, page);
    }

    void nextPage() throws IOException {
      out.close();
      out = page();
    }

    void line(PDFont font, float size, float x, float y, String text) throws IOException {
      out.beginText();
      out.setFont(font, size);
      out.newLineAtOffset(x, y);
      out.showText(text);
      out.endText();
    }

    /// Wraps text to a column and returns where the next line would stand.
    float column(float x, float width, float y, String text) throws IOException {
      float at = y;
      for (String line : wrapped(text, width)) {
        line(PLAIN, SIZE, x, at, line);
        at -= LEADING;
      }
      return at;
    }

    byte[] bytes() throws IOException {
      out.close();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
      document.close();
    }
  }

  static List<String> wrapped(String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.replace("\n", " \n").split(" ", -1)) {
      if (word.startsWith("\n")) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word.substring(1));
        continue;
      }
      String longer = line.isEmpty() ? word : line + " " + word;
      if (PLAIN.getStringWidth(longer) / 1000 * SIZE > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /// Two columns under a title, a header and a footer on each of four pages, a table, a source
  /// line, a hyphen at a line's end, a paragraph across a page's end, bullets and disclosures.
  public static byte[] brokerNote() throws IOException {
    try (Writer w = new Writer()) {
      furniture(w, 1);
      w.line(BOLD, 20, MARGIN, 760, "Northwind Industries (NYSE: NWD)");
      w.line(
          PLAIN,
          10,
          MARGIN,
          742,
          "14 October 2026 07:10 BST | Ann Other | Harbour Street Research");
      float y = w.column(MARGIN, 235, 715, LEFT);
      w.line(BOLD, 11, MARGIN, y - 8, "Valuation");
      w.column(
          MARGIN,
          235,
          y - 24,
          "We value the shares at 14 times earnings. The discount to peers is not deserved.");
      row(w, 715, "Rating", "Buy", "was", "Hold");
      row(w, 702, "Price target", "$58", "was", "$52");
      row(w, 689, "Price", "$49.10");
      float right = w.column(310, 235, 665, RIGHT);
      row(w, right - 20, "USD million", "2025", "2026E", "2027E");
      row(w, right - 33, "Revenue", "4,120", "4,410", "4,690");
      row(w, right - 46, "Operating profit", "512", "580", "641");
      w.line(PLAIN, 7, 310, right - 60, "Source: company data, our estimates");
      w.line(BOLD, 11, 310, right - 100, "Analysts");
      w.line(PLAIN, SIZE, 310, right - 115, "Ann Other, CFA | Senior analyst");
      w.line(PLAIN, SIZE, 310, right - 128, "+44 20 7946 0958 | ann.other@harbour.example");
      w.nextPage();
      furniture(w, 2);
      w.column(
          MARGIN,
          490,
          760,
          "We think that the order book will convert faster than consensus expects, since most"
              + " of it is for stock items. Management was confident on the call, and");
      w.nextPage();
      furniture(w, 3);
      w.column(
          MARGIN,
          490,
          790,
          "said that the first two months of the new quarter were ahead of its plan.");
      w.line(BOLD, 11, MARGIN, 700, "Risks");
      bullet(w, 684, "A strike at the Leeds plant would delay deliveries.");
      bullet(w, 670, "Input costs may rise faster than prices.");
      w.nextPage();
      furniture(w, 4);
      w.line(BOLD, 11, MARGIN, 760, "Important disclosures");
      w.column(
          MARGIN,
          490,
          744,
          "This report has been prepared by Harbour Street Research for information purposes only"
              + " and is not an offer to buy or sell any security. Past performance is no guide to"
              + " the future.");
      w.document.getDocumentInformation().setTitle("Microsoft Word - draft7.docx");
      w.document.getDocumentInformation().setAuthor("Ann Other");
      Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      created.setTimeInMillis(1_791_957_600_000L);
      w.document.getDocumentInformation().setCreationDate(created);
      return w.bytes();
    }
  }

  private static final String LEFT =
      "Northwind beat our estimates in the third quarter and raised its guidance for the full year."
          + " Revenue rose 12% to $1.1 billion, helped by demand for grid equip-\nment in North"
          + " America. The operating margin widened by 150 basis points.";
  private static final String RIGHT =
      "We keep our Buy rating and lift our price target to $58 from $52. Net debt fell below one"
          + " times earnings before interest, tax and depreciation, which gives room for a buyback."
          + " The backlog grew for the sixth quarter in a row.";

  private static void row(Writer w, float y, String... cells) throws IOException {
    float[] xs = {310, 410, 455, 500};
    for (int i = 0; i < cells.length; i++) {
      w.line(PLAIN, SIZE, xs[i], y, cells[i]);
    }
  }

  private static void bullet(Writer w, float y, String text) throws IOException {
    w.line(PLAIN, SIZE, MARGIN, y, "\u2022 " + text);
  }

  private static void furniture(Writer w, int page) throws IOException {
    w.line(PLAIN, 8, MARGIN, 820, "Harbour Street Research - Equity research");
    w.line(PLAIN, 8, 500, 20, "Page " + page + " of 4");
  }

  /// One page with text in white, at size 0.5, invisible, transparent by its colour on a dark bar
  /// that is meant to be seen, and outside of the page.
  public static byte[] hiddenText() throws IOException {
    try (Writer w = new Writer()) {
      w.line(BOLD, 16, MARGIN, 760, "Contoso cuts its outlook");
      w.column(
          MARGIN,
          490,
          735,
          "Contoso cut its guidance for the year and revenue fell 8%. Management expects a weak"
              + " quarter.");
      w.out.setNonStrokingColor(1f, 1f, 1f);
      w.line(PLAIN, 9, MARGIN, 600, "WHITEBUY strong buy excellent beat raise record");
      w.out.setNonStrokingColor(0f, 0f, 0f);
      w.line(PLAIN, 0.5f, MARGIN, 580, "TINYBUY strong buy excellent beat raise record");
      w.line(PLAIN, 9, MARGIN, -50, "OUTSIDEBUY strong buy excellent beat raise record");
      w.out.beginText();
      w.out.setRenderingMode(RenderingMode.NEITHER);
      w.out.setFont(PLAIN, 9);
      w.out.newLineAtOffset(MARGIN, 560);
      w.out.showText("UNDRAWNBUY strong buy excellent beat raise record");
      w.out.setRenderingMode(RenderingMode.FILL);
      w.out.endText();
      w.out.setNonStrokingColor(0f, 0f, 0.4f);
      w.out.addRect(MARGIN - 5, 500, 500, 20);
      w.out.fill();
      w.out.setNonStrokingColor(1f, 1f, 1f);
      w.line(BOLD, 9, MARGIN, 506, "Shown in white on blue");
      return w.bytes();
    }
  }

  /// A picture and no text.
  public static byte[] scan() throws IOException {
    try (Writer w = new Writer()) {
      BufferedImage image = new BufferedImage(200, 280, BufferedImage.TYPE_BYTE_GRAY);
      w.out.drawImage(LosslessFactory.createFromImage(w.document, image), 0, 0, 595, 842);
      return w.bytes();
    }
  }

  /// A password is needed to open it, or, with an empty one, only to change it.
  public static byte[] encrypted(String userPassword) throws IOException {
    try (Writer w = new Writer()) {
      w.line(
          PLAIN,
          9,
          MARGIN,
          700,
          "Revenue of Fabrikam rose 4% in the quarter and margins were stable.");
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      w.document.protect(policy);
      return w.bytes();
    }
  }

  /// Runs a script when it is opened.
  public static byte[] withScript() throws IOException {
    try (Writer w = new Writer()) {
      w.line(
          PLAIN,
          9,
          MARGIN,
          700,
          "Revenue of Fabrikam rose 4% in the quarter and margins were stable.");
      w.document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('buy')"));
      return w.bytes();
    }
  }

  /// A page whose content unpacks to `size` bytes of nothing.
  public static byte[] bomb(int size) throws IOException {
    try (Writer w = new Writer()) {
      w.line(PLAIN, 9, MARGIN, 700, "Revenue rose.");
      w.out.close();
      PDPage page = w.document.getPage(0);
      org.apache.pdfbox.cos.COSStream stream = w.document.getDocument().createCOSStream();
      try (java.io.OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] blank = " ".repeat(1 << 16).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int i = 0; i < size; i += blank.length) {
          out.write(blank);
        }
      }
      page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(stream));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      w.document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /// Pages that are their own parents.
  public static byte[] cycle() throws IOException {
    try (Writer w = new Writer()) {
      w.line(PLAIN, 9, MARGIN, 700, "Revenue rose.");
      var pages = w.document.getPages().getCOSObject();
      var kids = pages.getCOSArray(COSName.KIDS);
      kids.add(pages);
      pages.setItem(COSName.getPDFName("Note"), new COSString("a cycle"));
      return w.bytes();
    }
  }

  /// A note of so many pages of running text.
  public static byte[] ofPages(int pages) throws IOException {
    try (Writer w = new Writer()) {
      w.line(BOLD, 20, MARGIN, 780, "Initiation of coverage");
      for (int i = 0; i < pages; i++) {
        if (i > 0) {
          w.nextPage();
        }
        float y = 750;
        while (y > 90) {
          y = w.column(MARGIN, 235, y, Texts.paragraph(i)) - LEADING;
        }
        y = 750;
        while (y > 90) {
          y = w.column(310, 235, y, Texts.paragraph(i + 1)) - LEADING;
        }
        w.line(PLAIN, 8, 300, 20, "Page " + (i + 1));
      }
      return w.bytes();
    }
  }

  /// A page of one line in an embedded font without a map of its characters.
  public static byte[] withoutUnicodeMap() throws IOException {
    try (Writer w = new Writer();
        InputStream ttf =
            PDFont.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDType0Font font = PDType0Font.load(w.document, ttf, false);
      w.line(font, 9, MARGIN, 700, "Revenue of Fabrikam rose 4% in the quarter.");
      font.getCOSObject().removeItem(COSName.TO_UNICODE);
      return w.bytes();
    }
  }

  /// A page of one line, whose font is drawings without the names of characters.
  public static byte[] inUnknownGlyphs() {
    StringBuilder names = new StringBuilder();
    StringBuilder widths = new StringBuilder();
    for (int i = ' '; i < 127; i++) {
      names.append("/g").append(i);
      widths.append(" 500");
    }
    String font =
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0"
            + " 0]/CharProcs<<>>/Encoding<</Type/Encoding/Differences[32"
            + names
            + "]>>/FirstChar 32/LastChar 126/Widths["
            + widths
            + "]>>";
    String document = new String(written("", "", ""), StandardCharsets.ISO_8859_1);
    return document
        .replace("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", font)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A page of one line, whose catalogue holds arrays within each other.
  public static byte[] deep(int depth) {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    return written("/Deep " + deep, "", "");
  }

  /// A page that draws a form which draws itself.
  public static byte[] formInItself() {
    return written("", "/X Do ", form(6, 6, "/X Do BT ET"));
  }

  /// A page that draws a form which draws the next one ten times, and so on.
  public static byte[] formsWithinForms(int levels) {
    StringBuilder forms = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      forms.append(form(6 + i, 7 + i, "/X Do ".repeat(10)));
    }
    return written("", "/X Do ", forms + form(6 + levels, 6, "BT ET"));
  }

  private static String form(int number, int drawn, String content) {
    return number
        + " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X "
        + drawn
        + " 0 R>>>>/Length "
        + content.length()
        + ">>stream\n"
        + content
        + "\nendstream endobj\n";
  }

  /// A document by hand, without a table of its objects.
  private static byte[] written(String inCatalogue, String inContent, String objects) {
    String content = inContent + "BT /F 9 Tf 50 700 Td (Revenue of Fabrikam rose 4%.) Tj ET";
    String document =
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R"
            + inCatalogue
            + ">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            + "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n"
            + "4 0 obj<</Length "
            + content.length()
            + ">>stream\n"
            + content
            + "\nendstream endobj\n"
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
            + objects
            + "trailer<</Root 1 0 R>>\n%%EOF\n";
    return document.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A page that refers to places on the network in every way that a page can.
  public static byte[] withReferences(String url) {
    return written(
        "/OpenAction<</S/URI/URI(" + url + ")>>/AA<</WC<</S/SubmitForm/F(" + url + ")>>>>",
        "/X Do ",
        "6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/F<</FS/URL/F("
            + url
            + ")>>/Length 0>>stream\n\nendstream endobj\n");
  }
}
