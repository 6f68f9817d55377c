package io.readthrough.parse.structure;

import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.VendorScore;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parts of a document are, whatever its format.
///
/// The opening is what stands before the first full paragraph: masthead, title, ratings. The lead
/// is what follows the title up to the end of the first full paragraph. Disclosures begin at a
/// legal heading and go on to the next heading that is none; legal paragraphs elsewhere are told by
/// their phrases. A vendor's panel of scores is a region of its own, wherever it stands.
///
/// @param regions as [io.readthrough.core.note.ParsedNote] has them
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
    List<String> warnings) {

  /// Finds the structure of a document.
  ///
  /// @param filename may tell the day of publication
  public static NoteStructure of(ExtractedDocument document, String filename) {
    VendorTrailer trailer = VendorTrailer.of(document.text());
    RegionFinder finder = new RegionFinder(document, trailer);
    List<Region> regions = finder.regions();
    Masthead masthead = finder.masthead();
    DocumentMetadata metadata = document.metadata();
    List<String> warnings = new ArrayList<>();
    Publication publication = PublicationTime.of(masthead, metadata, filename, warnings);
    String title = first(finder.title(), metadata.title());
    return new NoteStructure(
        title,
        first(metadata.author(), masthead.author()),
        first(metadata.publisher(), masthead.publisher(), suffix(metadata.title(), title)),
        first(metadata.url(), masthead.url()),
        LanguageDetector.detect(document.text()),
        publication,
        regions,
        trailer.scores(),
        warnings);
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
