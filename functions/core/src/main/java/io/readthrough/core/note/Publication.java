package io.readthrough.core.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a note was published, and how that is known.
///
/// @param at null exactly when the basis is [Basis#UNKNOWN]
public record Publication(@Nullable Instant at, Basis basis) {
  /// Nothing in the document, its name or its metadata tells.
  public static final Publication UNKNOWN = new Publication(null, Basis.UNKNOWN);

  public Publication {
    if ((at == null) != (basis == Basis.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a publication time and its basis go together: " + at + ", " + basis);
    }
  }

  /// What tells the time of publication, the surest first.
  public enum Basis {
    DOCUMENT,
    EMAIL_HEADER,
    METADATA,
    FILENAME,
    OBJECT_TIME,
    UNKNOWN
  }
}
