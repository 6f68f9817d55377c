package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.store.FeedEntry;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `GET /v1/notes`: which notes, in which order, in which form.
class FeedTest {
  private static final TestNote A =
      new TestNote(ACME, "a", at("2026-01-10"), 0.5, Map.of("AAPL", 0.5));
  private static final TestNote B =
      new TestNote(ACME, "b", at("2026-02-10"), -0.2, Map.of("AAPL", -0.1, "MSFT", -0.3));
  private static final TestNote C =
      new TestNote(ACME, "c", at("2026-03-10"), 0.0, Map.of("BRK.B", 0.0));

  private final TestApi api = new TestApi();

  private static Instant at(String date) {
    return Instant.parse(date + "T08:00:00Z");
  }

  @BeforeEach
  void drop() {
    for (TestNote note : List.of(B, A, C)) {
      api.notes.apply(note.scored(), note.published().plusSeconds(1));
    }
  }

  @Test
  void hasTheFormThatIsPromised() {
    TestAnswer answer = api.as(ACME).get("/v1/notes?tickers=MSFT");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Contract.JSON.readTree(
                """
                {"request_id": "request-1=", "as_of": "2026-03-31T12:00:00Z", "items": 1,
                 "next_cursor": null,
                 "sentiment_score_definition": "x <= -0.35: Bearish; -0.35 < x <= -0.15: Somewhat-Bearish; -0.15 < x < 0.15: Neutral; 0.15 <= x < 0.35: Somewhat-Bullish; x >= 0.35: Bullish",
                 "relevance_score_definition": "0 < x <= 1",
                 "feed": [{"note_id": "%s", "title": "b", "summary": "Margins\\n\\nRevenue grew.",
                   "published_at": "2026-02-10T08:00:00Z", "available_at": "2026-02-10T08:00:01Z",
                   "overall_sentiment_score": -0.2, "overall_sentiment_label": "Somewhat-Bearish",
                   "topics": [{"topic": "earnings", "relevance_score": 0.9}],
                   "ticker_sentiment": [
                     {"ticker": "AAPL", "relevance_score": 1.0, "ticker_sentiment_score": -0.1, "ticker_sentiment_label": "Neutral"},
                     {"ticker": "MSFT", "relevance_score": 1.0, "ticker_sentiment_score": -0.3, "ticker_sentiment_label": "Somewhat-Bearish"}]}]}
                """
                    .formatted(B.id())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | CBA",
        "sort=earliest                               | ABC",
        "tickers=AAPL                                | BA",
        "tickers=MSFT,BRK.B                          | CB",
        "tickers=MSFT%2CBRK.B                        | CB",
        "tickers_all=AAPL,MSFT                       | B",
        "tickers=BRK.B&tickers_all=AAPL              | ''",
        "tickers=NONE                                | ''",
        "time_from=2026-02-10T08:00:00Z              | CB",
        "time_to=2026-02-10T08:00:00Z                | A",
        "time_from=2026-02-10T09:00:00%2B01:00       | CB",
        "time_from=2026-02-10T08:00:00.001Z&time_to=9999-12-31T23:59:59Z | C",
        "score_gte=-0.2                              | CBA",
        "score_gte=-0.19&score_lte=0.49              | C",
        "score_lte=0.5&score_gte=0.5                 | A",
        "label=Neutral                               | C",
        "label=Neutral,Bullish                       | CA",
        "label=Bearish                               | ''",
        "limit=2                                     | CB",
        "limit=1000&&sort=latest&                    | CBA",
      })
  void listsWhatMeetsEveryCondition(String query, String expected) {
    List<TestNote> notes = List.of(A, B, C);
    TestAnswer answer = api.as(ACME).get("/v1/notes?" + query);
    assertThat(answer.noteIds())
        .isEqualTo(expected.chars().mapToObj(c -> notes.get(c - 'A').id().value()).toList());
    assertThat(answer.json().path("items").asInt()).isEqualTo(expected.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"facts", "claims,evidence", "explanation,facts,claims,evidence"})
  void includesPartsOfEachNoteAsTheyAreStored(String include) {
    JsonNode feed = api.as(ACME).get("/v1/notes?include=" + include).json().path("feed");
    assertThat(feed).hasSize(3);
    for (JsonNode item : feed) {
      JsonNode note = api.as(ACME).get("/v1/notes/" + item.path("note_id").asString()).json();
      for (String part : FeedEndpoint.PARTS) {
        boolean asked = List.of(include.split(",", -1)).contains(part);
        assertThat(item.has(part)).as(part).isEqualTo(asked);
        if (asked) {
          assertThat(item.path(part)).isEqualTo(note.path(part));
        }
      }
    }
  }

