package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.store.json.TextBounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A note as a feed lists it: bounded in size, whatever the note.
///
/// @param time the published time, or the received time where that is unknown: what the feed is
///   ordered by; whole milliseconds of the years 0 to 9998
/// @param title at most [#MAX_TITLE] characters, the rest cut off
/// @param summary at most [#MAX_SUMMARY] characters, the rest cut off
/// @param score overall, in [-1, 1], to [#DECIMALS] decimals like all numbers here
/// @param topics at most [#MAX_TOPICS]
/// @param tickers the most relevant, by relevance and then by name; at most [#MAX_TICKERS]. A note
///   is found under these and no other
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
  /// The most tickers that a note is found under: what one transaction can hold.
  public static final int MAX_TICKERS = 20;

  /// Longer tickers are no tickers, but something a note made up.
  public static final int MAX_TICKER_LENGTH = 32;

  public static final int MAX_TITLE = 300;
  public static final int MAX_SUMMARY = 1000;
  public static final int MAX_TOPICS = 20;
  public static final int MAX_TOPIC_LENGTH = 100;

  /// The precision that the scores' invariants hold to.
  public static final int DECIMALS = 9;

  private static final Instant MIN_TIME = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant MAX_TIME = Instant.parse("9998-12-31T23:59:59.999Z");

  public FeedEntry {
    topics = List.copyOf(topics);
    tickers = List.copyOf(tickers);
  }

  /// The time that a note is listed under.
  public static Instant time(ParsedNote note) {
    Instant published = note.publication().at();
    return bounded(published == null ? note.source().object().eventTime() : published)
        .truncatedTo(ChronoUnit.MILLIS);
  }

  /// The entry of a scored note.
  public static FeedEntry of(ScoredNote note, int revision, Instant availableAt) {
    ParsedNote parsed = note.parsed();
    NoteSource source = parsed.source();
    Instant published = parsed.publication().at();
    return new FeedEntry(
        source.noteId(),
        revision,
        time(parsed),
        published == null ? null : bounded(published),
        availableAt,
        TextBounds.cut(parsed.title(), MAX_TITLE),
        TextBounds.cut(note.summary(), MAX_SUMMARY),
        rounded(note.overall().score()),
        note.topics().stream()
            .filter(topic -> topic.topic().length() <= MAX_TOPIC_LENGTH)
            .limit(MAX_TOPICS)
            .map(topic -> new TopicRelevance(topic.topic(), rounded(topic.relevance())))
            .toList(),
        tickers(note.tickers()));
  }

  /// `time`, or the nearest time that a feed can hold.
  private static Instant bounded(Instant time) {
    if (time.isBefore(MIN_TIME)) {
      return MIN_TIME;
    }
    return time.isAfter(MAX_TIME) ? MAX_TIME : time;
  }

  private static List<Ticker> tickers(List<TickerSentiment> names) {
    Map<String, Ticker> byTicker = new LinkedHashMap<>();
    for (TickerSentiment name : names) {
      String ticker = name.ticker();
      if (ticker != null && !ticker.isEmpty() && ticker.length() <= MAX_TICKER_LENGTH) {
        byTicker.putIfAbsent(
            ticker,
            new Ticker(
                ticker,
                name.role(),
                rounded(name.relevance()),
                rounded(name.sentiment().score()),
                rounded(name.sentiment().confidence())));
      }
    }
    return byTicker.values().stream()
        .sorted(
            Comparator.comparingDouble(Ticker::relevance).reversed().thenComparing(Ticker::ticker))
        .limit(MAX_TICKERS)
        .toList();
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
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
