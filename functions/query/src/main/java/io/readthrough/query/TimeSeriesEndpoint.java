package io.readthrough.query;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.query.Problem.ParameterError;
import io.readthrough.store.NoteStore;
import io.readthrough.store.RollUp;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// `GET /v1/tickers/{ticker}/timeseries`. Asks the store once.
final class TimeSeriesEndpoint {
  static final List<String> PARAMETERS = List.of("interval", "date_from", "date_to");

  /// The most days that a series covers: ten years.
  static final int MAX_DAYS = 3_660;

  /// What a series covers when nothing else is asked for.
  private static final int DEFAULT_DAYS = 90;

  private static final LocalDate FIRST_DAY = LocalDate.parse("1970-01-01");
  private static final LocalDate LAST_DAY = LocalDate.parse("9998-12-31");
  private static final Map<String, Interval> INTERVALS = new LinkedHashMap<>();

  static {
    for (Interval interval : Interval.values()) {
      INTERVALS.put(interval.printed, interval);
    }
  }

  /// What the notes of one point of a series have in common.
  private enum Interval {
    DAY("day"),
    WEEK("week"),
    MONTH("month");

    private final String printed;

    Interval(String printed) {
      this.printed = printed;
    }

    /// The first day of the interval that a day lies in.
    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }
  }

  private final NoteStore notes;

  TimeSeriesEndpoint(NoteStore notes) {
    this.notes = notes;
  }

  Answer answer(FirmId firm, String ticker, String query, Instant now, String requestId) {
    QueryParameters parameters = new QueryParameters(query, PARAMETERS);
    Interval interval = parameters.oneOf("interval", INTERVALS, Interval.DAY);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate to = parameters.date("date_to", FIRST_DAY, LAST_DAY, today);
    LocalDate from =
        parameters.date("date_from", FIRST_DAY, LAST_DAY, to.minusDays(DEFAULT_DAYS - 1));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1) {
      parameters.wrong("date_from", "is " + from + ", which is after date_to, " + to, null);
    } else if (days > MAX_DAYS) {
      parameters.wrong(
          "date_from",
          "is " + from + ", " + days + " days up to date_to; at most " + MAX_DAYS + " are answered",
          to.minusDays(MAX_DAYS - 1L).toString());
    }
    ParameterError fault = FeedEndpoint.tickerFault(ticker);
    if (fault != null) {
      parameters.wrong("ticker", fault.detail(), fault.suggestion());
    }
    if (!parameters.errors().isEmpty()) {
      return Problem.invalid(parameters.errors());
    }
    SortedMap<LocalDate, RollUp> series = new TreeMap<>();
    notes
        .daily(firm, ticker, from, to)
        .forEach((day, one) -> series.merge(interval.start(day), one, RollUp::plus));
    String json =
        JsonText.object(
            out -> {
              out.writeStringField("request_id", requestId);
              out.writeStringField("as_of", now.toString());
              out.writeStringField("ticker", ticker);
              out.writeStringField("interval", interval.printed);
              out.writeStringField("date_from", from.toString());
              out.writeStringField("date_to", to.toString());
              out.writeNumberField("n", series.values().stream().mapToLong(RollUp::notes).sum());
              out.writeStringField("sentiment_score_definition", SentimentLabel.BANDS);
              out.writeArrayFieldStart("series");
              for (Map.Entry<LocalDate, RollUp> each : series.entrySet()) {
                write(each.getKey(), each.getValue(), out);
              }
              out.writeEndArray();
            });
    return Answer.Found.own(json, firm, from, to, series);
  }

  private static void write(LocalDate start, RollUp notes, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("start", start.toString());
    out.writeNumberField("n", notes.notes());
    out.writeNumberField("sentiment_score", notes.mean());
    out.writeStringField("sentiment_label", SentimentLabel.of(notes.mean()).printed());
    out.writeNumberField("dispersion", notes.dispersion());
    out.writeNumberField("positive", notes.positive());
    out.writeNumberField("neutral", notes.neutral());
    out.writeNumberField("negative", notes.negative());
    out.writeEndObject();
  }
}
