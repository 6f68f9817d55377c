package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A note as a feed lists it.
///
/// @param time the published time, or the received time where that is unknown: what the feed is
///   ordered by
/// @param score overall, in [-1, 1]
public record FeedEntry(
    NoteId noteId,
    int revision,
    Instant time,
    @Nullable Instant publishedAt,
    Instant availableAt,
    @Nullable String title,
    @Nullable String summary,
    double score,
    List<TopicRelevance> topics,
    List<Ticker> tickers) {
  public FeedEntry {
    topics = List.copyOf(topics);
    tickers = List.copyOf(tickers);
  }

  /// A name that the note is about.
  ///
  /// @param relevance in (0, 1]
  /// @param score in [-1, 1]
  /// @param confidence in [0, 1]
  public record Ticker(
      String ticker,
      TickerSentiment.Role role,
      double relevance,
      double score,
      double confidence) {}
}
