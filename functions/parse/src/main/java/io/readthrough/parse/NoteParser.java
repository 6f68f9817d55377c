package io.readthrough.parse;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Publication.Basis;
import io.readthrough.core.note.RawNote;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.Part;
import io.readthrough.parse.extract.UnreadableDocumentException;
import io.readthrough.parse.structure.NoteStructure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Reads an object's bytes: text, structure and metadata of each note in it, or why it cannot be
/// read. In memory, without network and files, in linear time but for the sorting of glyphs and
/// entries; safe for several threads.
///
/// Whatever a document holds, it comes back as an outcome: a fault of a library, or of the parser
/// itself, is a rejection too, so that one document never takes a batch down. The same bytes give
/// the same outcomes, as long as no limit of time is met.
public final class NoteParser {
  /// The largest note, in bytes, unless the limits say otherwise.
  public static final int MAX_BYTES = Limits.STANDARD.bytes();

  /// The media type of what is none of the formats that we read.
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Limits limits;
  private final DocumentReader reader;

  /// A parser of every format that is supported, with the standard limits.
  public NoteParser() {
    this(Limits.STANDARD);
  }

  /// A parser of every format that is supported.
  public NoteParser(Limits limits) {
    this(limits, new DocumentReader(limits));
  }

  NoteParser(Limits limits, DocumentReader reader) {
    this.limits = limits;
    this.reader = reader;
  }

  /// Reads an object: the first outcome is its own, those of its parts follow. All of them have ids
  /// that depend on the object's key and the parts' names alone.
  public List<ParseOutcome> parse(RawNote raw) {
    NoteSource source =
        new NoteSource(
            raw.firm(),
            raw.noteId(),
            raw.object(),
            raw.filename(),
            sha256(raw.bytes()),
            UNKNOWN_TYPE,
            raw.bytes().length);
    return new ObjectReading().read(source, raw.bytes(), 1);
  }

  /// The rejection of an object above the limit of bytes, read or not.
  ParseOutcome tooLarge(NoteSource source) {
    return new ParseOutcome.Rejected(
        source,
        Reason.TOO_LARGE,
        "The file has "
            + source.bytes()
            + " bytes; a note has at most "
            + limits.bytes()
            + ". Save it without images, or in parts, and drop it again.");
  }

  /// What one object may still take, while it is read.
  private final class ObjectReading {
    private final long end =
        System.nanoTime()
            + TimeUnit.MILLISECONDS.toNanos((long) limits.millis() * Limits.OBJECT_SHARE);
    private int parts = limits.parts();
    private long expandedBytes = limits.expandedBytes();

    /// The outcome of a document and those of its parts.
    ///
    /// @param depth 1 for the object itself
    List<ParseOutcome> read(NoteSource source, byte[] bytes, int depth) {
      if (bytes.length == 0) {
        return List.of(
            rejected(
                source,
                Reason.EMPTY,
                "The file is empty. Drop it again with the note's text in it."));
      }
      if (bytes.length > limits.bytes()) {
        return List.of(tooLarge(source));
      }
      if (depth > limits.depth()) {
        return List.of(
            rejected(
                source,
                Reason.LIMIT,
                "It lies deeper than "
                    + limits.depth()
                    + " documents within each other. Drop it by itself."));
      }
      try {
        DocumentReader.Result result = bounded(bytes, source);
        return switch (result) {
          case DocumentReader.Result.Refused refused ->
              List.of(rejected(source, refused.reason(), refused.detail()));
          case DocumentReader.Result.Read read -> outcomes(source, read, depth);
        };
      } catch (UnreadableDocumentException e) {
        return List.of(rejected(source, e.reason(), String.valueOf(e.getMessage())));
      } catch (OutOfMemoryError e) {
        return List.of(
            rejected(
                source,
                Reason.LIMIT,
                "The document is beyond a limit: reading it takes more memory than there is. Save"
                    + " it as plain text, or in parts, and drop it again."));
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        return List.of(
            rejected(
                source,
                Reason.UNREADABLE,
                "The parser failed on this document ("
                    + e.getClass().getSimpleName()
                    + "). Save it as plain text in UTF-8 and drop it again."));
      }
    }

