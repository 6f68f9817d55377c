package io.readthrough.parse.extract;

/// Reads the documents of one format: tells by a document's content whether it is one, and takes
/// the text, its blocks and its metadata out of it. Holds no state; works in linear time, in
/// memory, without the network.
public interface DocumentExtractor {
  /// How sure a format is that has no mark at all: plain text.
  int FALLBACK = 30;

  /// What a fitting file name adds: less than one sure mark in the content.
  int NAME_FITS = 15;

  /// The extractor's name and version, as kept with the note: "text/1".
  String version();

  /// The media type of what it reads.
  String mediaType();

  /// How sure it is that `text` is of its format, from 0 (not at all) to 100. The surest of all
  /// extractors reads the document.
  ///
  /// @param filename breaks ties: it never outweighs the content
  int confidence(String text, String filename);

  /// Reads a document.
  ///
  /// @param text as decoded, not cleaned
  ExtractedDocument extract(String text);
}
