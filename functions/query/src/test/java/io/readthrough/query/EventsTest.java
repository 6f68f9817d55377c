package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.store.event.EventMessage;
import io.readthrough.store.event.S3Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample events in `events/`, one for each trigger, do what they are samples of.
class EventsTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final TestNote NOTE =
      new TestNote(
          ACME,
          "cleanspark-hybrid-power",
          Instant.parse("2026-03-02T07:31:12.482Z"),
          0.1,
          Map.of("CLSK", 0.1));

  @ParameterizedTest
  @CsvSource({
    "query-notes.json, /v1/notes, /items, 1",
    "query-note.json, /v1/notes/{note_id}, /status, scored",
    "query-note-text.json, /v1/notes/{note_id}/text, /end, 22",
    "query-ticker-sentiment.json, /v1/tickers/{ticker}/sentiment, /n, 1",
    "query-ticker-timeseries.json, /v1/tickers/{ticker}/timeseries, /n, 1",
    "query-health.json, /v1/health, /status, ok",
    "query-openapi.json, /v1/openapi.json, /info/title, Readthrough"
  })
  void aQueryIsAnswered(String file, String path, String pointer, String expected)
      throws IOException {
    TestApi api = new TestApi();
    api.parsed.put(new ParseOutcome.Parsed(NOTE.parsed()));
    api.notes.apply(NOTE.scored(), NOTE.published());
    String event = Files.readString(EVENTS.resolve(file));
    TestAnswer answer = api.send(event);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at(pointer).asString()).isEqualTo(expected);
    assertThat(Contract.JSON.readTree(event).path("routeKey").asString()).isEqualTo("GET " + path);
    Contract.check("GET", Contract.JSON.readTree(event).path("rawPath").asString(), answer);
  }

  @Test
  void theQueueEventsNameTheNoteThatTheQueriesAskFor() throws IOException {
    List<EventMessage> dropped = read("parse-sqs.json");
    assertThat(dropped).hasSize(2);
    assertThat(dropped).allSatisfy(m -> assertThat(m.dropped()).isEmpty());
    String key = dropped.getFirst().events().getFirst().object().key();
    assertThat(key).isEqualTo(NOTE.key());
    assertThat(dropped.getLast().events().getFirst().object().key())
        .isEqualTo("firms/acme/inbox/old call, Q3.txt");
    assertThat(read("parse-s3.json").getFirst().events().getFirst().object().key()).isEqualTo(key);
    String parsed = read("score-sqs.json").getFirst().events().getFirst().object().key();
    assertThat(parsed).startsWith("parsed/acme/" + NoteId.of(ACME, key) + "/");
    assertThat(
            Files.exists(
                EVENTS.resolve("notes").resolve(requireNonNull(Path.of(key).getFileName()))))
        .isTrue();
  }

  private static List<EventMessage> read(String file) throws IOException {
    try (var in = Files.newInputStream(EVENTS.resolve(file))) {
      return S3Events.read(in);
    }
  }
}
