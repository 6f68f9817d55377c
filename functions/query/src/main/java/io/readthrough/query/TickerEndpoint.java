package io.readthrough.query;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.statistics.Observation;
import io.readthrough.core.statistics.SentimentStatistics;
import io.readthrough.core.statistics.Window;
import io.readthrough.query.Problem.ParameterError;
import io.readthrough.store.FeedEntry;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedPosition;
import io.readthrough.store.FeedQuery;
import io.readthrough.store.NoteStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `GET /v1/tickers/{ticker}/sentiment`. Asks the store for at most [#MAX_PAGES] pages of the
/// ticker's notes; when there are more, the newest were taken and the answer says that it is not
/// complete.
final class TickerEndpoint {
  static final List<String> PARAMETERS = List.of("window");

  static final int MAX_PAGES = 3;
  private static final int PAGE = 1_000;

  private static final Map<String, Window> WINDOWS = new LinkedHashMap<>();

  static {
    for (Window window : Window.values()) {
      WINDOWS.put(window.printed(), window);
    }
  }

  private final NoteStore notes;

  TickerEndpoint(NoteStore notes) {
    this.notes = notes;
  }

  Answer answer(FirmId firm, String ticker, String query, Instant now, String requestId) {
    QueryParameters parameters = new QueryParameters(query, PARAMETERS);
    Window window = parameters.oneOf("window", WINDOWS, Window.MONTH);
    ParameterError fault = FeedEndpoint.tickerFault(ticker);
    if (fault != null) {
      parameters.wrong("ticker", fault.detail(), fault.suggestion());
    }
    if (!parameters.errors().isEmpty()) {
      return Problem.invalid(parameters.errors());
    }
    return answer(firm, coverage(firm, ticker, window, now), window, requestId);
  }

  /// The ticker's notes, the newest first, as far back as the window or the momentum's month.
  private Coverage coverage(FirmId firm, String ticker, Window window, Instant now) {
    Window back = window.compareTo(Window.MONTH) > 0 ? window : Window.MONTH;
    List<Mention> mentions = new ArrayList<>();
    FeedPosition after = null;
    for (int page = 0; page < MAX_PAGES; page++) {
      FeedPage found =
          notes.feed(
              firm,
              new FeedQuery(
                  List.of(ticker),
                  List.of(),
                  now.minus(back.length()),
                  now,
                  -1,
                  1,
                  Set.of(),
                  FeedQuery.Order.LATEST,
                  PAGE,
                  after,
                  now));
      for (FeedEntry note : found.entries()) {
        for (FeedEntry.Ticker each : note.tickers()) {
          if (each.ticker().equals(ticker)) {
            mentions.add(new Mention(note, each));
          }
        }
      }
      after = found.next();
      if (after == null) {
        break;
      }
    }
    return new Coverage(ticker, now, mentions, after == null);
  }

  private static Answer answer(FirmId firm, Coverage coverage, Window window, String requestId) {
    List<Mention> mentions = coverage.in(window);
    Optional<SentimentStatistics> statistics = coverage.over(window);
    Optional<SentimentStatistics> week = coverage.over(Window.WEEK);
    Optional<SentimentStatistics> month = coverage.over(Window.MONTH);
    String json =
        JsonText.object(
            out -> {
              out.writeStringField("request_id", requestId);
              out.writeStringField("as_of", coverage.now().toString());
              out.writeStringField("ticker", coverage.ticker());
              out.writeStringField("window", window.printed());
              out.writeNumberField("n", mentions.size());
              out.writeBooleanField("complete", coverage.complete());
              NullableFields fields = new NullableFields(out);
              String reason = coverage.reason(window);
              fields.number(
                  "sentiment_score", statistics.map(SentimentStatistics::sentiment), reason);
              fields.text(
                  "sentiment_label",
                  statistics.map(s -> SentimentLabel.of(s.sentiment()).printed()),
                  reason);
              fields.number("n_eff", statistics.map(SentimentStatistics::effectiveN), reason);
              fields.number(
                  "momentum",
                  week.flatMap(w -> month.map(m -> w.sentiment() - m.sentiment())),
                  coverage.reason(week.isEmpty() ? Window.WEEK : Window.MONTH));
              fields.number("dispersion", statistics.map(SentimentStatistics::dispersion), reason);
              fields.number(
                  "disagreement", statistics.map(SentimentStatistics::disagreement), reason);
              fields.note("newest_note", mentions.stream().findFirst(), reason);
              fields.writeReasons();
              out.writeStringField("sentiment_score_definition", SentimentLabel.BANDS);
              out.writeStringField(
                  "weight_definition",
                  "relevance * confidence * novelty * 0.5^(age / half-life), half-life "
                      + window.halfLife().toDays()
                      + " days");
            });
    return Answer.Found.own(
        json,
        firm,
        coverage.ticker(),
        window,
        coverage.complete(),
        mentions.size(),
        statistics,
        week,
        month,
        mentions.stream().findFirst().map(Mention::note));
  }

  /// What one note says about the ticker.
  private record Mention(FeedEntry note, FeedEntry.Ticker ticker) {
    Observation observation(Window window, Instant now) {
      Duration age = Duration.between(note.time(), now);
      return new Observation(
          ticker.score(),
          window.weight(ticker.relevance(), ticker.confidence(), note.novelty(), age));
    }
  }

  /// What there is on a ticker.
  ///
  /// @param complete whether the mentions are all, or only the newest
  private record Coverage(String ticker, Instant now, List<Mention> newestFirst, boolean complete) {
    List<Mention> in(Window window) {
      Instant from = now.minus(window.length());
      return newestFirst.stream().filter(m -> !m.note().time().isBefore(from)).toList();
    }

    Optional<SentimentStatistics> over(Window window) {
      return SentimentStatistics.of(
          in(window).stream().map(m -> m.observation(window, now)).toList());
    }

    /// Why nothing is known over a window, when nothing is.
    String reason(Window window) {
      int n = in(window).size();
      return n == 0
          ? "no coverage: no note on %s in the last %s".formatted(ticker, window.printed())
          : "no evidence: the notes on %s in the last %s (%d) say nothing about it"
              .formatted(ticker, window.printed(), n);
    }
  }

  /// Writes what may be unknown: null then, and the reason with the others at the end.
  private static final class NullableFields {
    private final JsonGenerator out;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    NullableFields(JsonGenerator out) {
      this.out = out;
    }

    void number(String name, Optional<Double> value, String reason) throws IOException {
      if (isKnown(name, value, reason)) {
        out.writeNumberField(name, value.get());
      }
    }

    void text(String name, Optional<String> value, String reason) throws IOException {
      if (isKnown(name, value, reason)) {
        out.writeStringField(name, value.get());
      }
    }

    void note(String name, Optional<Mention> value, String reason) throws IOException {
      if (isKnown(name, value, reason)) {
        FeedEntry note = value.get().note();
        Instant published = note.publishedAt();
        double score = value.get().ticker().score();
        out.writeObjectFieldStart(name);
        out.writeStringField("note_id", note.noteId().value());
        out.writeStringField("title", note.title());
        out.writeStringField("published_at", published == null ? null : published.toString());
        out.writeStringField("available_at", note.availableAt().toString());
        out.writeNumberField("ticker_sentiment_score", score);
        out.writeStringField("ticker_sentiment_label", SentimentLabel.of(score).printed());
        out.writeEndObject();
      }
    }

    private boolean isKnown(String name, Optional<?> value, String reason) throws IOException {
      if (value.isEmpty()) {
        out.writeNullField(name);
        reasons.put(name, reason);
      }
      return value.isPresent();
    }

    void writeReasons() throws IOException {
      out.writeObjectFieldStart("null_reasons");
      for (Map.Entry<String, String> each : reasons.entrySet()) {
        out.writeStringField(each.getKey(), each.getValue());
      }
      out.writeEndObject();
    }
  }
}
