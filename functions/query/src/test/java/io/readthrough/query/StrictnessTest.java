package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a parameter is told, never ignored and never clipped.
class StrictnessTest {
  private final TestApi api = new TestApi();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ticker=AAPL                 | ticker      | is unknown                 | tickers",
        "Tickers=AAPL                | Tickers     | is unknown                 | tickers",
        "timeFrom=x                  | timeFrom    | is unknown                 | time_from",
        "from=x                      | from        | is unknown                 | time_from",
        "scoregte=0                  | scoregte    | is unknown                 | score_gte",
        "lable=Neutral               | lable       | is unknown                 | label",
        "apikey=1                    | apikey      | is unknown; known are      | -",
        "limit=1&limit=1             | limit       | more than once             | -",
        "limit=                      | limit       | has no value               | -",
        "limit                       | limit       | has no value               | -",
        "limit=0                     | limit       | from 1 to 1000             | 1",
        "limit=1001                  | limit       | from 1 to 1000             | 1000",
        "limit=1e3                   | limit       | not a whole number         | -",
        "limit=99999999999999999999  | limit       | not a whole number         | -",
        "sort=LATEST                 | sort        | must be one of             | latest",
        "sort=newest                 | sort        | must be one of             | -",
        "label=neutral               | label       | must be one of             | Neutral",
        "label=Somewhat_Bullish      | label       | must be one of             | Somewhat-Bullish",
        "label=Neutral,Neutral       | label       | names a value twice        | Neutral",
        "label=,                     | label       | empty value                | -",
        "score_gte=1.01              | score_gte   | from -1 to 1               | 1",
        "score_lte=-2                | score_lte   | from -1 to 1               | -1",
        "score_gte=NaN               | score_gte   | not a decimal number       | -",
        "score_gte=0x1p-3            | score_gte   | not a decimal number       | -",
        "score_gte=1&score_lte=0     | score_gte   | above score_lte            | -",
        "tickers=aapl                | tickers     | a ticker is                | AAPL",
        "tickers=A,,B                | tickers     | empty value                | -",
        "tickers=A,B,A               | tickers     | names a value twice        | A,B",
        "tickers=A%00                | tickers     | a ticker is                | -",
        "tickers=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U | tickers | at most 20  | -",
        "time_from=2026-01-31        | time_from   | RFC 3339                   |"
            + " 2026-01-31T00:00:00Z",
        "time_from=2026-02-30T00:00:00Z | time_from | RFC 3339                  | -",
        "time_from=2026-01-01T00:00:00+01:00 | time_from | RFC 3339             |"
            + " 2026-01-01T00:00:00%2B01:00",
        "time_from=1969-12-31T23:59:59Z | time_from | must be from 1970         | -",
        "time_to=20260101T0000       | time_to     | RFC 3339                   | -",
        "time_from=2026-01-02T00:00:00Z&time_to=2026-01-01T00:00:00Z | time_from | not before"
            + " time_to | -",
        "cursor=x                    | cursor      | not one that this API gave | -",
        "cursor=%F0%9F%98%80         | cursor      | not one that this API gave | -",
        "include=claim               | include     | must be one of             | claims",
        "include=claims,claims       | include     | names a value twice        | claims",
        "include=text                | include     | must be one of             | -",
        "include=claims&limit=51     | limit       | with include               | 50",
        "limit=%ZZ                   | limit       | not percent-encoded UTF-8  | -",
        "limit=%C3%28                | limit       | not percent-encoded UTF-8  | -",
        "%=1                         | %           | is unknown                 | -",
      })
  void namesWhatIsWrongAndWhatWouldDo(
      String query, String parameter, String detail, String suggestion) {
    TestAnswer answer = api.as(ACME).get("/v1/notes?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongParameters()).containsExactly(parameter);
    assertThat(answer.text("/errors/0/detail")).contains(detail);
    assertThat(answer.text("/detail")).contains(parameter);
    assertThat(answer.json().at("/errors/0").path("suggestion").asString(null))
        .isEqualTo(suggestion);
    assertThat(answer.json().path("retryable").asBoolean(true)).isFalse();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    TestAnswer answer = api.as(ACME).get("/v1/notes?limit=0&sort=up&tickr=A&score_gte=x");
    assertThat(answer.wrongParameters())
        .containsExactlyInAnyOrder("limit", "sort", "tickr", "score_gte");
    assertThat(answer.text("/detail")).contains("3 more in errors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/health",
        "/v1/openapi.json",
      })
  void aCallWithoutParametersTakesNone(String path) {
    TestAnswer answer = api.as(ACME).get(path + "?pretty=true");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/detail")).isEqualTo("pretty is unknown: this call has no parameters");
  }

  @ParameterizedTest
  @CsvSource({"/text?end=1, end", "/text?strat=1, strat"})
  void theTextTakesItsStartOnly(String call, String parameter) {
    TestAnswer answer = api.as(ACME).get("/v1/notes/n_aaaaaaaaaaaaaaaaaaaaaaaaaa" + call);
    assertThat(answer.wrongParameters()).containsExactly(parameter);
  }

  @Test
  void hugeInputGetsASmallAnswer() {
    String huge = "x".repeat(7_000);
    for (String query :
        new String[] {
          "limit=" + huge,
          huge + "=1",
          "tickers=" + huge,
          "cursor=" + huge,
          "a=&".repeat(2_000),
          "x".repeat(100_000),
          "label=" + "Neutral,".repeat(900)
        }) {
      TestAnswer answer = api.as(ACME).get("/v1/notes?" + query);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().toString().length()).isLessThan(8_000);
    }
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append("p").append(i).append("=1&");
    }
    assertThat(api.as(ACME).get("/v1/notes?" + many).wrongParameters()).hasSize(20);
  }

  @Test
  void whatATerminalWouldObeyIsNotEchoed() {
    String escape = TestApi.encoded("\u001b[31m\u202e\u0000\n");
    for (String query : new String[] {escape + "=1", "sort=" + escape, "limit=" + escape}) {
      String detail = api.as(ACME).get("/v1/notes?" + query).text("/detail");
      assertThat(detail).doesNotContain("\u001b", "\u202e", "\u0000", "\n").contains("\uFFFD");
    }
  }

  @Test
  void whateverTheQueryTheAnswerIsAFeedOrAProblem() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("StrictnessTest: replay with -Dseed=" + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String[] pieces = {
      "tickers",
      "limit",
      "sort",
      "label",
      "cursor",
      "time_from",
      "score_gte",
      "=",
      "=",
      "&",
      "%",
      "%00",
      "%41",
      "+",
      ",",
      "AAPL",
      "latest",
      "Neutral",
      "1",
      "-0.5",
      "2026-01-01T00:00:00Z",
      "\ud83d\ude00",
      "\ud800",
      "é",
      "%E2%82%AC",
      "%FF",
      " ",
      "'",
      "\"",
      "\\",
      "#",
      ";",
      "/",
      "?"
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        query.append(pieces[random.nextInt(pieces.length)]);
      }
      TestAnswer answer = api.as(ACME).get("/v1/notes?" + query);
      assertThat(answer.status()).as(query.toString()).isIn(200, 400);
    }
  }
}
