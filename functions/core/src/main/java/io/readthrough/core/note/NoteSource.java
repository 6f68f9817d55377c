package io.readthrough.core.note;

/// Which object a parsed, rejected or removed note comes from.
///
/// @param sha256 of the object's bytes, lower-case hexadecimal; empty when they were never read
/// @param mediaType found from the content: "text/plain", "text/markdown", "text/html";
///   "application/octet-stream" when it is none that we read
/// @param bytes the object's size
/// @param filename the last part of the key
public record NoteSource(
    FirmId firm,
    NoteId noteId,
    SourceObject object,
    String filename,
    String sha256,
    String mediaType,
    long bytes) {}
