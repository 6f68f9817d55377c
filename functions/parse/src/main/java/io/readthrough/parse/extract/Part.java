package io.readthrough.parse.extract;

import org.jspecify.annotations.Nullable;

/// A document within a document: an attachment, an entry of an archive, an item of a list.
///
/// @param name unique among its siblings, and the same when the object is dropped again
/// @param filename breaks ties when its format is told, and may hold a date
/// @param bytes its content; handed over once
/// @param refusal why it is not read, a sentence with a remedy; null when it is
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Part(String name, String filename, byte[] bytes, @Nullable String refusal) {
  /// A part that is to be read.
  public Part(String name, String filename, byte[] bytes) {
    this(name, filename, bytes, null);
  }
}
