package io.readthrough.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainContentCommandTest {
  private static final String TEXT =
      """
      Apple (NASDAQ: AAPL) had sales of $1 billion.

      The main risk is a strike at its plants.
      """;

  private static final String ANNOTATION =
      """
      {"published": "2026-01-30", "groups": [], "overall": "positive",
       "facts": [{"quote": "sales of $1 billion", "metric": "revenue", "value": 1000000000,
                  "unit": "USD", "period": null, "kind": "actual", "change": null,
                  "subject": "Apple"}],
       "securities": [{"name": "Apple", "ticker": "AAPL", "role": "subject",
                       "polarity": "positive", "relevance": "high"}],
       "claims": [{"type": "risk", "quote": "The main risk is a strike at its plants.",
                   "polarity": "negative", "modality": "possible", "condition": null,
                   "horizon": null, "falsifier": null,
                   "targets": [{"name": "Apple", "relation": "self", "direction": "negative"}]}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeNotes() throws IOException {
    Files.createDirectories(folder.resolve("gold"));
    for (int i = 0; i < 3; i++) {
      Files.writeString(folder.resolve("gold/note" + i + ".txt"), TEXT);
      Files.writeString(folder.resolve("gold/note" + i + ".json"), ANNOTATION);
    }
  }

  @Test
  void writesTheSameTablesEveryTime() throws IOException {
    assertThat(train("one"))
        .isEqualTo(train("other"))
        .contains("cue:risk", "told:peer", "said:opening", "level:left_first");
  }

  @Test
  void measuresOnNotesThatItDidNotLearnFrom() {
    Run run = Run.of("train-content", "--gold", gold(), "--cross-validate");
    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .contains("notes\t3")
        .anyMatch(line -> line.startsWith("claims\t"))
        .anyMatch(line -> line.startsWith("polarity_of_found\t"))
        .anyMatch(line -> line.startsWith("metric_of_found\taccuracy 1.000"));
  }

  @Test
  void listsTheFiguresWhoseMetricIsWrong() throws IOException {
    Files.writeString(folder.resolve("gold/note1.json"), ANNOTATION.replace("revenue", "backlog"));
    Run run = Run.of("train-content", "--gold", gold(), "--cross-validate", "--errors");
    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .contains(
            "backlog\tread as revenue\tnot considered\tApple (NASDAQ: AAPL) had sales of $1"
                + " billion");
    Run alone = Run.of("train-content", "--gold", gold(), "--out", folder + "", "--errors");
    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("--cross-validate");
  }

  @Test
  void tellsWhatClaimsAreTakenFor() throws IOException {
    String other = ANNOTATION.replace("\"modality\": \"possible\"", "\"modality\": \"expected\"");
    Files.writeString(folder.resolve("gold/note1.json"), other);
    assertThat(Run.of("train-content", "--gold", gold(), "--cross-validate").lines())
        .noneMatch(line -> line.startsWith("confused"));
    assertThat(Run.of("train-content", "--gold", gold(), "--cross-validate", "--errors").lines())
        .contains("confused\texpected\tfor\tpossible\t1");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Run idle = Run.of("train-content", "--gold", gold());
    assertThat(idle.status()).isEqualTo(2);
    assertThat(idle.err()).contains("--out").contains("--cross-validate");
    Run nowhere = Run.of("train-content", "--gold", gold(), "--out", folder + "/none");
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.err()).contains("none");
    Files.delete(folder.resolve("gold/note1.json"));
    Run incomplete = Run.of("train-content", "--gold", gold(), "--cross-validate");
    assertThat(incomplete.status()).isEqualTo(1);
    assertThat(incomplete.err()).contains("note1");
  }

  private String gold() {
    return folder.resolve("gold").toString();
  }

  private String train(String name) throws IOException {
    Path out = folder.resolve(name);
    Files.createDirectory(out);
    Run run = Run.of("train-content", "--gold", gold(), "--out", out.toString());
    assertThat(run.status()).isZero();
    StringBuilder all = new StringBuilder();
    for (String table :
        new String[] {
          "claim/claim-weights.tsv",
          "claim/polarity-weights.tsv",
          "claim/modality-weights.tsv",
          "fact/choice/metric-points.tsv",
          "score/role/role-weights.tsv",
          "score/outlook/outlook-weights.tsv",
          "fact/sentence/kind-weights.tsv",
          "fact/choice/period-points.tsv"
        }) {
      all.append(Files.readString(out.resolve(table)));
    }
    return all.toString();
  }
}