  @Test
  void saysWhyAPartIsNullWhenTheNoteWasReplacedMeanwhile() {
    FeedEntry entry = FeedEntry.of(A.scored(), 1, api.now);
    TestApi racing =
        new TestApi(
            new ReadOnlyNoteStore() {
              @Override
              public FeedPage feed(FirmId firm, FeedQuery query) {
                return new FeedPage(List.of(entry), null);
              }
            },
            api.parsed);
    JsonNode item = racing.as(ACME).get("/v1/notes?include=claims").json().at("/feed/0");
    assertThat(item.path("claims").isNull()).isTrue();
    assertThat(item.path("include_reason").asString()).contains("by its id");
  }

  @Test
  void aPageWithPartsHasAnETagOfItsOwn() {
    String plain = api.as(ACME).get("/v1/notes").headers().get("etag");
    assertThat(api.as(ACME).get("/v1/notes?include=claims").headers().get("etag"))
        .isNotEqualTo(plain)
        .isEqualTo(api.as(ACME).get("/v1/notes?include=claims").headers().get("etag"));
  }

  @Test
  void aCorrectedNoteIsListedOnceAsItIsNow() {
    api.notes.apply(A.droppedAgain(-0.6).scored(), api.now);
    TestAnswer answer = api.as(ACME).get("/v1/notes?tickers=AAPL");
    assertThat(answer.noteIds()).containsExactly(B.id().value(), A.id().value());
    assertThat(answer.text("/feed/1/overall_sentiment_label")).isEqualTo("Bearish");
  }

  @Test
  void rejectedAndRemovedNotesAreNotListed() {
    api.notes.apply(A.droppedAgain(0).rejected(), api.now);
    api.notes.apply(B.droppedAgain(0).removed(), api.now);
    assertThat(api.as(ACME).get("/v1/notes").noteIds()).containsExactly(C.id().value());
  }

  @Test
  void whatIsNotAvailableYetIsNotListed() {
    api.now = at("2026-02-10").plusMillis(999);
    assertThat(api.as(ACME).get("/v1/notes").noteIds()).containsExactly(A.id().value());
  }

  @Test
  void aPageEndsBeforeItsAnswerGetsTooLarge() {
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      TestNote note =
          new TestNote(ACME, "n" + i, at("2026-01-10").minusSeconds(i), 0.1, longTickers())
              .withText("研究".repeat(1_000));
      entries.add(FeedEntry.of(note.scored(), 1, api.now));
    }
    TestApi large =
        new TestApi(
            new ReadOnlyNoteStore() {
              @Override
              public FeedPage feed(FirmId firm, FeedQuery query) {
                return new FeedPage(entries.subList(0, query.limit()), null);
              }
            },
            api.parsed);
    TestAnswer page = large.as(ACME).get("/v1/notes?limit=1000");
    int items = page.json().path("items").asInt();
    assertThat(JsonText.quotedBytes(page.json().toString())).isLessThan(6_000_000);
    assertThat(items).isBetween(500, 999);
    assertThat(page.json().path("next_cursor").isString()).isTrue();
  }

  private static Map<String, Double> longTickers() {
    Map<String, Double> tickers = new TreeMap<>();
    for (int i = 0; i < FeedEntry.MAX_TICKERS; i++) {
      tickers.put("A-TICKER-OF-GREAT-LENGTH-NAMED-" + (char) ('A' + i), 0.123456789);
    }
    return tickers;
  }
}
