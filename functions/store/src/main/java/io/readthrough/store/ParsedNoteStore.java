package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import java.util.Optional;

/// The bucket of parse outcomes, the hand-off from parse to score:
/// `parsed/<firm>/<note_id>/<sequencer>.json`. The event's sequencer stands in the key, so a
/// repeated event overwrites its own outcome and no other.
public interface ParsedNoteStore {
  /// Stores an outcome under its own key; storing it again changes nothing.
  void put(ParseOutcome outcome);

  /// The outcome under an object key of this bucket; empty when there is none (any more).
  ///
  /// @throws IllegalArgumentException when what lies there is not a parse outcome
  Optional<ParseOutcome> get(String key);

  /// The outcome of one event on a note.
  Optional<ParseOutcome> get(FirmId firm, NoteId noteId, Sequencer sequencer);

  /// Deletes the outcomes of all events on a note before `before`: what is left of a removed note's
  /// text.
  void deleteBefore(FirmId firm, NoteId noteId, Sequencer before);
}
