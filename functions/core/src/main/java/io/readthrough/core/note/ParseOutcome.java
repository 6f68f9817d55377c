package io.readthrough.core.note;

/// What became of an object: the hand-off from parse to score.
public sealed interface ParseOutcome {
  /// The object and the event that this is the outcome of.
  NoteSource source();

  /// The object was read.
  record Parsed(ParsedNote note) implements ParseOutcome {
    @Override
    public NoteSource source() {
      return note.source();
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
    NO_TEXT
  }
}
