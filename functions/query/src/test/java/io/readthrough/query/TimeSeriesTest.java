package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static io.readthrough.query.TestApi.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `GET /v1/tickers/{ticker}/timeseries`.
class TimeSeriesTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private final TestApi api = new TestApi();
  private int dropped;

  private void drop(String day, double score) {
    Instant time = Instant.parse(day + "T23:59:59Z");
    api.notes.apply(
        new TestNote(ACME, "n" + dropped++, time, 0, Map.of("AAPL", score)).scored(), time);
  }

  private JsonNode ask(String query) {
    TestAnswer answer = api.as(ACME).get("/v1/tickers/AAPL/timeseries" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void countsTheNotesOfEachDayAndLeavesOutWhatHasNone() {
    drop("2026-03-30", 0.8);
    drop("2026-03-30", 0.2);
    drop("2026-03-27", -0.4);
    JsonNode json = ask("");
    assertThat(json.path("n").asInt()).isEqualTo(3);
    assertThat(json.path("interval").asString()).isEqualTo("day");
    assertThat(json.path("date_from").asString()).isEqualTo("2026-01-01");
    assertThat(json.path("date_to").asString()).isEqualTo("2026-03-31");
    assertThat(json.path("series").valueStream().map(p -> p.path("start").asString()))
        .containsExactly("2026-03-27", "2026-03-30");
    JsonNode monday = json.at("/series/1");
    assertThat(monday.path("n").asInt()).isEqualTo(2);
    assertThat(monday.path("sentiment_score").asDouble()).isCloseTo(0.5, EXACTLY);
    assertThat(monday.path("sentiment_label").asString()).isEqualTo("Bullish");
    assertThat(monday.path("dispersion").asDouble()).isCloseTo(0.3, EXACTLY);
    assertThat(monday.path("positive").asInt()).isEqualTo(2);
    assertThat(json.at("/series/0/negative").asInt()).isEqualTo(1);
  }

  @Test
  void addsDaysUpToWeeksAndMonths() {
    drop("2026-02-28", 0.6);
    drop("2026-03-01", 0.2);
    drop("2026-03-02", -0.2);
    assertThat(starts(ask("?interval=week"))).containsExactly("2026-02-23 2", "2026-03-02 1");
    assertThat(starts(ask("?interval=month"))).containsExactly("2026-02-01 1", "2026-03-01 2");
    // A week that the asked days cut counts those days alone.
    assertThat(starts(ask("?interval=week&date_from=2026-03-01&date_to=2026-03-01")))
        .containsExactly("2026-02-23 1");
  }

  private static Stream<String> starts(JsonNode json) {
    return json.path("series")
        .valueStream()
        .map(p -> p.path("start").asString() + " " + p.path("n").asInt());
  }

  @Test
  void anotherFirmSeesNothingOfIt() {
    drop("2026-03-30", 0.8);
    JsonNode theirs = api.as(GLOBEX).get("/v1/tickers/AAPL/timeseries").json();
    assertThat(theirs.path("n").asInt()).isZero();
    assertThat(theirs.path("series").isEmpty()).isTrue();
  }

  @Test
  void anAnswerThatCountsAnotherNoteHasAnotherTag() {
    drop("2026-03-30", 0);
    String before = tag();
    assertThat(tag()).isEqualTo(before);
    drop("2026-03-30", 0);
    assertThat(tag()).isNotEqualTo(before);
  }

  private String tag() {
    return Objects.requireNonNull(
        api.as(ACME).get("/v1/tickers/AAPL/timeseries").headers().get("etag"));
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL/timeseries?interval=hour, interval,",
    "AAPL/timeseries?intervals=day, intervals, interval",
    "AAPL/timeseries?date_from=2026-3-1, date_from,",
    "AAPL/timeseries?date_from=2026-02-30, date_from,",
    "AAPL/timeseries?date_to=2026-03-01T00:00:00Z, date_to, 2026-03-01",
    "AAPL/timeseries?date_from=2026-04-01, date_from,",
    "AAPL/timeseries?date_from=1990-01-01&date_to=2026-03-31, date_from, 2016-03-24",
    "AAPL/timeseries?date_to=9999-12-31, date_to,",
    "aapl/timeseries, ticker, AAPL",
    "%F0%9F%8D%8E/timeseries, ticker,"
  })
  void whatIsWrongIsNamed(String call, String parameter, String suggestion) {
    TestAnswer answer = api.as(ACME).get("/v1/tickers/" + call);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongParameters()).containsExactly(parameter);
    JsonNode suggested = answer.json().at("/errors/0/suggestion");
    assertThat(suggested.isMissingNode() ? null : suggested.asString()).isEqualTo(suggestion);
  }
}
