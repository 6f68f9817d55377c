package io.readthrough.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.readthrough.core.evaluation.Prediction;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.TextSentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SPLIT =
      "🚀 Acme soared on record profit; Apex plunged on a heavy loss";

  @TempDir Path folder;

  @Test
  void measuresEachFileAndAll() throws IOException {
    String first =
        file(
            "first.jsonl",
            """
            {"id":"1","text":"Acme profit rose strongly","label":"positive"}
            {"id":"2","text":"Acme profit fell sharply","label":"positive"}
            """);
    String second =
        file(
            "second.jsonl",
            """
            {"id":"1","text":"Acme shares plunged on a heavy loss","label":"negative"}
            """);
    Run run = Run.of("evaluate", first, second);
    assertThat(run.status()).isZero();
    JsonNode result = JSON.readTree(run.out());
    assertThat(result.at("/model/digest").asText())
        .isEqualTo(NoteScorer.standard().model().digest());
    assertThat(result.at("/files/0/file").asText()).isEqualTo(first);
    assertThat(result.at("/files/0/label/count").asInt()).isEqualTo(2);
    assertThat(result.at("/files/0/label/accuracy").asDouble()).isEqualTo(0.5);
    assertThat(result.at("/files/0/label/confusion/positive/negative").asInt()).isEqualTo(1);
    assertThat(result.at("/files/1/label/accuracy").asDouble()).isEqualTo(1);
    assertThat(result.at("/files/1/label/pearson").isNull()).isTrue();
    assertThat(result.at("/files/1/label/null_reasons/pearson").asText()).contains("all the same");
    assertThat(result.at("/overall/texts").asInt()).isEqualTo(3);
    assertThat(result.at("/overall/label/accuracy").asDouble()).isEqualTo(2 / 3.0);
    assertThat(result.at("/overall/target/accuracy").isNull()).isTrue();
    assertThat(result.at("/overall/target/null_reasons/accuracy").asText())
        .isEqualTo("nothing has a label here");
    assertThat(run.err()).contains(first + ": 2 lines", second + ": 1 lines");
  }

  @Test
  void predictionsAreWhatTheScorerSaysOfTheTextAndItsMentions() throws IOException {
    String data =
        file(
            "data.jsonl",
            """
            {"id":"a","text":"%s","label":"neutral","targets":[\
            {"name":"Acme","start":2,"end":6,"label":"positive"},\
            {"name":"Zeta","label":"positive"},\
            {"name":"Apex","label":"negative"}]}
            {"id":"b \\ud800","text":"","targets":[{"name":""}]}
            """
                .formatted(SPLIT));
    Path predictions = folder.resolve("predictions.jsonl");
    Run run = Run.of("evaluate", "--predictions", predictions.toString(), data);
    assertThat(run.status()).isZero();

    int acme = SPLIT.indexOf("Acme");
    int apex = SPLIT.indexOf("Apex");
    TextSentiment expected =
        NoteScorer.standard()
            .scoreText(SPLIT, List.of(new TextSpan(acme, acme + 4), new TextSpan(apex, apex + 4)));
    List<String> lines = Files.readAllLines(predictions);
    assertThat(lines).hasSize(2);
    JsonNode line = JSON.readTree(lines.getFirst());
    assertThat(line.at("/id").asText()).isEqualTo("a");
    assertPrediction(line, Prediction.of(expected.overall()));
    assertThat(line.at("/targets")).hasSize(3);
    assertThat(line.at("/targets/0/name").asText()).isEqualTo("Acme");
    assertPrediction(line.at("/targets/0"), Prediction.of(expected.mentions().get(0)));
    assertThat(line.at("/targets/1/name").asText()).isEqualTo("Zeta");
    assertThat(line.at("/targets/1/label").isNull()).isTrue();
    assertThat(line.at("/targets/1/score").isNull()).isTrue();
    assertPrediction(line.at("/targets/2"), Prediction.of(expected.mentions().get(1)));
    assertThat(JSON.readTree(lines.get(1)).at("/id").asText()).startsWith("b ");

    JsonNode overall = JSON.readTree(run.out()).at("/overall");
    assertThat(overall.at("/targets_not_found").asInt()).isEqualTo(1);
    assertThat(overall.at("/target/count").asInt()).isEqualTo(2);
    assertThat(overall.at("/disagreeing_targets/count").asInt()).isEqualTo(2);
  }

  @Test
  void targetsThatAgreeAreNotAmongTheDisagreeing() throws IOException {
    String data =
        file(
            "data.jsonl",
            """
            {"id":"a","text":"Acme and Apex soared","targets":[\
            {"name":"Acme","label":"positive"},{"name":"Apex","label":"positive"}]}
            """);
    JsonNode overall = JSON.readTree(Run.of("evaluate", data).out()).at("/overall");
    assertThat(overall.at("/target/count").asInt()).isEqualTo(2);
    assertThat(overall.at("/disagreeing_targets/count").asInt()).isZero();
  }

  @Test
  void aNameInsideALongerWordIsNoMention() throws IOException {
    String data =
        file(
            "data.jsonl",
            """
            {"id":"a","text":"Metals soared","targets":[{"name":"Meta","label":"neutral"}]}
            {"id":"b","text":"Metals fell, Meta soared","targets":[{"name":"Meta","label":"positive"}]}
            {"id":"c","text":"$META soared","targets":[{"name":"$META","label":"positive"}]}
            {"id":"d","text":"meta soared","targets":[{"name":"Meta","label":"positive"}]}
            """);
    JsonNode overall = JSON.readTree(Run.of("evaluate", data).out()).at("/overall");
    assertThat(overall.at("/targets_not_found").asInt()).isEqualTo(1);
    assertThat(overall.at("/target/count").asInt()).isEqualTo(3);
  }

  @Test
  void labelsAreNeverSeenByTheScorer() throws IOException {
    List<String> written = new ArrayList<>();
    for (String label : List.of("positive", "neutral", "negative")) {
      String data =
          file(
              label + ".jsonl",
              """
              {"id":"a","text":"%s","label":"%s","targets":[{"name":"Acme","label":"%s"}]}
              """
                  .formatted(SPLIT, label, label));
      Path predictions = folder.resolve(label + ".predictions");
      assertThat(Run.of("evaluate", data, "--predictions", predictions.toString()).status())
          .isZero();
      written.add(Files.readString(predictions));
    }
    assertThat(written.stream().distinct()).hasSize(1);
  }

  @Test
  void malformedLinesAreToldAndTheRestDone() throws IOException {
    String data =
        file(
            "data.jsonl",
            """
            {"id":"a","text":"Acme profit rose","label":"positive"}
            nonsense
            {"id":"b","text":"Acme profit rose","label":"good"}
            {"id":"c","text":"Acme profit fell","label":"negative"}
            """);
    String missing = folder.resolve("missing.jsonl").toString();
    Run run = Run.of("evaluate", missing, data);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains(missing + ": there is no such file")
        .contains(data + " line 2: not JSON")
        .contains(data + " line 3: label 'good' is not valid")
        .doesNotContain("Exception");
    JsonNode result = JSON.readTree(run.out());
    assertThat(result.at("/overall/texts").asInt()).isEqualTo(2);
    assertThat(result.at("/overall/lines_not_evaluated").asInt()).isEqualTo(2);
    assertThat(result.at("/files/0/texts").asInt()).isZero();
  }

  @Test
  void aFileOfGarbageIsNotToldLineByLine() throws IOException {
    String data = file("data.jsonl", "garbage\n".repeat(1000));
    Run run = Run.of("evaluate", data);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().count()).isLessThan(30);
    assertThat(run.err()).contains("980 more lines could not be evaluated");
  }

  @Test
  void predictionsThatCannotBeWrittenAreToldBeforeAnythingIsRead() throws IOException {
    String data = file("data.jsonl", "{\"id\":\"a\",\"text\":\"Acme rose\"}");
    String nowhere = folder.resolve("none/predictions.jsonl").toString();
    Run run = Run.of("evaluate", data, "--predictions", nowhere);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(nowhere + ": there is no such file or folder");
  }

  @Test
  void measuresTheContentOfAnnotatedNotes() throws IOException {
    Path half = Files.createDirectory(folder.resolve("half"));
    Files.writeString(half.resolve("acme.txt"), "Apple (NASDAQ: AAPL) earned $5 million.\n");
    Files.writeString(
        half.resolve("acme.json"),
        """
        {"published": "2026-01-30", "groups": [], "facts": [], "overall": "neutral",
         "securities": [{"name": "Apple", "ticker": "AAPL", "role": "subject",
                         "polarity": "neutral", "relevance": "high"}],
         "claims": [{"type": "risk", "quote": "earned $5 million", "polarity": "neutral",
                     "modality": "asserted", "condition": null, "horizon": null,
                     "falsifier": null, "targets": []}]}
        """);
    Run run = Run.of("evaluate", "--gold", folder.toString(), "--errors");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    JsonNode result = JSON.readTree(run.out());
    assertThat(result.at("/model/digest").asText())
        .isEqualTo(NoteScorer.standard().model().digest());
    assertThat(result.at("/halves/0/folder").asText()).isEqualTo(half.toString());
    assertThat(result.at("/halves/0/notes").asInt()).isEqualTo(1);
    assertThat(result.at("/together/securities/recall").asDouble()).isEqualTo(1);
    assertThat(result.at("/together/claims/missed").asInt()).isEqualTo(1);
    assertThat(result.at("/together/claims/recall").asDouble()).isZero();
    assertThat(result.at("/halves/0/errors/0/missed_claims/0").asText())
        .isEqualTo("risk: earned $5 million");
    assertThat(JSON.readTree(Run.of("evaluate", "--gold", half.toString()).out()).at("/halves/0"))
        .doesNotContain(result.at("/halves/0/errors"));
  }

  @Test
  void aGoldSetThatCannotBeReadIsTold() throws IOException {
    Files.writeString(folder.resolve("acme.txt"), "Acme rose");
    Run incomplete = Run.of("evaluate", "--gold", folder.toString());
    assertThat(incomplete.status()).isEqualTo(1);
    assertThat(incomplete.err()).contains("acme.json: the note has no annotation");
    Run nowhere = Run.of("evaluate", "--gold", folder.resolve("none").toString());
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.err()).contains("there is no such file or folder");
  }

  @Test
  void whereNothingCouldBeReadNoMeasureIsPrinted() throws IOException {
    String missing = folder.resolve("missing.jsonl").toString();
    for (Run run :
        List.of(
            Run.of("evaluate", missing),
            Run.of("evaluate", file("garbage.jsonl", "garbage\n")),
            Run.of("evaluate", "--gold", missing))) {
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).isNotEmpty();
    }
  }

  @Test
  void anEmptyFileIsNoFault() throws IOException {
    Run run = Run.of("evaluate", file("empty.jsonl", ""));
    assertThat(run.status()).isZero();
    assertThat(JSON.readTree(run.out()).at("/overall/texts").asInt(-1)).isZero();
  }

  @Test
  void anOptionOfTheOtherMeasureIsRefused() {
    Run predictions = Run.of("evaluate", "--gold", "y", "--predictions", "z");
    assertThat(predictions.status()).isEqualTo(2);
    assertThat(predictions.err()).contains("--predictions is for labelled texts, not for --gold");
    Run errors = Run.of("evaluate", "x.jsonl", "--errors");
    assertThat(errors.status()).isEqualTo(2);
    assertThat(errors.err()).contains("--errors is for --gold, not for labelled texts");
  }

  @Test
  void eitherTextsOrAGoldSetIsNamed() {
    for (Run run : List.of(Run.of("evaluate"), Run.of("evaluate", "x.jsonl", "--gold", "y"))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("Name files of labelled texts, or with --gold a folder");
    }
  }

  private static void assertPrediction(JsonNode json, Prediction expected) {
    assertThat(json.at("/label").asText()).isEqualToIgnoringCase(expected.label().name());
    assertThat(json.at("/score").asDouble()).isEqualTo(expected.score());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
