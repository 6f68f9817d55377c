package io.readthrough.core.note;

/// What a stretch of a note is, and so whether its words count.
public enum RegionKind {
  TITLE,
  /// From the title to the end of the first full paragraph.
  LEAD,
  BODY,
  /// The heading of a section.
  HEADING,
  /// Items of a list in the body.
  BULLETS,
  /// The note in short: what stands under "Key points" and the like, and a list above the first
  /// full paragraph.
  KEY_POINTS,
  /// The rating and the price target that the publisher sets apart, with what they were before.
  RATING_BOX,
  TABLE,
  FOOTNOTE,
  QUOTE,
  /// Who wrote the note, and how to reach them.
  ANALYSTS,
  DISCLOSURE,
  BOILERPLATE,
  VENDOR_TRAILER;

  /// Whether the words of such a region are the author's statement about a security. Names and
  /// numbers of analysts, disclosures, boilerplate and what a vendor glued to the end are not: they
  /// weigh nothing in any score.
  public boolean isScored() {
    return switch (this) {
      case TITLE, LEAD, BODY, HEADING, BULLETS, KEY_POINTS, RATING_BOX, TABLE, FOOTNOTE, QUOTE ->
          true;
      case ANALYSTS, DISCLOSURE, BOILERPLATE, VENDOR_TRAILER -> false;
    };
  }
}
