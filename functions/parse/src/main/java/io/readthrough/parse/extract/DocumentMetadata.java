package io.readthrough.parse.extract;

import io.readthrough.core.note.Publication.Basis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a document says of itself outside its text: the head of an HTML page, the front matter of a
/// Markdown file.
///
/// @param published as written, in any form
/// @param basis what `published` is taken from
/// @param tickers the document's subjects, as written
public record DocumentMetadata(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String published,
    Basis basis,
    List<String> tickers) {
  /// Longer values are no titles, names or addresses.
  private static final int MAX_LENGTH = 2048;

  public DocumentMetadata {
    tickers = List.copyOf(tickers);
  }

  /// Metadata that name no tickers.
  public DocumentMetadata(
      @Nullable String title,
      @Nullable String author,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String published) {
    this(title, author, publisher, url, published, Basis.METADATA, List.of());
  }

  /// Of a format that has none.
  public static final DocumentMetadata NONE = new DocumentMetadata(null, null, null, null, null);

  /// Takes the first name of each kind that `fields` has. Names are in lower case.
  public static DocumentMetadata of(Map<String, String> fields) {
    return new DocumentMetadata(
        first(fields, "og:title", "title", "headline"),
        first(fields, "author", "authors", "article:author", "analyst", "analysts"),
        first(fields, "og:site_name", "publisher", "vendor", "firm"),
        url(first(fields, "canonical", "og:url", "url", "link")),
        first(
            fields,
            "article:published_time",
            "datepublished",
            "published",
            "publication_date",
            "pubdate",
            "dc.date",
            "date",
            "time"));
  }

  private static @Nullable String first(Map<String, String> fields, String... names) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null && !value.isBlank() && value.length() <= MAX_LENGTH) {
        return value.strip();
      }
    }
    return null;
  }

  private static @Nullable String url(@Nullable String value) {
    return value != null && value.matches("https?://\\S+") ? value : null;
  }
}
