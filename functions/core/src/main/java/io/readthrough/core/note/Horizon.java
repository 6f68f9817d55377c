package io.readthrough.core.note;

import org.jspecify.annotations.Nullable;

/// When something is to show.
///
/// @param minMonths from the note's publication; null when the note gives no number
/// @param maxMonths as `minMonths`
/// @param stated whether the note's own words give it
public record Horizon(
    Bucket bucket, @Nullable Double minMonths, @Nullable Double maxMonths, boolean stated) {
  /// What a note leaves open.
  public static final Horizon UNSPECIFIED = new Horizon(Bucket.UNSPECIFIED, null, null, false);

  /// A span of months, in the bucket that its end falls into.
  public static Horizon months(double min, double max) {
    return new Horizon(Bucket.of(max), min, max, true);
  }

  /// Classes of horizons, the nearest first.
  public enum Bucket {
    IMMEDIATE("immediate", 0.5),
    TO_3_MONTHS("0-3m", 3),
    TO_6_MONTHS("3-6m", 6),
    TO_18_MONTHS("6-18m", 18),
    BEYOND_18_MONTHS("18m+", Double.POSITIVE_INFINITY),
    UNSPECIFIED("unspecified", Double.NaN);

    private final String printed;
    private final double lastMonth;

    Bucket(String printed, double lastMonth) {
      this.printed = printed;
      this.lastMonth = lastMonth;
    }

    /// As answers spell it.
    public String printed() {
      return printed;
    }

    /// The bucket that a number of months falls into.
    public static Bucket of(double months) {
      for (Bucket bucket : values()) {
        if (months <= bucket.lastMonth) {
          return bucket;
        }
      }
      return UNSPECIFIED;
    }

    /// The bucket that is spelled so.
    public static Bucket ofPrinted(String printed) {
      for (Bucket bucket : values()) {
        if (bucket.printed.equals(printed)) {
          return bucket;
        }
      }
      throw new IllegalArgumentException("there is no horizon '" + printed + "'");
    }
  }
}
