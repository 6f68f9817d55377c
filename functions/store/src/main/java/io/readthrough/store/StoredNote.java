package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.Sequencer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest revision of a note as the table keeps it.
///
/// @param sequencer of the event that made this revision; names its parse outcome
/// @param reason a word for programs, with a rejected note only
/// @param detail a sentence for a person, with a rejected or an unpacked note only
/// @param json the scored note as `scored-note.schema.json` has it, UTF-8; null unless the status
///   is SCORED
/// @param parts the notes that came out of the same object below this one
@SuppressWarnings("ArrayRecordComponent") // passed through to the answer, never compared
public record StoredNote(
    NoteId noteId,
    Status status,
    int revision,
    Sequencer sequencer,
    String key,
    Instant receivedAt,
    Instant availableAt,
    @Nullable String reason,
    @Nullable String detail,
    byte @Nullable [] json,
    List<NoteId> parts) {
  public StoredNote {
    parts = List.copyOf(parts);
  }

  /// The state a note is in.
  public enum Status {
    SCORED,
    /// It holds notes and is none itself.
    UNPACKED,
    REJECTED,
    DELETED
  }
}
