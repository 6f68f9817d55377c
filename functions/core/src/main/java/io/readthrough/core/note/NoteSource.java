package io.readthrough.core.note;

import org.jspecify.annotations.Nullable;

/// Which object, or which part of one, a parsed, rejected or removed note comes from.
///
/// @param sha256 of its bytes, lower-case hexadecimal; empty when they were never read
/// @param mediaType found from the content: "text/plain", "application/pdf";
///   "application/octet-stream" when it is none that we read
/// @param bytes its size
/// @param filename the last part of the key, or the part's own name
/// @param part where in the object it lies; null when it is the object itself
public record NoteSource(
    FirmId firm,
    NoteId noteId,
    SourceObject object,
    String filename,
    String sha256,
    String mediaType,
    long bytes,
    @Nullable Part part) {
  /// The source of a note that is an object of its own.
  public NoteSource(
      FirmId firm,
      NoteId noteId,
      SourceObject object,
      String filename,
      String sha256,
      String mediaType,
      long bytes) {
    this(firm, noteId, object, filename, sha256, mediaType, bytes, null);
  }

  /// The same source as what its bytes turned out to be.
  public NoteSource withMediaType(String mediaType) {
    return new NoteSource(firm, noteId, object, filename, sha256, mediaType, bytes, part);
  }

  /// Another note that came out of the same object and goes by the event with this sequencer, as an
  /// outcome tells of it that knows no more of it.
  public NoteSource removed(NoteId other, Sequencer sequencer) {
    return new NoteSource(firm, other, object.with(sequencer), filename, "", mediaType, 0);
  }

  /// A place within an object that holds several notes: an attachment of a mail, an entry of an
  /// archive, an item of a list.
  ///
  /// @param parent the note that holds it
  /// @param path unique in the object: the names on the way to it, joined by `!/`
  public record Part(NoteId parent, String path) {}
}
