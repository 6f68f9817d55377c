package io.readthrough.local.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readthrough.core.evaluation.ContentMeasure;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.gold.GoldEvaluation.Half;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldEvaluationTest {
  private static final String TEXT =
      """
      Apple (NASDAQ: AAPL) reported revenue of $120 billion. Microsoft (NASDAQ: MSFT) was weak.
      """;
  private static final String ANNOTATION =
      """
      {"published": "2026-01-30",
       "securities": [
         {"name": "Apple", "ticker": "AAPL", "role": "subject", "polarity": "positive",
          "relevance": "high"},
         {"name": "Microsoft", "ticker": "%s", "role": "mentioned", "polarity": "negative",
          "relevance": "low"}],
       "groups": [],
       "facts": [{"quote": "revenue of $120 billion", "metric": "revenue", "value": %s,
                  "unit": "USD", "period": null, "kind": "actual", "change": null,
                  "subject": "Apple"}],
       "claims": [], "overall": "positive"}
      """;

  @TempDir Path folder;

  private final List<String> complaints = new ArrayList<>();

  @Test
  void comparesWhatTheProgramReadsWithTheAnnotation() throws Exception {
    note("half/right", ANNOTATION.formatted("MSFT", "120e9"));
    Half half = evaluate().getFirst();
    assertThat(half.measures())
        .containsEntry(ContentMeasure.SECURITIES, new Detection(2, 0, 0))
        .containsEntry(ContentMeasure.FACTS, new Detection(1, 0, 0));
    assertThat(complaints).isEmpty();
  }

  @Test
  void aTickerIsTheExchangesCodeWithoutTheSuffixOfTheExchange() throws Exception {
    note(
        "half/abroad",
        "BNP Paribas (BNP.PA) rose.\n",
        """
        {"published": "2026-01-30", "groups": [], "facts": [], "claims": [], "overall": "positive",
         "securities": [{"name": "BNP Paribas", "ticker": "BNP", "role": "subject",
                         "polarity": "positive", "relevance": "high"}]}
        """);
    assertThat(evaluate().getFirst().measures())
        .containsEntry(ContentMeasure.SECURITIES, new Detection(1, 0, 0));
  }

  @Test
  void aShareClassIsTheSameAfterADotABlankAndAHyphen() throws Exception {
    note(
        "half/class",
        "Rogers Communications Inc. (RCI.B CN) rose.\n",
        """
        {"published": "2026-01-30", "groups": [], "facts": [], "claims": [], "overall": "positive",
         "securities": [{"name": "Rogers Communications Inc.", "ticker": "RCI.B", "role": "subject",
                         "polarity": "positive", "relevance": "high"}]}
        """);
    assertThat(evaluate().getFirst().measures())
        .containsEntry(ContentMeasure.SECURITIES, new Detection(1, 0, 0));
  }

  @Test
  void everyFolderIsAHalfAndSumsItsNotes() throws Exception {
    note("first/right", ANNOTATION.formatted("MSFT", "120e9"));
    note("first/wrong", ANNOTATION.formatted("META", "12e9"));
    note("second/wrong", ANNOTATION.formatted("META", "12e9"));
    List<Half> halves = evaluate();
    assertThat(halves).hasSize(2);
    assertThat(halves.getFirst().folder()).endsWith("first");
    assertThat(halves.getFirst().measures())
        .containsEntry(ContentMeasure.SECURITIES, new Detection(3, 1, 1))
        .containsEntry(ContentMeasure.NAMES, new Detection(4, 0, 0))
        .containsEntry(ContentMeasure.FACTS, new Detection(1, 1, 1));
    assertThat(halves.getLast().measures())
        .containsEntry(ContentMeasure.FACTS, new Detection(0, 1, 1));
  }

  @Test
  void aFolderWithoutNotesIsTold() {
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(MalformedGoldException.class)
        .hasMessageContaining("there is no note in it");
  }

  private List<Half> evaluate() throws Exception {
    return new GoldEvaluation(NoteScorer.standard(), complaints::add).evaluate(folder);
  }

  private void note(String name, String annotation) throws Exception {
    note(name, TEXT, annotation);
  }

  private void note(String name, String content, String annotation) throws Exception {
    Path text = folder.resolve(name + ".txt");
    Files.createDirectories(text.getParent());
    Files.writeString(text, content);
    Files.writeString(folder.resolve(name + ".json"), annotation);
  }
}
