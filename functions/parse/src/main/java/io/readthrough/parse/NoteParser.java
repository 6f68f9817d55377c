package io.readthrough.parse;

import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RawNote;
import io.readthrough.parse.decode.Decoding;
import io.readthrough.parse.decode.TextDecoder;
import io.readthrough.parse.extract.DocumentExtractor;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.HtmlExtractor;
import io.readthrough.parse.extract.MarkdownExtractor;
import io.readthrough.parse.extract.PlainTextExtractor;
import io.readthrough.parse.extract.UnreadableDocumentException;
import io.readthrough.parse.structure.NoteStructure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Reads a note's bytes: text, structure and metadata, or why it cannot be read. Deterministic, in
/// linear time, in memory, without network, files or clock; safe for several threads.
///
/// Whatever a document holds, it comes back as an outcome: a fault of the parser itself is a
/// rejection too, so that one document never takes a batch down.
public final class NoteParser {
  /// The largest note, in bytes: a page saved with all its images is smaller.
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /// The media type of what is none of the formats that we read.
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private static final String SUPPORTED = "plain text, Markdown and HTML";

  private final List<DocumentExtractor> extractors;

  /// A parser of every format that is supported.
  public NoteParser() {
    this(List.of(new HtmlExtractor(), new MarkdownExtractor(), new PlainTextExtractor()));
  }

  NoteParser(List<DocumentExtractor> extractors) {
    this.extractors = List.copyOf(extractors);
  }

  /// Reads a note.
  public ParseOutcome parse(RawNote raw) {
    NoteSource source = source(raw);
    if (raw.bytes().length == 0) {
      return rejected(
          source, Reason.EMPTY, "The file is empty. Drop it again with the note's text in it.");
    }
    if (raw.bytes().length > MAX_BYTES) {
      return tooLarge(source);
    }
    try {
      return read(raw, source);
    } catch (UnreadableDocumentException e) {
      return rejected(source, Reason.UNREADABLE, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(
          source,
          Reason.UNREADABLE,
          "The parser failed on this document ("
              + e.getClass().getSimpleName()
              + "). Save it as plain text in UTF-8 and drop it again.");
    }
  }

  /// The rejection of an object above [#MAX_BYTES], read or not.
  static ParseOutcome tooLarge(NoteSource source) {
    return rejected(
        source,
        Reason.TOO_LARGE,
        "The file has "
            + source.bytes()
            + " bytes; a note has at most "
            + MAX_BYTES
            + ". Save it without images, or in parts, and drop it again.");
  }

  private static ParseOutcome rejected(NoteSource source, Reason reason, String detail) {
    return new ParseOutcome.Rejected(source, reason, detail);
  }

  private ParseOutcome read(RawNote raw, NoteSource source) {
    return switch (TextDecoder.decode(raw.bytes())) {
      case Decoding.Foreign foreign ->
          rejected(
              source,
              Reason.UNSUPPORTED_FORMAT,
              "The content is "
                  + foreign.name()
                  + "; what is read is "
                  + SUPPORTED
                  + ". Save the note as one of them and drop it again.");
      case Decoding.Garbage garbage -> rejected(source, Reason.UNREADABLE, garbage.detail());
      case Decoding.Text text -> extract(raw, source, text);
    };
  }

  private ParseOutcome extract(RawNote raw, NoteSource source, Decoding.Text decoded) {
    DocumentExtractor extractor =
        extractors.stream()
            .max(Comparator.comparingInt(e -> e.confidence(decoded.text(), raw.filename())))
            .orElseThrow();
    ExtractedDocument document = extractor.extract(decoded.text());
    NoteSource typed = withMediaType(source, extractor.mediaType());
    if (document.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      return rejected(
          typed,
          Reason.NO_TEXT,
          "The file has no text that a reader would see. Drop it again with the note's text in"
              + " it.");
    }
    NoteStructure structure = NoteStructure.of(document, raw.filename());
    List<String> warnings = new ArrayList<>(decoded.warnings());
    warnings.addAll(document.warnings());
    warnings.addAll(structure.warnings());
    return new ParseOutcome.Parsed(
        new ParsedNote(
            typed,
            document.text(),
            structure.language(),
            structure.title(),
            structure.author(),
            structure.vendor(),
            structure.url(),
            structure.publication(),
            structure.regions(),
            structure.vendorScores(),
            extractor.version(),
            document.coverage(),
            warnings));
  }

  private static NoteSource source(RawNote raw) {
    return new NoteSource(
        raw.firm(),
        raw.noteId(),
        raw.object(),
        raw.filename(),
        sha256(raw.bytes()),
        UNKNOWN_TYPE,
        raw.bytes().length);
  }

  private static NoteSource withMediaType(NoteSource source, String mediaType) {
    return new NoteSource(
        source.firm(),
        source.noteId(),
        source.object(),
        source.filename(),
        source.sha256(),
        mediaType,
        source.bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
