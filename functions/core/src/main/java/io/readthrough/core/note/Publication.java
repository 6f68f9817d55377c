package io.readthrough.core.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a note was published, and how that is known.
///
/// @param at null exactly when the basis is [Basis#UNKNOWN]
/// @param zone the zone that the source gives it in, as `+01:00`, `Z` or `Europe/London`; null when
///   the source gives none that is certain
public record Publication(@Nullable Instant at, Basis basis, @Nullable String zone) {
  /// A time whose zone is not told.
  public Publication(@Nullable Instant at, Basis basis) {
    this(at, basis, null);
  }

  /// Nothing in the document, its name or its metadata tells.
  public static final Publication UNKNOWN = new Publication(null, Basis.UNKNOWN);

  public Publication {
    if ((at == null) != (basis == Basis.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a publication time and its basis go together: " + at + ", " + basis);
    }
  }

  /// The time that the note itself tells, or null: that of its object may be years later.
  public @Nullable Instant told() {
    return basis == Basis.OBJECT_TIME ? null : at;
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
