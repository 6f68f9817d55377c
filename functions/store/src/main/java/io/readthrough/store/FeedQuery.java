package io.readthrough.store;

import io.readthrough.core.note.SentimentLabel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which notes to list, and in which order. All conditions hold together.
///
/// @param anyTickers notes on at least one of these; empty for all notes; at most [#MAX_TICKERS]
/// @param allTickers notes on every one of these; empty for no such condition
/// @param from inclusive, by the note's time (published, or received where that is unknown);
///   [Instant#MIN] for no such bound
/// @param to exclusive; [Instant#MAX] for no such bound
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
  /// The most names of a query: each is a partition of the table, and a page asks all of them.
  public static final int MAX_TICKERS = 20;

  public FeedQuery {
    if (anyTickers.size() > MAX_TICKERS) {
      throw new IllegalArgumentException(
          "a feed of " + anyTickers.size() + " tickers is too wide: name at most " + MAX_TICKERS);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is not valid: a page has 1 or more");
    }
    anyTickers = List.copyOf(anyTickers);
    allTickers = List.copyOf(allTickers);
    labels = Set.copyOf(labels);
  }

  /// Whether an entry meets all the conditions, but for its place (`after`).
  public boolean accepts(FeedEntry entry) {
    List<String> tickers = entry.tickers().stream().map(FeedEntry.Ticker::ticker).toList();
    return !entry.time().isBefore(from)
        && entry.time().isBefore(to)
        && !entry.availableAt().isAfter(asOf)
        && entry.score() >= minScore
        && entry.score() <= maxScore
        && (labels.isEmpty() || labels.contains(SentimentLabel.of(entry.score())))
        && tickers.containsAll(allTickers)
        && (anyTickers.isEmpty() || anyTickers.stream().anyMatch(tickers::contains));
  }

  /// By time, then by note id.
  public enum Order {
    LATEST,
    EARLIEST;

    /// The order as a comparison of places: what a page lists first is the least.
    public Comparator<FeedPosition> comparator() {
      return switch (this) {
        case LATEST -> Comparator.reverseOrder();
        case EARLIEST -> Comparator.naturalOrder();
      };
    }
  }
}
