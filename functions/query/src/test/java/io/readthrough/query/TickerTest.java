package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.note.FirmId;
import io.readthrough.store.FeedEntry;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedPosition;
import io.readthrough.store.FeedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `GET /v1/tickers/{ticker}/sentiment`.
class TickerTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final List<String> NULLABLE =
      List.of(
          "sentiment_score",
          "sentiment_label",
          "n_eff",
          "momentum",
          "dispersion",
          "disagreement",
          "newest_note");

  private final TestApi api = new TestApi();
  private int dropped;

  private TestNote drop(int daysAgo, double score) {
    return drop(daysAgo, score, 1);
  }

  private TestNote drop(int daysAgo, double score, double confidence) {
    Instant time = api.now.minus(Duration.ofDays(daysAgo));
    TestNote note =
        new TestNote(ACME, "n" + dropped++, time, 0, Map.of("AAPL", score))
            .withConfidence(confidence);
    api.notes.apply(note.scored(), time);
    return note;
  }

  private JsonNode ask(String query) {
    TestAnswer answer = api.as(ACME).get("/v1/tickers/AAPL/sentiment" + query);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    for (String name : NULLABLE) {
      assertThat(json.path("null_reasons").has(name))
          .as("%s is null exactly when there is a reason", name)
          .isEqualTo(json.path(name).isNull());
    }
    return json;
  }

  @Test
  void anAnswerThatCountsAnotherNoteHasAnotherTag() {
    drop(1, 0.5, 0);
    String before = tag();
    assertThat(tag()).isEqualTo(before);
    drop(2, 0.5, 0);
    assertThat(tag()).isNotEqualTo(before);
  }

  private String tag() {
    return Objects.requireNonNull(
        api.as(ACME).get("/v1/tickers/AAPL/sentiment").headers().get("etag"));
  }

  @Test
  void addsUpTheNotesOfTheWindowByTheClosedForms() {
    drop(14, -0.6);
    TestNote newest = drop(3, 0.8);
    JsonNode month = ask("");
    // Half-life 7 days: weights 0.5^(3/7) and 0.5^2.
    double a = Math.pow(0.5, 3.0 / 7);
    double b = 0.25;
    double s30 = (0.8 * a - 0.6 * b) / (a + b + 1);
    assertThat(month.path("n").asInt()).isEqualTo(2);
    assertThat(month.path("window").asString()).isEqualTo("30d");
    assertThat(month.path("complete").asBoolean()).isTrue();
    assertThat(month.path("sentiment_score").asDouble()).isCloseTo(s30, EXACTLY);
    assertThat(month.path("sentiment_label").asString()).isEqualTo("Somewhat-Bullish");
    assertThat(month.path("n_eff").asDouble())
        .isCloseTo((a + b) * (a + b) / (a * a + b * b), EXACTLY);
    assertThat(month.path("disagreement").asDouble())
        .isCloseTo(1 - (0.8 * a - 0.6 * b) / (0.8 * a + 0.6 * b), EXACTLY);
    // Over 7 days the half-life is 3 days, and only the newest note is in.
    double s7 = 0.8 * 0.5 / 1.5;
    assertThat(month.path("momentum").asDouble()).isCloseTo(s7 - s30, EXACTLY);
    assertThat(month.at("/newest_note/note_id").asString()).isEqualTo(newest.id().value());
    assertThat(month.at("/newest_note/ticker_sentiment_label").asString()).isEqualTo("Bullish");

    JsonNode week = ask("?window=7d");
    assertThat(week.path("n").asInt()).isEqualTo(1);
    assertThat(week.path("sentiment_score").asDouble()).isCloseTo(s7, EXACTLY);
    assertThat(week.path("dispersion").asDouble()).isZero();
    assertThat(ask("?window=90d").path("n").asInt()).isEqualTo(2);
  }

  @Test
  void noCoverageIsNullWithAReasonAndNeverZero() {
    JsonNode json = ask("?window=7d");
    assertThat(json.path("n").asInt()).isZero();
    for (String name : NULLABLE) {
      assertThat(json.path(name).isNull()).isTrue();
      assertThat(json.path("null_reasons").path(name).asString())
          .startsWith("no coverage: no note on AAPL in the last 7d");
    }
  }

  @Test
  void aMomentumNeedsNewsOfTheWeek() {
    drop(20, 0.5);
    JsonNode json = ask("");
    assertThat(json.path("sentiment_score").isNumber()).isTrue();
    assertThat(json.at("/null_reasons/momentum").asString())
        .isEqualTo("no coverage: no note on AAPL in the last 7d");
  }

  @Test
  void aLongWindowReachesBehindTheMonth() {
    drop(80, 0.5);
    assertThat(ask("?window=90d").path("n").asInt()).isEqualTo(1);
    assertThat(ask("?window=30d").path("n").asInt()).isZero();
  }

  @Test
  void notesWithoutEvidenceAreNoNeutralOpinion() {
    TestNote note = drop(1, 0, 0);
    JsonNode json = ask("");
    assertThat(json.path("n").asInt()).isEqualTo(1);
    assertThat(json.path("sentiment_score").isNull()).isTrue();
    assertThat(json.at("/null_reasons/sentiment_score").asString())
        .startsWith("no evidence: the notes on AAPL in the last 30d (1)");
    assertThat(json.at("/newest_note/note_id").asString()).isEqualTo(note.id().value());
  }

  @Test
  void readsSoManyNotesAndNoMoreAndSaysSo() {
    List<Integer> asked = new ArrayList<>();
    TestApi busy =
        new TestApi(
            new ReadOnlyNoteStore() {
              @Override
              public FeedPage feed(FirmId firm, FeedQuery query) {
                asked.add(query.limit());
                FeedEntry entry =
                    FeedEntry.of(
                        new TestNote(
                                ACME,
                                "n" + asked.size(),
                                api.now.minusSeconds(asked.size()),
                                0,
                                Map.of("AAPL", 0.5))
                            .scored(),
                        1,
                        api.now);
                return new FeedPage(List.of(entry), FeedPosition.of(entry));
              }
            },
            api.parsed);
    JsonNode json = busy.as(ACME).get("/v1/tickers/AAPL/sentiment").json();
    assertThat(asked).hasSize(TickerEndpoint.MAX_PAGES);
    assertThat(json.path("n").asInt()).isEqualTo(TickerEndpoint.MAX_PAGES);
    assertThat(json.path("complete").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aapl", "AAPL%20", "%24AAPL", "A%00", "日本", "A%2FB", "-A", "AAPL%"})
  void whatCannotBeATickerIsNamed(String ticker) {
    TestAnswer answer = api.as(ACME).get("/v1/tickers/" + ticker + "/sentiment");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongParameters()).containsExactly("ticker");
  }

  @Test
  void suggestsTheSpellingThatWouldDo() {
    assertThat(api.as(ACME).get("/v1/tickers/brk.b/sentiment").text("/errors/0/suggestion"))
        .isEqualTo("BRK.B");
    assertThat(
            api.as(ACME).get("/v1/tickers/AAPL/sentiment?window=30").text("/errors/0/suggestion"))
        .isEqualTo("30d");
  }
}