    private DocumentReader.Result bounded(byte[] bytes, NoteSource source) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw Limits.exceeded(
            "the documents before it in the same object took all the time there is",
            "Drop it by itself.");
      }
      return Watchdog.run(
          () -> reader.read(bytes, source.filename(), source.object().eventTime()),
          Math.min(left, limits.millis()));
    }

    private List<ParseOutcome> outcomes(
        NoteSource untyped, DocumentReader.Result.Read read, int depth) {
      NoteSource source = untyped.withMediaType(read.mediaType());
      List<String> warnings = new ArrayList<>(read.warnings());
      List<ParseOutcome> below = readParts(source, read.document().parts(), depth, warnings);
      List<NoteId> ids = below.stream().map(each -> each.source().noteId()).toList();
      List<ParseOutcome> all = new ArrayList<>(below.size() + 1);
      all.add(own(source, read, ids, warnings));
      all.addAll(below);
      return all;
    }

    private ParseOutcome own(
        NoteSource source,
        DocumentReader.Result.Read read,
        List<NoteId> ids,
        List<String> warnings) {
      NoteStructure structure = read.structure();
      ExtractedDocument document = read.document();
      if (structure != null) {
        return new ParseOutcome.Parsed(
            new ParsedNote(
                source,
                document.text(),
                structure.language(),
                structure.title(),
                structure.author(),
                structure.vendor(),
                structure.url(),
                published(structure.publication(), source),
                structure.regions(),
                structure.vendorScores(),
                structure.ratingBox(),
                read.parser(),
                document.coverage(),
                warnings,
                structure.tickers(),
                ids));
      }
      return ids.isEmpty()
          ? rejected(
              source,
              Reason.NO_TEXT,
              "The file has no text that a reader would see. Drop it again with the note's text in"
                  + " it.")
          : new ParseOutcome.Unpacked(source, ids, warnings);
    }

    /// Where nothing in a note tells when it was published, its object does.
    private static Publication published(Publication told, NoteSource source) {
      return told.at() == null
          ? new Publication(source.object().eventTime(), Basis.OBJECT_TIME)
          : told;
    }

    private List<ParseOutcome> readParts(
        NoteSource parent, List<Part> documents, int depth, List<String> warnings) {
      List<ParseOutcome> outcomes = new ArrayList<>();
      Set<String> names = new HashSet<>();
      int leftOut = 0;
      for (Part part : documents) {
        if (parts == 0 || expandedBytes < part.bytes().length) {
          leftOut++;
          continue;
        }
        parts--;
        expandedBytes -= part.bytes().length;
        NoteSource source = source(parent, part, unique(part.name(), names));
        String refusal = part.refusal();
        if (refusal == null) {
          outcomes.addAll(read(source, part.bytes(), depth + 1));
        } else {
          outcomes.add(rejected(source, Reason.UNREADABLE, refusal));
        }
      }
      if (leftOut > 0) {
        warnings.add(
            leftOut
                + " of its parts were left out: an object gives at most "
                + limits.parts()
                + " notes of "
                + limits.expandedBytes()
                + " bytes together. Drop them by themselves.");
      }
      return outcomes;
    }
  }

  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "#" + i;
    }
    return unique;
  }

  private static NoteSource source(NoteSource parent, Part part, String name) {
    NoteSource.Part place = parent.part();
    String path = place == null ? name : place.path() + "!/" + name;
    return new NoteSource(
        parent.firm(),
        NoteId.of(parent.firm(), parent.object().key(), path),
        parent.object(),
        part.filename(),
        part.bytes().length == 0 ? "" : sha256(part.bytes()),
        UNKNOWN_TYPE,
        part.bytes().length,
        new NoteSource.Part(parent.noteId(), path));
  }

  private static ParseOutcome rejected(NoteSource source, Reason reason, String detail) {
    return new ParseOutcome.Rejected(source, reason, detail);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
