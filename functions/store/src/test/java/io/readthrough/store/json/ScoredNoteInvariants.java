package io.readthrough.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.readthrough.core.note.SentimentLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What holds for the JSON of every scored note: its schema, and what a schema cannot say.
public final class ScoredNoteInvariants {
  private static final Schema SCHEMA = schema();
  private static final Set<String> UNSCORED =
      Set.of("vendor_trailer", "disclosure", "boilerplate", "analysts");

  private ScoredNoteInvariants() {}

  /// Fails unless `json` keeps them all.
  ///
  /// @param text the note's text, which the spans point into
  public static void check(byte[] json, String text) {
    String document = new String(json, StandardCharsets.UTF_8);
    assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
    new Check(JsonMapper.shared().readTree(json), text).all();
  }

  private static Schema schema() {
    try (InputStream in = ScoredNoteJson.class.getResourceAsStream("scored-note.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Check(JsonNode note, String text) {
    void all() {
      Map<String, JsonNode> evidence = new HashMap<>();
      note.get("evidence").forEach(each -> evidence.put(each.get("evidence_id").asString(), each));
      assertThat(evidence).hasSize(note.get("evidence").size());
      evidence.values().forEach(this::quotesItsSpan);
      evidence.values().forEach(this::weighsNothingOutsideTheAuthorsWords);
      references(note).forEach(id -> assertThat(evidence).containsKey(id));
      note.get("facts").forEach(Check::hasEvidence);
      note.get("claims").forEach(Check::hasEvidence);
      note.get("claims").forEach(this::statesItsSpan);
      note.get("facts").forEach(Check::namesItsInputsWhenDerived);
      addsUp(note.get("explanation"), note.get("overall_sentiment_score").asDouble());
      isLabelled(
          note.get("overall_sentiment_score"), note.get("overall_sentiment_label").asString());
      sumsToOne(note.get("overall_sentiment"));
      for (JsonNode ticker : note.get("ticker_sentiment")) {
        JsonNode score = ticker.get("ticker_sentiment_score");
        addsUp(ticker.get("explanation"), score.asDouble());
        isLabelled(score, ticker.get("ticker_sentiment_label").asString());
        sumsToOne(ticker.get("sentiment"));
        addsUp(ticker.get("by_horizon"), score);
        addsUp(ticker.get("by_aspect"), score);
      }
      assertThat(note.at("/text/length").asInt()).isEqualTo(text.length());
    }

    private void quotesItsSpan(JsonNode evidence) {
      assertThat(text.substring(evidence.get("start").asInt(), evidence.get("end").asInt()))
          .isEqualTo(evidence.get("quote").asString());
    }

    private void statesItsSpan(JsonNode claim) {
      assertThat(text.substring(claim.get("start").asInt(), claim.get("end").asInt()))
          .isEqualTo(claim.get("statement").asString());
    }

    private void weighsNothingOutsideTheAuthorsWords(JsonNode evidence) {
      for (JsonNode region : note.at("/text/regions")) {
        if (UNSCORED.contains(region.get("kind").asString())
            && evidence.get("start").asInt() < region.get("end").asInt()
            && region.get("start").asInt() < evidence.get("end").asInt()) {
          assertThat(evidence.get("weight").asDouble()).isZero();
        }
      }
    }

    /// All ids of evidence named anywhere below a node.
    private static List<String> references(JsonNode node) {
      List<String> ids = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (field.getKey().equals("evidence_ids")) {
          field.getValue().forEach(id -> ids.add(id.asString()));
        } else if (field.getKey().equals("contributions")) {
          field.getValue().forEach(each -> ids.add(each.get("evidence_id").asString()));
        } else {
          ids.addAll(references(field.getValue()));
        }
      }
      if (node.isArray()) {
        node.forEach(each -> ids.addAll(references(each)));
      }
      return ids;
    }

    private static void hasEvidence(JsonNode factOrClaim) {
      assertThat(factOrClaim.get("evidence_ids")).isNotEmpty();
    }

    private static void namesItsInputsWhenDerived(JsonNode fact) {
      if (fact.get("kind").asString().equals("derived")) {
        assertThat(fact.at("/derivation/inputs")).isNotEmpty();
      }
    }

    private static void addsUp(JsonNode explanation, double score) {
      double sum = explanation.get("baseline").asDouble();
      for (JsonNode contribution : explanation.get("contributions")) {
        sum += contribution.get("delta").asDouble();
      }
      assertThat(sum).isCloseTo(score, within(1e-9));
      assertThat(explanation.get("sum_check").asDouble()).isCloseTo(score, within(1e-9));
    }

    private static void addsUp(JsonNode parts, JsonNode score) {
      double sum = 0;
      for (JsonNode part : parts) {
        sum += part.get("score").asDouble();
      }
      assertThat(sum).isCloseTo(score.asDouble(), within(1e-9));
    }

    private static void isLabelled(JsonNode score, String label) {
      assertThat(label).isEqualTo(SentimentLabel.of(score.asDouble()).printed());
    }

    private static void sumsToOne(JsonNode sentiment) {
      assertThat(
              sentiment.get("positive").asDouble()
                  + sentiment.get("neutral").asDouble()
                  + sentiment.get("negative").asDouble())
          .isCloseTo(1, within(1e-9));
    }
  }
}
