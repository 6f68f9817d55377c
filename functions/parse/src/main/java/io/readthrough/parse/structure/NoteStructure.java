package io.readthrough.parse.structure;

import io.readthrough.core.note.Publication;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.VendorScore;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the parts of a document are, whatever its format.
///
/// The opening is what stands before the first full paragraph: masthead, title, ratings. The lead
/// is what follows the title up to the end of the first full paragraph. Disclosures begin at a
/// legal heading and go on to the next heading that is none; legal paragraphs elsewhere are told by
/// their phrases. Headings, lists and the note in short are regions by themselves, and so are the
/// rating box and the lines that say who wrote the note. A note in a language that is not scored
/// has no region that is. A vendor's panel of scores is a region of its own, wherever it stands.
///
/// @param regions as [io.readthrough.core.note.ParsedNote] has them
/// @param tickers of the metadata; where those name none, what the title prints
/// @param warnings what was not certain, a sentence each
public record NoteStructure(
    @Nullable String title,
    @Nullable String author,
    @Nullable String vendor,
    @Nullable String url,
    String language,
    Publication publication,
    List<Region> regions,
    List<VendorScore> vendorScores,
    @Nullable RatingBox ratingBox,
    List<String> tickers,
    List<String> warnings) {
  /// What the scorer reads, and what is too short to tell.
  private static final Set<String> SCORED_LANGUAGES = Set.of("en", LanguageDetector.UNDETERMINED);

  /// Finds the structure of a document.
  ///
  /// @param filename may tell the day of publication
  /// @param received when the document was dropped: it was published before
  public static NoteStructure of(ExtractedDocument document, String filename, Instant received) {
    VendorTrailer trailer = VendorTrailer.of(document.text());
    RegionFinder finder = new RegionFinder(document, trailer);
    List<Region> regions = finder.regions();
    Masthead masthead = finder.masthead();
    DocumentMetadata metadata = document.metadata();
    List<String> warnings = new ArrayList<>();
    Publication publication = PublicationTime.of(masthead, metadata, filename, received, warnings);
    String title = first(finder.title(), metadata.title());
    String language = LanguageDetector.detect(document.text());
    if (!SCORED_LANGUAGES.contains(language)) {
      warnings.add(
          "The note is in a language that is not scored (" + language + "); its text is kept.");
      regions = regions.stream().map(NoteStructure::unscored).toList();
    }
    return new NoteStructure(
        title,
        first(metadata.author(), masthead.author()),
        first(metadata.publisher(), masthead.publisher(), suffix(metadata.title(), title)),
        first(metadata.url(), masthead.url()),
        language,
        publication,
        regions,
        trailer.scores(),
        finder.ratingBox(),
        metadata.tickers().isEmpty() ? finder.tickers() : metadata.tickers(),
        warnings);
  }

  private static Region unscored(Region region) {
    return region.kind().isScored()
        ? new Region(RegionKind.BOILERPLATE, region.span(), region.page())
        : region;
  }

  /// What a page's title adds to the note's, which is its publisher: "The note | The house".
  private static @Nullable String suffix(@Nullable String pageTitle, @Nullable String title) {
    if (pageTitle == null || title == null || !pageTitle.startsWith(title)) {
      return null;
    }
    String suffix = pageTitle.substring(title.length()).replaceFirst("^\\s*[|–—-]\\s*", "").strip();
    return suffix.isEmpty() ? null : suffix;
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
