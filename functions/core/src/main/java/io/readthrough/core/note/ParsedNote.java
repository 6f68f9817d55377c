package io.readthrough.core.note;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A note's text and structure: what every later stage reads. The text is final; all spans are
/// offsets into it.
///
/// @param language ISO 639-1 code, or "und" when it cannot be told
/// @param regions in order, not overlapping, covering every character that is not white space
/// @param ratingBox the first that the note prints; null when it prints none
/// @param parser which extractor made it, with its version: "text/1"
/// @param textCoverage the share of the document's characters that reached the text, 0 to 1
/// @param warnings sentences a person understands; never the note's own words
/// @param tickers what the document's metadata, or its title and the lines around it, name as its
///   subjects, as written there
/// @param parts the notes that came out of the same object below this one
public record ParsedNote(
    NoteSource source,
    String text,
    String language,
    @Nullable String title,
    @Nullable String author,
    @Nullable String vendor,
    @Nullable String url,
    Publication publication,
    List<Region> regions,
    List<VendorScore> vendorScores,
    @Nullable RatingBox ratingBox,
    String parser,
    double textCoverage,
    List<String> warnings,
    List<String> tickers,
    List<NoteId> parts) {
  /// A note without parts and rating box, whose metadata name no tickers.
  public ParsedNote(
      NoteSource source,
      String text,
      String language,
      @Nullable String title,
      @Nullable String author,
      @Nullable String vendor,
      @Nullable String url,
      Publication publication,
      List<Region> regions,
      List<VendorScore> vendorScores,
      String parser,
      double textCoverage,
      List<String> warnings) {
    this(
        source,
        text,
        language,
        title,
        author,
        vendor,
        url,
        publication,
        regions,
        vendorScores,
        null,
        parser,
        textCoverage,
        warnings,
        List.of(),
        List.of());
  }

  public ParsedNote {
    regions = List.copyOf(regions);
    vendorScores = List.copyOf(vendorScores);
    warnings = List.copyOf(warnings);
    tickers = List.copyOf(tickers);
    parts = List.copyOf(parts);
    int end = 0;
    for (Region region : regions) {
      if (region.span().start() < end || region.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "region "
                + region
                + " overlaps the one before it or leaves the text of length "
                + text.length());
      }
      end = region.span().end();
    }
    if (ratingBox != null && ratingBox.span().end() > text.length()) {
      throw new IllegalArgumentException(
          "the rating box " + ratingBox.span() + " leaves the text of length " + text.length());
    }
  }

  /// The same note with warnings after those that it has.
  public ParsedNote withWarnings(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new ParsedNote(
        source,
        text,
        language,
        title,
        author,
        vendor,
        url,
        publication,
        regions,
        vendorScores,
        ratingBox,
        parser,
        textCoverage,
        all,
        tickers,
        parts);
  }
}
