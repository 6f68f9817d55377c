package io.readthrough.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.store.Generated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoredNoteJsonTest {
  private static final int CASES = 200;
  private static final Instant NOW = Instant.parse("2026-03-05T14:02:11.120Z");

  @Test
  void keepsTheSchemaAndTheInvariants() {
    Generated generated = Generated.withPrintedSeed("keepsTheSchemaAndTheInvariants");
    for (int i = 0; i < CASES; i++) {
      ScoredNote note = generated.scored(generated.note(), 6);
      ScoredNoteInvariants.check(ScoredNoteJson.write(note, 1, NOW), note.parsed().text());
    }
  }

  @Test
  void keepsThemWhenAbridged() {
    Generated generated = Generated.withPrintedSeed("keepsThemWhenAbridged");
    for (int i = 0; i < CASES; i++) {
      ScoredNote note = generated.scored(generated.note(), 9);
      byte[] json = ScoredNoteJson.write(note, 1, NOW, 3);
      ScoredNoteInvariants.check(json, note.parsed().text());
      JsonNode written = read(json);
      assertThat(written.get("overall_sentiment_score").asDouble())
          .isEqualTo(note.overall().score());
      assertThat(written.get("evidence").size()).isEqualTo(Math.min(3, note.evidence().size()));
      assertThat(written.get("status").asString().equals("partial"))
          .isEqualTo(written.toString().contains("more than can be stored"));
      if (note.evidence().size() > 3) {
        assertThat(written.get("status").asString()).isEqualTo("partial");
      }
    }
  }

  @Test
  void cutsALongQuoteTogetherWithItsSpan() {
    Generated generated = Generated.withPrintedSeed("cutsALongQuoteTogetherWithItsSpan");
    ParsedNote blueprint = generated.note();
    // The last unit that would fit is half of a character.
    String line = "x" + "😀".repeat(5000);
    ParsedNote parsed =
        new ParsedNote(
            blueprint.source(),
            line,
            "en",
            line,
            line,
            line,
            line,
            blueprint.publication(),
            List.of(),
            List.of(),
            "text/1",
            1,
            List.of(line));
    for (int i = 0; i < 20; i++) {
      ScoredNote note = generated.scored(parsed, 5);
      byte[] json = ScoredNoteJson.write(note, 1, NOW);
      ScoredNoteInvariants.check(json, line);
      for (JsonNode evidence : read(json).get("evidence")) {
        assertThat(evidence.get("quote").asString().length())
            .isLessThanOrEqualTo(ScoredNoteJson.MAX_TEXT);
      }
      assertThat(read(json).get("title").asString()).hasSize(ScoredNoteJson.MAX_TEXT - 1);
    }
  }

  @Test
  void writesTheSameBytesAgain() {
    Generated generated = Generated.withPrintedSeed("writesTheSameBytesAgain");
    ScoredNote note = generated.scored(generated.note(), 9);
    assertThat(ScoredNoteJson.write(note, 2, NOW)).isEqualTo(ScoredNoteJson.write(note, 2, NOW));
  }

  private static JsonNode read(byte[] json) {
    return JsonMapper.shared().readTree(json);
  }
}
