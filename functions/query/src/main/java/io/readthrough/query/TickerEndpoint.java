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
import org.jspecify.annotations.Nullable;

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
    return answer(
        firm, new Coverage(ticker, window, now, mentions(firm, ticker, window, now)), requestId);
  }

  /// The ticker's notes, the newest first, as far back as the window or the momentum's month.
  private Mentions mentions(FirmId firm, String ticker, Window window, Instant now) {
    Duration back =
        window.length().compareTo(Window.MONTH.length()) > 0
            ? window.length()
            : Window.MONTH.length();
    List<Mention> mentions = new ArrayList<>();
    FeedPosition after = null;
    for (int page = 0; page < MAX_PAGES; page++) {
      FeedPage found =
          notes.feed(
              firm,
              new FeedQuery(
                  List.of(ticker),
                  List.of(),
                  now.minus(back),
                  now,
                  -1,
                  1,
                  Set.of(),
                  FeedQuery.Order.LATEST,
                  PAGE,
                  after,
                  now));
      for (FeedEntry note : found.entries()) {
        note.tickers().stream()
            .filter(each -> each.ticker().equals(ticker))
            .findFirst()
            .ifPresent(each -> mentions.add(new Mention(note, each)));
      }
      after = found.next();
      if (after == null) {
        return new Mentions(mentions, true);
      }
    }
    return new Mentions(mentions, false);
  }

  /// What one note says about the ticker.
  private record Mention(FeedEntry note, FeedEntry.Ticker ticker) {}

  /// The newest notes on the ticker; `complete` when they are all.
  private record Mentions(List<Mention> newestFirst, boolean complete) {}

  /// What is known of a ticker.
  private record Coverage(String ticker, Window window, Instant now, Mentions mentions) {
    List<Mention> in(Window window) {
      Instant from = now.minus(window.length());
      return mentions.newestFirst().stream().filter(m -> !m.note().time().isBefore(from)).toList();
    }

    Optional<SentimentStatistics> over(Window window) {
      return SentimentStatistics.of(in(window).stream().map(m -> observation(m, window)).toList());
    }

    private Observation observation(Mention mention, Window window) {
      FeedEntry.Ticker ticker = mention.ticker();
      Duration age = Duration.between(mention.note().time(), now);
      return new Observation(
          ticker.score(), window.weight(ticker.relevance(), ticker.confidence(), NEW, age));
    }

    /// Why nothing is known over a window.
    String reason(Window window) {
      int n = in(window).size();
      return n == 0
          ? "no coverage: no note on " + ticker + " in the last " + window.printed()
          : "no evidence: none of the "
              + n
              + " notes on "
              + ticker
              + " in the last "
              + window.printed()
              + " says anything about it";
    }
  }

  /// The novelty of every note, until repeated notes are told from new ones.
  private static final double NEW = 1;

  private static Answer answer(FirmId firm, Coverage coverage, String requestId) {
    Window window = coverage.window();
    List<Mention> mentions = coverage.in(window);
    Optional<SentimentStatistics> statistics = coverage.over(window);
    Optional<SentimentStatistics> week = coverage.over(Window.WEEK);
    Optional<SentimentStatistics> month = coverage.over(Window.MONTH);
    Map<String, String> reasons = new LinkedHashMap<>();
    String json =
        JsonText.object(
            out -> {
              out.writeStringField("request_id", requestId);
              out.writeStringField("as_of", coverage.now().toString());
              out.writeStringField("ticker", coverage.ticker());
              out.writeStringField("window", window.printed());
              out.writeNumberField("n", mentions.size());
              out.writeBooleanField("complete", coverage.mentions().complete());
              String reason = coverage.reason(window);
              Double score = statistics.map(SentimentStatistics::sentiment).orElse(null);
              write("sentiment_score", score, reason, reasons, out);
              if (score == null) {
                reasons.put("sentiment_label", reason);
              }
              out.writeStringField(
                  "sentiment_label", score == null ? null : SentimentLabel.of(score).printed());
              write(
                  "n_eff",
                  statistics.map(SentimentStatistics::effectiveN).orElse(null),
                  reason,
                  reasons,
                  out);
              write(
                  "momentum",
                  week.isEmpty() || month.isEmpty()
                      ? null
                      : Double.valueOf(week.get().sentiment() - month.get().sentiment()),
                  coverage.reason(week.isEmpty() ? Window.WEEK : Window.MONTH),
                  reasons,
                  out);
              write(
                  "dispersion",
                  statistics.map(SentimentStatistics::dispersion).orElse(null),
                  reason,
                  reasons,
                  out);
              write(
                  "disagreement",
                  statistics.map(SentimentStatistics::disagreement).orElse(null),
                  reason,
                  reasons,
                  out);
              if (mentions.isEmpty()) {
                out.writeNullField("newest_note");
                reasons.put("newest_note", reason);
              } else {
                write(mentions.getFirst(), out);
              }
              out.writeObjectFieldStart("null_reasons");
              for (Map.Entry<String, String> each : reasons.entrySet()) {
                out.writeStringField(each.getKey(), each.getValue());
              }
              out.writeEndObject();
              out.writeStringField("sentiment_score_definition", SentimentDefinitions.SCORE);
              out.writeStringField(
                  "weight_definition",
                  "relevance * confidence * novelty * 0.5^(age / half-life), half-life "
                      + window.halfLife().toDays()
                      + " days");
            });
    return Answer.Found.own(
        json, firm, coverage.ticker(), window, statistics, week, month, newest(mentions));
  }

  private static String newest(List<Mention> mentions) {
    if (mentions.isEmpty()) {
      return "";
    }
    FeedEntry note = mentions.getFirst().note();
    return note.noteId() + "," + note.revision();
  }

  private static void write(
      String name,
      @Nullable Double value,
      String reason,
      Map<String, String> reasons,
      JsonGenerator out)
      throws IOException {
    if (value == null) {
      out.writeNullField(name);
      reasons.put(name, reason);
    } else {
      out.writeNumberField(name, value);
    }
  }

  private static void write(Mention newest, JsonGenerator out) throws IOException {
    FeedEntry note = newest.note();
    Instant published = note.publishedAt();
    double score = newest.ticker().score();
    out.writeObjectFieldStart("newest_note");
    out.writeStringField("note_id", note.noteId().value());
    out.writeStringField("title", note.title());
    out.writeStringField("published_at", published == null ? null : published.toString());
    out.writeStringField("available_at", note.availableAt().toString());
    out.writeNumberField("ticker_sentiment_score", score);
    out.writeStringField("ticker_sentiment_label", SentimentLabel.of(score).printed());
    out.writeEndObject();
  }
}
