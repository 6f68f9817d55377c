package io.readthrough.parse.pdf;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// Reads PDF by PDFBox: what the pages show, in reading order. Scripts, forms and attachments are
/// not looked at; nothing is drawn.
public final class PdfExtractor implements BinaryExtractor {
  /// Glyphs that stand for no character, as a share of all, from which on a text is no text.
  private static final double MAX_UNMAPPED = 0.3;

  /// Titles that programs give.
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)(?:microsoft (?:word|powerpoint|excel) -"
              + " .*|untitled.*|document\\d*|.*\\.(?:docx?|indd|pptx?|pdf|xlsx?)|\\W*)");

  private static final int MAX_METADATA = 300;

  private final Limits limits;

  /// @param limits that documents are held to
  public PdfExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    try (PDDocument document =
        new BoundedPdfParser(new RandomAccessReadBuffer(bytes), limits).parse()) {
      return read(document);
    } catch (InvalidPasswordException e) {
      throw new UnreadableDocumentException(
          Reason.ENCRYPTED,
          "The PDF document needs a password. Save it without one and drop it again.");
    } catch (UnreadableDocumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // PDFBox answers to some broken objects by whatever exception they lead to.
      throw new UnreadableDocumentException(
          "The PDF document is broken ("
              + e.getClass().getSimpleName()
              + "). Open it, save it again as PDF and drop it again.");
    }
  }

  private Extraction read(PDDocument document) throws IOException {
    List<String> warnings = new ArrayList<>();
    int count = document.getNumberOfPages();
    List<PdfPage> pages = pages(document, Math.min(count, limits.pages()), warnings);
    if (count > limits.pages()) {
      warnings.add(
          "The document has "
              + count
              + " pages: those after the first "
              + limits.pages()
              + " were left out.");
    }
    int hidden = pages.stream().mapToInt(PdfPage::hidden).sum();
    if (hidden > 0) {
      warnings.add(hidden + " characters that no reader of the page sees were left out.");
    }
    if (pages.stream().anyMatch(PdfPage::recognised)) {
      warnings.add("Pages of it are pictures with recognised text, which may have mistakes.");
    }
    checkText(pages);
    BlockWriter out = new BlockWriter(limits.characters());
    PdfText text = new PdfText(pages, out);
    text.write();
    return new Extraction(
        "pdf/1",
        "application/pdf",
        out.document(metadata(document), text.leftOut() + hidden, warnings));
  }

  private List<PdfPage> pages(PDDocument document, int count, List<String> warnings) {
    List<PdfPage> pages = new ArrayList<>();
    GlyphCollector collector = new GlyphCollector(limits);
    long segments = 0;
    int broken = 0;
    int number = 0;
    for (PDPage page : document.getPages()) {
      if (++number > count) {
        break;
      }
      Limits.checkTime();
      try {
        pages.add(collector.collect(page, number));
        segments += pages.getLast().segments().size();
      } catch (UnreadableDocumentException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        broken++;
      }
      if (segments > limits.elements()) {
        warnings.add(
            "The document has more than "
                + limits.elements()
                + " pieces of text: what follows page "
                + number
                + " was left out.");
        break;
      }
    }
    if (broken > 0) {
      warnings.add(broken + " pages are broken and were left out.");
    }
    return pages;
  }

  private static void checkText(List<PdfPage> pages) {
    long characters = 0;
    long unmapped = 0;
    int images = 0;
    for (PdfPage page : pages) {
      for (Segment segment : page.segments()) {
        characters += segment.length();
      }
      unmapped += page.unmapped();
      images += page.images();
    }
    if (unmapped > MAX_UNMAPPED * (characters + unmapped)) {
      throw new UnreadableDocumentException(
          "The fonts of the PDF document do not tell which characters they show. Save it as PDF"
              + " from the program that it was written in, or as plain text, and drop it again.");
    }
    if (characters == 0 && images > 0) {
      throw new UnreadableDocumentException(
          Reason.SCANNED,
          "The PDF document is a scan: its pages are pictures without text. Recognise its text"
              + " (OCR) and drop it again.");
    }
  }

  private static DocumentMetadata metadata(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    String title = text(information.getTitle());
    Calendar created = information.getCreationDate();
    return new DocumentMetadata(
        title != null && NO_TITLE.matcher(title).matches() ? null : title,
        text(information.getAuthor()),
        null,
        null,
        created == null ? null : created.toInstant().atOffset(ZoneOffset.UTC).toString());
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() || value.length() > MAX_METADATA ? null : value.strip();
  }
}
