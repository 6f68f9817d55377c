package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedQuery;
import io.readthrough.store.StoredNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// Methods, paths, headers and faults.
class HttpTest {
  private static final TestNote NOTE =
      new TestNote(ACME, "note", Instant.parse("2026-03-01T08:00:00Z"), 0.4, Map.of("AAPL", 0.4));

  private final TestApi api = new TestApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/v1",
        "/v1/",
        "/v1/notes/",
        "/v2/notes",
        "/v1/note",
        "/v1/notes/n_aaaaaaaaaaaaaaaaaaaaaaaaaa/original",
        "/v1/notes/n_aaaaaaaaaaaaaaaaaaaaaaaaaa/text/",
        "/v1/tickers",
        "/v1/tickers/AAPL",
        "/v1/health/x",
        "//v1/notes",
        "/v1/../v1/notes",
        "/%2e/notes",
        "/v1/日本",
      })
  void anUnknownPathIsNotFoundEvenWithoutAToken(String path) {
    TestAnswer answer = api.anonymous().get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/detail")).contains("/v1/openapi.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "BREW"})
  void onlyGetIsAllowed(String method) {
    for (String path : List.of("/v1/notes", "/v1/health")) {
      TestAnswer answer = api.as(ACME).method(method).get(path);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.headers()).containsEntry("allow", "GET, OPTIONS");
    }
  }

  @Test
  void optionsTellsTheMethods() {
    TestAnswer answer = api.anonymous().method("OPTIONS").get("/v1/notes");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).containsEntry("allow", "GET, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                     | 200",
        "*/*                                    | 200",
        "application/*                          | 200",
        "APPLICATION/JSON; charset=utf-8        | 200",
        "text/html, application/json;q=0.1      | 200",
        "text/html, */*;q=0                     | 406",
        "application/json;q=0, */*              | 406",
        "application/json; q=0.000              | 406",
        "text/csv                               | 406",
        "application/xml;q=0.9, text/*          | 406",
      })
  void answersJsonToWhoAcceptsIt(String accept, int status) {
    assertThat(api.anonymous().header("Accept", accept).get("/v1/health").status())
        .isEqualTo(status);
  }

  @Test
  void everyReadHasATagAndIsNotSentTwice() {
    drop(NOTE);
    for (String path :
        List.of(
            "/v1/notes",
            "/v1/notes?limit=1",
            "/v1/notes/" + NOTE.id(),
            "/v1/notes/" + NOTE.id() + "/text",
            "/v1/tickers/AAPL/sentiment?window=90d",
            "/v1/tickers/AAPL/timeseries?interval=month",
            "/v1/health",
            "/v1/openapi.json")) {
      TestAnswer first = api.as(ACME).get(path);
      assertThat(first.status()).isEqualTo(200);
      String tag = first.headers().getOrDefault("etag", "");
      for (String header : List.of(tag, "\"x\", " + tag, "*", tag.substring(2))) {
        TestAnswer second = api.as(ACME).header("If-None-Match", header).get(path);
        assertThat(second.status()).as(path + " " + header).isEqualTo(304);
        assertThat(second.headers()).containsEntry("etag", tag);
      }
      TestAnswer other = api.as(ACME).header("if-none-match", "W/\"other\"").get(path);
      assertThat(other.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notes",
        "/v1/notes/ID",
        "/v1/notes/ID/text",
        "/v1/tickers/AAPL/sentiment?window=90d"
      })
  void aTagChangesWithWhatItStandsFor(String path) {
    String target = path.replace("ID", NOTE.id().value());
    drop(NOTE);
    String before = api.as(ACME).get(target).headers().getOrDefault("etag", "");
    drop(NOTE.droppedAgain(-0.4));
    TestAnswer after = api.as(ACME).header("if-none-match", before).get(target);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.headers().get("etag")).isNotEqualTo(before);
  }

  private void drop(TestNote note) {
    api.parsed.put(new ParseOutcome.Parsed(note.parsed()));
    api.notes.apply(note.scored(), api.now);
  }

  @Test
  void dataOfAFirmIsForItsOwnCachesOnly() {
    assertThat(api.as(ACME).get("/v1/notes").headers())
        .containsEntry("cache-control", "private, no-cache")
        .containsEntry("vary", "authorization");
    assertThat(api.as(ACME).get("/v1/notes?limit=0").headers())
        .containsEntry("cache-control", "no-store");
    assertThat(api.anonymous().get("/v1/openapi.json").headers())
        .containsEntry("cache-control", "public, max-age=300");
  }

  @Test
  void everyAnswerCarriesTheRequestId() {
    for (String path : List.of("/v1/notes", "/v1/notes?x=1", "/v1/health", "/nowhere")) {
      assertThat(api.as(ACME).get(path).headers()).containsEntry("x-request-id", "request-1=");
    }
    TestAnswer problem = api.as(ACME).get("/v1/notes?x=1");
    assertThat(problem.text("/request_id")).isEqualTo("request-1=");
    assertThat(problem.text("/instance")).isEqualTo("urn:readthrough:request:request-1=");
    assertThat(problem.text("/type")).isEqualTo("urn:readthrough:problem:invalid-parameter");
  }

  @Test
  void faultsThatPassAreToldFromThoseThatDoNot() {
    assertThat(failing(SdkClientException.create("secret-table timed out")).status())
        .isEqualTo(503);
    assertThat(failing(InternalServerErrorException.builder().statusCode(500).build()).status())
        .isEqualTo(503);
    assertThat(
            failing(
                    ProvisionedThroughputExceededException.builder()
                        .statusCode(400)
                        .awsErrorDetails(
                            AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .build())
                        .build())
                .status())
        .isEqualTo(503);
    assertThat(failing(ResourceNotFoundException.builder().statusCode(400).build()).status())
        .isEqualTo(500);
    assertThat(failing(DynamoDbException.builder().statusCode(403).build()).status())
        .isEqualTo(500);
    assertThat(failing(new IllegalStateException("secret-table is odd")).status()).isEqualTo(500);
  }

  private TestAnswer failing(RuntimeException fault) {
    TestAnswer answer = null;
    for (String path :
        List.of("/v1/notes", "/v1/notes/" + NOTE.id(), "/v1/tickers/AAPL/sentiment")) {
      answer = new TestApi(new Failing(() -> fault), api.parsed).as(ACME).get(path);
      assertThat(answer.json().toString()).doesNotContain("secret", "Exception", "io.readthrough");
      assertThat(answer.json().path("retryable").asBoolean()).isEqualTo(answer.status() == 503);
      assertThat(answer.headers()).containsEntry("x-request-id", "request-1=");
    }
    return requireNonNull(answer);
  }

  private static final class Failing extends ReadOnlyNoteStore {
    private final Supplier<RuntimeException> fault;

    Failing(Supplier<RuntimeException> fault) {
      this.fault = fault;
    }

    @Override
    public Optional<StoredNote> find(FirmId firm, NoteId noteId) {
      throw fault.get();
    }

    @Override
    public FeedPage feed(FirmId firm, FeedQuery query) {
      throw fault.get();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"rawPath\":\"/v1/notes\"}",
        "{\"requestContext\":1}",
        "{\"a\":",
        "{\"rawPath\":\"/v1/notes\",\"requestContext\":{\"http\":[]}}"
      })
  void whatIsNoRequestIsAFaultAndAnsweredStill(String event) {
    TestAnswer answer = api.send(event);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers()).containsEntry("x-request-id", "invocation-1");
    assertThat(Contract.errors("/components/schemas/Problem", answer.json().toString())).isEmpty();
  }

  @Test
  void unknownPartsOfAnEventAreSkipped() {
    TestAnswer answer =
        api.send(
            """
            {"version": "2.0", "cookies": ["a=b"], "rawPath": "/v1/health", "headers": null,
             "requestContext": {"authorizer": {"lambda": {"x": [1]}, "jwt": null}, "stage": "$default",
             "http": {"method": "GET", "path": "/v1/health", "x": {}}, "time": 1}, "body": "e30="}
            """);
    assertThat(answer.status()).isEqualTo(200);
  }
}
