package io.readthrough.core.note;

import java.util.List;

/// What became of an object, or of a part of one: the hand-off from parse to score.
public sealed interface ParseOutcome {
  /// The object and the event that this is the outcome of.
  NoteSource source();

  /// The notes that came out of the same object below this one, each with an outcome of its own. A
  /// part that an earlier event gave and this one does not is gone.
  default List<NoteId> parts() {
    return List.of();
  }

  /// The object was read.
  record Parsed(ParsedNote note) implements ParseOutcome {
    @Override
    public NoteSource source() {
      return note.source();
    }

    @Override
    public List<NoteId> parts() {
      return note.parts();
    }
  }

  /// The object holds notes and is none itself: an archive, a list, a mail of attachments only.
  ///
  /// @param warnings what of it was left out, a sentence each
  record Unpacked(NoteSource source, List<NoteId> parts, List<String> warnings)
      implements ParseOutcome {
    public Unpacked {
      parts = List.copyOf(parts);
      warnings = List.copyOf(warnings);
    }
  }

  /// The object cannot be a note. Final: no retry would change it.
  ///
  /// @param reason a word for programs
  /// @param detail a sentence for a person: what is wrong, with which value, and how to mend it
  record Rejected(NoteSource source, Reason reason, String detail) implements ParseOutcome {}

  /// The object is gone from the bucket, and so is all that the note contributed.
  record Removed(NoteSource source) implements ParseOutcome {}

  /// Why an object is not read.
  enum Reason {
    MISPLACED,
    EMPTY,
    TOO_LARGE,
    UNSUPPORTED_FORMAT,
    UNREADABLE,
    NO_TEXT,
    /// A password is needed.
    ENCRYPTED,
    /// Pages that are pictures: nobody has read them into characters.
    SCANNED,
    /// Beyond a limit on work: time, memory, size when unpacked, depth.
    LIMIT
  }
}
