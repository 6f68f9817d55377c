package io.readthrough.core.similarity;

import io.readthrough.core.note.NoteId;
import java.time.Instant;

/// What is known of a note that came before.
///
/// @param availableAt when the firm could read it
/// @param sketch as [TextSketch] makes it
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SketchedNote(NoteId noteId, Instant availableAt, byte[] sketch) {}
