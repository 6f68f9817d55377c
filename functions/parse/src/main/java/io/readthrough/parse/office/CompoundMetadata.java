package io.readthrough.parse.office;

import io.readthrough.parse.extract.DocumentMetadata;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.jspecify.annotations.Nullable;

/// What a compound file says of itself.
final class CompoundMetadata {
  private CompoundMetadata() {}

  static DocumentMetadata of(
      @Nullable SummaryInformation summary, @Nullable DocumentSummaryInformation more) {
    Map<String, String> fields = new HashMap<>();
    if (summary != null) {
      put(fields, "title", summary.getTitle());
      put(fields, "author", summary.getAuthor());
      Date saved = summary.getLastSaveDateTime();
      put(fields, "published", saved == null ? null : saved.toInstant().toString());
    }
    if (more != null) {
      put(fields, "publisher", more.getCompany());
    }
    return DocumentMetadata.of(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.put(name, value);
    }
  }
}
