package io.readthrough.parse.extract;

import java.util.List;

/// What an extractor read from a document.
///
/// @param text clean and final: every offset of the note refers to it
/// @param blocks in order, not overlapping, covering all of `text` that is not white space
/// @param coverage the share of the document's own characters that reached the text, 0 to 1; its
///   markup is not counted
/// @param warnings what was left out and may matter, a sentence each, never the document's words
/// @param parts the documents within it
public record ExtractedDocument(
    String text,
    List<Block> blocks,
    DocumentMetadata metadata,
    double coverage,
    List<String> warnings,
    List<Part> parts) {
  public ExtractedDocument {
    blocks = List.copyOf(blocks);
    warnings = List.copyOf(warnings);
    parts = List.copyOf(parts);
  }

  /// A document without others in it.
  public ExtractedDocument(
      String text,
      List<Block> blocks,
      DocumentMetadata metadata,
      double coverage,
      List<String> warnings) {
    this(text, blocks, metadata, coverage, warnings, List.of());
  }
}
