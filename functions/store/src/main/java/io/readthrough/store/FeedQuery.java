package io.readthrough.store;

import io.readthrough.core.note.SentimentLabel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which notes to list, and in which order. All conditions hold together.
///
/// @param anyTickers notes on at least one of these; empty for all notes
/// @param allTickers notes on every one of these; empty for no such condition
/// @param from inclusive, by the note's time (published, or received where that is unknown)
/// @param to exclusive
/// @param minScore inclusive, of the overall score
/// @param maxScore inclusive
/// @param labels of the overall score; empty for all
/// @param limit the most entries of a page
/// @param after the entry that the page before ended with; null for the first page
/// @param asOf notes that became available later are left out, so that pages stay stable
public record FeedQuery(
    List<String> anyTickers,
    List<String> allTickers,
    Instant from,
    Instant to,
    double minScore,
    double maxScore,
    Set<SentimentLabel> labels,
    Order order,
    int limit,
    @Nullable FeedPosition after,
    Instant asOf) {
  public FeedQuery {
    anyTickers = List.copyOf(anyTickers);
    allTickers = List.copyOf(allTickers);
    labels = Set.copyOf(labels);
  }

  /// By time, then by note id.
  public enum Order {
    LATEST,
    EARLIEST
  }
}
