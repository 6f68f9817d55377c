package io.readthrough.parse;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.decode.Decoding;
import io.readthrough.parse.decode.Format;
import io.readthrough.parse.decode.TextDecoder;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.DocumentExtractor;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.HtmlExtractor;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.MarkdownExtractor;
import io.readthrough.parse.extract.PlainTextExtractor;
import io.readthrough.parse.mail.MailExtractor;
import io.readthrough.parse.news.NewsExtractor;
import io.readthrough.parse.office.CompoundExtractor;
import io.readthrough.parse.office.PackageExtractor;
import io.readthrough.parse.pdf.PdfExtractor;
import io.readthrough.parse.rtf.RtfExtractor;
import io.readthrough.parse.structure.NoteStructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one document, whatever its format, without what is within it.
///
/// An extractor of bytes is made when the first document of its format comes: that loads its
/// library, which a function that only ever gets text never does.
class DocumentReader {
  private static final String SUPPORTED =
      "PDF, Word, PowerPoint, Excel, RTF, e-mail, HTML, Markdown, plain text, JSON and ZIP";

  private final Limits limits;
  private final List<DocumentExtractor> extractors;

  DocumentReader(Limits limits) {
    this(
        limits,
        List.of(
            new HtmlExtractor(limits),
            new MarkdownExtractor(limits),
            new PlainTextExtractor(limits)));
  }

  DocumentReader(Limits limits, List<DocumentExtractor> extractors) {
    this.limits = limits;
    this.extractors = List.copyOf(extractors);
  }

  /// What a document turned out to be.
  sealed interface Result {
    /// It was read.
    ///
    /// @param structure null when it has no text
    /// @param warnings of all steps
    record Read(
        String parser,
        String mediaType,
        ExtractedDocument document,
        @Nullable NoteStructure structure,
        List<String> warnings)
        implements Result {}

    /// It is nothing that is read.
    record Refused(Reason reason, String detail) implements Result {}
  }

  /// Reads a document that was dropped under that name at that time.
  Result read(byte[] bytes, String filename, Instant received) {
    return switch (TextDecoder.decode(bytes)) {
      case Decoding.Foreign foreign ->
          new Result.Refused(
              Reason.UNSUPPORTED_FORMAT,
              "The content is "
                  + foreign.name()
                  + "; what is read is "
                  + SUPPORTED
                  + ". Save the note as one of them and drop it again.");
      case Decoding.Garbage garbage -> new Result.Refused(Reason.UNREADABLE, garbage.detail());
      case Decoding.Formatted formatted ->
          structured(
              extractor(formatted.format()).extract(bytes, filename),
              filename,
              received,
              List.of());
      case Decoding.Text text ->
          structured(extraction(text, filename), filename, received, text.warnings());
    };
  }

  private BinaryExtractor extractor(Format format) {
    return switch (format) {
      case PDF -> new PdfExtractor(limits);
      case ZIP -> new PackageExtractor(limits);
      case COMPOUND -> new CompoundExtractor(limits);
      case RTF -> new RtfExtractor(limits);
      case MAIL -> new MailExtractor(limits);
      case JSON -> new NewsExtractor(limits);
    };
  }

  private Extraction extraction(Decoding.Text decoded, String filename) {
    DocumentExtractor extractor =
        extractors.stream()
            .max(Comparator.comparingInt(e -> e.confidence(decoded.text(), filename)))
            .orElseThrow();
    return new Extraction(
        extractor.version(), extractor.mediaType(), extractor.extract(decoded.text()));
  }

  private static Result structured(
      Extraction extraction, String filename, Instant received, List<String> warnings) {
    ExtractedDocument document = extraction.document();
    boolean text = document.text().codePoints().anyMatch(Character::isLetterOrDigit);
    NoteStructure structure = text ? NoteStructure.of(document, filename, received) : null;
    List<String> all = new ArrayList<>(warnings);
    all.addAll(document.warnings());
    if (structure != null) {
      all.addAll(structure.warnings());
    }
    return new Result.Read(extraction.parser(), extraction.mediaType(), document, structure, all);
  }
}
