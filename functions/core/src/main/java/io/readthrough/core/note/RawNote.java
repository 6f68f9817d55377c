package io.readthrough.core.note;

/// A note as it was dropped: bytes, before anything is known of them.
///
/// @param bytes the object's whole content; not copied, so the caller must not change it afterwards
@SuppressWarnings("ArrayRecordComponent") // compared by note id, never by content
public record RawNote(
    FirmId firm, NoteId noteId, SourceObject object, String filename, byte[] bytes) {}
