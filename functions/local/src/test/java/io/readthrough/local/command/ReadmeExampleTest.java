package io.readthrough.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The README's example of a note and what comes back is what the program says.
class ReadmeExampleTest {
  private static final double ROUNDED = 0.0006;
  private static final Pattern SCORE =
      Pattern.compile(
          "\"ticker\":\"(\\w+)\",\"relevance_score\":([\\d.]+),\"ticker_sentiment_score\":(-?[\\d.]+),"
              + "\"ticker_sentiment_label\":\"([\\w-]+)\"");
  private static final Pattern OVERALL =
      Pattern.compile(
          "\"overall_sentiment_score\":(-?[\\d.]+),\"overall_sentiment_label\":\"([\\w-]+)\"");
  private static final Pattern DELTA =
      Pattern.compile("\\| ([+-][\\d.]+) \\| ([^|]+) \\| (\\d+)–(\\d+) \\| `([^`]+)` \\|");

  private static final Pattern ID =
      Pattern.compile("printf '%s\\\\0%s' (\\S+) (\\S+) \\|[^\n]+\\n    ([a-z2-7]+)\\n");

  private String readme = "";
  private JsonNode note = new ObjectMapper().nullNode();

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(Path.of("../../README.md"), UTF_8);
    String sample = "../../events/notes/jpmorgan-q3-bank-readthrough.txt";
    note = new ObjectMapper().readTree(Run.of("score", sample).out());
  }

  @Test
  void theScores() {
    Matcher overall = OVERALL.matcher(readme);
    assertThat(overall.find()).isTrue();
    assertThat(note.at("/overall_sentiment_score").asDouble())
        .isCloseTo(Double.parseDouble(overall.group(1)), within(ROUNDED));
    assertThat(note.at("/overall_sentiment_label").asText()).isEqualTo(overall.group(2));
    Map<String, JsonNode> tickers = new HashMap<>();
    note.at("/ticker_sentiment").forEach(each -> tickers.put(each.at("/ticker").asText(), each));
    Matcher scores = SCORE.matcher(readme);
    int count = 0;
    while (scores.find()) {
      assertThat(tickers).containsKey(scores.group(1));
      JsonNode ticker = tickers.getOrDefault(scores.group(1), MissingNode.getInstance());
      assertThat(ticker.at("/relevance_score").asDouble())
          .isCloseTo(Double.parseDouble(scores.group(2)), within(ROUNDED));
      assertThat(ticker.at("/ticker_sentiment_score").asDouble())
          .isCloseTo(Double.parseDouble(scores.group(3)), within(ROUNDED));
      assertThat(ticker.at("/ticker_sentiment_label").asText()).isEqualTo(scores.group(4));
      count++;
    }
    assertThat(count).isEqualTo(3);
  }

  @Test
  void theIdOfADroppedObject() {
    Matcher id = ID.matcher(readme);
    assertThat(id.find()).isTrue();
    assertThat(NoteId.of(new FirmId(id.group(1)), id.group(2)).value())
        .isEqualTo("n_" + id.group(3));
  }

  @Test
  void whatTheScoreIsMadeOf() {
    Map<String, JsonNode> evidence = new HashMap<>();
    note.at("/evidence").forEach(each -> evidence.put(each.at("/evidence_id").asText(), each));
    Map<String, Double> deltas = new HashMap<>();
    note.at("/ticker_sentiment/0/explanation/contributions")
        .forEach(
            each -> {
              String id = each.at("/evidence_id").asText();
              JsonNode words = evidence.getOrDefault(id, MissingNode.getInstance());
              String place =
                  "%s %d %d %s"
                      .formatted(
                          words.at("/quote").asText(),
                          words.at("/start").asInt(),
                          words.at("/end").asInt(),
                          words.at("/rule").asText());
              deltas.put(place, each.at("/delta").asDouble());
            });
    Matcher rows = DELTA.matcher(readme);
    int count = 0;
    while (rows.find()) {
      String place = String.join(" ", rows.group(2), rows.group(3), rows.group(4), rows.group(5));
      assertThat(deltas).containsKey(place);
      assertThat(deltas.get(place))
          .as(place)
          .isCloseTo(Double.parseDouble(rows.group(1)), within(ROUNDED));
      count++;
    }
    assertThat(readme).contains("| … | " + (deltas.size() - count) + " more, of both signs |");
  }
}
