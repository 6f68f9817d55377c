package io.readthrough.parse.extract;

import io.readthrough.core.note.TextSpan;

/// A stretch of a document that its format sets apart: a paragraph, a heading, a row.
///
/// @param level of a heading, 1 to 6; 0 for all else
/// @param span without white space around it
public record Block(Kind kind, int level, TextSpan span) {
  /// What a document's format can say of a block.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    QUOTE,
    FOOTNOTE,
    /// What the format itself marks as legal text.
    LEGAL
  }
}
