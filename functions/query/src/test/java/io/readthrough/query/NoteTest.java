package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static io.readthrough.query.TestApi.GLOBEX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.store.StoredNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `GET /v1/notes/{note_id}` and its `/text`.
class NoteTest {
  private static final TestNote NOTE =
      new TestNote(ACME, "note", Instant.parse("2026-03-01T08:00:00Z"), 0.4, Map.of("AAPL", 0.4));

  private final TestApi api = new TestApi();

  private void drop(TestNote note) {
    api.parsed.put(new ParseOutcome.Parsed(note.parsed()));
    api.notes.apply(note.scored(), api.now);
  }

  @Test
  void aScoredNoteIsAnsweredAsItIsStored() {
    drop(NOTE);
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id());
    assertThat(answer.status()).isEqualTo(200);
    StoredNote stored = api.notes.find(ACME, NOTE.id()).orElseThrow();
    assertThat(answer.body()).isEqualTo(new String(requireNonNull(stored.json()), UTF_8));
    assertThat(answer.text("/status")).isEqualTo("scored");
  }

  @Test
  void aRejectedNoteTellsWhy() {
    api.notes.apply(NOTE.rejected(), api.now);
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Contract.JSON.readTree(
                """
                {"note_id": "%s", "status": "rejected", "revision": 1, "reason": "empty",
                 "detail": "the object is empty: drop it again with its text",
                 "key": "firms/acme/inbox/note.txt", "received_at": "2026-03-01T08:00:00Z",
                 "available_at": "2026-03-31T12:00:00Z"}
                """
                    .formatted(NOTE.id())));
    TestAnswer text = api.as(ACME).get("/v1/notes/" + NOTE.id() + "/text");
    assertThat(text.status()).isEqualTo(404);
    assertThat(text.text("/detail")).contains("was rejected").contains("the object is empty");
  }

  @Test
  void tellsWhatARevisionSaidUntilTheNoteIsRemoved() {
    drop(NOTE.withText("Revenue rose 3%."));
    TestNote again = NOTE.withText("Revenue fell.").droppedAgain(-0.4);
    drop(again);
    String path = "/v1/notes/" + NOTE.id();
    assertThat(api.as(ACME).get(path + "?revision=1").json().path("revision").asInt()).isEqualTo(1);
    assertThat(api.as(ACME).get(path + "?revision=2").body())
        .isEqualTo(api.as(ACME).get(path).body());
    assertThat(api.as(ACME).get(path + "/text?revision=1").text("/text"))
        .isEqualTo("Revenue rose 3%.");
    assertThat(api.as(ACME).get(path + "/text").text("/text")).isEqualTo("Revenue fell.");
    assertThat(api.as(ACME).get(path + "?revision=1").headers().get("etag"))
        .isNotEqualTo(api.as(ACME).get(path).headers().get("etag"));
    TestAnswer never = api.as(ACME).get(path + "?revision=3");
    assertThat(never.status()).isEqualTo(404);
    assertThat(never.text("/detail")).contains("no revision 3", "newest is 2");
    assertThat(api.as(GLOBEX).get(path + "?revision=1").status()).isEqualTo(404);
    assertThat(api.as(ACME).get(path + "?revision=0").wrongParameters())
        .containsExactly("revision");
    api.notes.apply(again.droppedAgain(0).removed(), api.now);
    assertThat(api.as(ACME).get(path + "?revision=1").status()).isEqualTo(410);
    assertThat(api.as(ACME).get(path + "/text?revision=1").status()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/text"})
  void aRemovedNoteIsGone(String part) {
    drop(NOTE);
    api.notes.apply(NOTE.droppedAgain(0).removed(), api.now);
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id() + part);
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.text("/detail")).contains("2026-03-31T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/text"})
  void anUnknownNoteIsNotFound(String part) {
    NoteId unknown = NoteId.of(ACME, "never dropped");
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + unknown + part);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/detail")).contains(unknown.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"n_", "n_AAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "n_a%2F..", "日本", "*"})
  void whatCannotBeAnIdIsNamed(String id) {
    for (String part : List.of("", "/text")) {
      TestAnswer answer = api.as(ACME).get("/v1/notes/" + id + part);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.wrongParameters()).containsExactly("note_id");
    }
  }

  @Test
  void theTextComesWithItsRegions() {
    drop(NOTE);
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id() + "/text");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Contract.JSON.readTree(
                """
                {"note_id": "%s", "revision": 1, "language": "en", "length": 22,
                 "offset_unit": "utf16", "start": 0, "end": 22, "next_start": null,
                 "text": "Margins\\n\\nRevenue grew.",
                 "regions": [{"kind": "body", "start": 0, "end": 22}]}
                """
                    .formatted(NOTE.id())));
  }

  @Test
  void longTextsComeInPartsThatAddUp() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("NoteTest: replay with -Dseed=" + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String[] pieces = {"a", "😀", "\u0001", "\"", "日本", "\\", "\n"};
    StringBuilder text = new StringBuilder();
    List<Region> regions = new ArrayList<>();
    while (text.length() < 2.2 * NoteEndpoint.MAX_UNITS) {
      int start = text.length();
      // Dense at first: the regions then end a part before its length does.
      int length = regions.size() < 15_000 ? 1 : random.nextInt(1, 50_000);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      regions.add(
          new Region(RegionKind.BODY, new TextSpan(start, text.length()), 1 + random.nextInt(9)));
      text.append("\n\n");
    }
    TestNote note = NOTE.withText(text.toString());
    api.parsed.put(new ParseOutcome.Parsed(note.parsed(regions)));
    api.notes.apply(NOTE.scored(), api.now);

    StringBuilder read = new StringBuilder();
    List<String> spans = new ArrayList<>();
    String start = "0";
    int parts = 0;
    while (!start.equals("null")) {
      TestAnswer part = api.as(ACME).get("/v1/notes/" + note.id() + "/text?start=" + start);
      JsonNode json = part.json();
      assertThat(json.path("start").asInt()).isEqualTo(read.length());
      assertThat(JsonText.quotedBytes(json.toString())).isLessThan(ApiResponse.MAX_BODY_BYTES);
      read.append(json.path("text").asString());
      assertThat(json.path("end").asInt()).isEqualTo(read.length());
      json.path("regions").valueStream().map(JsonNode::toString).forEach(spans::add);
      start = json.path("next_start").toString();
      parts++;
    }
    assertThat(read.toString()).isEqualTo(text.toString());
    assertThat(parts).isGreaterThan(3);
    assertThat(spans.stream().distinct()).hasSize(regions.size());
  }

  @Test
  void aStartThatCannotBeIsNamed() {
    drop(NOTE.withText("a😀b"));
    String path = "/v1/notes/" + NOTE.id() + "/text?start=";
    assertThat(api.as(ACME).get(path + "1").text("/text")).isEqualTo("😀b");
    TestAnswer middle = api.as(ACME).get(path + "2");
    assertThat(middle.status()).isEqualTo(400);
    assertThat(middle.text("/errors/0/suggestion")).isEqualTo("1");
    assertThat(api.as(ACME).get(path + "3").text("/text")).isEqualTo("b");
    for (String beyond : List.of("4", "2147483647", "2147483648", "-1", "1.5", "x")) {
      TestAnswer answer = api.as(ACME).get(path + beyond);
      assertThat(answer.status()).as(beyond).isEqualTo(400);
      assertThat(answer.wrongParameters()).containsExactly("start");
    }
  }

  @Test
  void anEmptyTextIsOnePart() {
    drop(NOTE.withText(""));
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id() + "/text");
    assertThat(answer.text("/text")).isEmpty();
    assertThat(answer.json().path("next_start").isNull()).isTrue();
  }

  @Test
  void aTextWithHalfACharacterIsAnsweredStill() {
    drop(NOTE.withText("a\ud800b"));
    assertThat(api.as(ACME).get("/v1/notes/" + NOTE.id() + "/text").text("/text")).isEqualTo("a?b");
  }

  @Test
  void aTextThatIsBeingReplacedIsWorthAnotherTry() {
    api.notes.apply(NOTE.scored(), api.now);
    TestAnswer answer = api.as(ACME).get("/v1/notes/" + NOTE.id() + "/text");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    assertThat(answer.headers()).containsEntry("retry-after", "1");
    assertThat(api.parsed.get(ACME, NOTE.id(), NOTE.source().object().sequencer()))
        .isEqualTo(Optional.empty());
  }
}
