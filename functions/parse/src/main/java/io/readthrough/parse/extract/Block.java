package io.readthrough.parse.extract;

import io.readthrough.core.note.TextSpan;

/// A stretch of a document that its format sets apart: a paragraph, a heading, a row.
///
/// @param level of a heading, 1 to 6; 0 for all else
/// @param span without white space around it
/// @param page the page it begins on, from 1; 0 where the format has no pages
public record Block(Kind kind, int level, TextSpan span, int page) {
  /// A block of a format without pages.
  public Block(Kind kind, int level, TextSpan span) {
    this(kind, level, span, 0);
  }

  /// What a document's format can say of a block.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    QUOTE,
    FOOTNOTE,
    /// What the format itself marks as legal text.
    LEGAL,
    /// The part of a mail that repeats an earlier one.
    HISTORY,
    /// The lines below a mail's text that say who sent it.
    SIGNATURE
  }
}
