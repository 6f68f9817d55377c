package io.readthrough.local.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldNoteTest {
  private static final Path GOLD = Path.of("../core/src/test/resources/gold");
  private static final String TEXT = "Orvel earned $5m. It should earn more if prices hold.\n";
  private static final String ANNOTATION =
      """
      {"published": "2026-01-31",
       "securities": [{"name": "Orvel", "ticker": null, "role": "subject",
                       "polarity": "positive", "relevance": "high"}],
       "groups": [],
       "facts": [{"quote": "$5m", "metric": "net_income", "value": 5000000, "unit": "USD",
                  "period": null, "kind": "actual", "change": null, "subject": "Orvel"}],
       "claims": [{"type": "second_order", "quote": "It should earn more if prices hold",
                   "polarity": "positive", "modality": "conditional",
                   "condition": "if prices hold", "horizon": null, "falsifier": null,
                   "targets": [{"name": "Orvel", "relation": "self", "direction": "positive"}]}],
       "overall": "positive"}
      """;

  /// How many notes each part of the set has, as its README says.
  private static final Map<String, Integer> SIZES =
      Map.of("development", 144, "held-out", 20, "late", 29);

  @TempDir Path folder;

  @Test
  void theGoldSetIsCompleteAndEveryQuoteStandsInItsText() throws Exception {
    List<Path> halves = new ArrayList<>();
    try (Stream<Path> folders = Files.list(GOLD)) {
      folders.filter(Files::isDirectory).forEach(halves::add);
    }
    assertThat(halves.stream().map(half -> half.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(SIZES.keySet());
    for (Path half : halves) {
      List<GoldNote> notes = GoldNote.readAll(half);
      assertThat(SIZES).containsEntry(half.getFileName().toString(), notes.size());
      for (GoldNote note : notes) {
        assertThat(note.annotation().securities()).as(note.slug()).isNotEmpty();
        assertThat(note.annotation().facts()).as(note.slug()).isNotEmpty();
        assertThat(note.annotation().claims()).as(note.slug()).hasSizeGreaterThanOrEqualTo(4);
      }
      try (Stream<Path> files = Files.list(half)) {
        assertThat(files).as("files of " + half).hasSize(2 * notes.size());
      }
    }
  }

  @Test
  void readsAnAnnotation() throws Exception {
    GoldNote note = note(ANNOTATION);
    assertThat(note.slug()).isEqualTo("orvel");
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.annotation().claims().getFirst().condition()).isEqualTo("if prices hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          "$5m" ~ "$6m" ~ '$6m' stands 0 times in the text
          "$5m" ~ "earn" ~ 'earn' stands 2 times in the text
          "name": "Orvel", "ticker" ~ "name": "Kestrel", "ticker" ~ 'Kestrel' does not stand
          "if prices hold" ~ "if they fall" ~ 'if they fall' stands 0 times
          2026-01-31 ~ last week ~ published 'last week' is no date
          "groups": [], ~ ~ Missing required creator property 'groups'
          "falsifier": null, ~ ~ Missing required creator property 'falsifier'
          "value": 5000000, ~ ~ needs either a value, or low and high
          "value": 5000000, ~ "value": 5, "low": 4, "high": 6, ~ needs either a value
          "second_order" ~ "gossip" ~ gossip
          "change": null ~ "change": {"value": 5, "unit": "pct", "direction": "up", "basis": "YoY"} ~ unit 'pct'
          "kind": ~ "sort": "x", "kind": ~ Unrecognized field "sort"
          """)
  void saysWhatIsWrongWithAnAnnotation(String good, @Nullable String bad, String complaint) {
    String annotation = ANNOTATION.replace(good, bad == null ? "" : bad);
    assertThat(annotation).isNotEqualTo(ANNOTATION);
    assertThatThrownBy(() -> note(annotation))
        .isInstanceOf(MalformedGoldException.class)
        .hasMessageContaining("orvel.json: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void aNoteWithoutAnAnnotationIsTold() throws IOException {
    Files.writeString(folder.resolve("orvel.txt"), TEXT);
    assertThatThrownBy(() -> GoldNote.readAll(folder))
        .isInstanceOf(MalformedGoldException.class)
        .hasMessageContaining("the note has no annotation");
  }

  private GoldNote note(String annotation) throws Exception {
    Files.writeString(folder.resolve("orvel.txt"), TEXT);
    Files.writeString(folder.resolve("orvel.json"), annotation);
    return GoldNote.readAll(folder).getFirst();
  }
}
