package io.readthrough.core.note;

/// What a stretch of a note is, and so whether its words count.
public enum RegionKind {
  TITLE,
  LEAD,
  BODY,
  TABLE,
  FOOTNOTE,
  QUOTE,
  DISCLOSURE,
  BOILERPLATE,
  VENDOR_TRAILER;

  /// Whether the words of such a region are the author's statement about a security. Disclosures,
  /// boilerplate and what a vendor glued to the end are not: they weigh nothing in any score.
  public boolean isScored() {
    return switch (this) {
      case TITLE, LEAD, BODY, TABLE, FOOTNOTE, QUOTE -> true;
      case DISCLOSURE, BOILERPLATE, VENDOR_TRAILER -> false;
    };
  }
}
