package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static io.readthrough.query.TestApi.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParseOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A firm sees its own notes and learns nothing of another's, whatever it sends.
class TenancyTest {
  private static final Instant TIME = Instant.parse("2026-03-30T00:00:00Z");
  private static final TestNote SECRET =
      new TestNote(GLOBEX, "secret", TIME, 0.4, Map.of("AAPL", 0.4));

  private final TestApi api = new TestApi();

  @BeforeEach
  void drop() {
    for (int i = 0; i < 5; i++) {
      TestNote own = new TestNote(ACME, "n" + i, TIME, 0.1, Map.of("AAPL", 0.1));
      TestNote other = new TestNote(GLOBEX, "n" + i, TIME, 0.9, Map.of("AAPL", 0.9));
      api.notes.apply(own.scored(), TIME);
      api.notes.apply(other.scored(), TIME);
    }
    api.notes.apply(SECRET.scored(), TIME);
    api.parsed.put(new ParseOutcome.Parsed(SECRET.parsed()));
  }

  @Test
  void feedsAndStatisticsHoldOwnNotesOnly() {
    assertThat(api.as(ACME).get("/v1/notes").noteIds())
        .hasSize(5)
        .doesNotContain(SECRET.id().value());
    assertThat(api.as(ACME).get("/v1/tickers/AAPL/sentiment").json().path("n").asInt())
        .isEqualTo(5);
    assertThat(api.as(GLOBEX).get("/v1/notes").noteIds()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/text"})
  void anotherFirmsNoteCannotBeToldFromNone(String part) {
    String none = "n_" + "a".repeat(26);
    TestAnswer foreign = api.as(ACME).get("/v1/notes/" + SECRET.id() + part);
    TestAnswer unknown = api.as(ACME).get("/v1/notes/" + none + part);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.headers()).isEqualTo(unknown.headers());
    assertThat(foreign.json().toString().replace(SECRET.id().value(), none))
        .isEqualTo(unknown.json().toString());
    assertThat(api.as(GLOBEX).get("/v1/notes/" + SECRET.id() + part).status()).isEqualTo(200);
  }

  @Test
  void aStolenCursorOpensNothing() {
    String stolen = api.as(GLOBEX).get("/v1/notes?limit=2").text("/next_cursor");
    TestAnswer answer = api.as(ACME).get("/v1/notes?limit=2&cursor=" + stolen);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongParameters()).containsExactly("cursor");
    assertThat(api.as(GLOBEX).get("/v1/notes?limit=2&cursor=" + stolen).status()).isEqualTo(200);
  }

  @Test
  void everyChangedCharacterOfACursorIsFound() {
    String cursor = api.as(ACME).get("/v1/notes?limit=2").text("/next_cursor");
    List<String> forged = new ArrayList<>(List.of(cursor + "AAAA", cursor.substring(4), "AAAA"));
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      forged.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    for (String each : forged) {
      TestAnswer answer = api.as(ACME).get("/v1/notes?limit=2&cursor=" + each);
      assertThat(answer.status()).as(each).isEqualTo(400);
      assertThat(answer.text("/detail")).contains("is not one that this API gave");
    }
  }

  @Test
  void aCursorGoesWithItsOwnQuery() {
    String cursor = api.as(ACME).get("/v1/notes?limit=2&tickers=AAPL").text("/next_cursor");
    assertThat(api.as(ACME).get("/v1/notes?limit=3&tickers=AAPL&cursor=" + cursor).noteIds())
        .hasSize(3);
    for (String other :
        List.of("", "tickers=AAPL,MSFT&", "tickers=AAPL&sort=earliest&", "tickers_all=AAPL&")) {
      TestAnswer answer = api.as(ACME).get("/v1/notes?" + other + "cursor=" + cursor);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("/errors/0/detail")).contains("belongs to a query with other");
    }
  }

  @Test
  void theFirmComesFromNowhereButTheToken() {
    TestAnswer answer = api.as(ACME).get("/v1/notes?firm=globex");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongParameters()).containsExactly("firm");
    assertThat(api.as(ACME).header("x-firm", "globex").get("/v1/notes").noteIds()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Globex", "glo bex", "", "globex#N", "../globex", "globex\n", "[acme globex]"})
  void aClaimThatNamesNoFirmIsRefused(String firm) {
    TestAnswer answer =
        api.withClaims(Map.of("firm", firm, "scope", "notes:read")).get("/v1/notes");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/detail")).contains("claim firm").contains("cannot name a firm");
  }

  @Test
  void aTokenWithoutFirmOrScopeIsRefusedAndToldWhy() {
    TestAnswer noFirm = api.withClaims(Map.of("scope", "notes:read")).get("/v1/notes");
    assertThat(noFirm.status()).isEqualTo(403);
    assertThat(noFirm.text("/detail"))
        .isEqualTo("the token has no claim firm, which must name the firm");
    TestAnswer noScope =
        api.withClaims(Map.of("firm", "acme", "scope", "notes:readers")).get("/v1/notes");
    assertThat(noScope.status()).isEqualTo(403);
    assertThat(noScope.text("/detail")).contains("lacks the scope notes:read");
    assertThat(noScope.headers().get("www-authenticate")).contains("insufficient_scope");
  }

  @Test
  void withoutATokenThereIsNothing() {
    for (String path :
        List.of(
            "/v1/notes",
            "/v1/notes/" + SECRET.id(),
            "/v1/notes/" + SECRET.id() + "/text",
            "/v1/tickers/AAPL/sentiment",
            "/v1/tickers/AAPL/timeseries")) {
      TestAnswer answer = api.anonymous().get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    }
  }

  @Test
  void scopesThatTheAuthorizerListsCountToo() {
    TestAnswer answer =
        api.send(
            """
            {"rawPath": "/v1/notes", "requestContext": {"http": {"method": "GET"}, "authorizer":
              {"jwt": {"claims": {"firm": "acme", "aud": ["x"]}, "scopes": ["notes:read"]}}}}
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("x-request-id", "invocation-1");
  }
}
