package io.readthrough.store.json;

import static io.readthrough.store.json.Json.spelled;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.note.Check;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Event;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.note.VendorScore;
import io.readthrough.core.note.View;
import io.readthrough.core.similarity.Novelty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The JSON of a scored note, as `scored-note.schema.json` beside this class defines it.
///
/// A text in it is at most [#MAX_TEXT] UTF-16 units long; a longer quote is cut together with its
/// span, so that it still is the text of the span.
public final class ScoredNoteJson {
  /// The longest text that is kept whole, in UTF-16 units.
  public static final int MAX_TEXT = 2000;

  private static final String ABRIDGED =
      "The note lists more than can be stored: what carries least is left out, the scores are not"
          + " changed by it.";
  private static final String ABRIDGED_METHOD =
      " (what the evidence left out adds is in the baseline)";

  private final ScoredNote note;
  private final ParsedNote parsed;
  private final int most;

  /// The ids of the evidence that is written: that which carries most.
  private final Set<String> evidence;

  private final List<Fact> keptFacts;

  /// The ids of the facts that are written.
  private final Set<String> facts;

  private final Novelty novelty;

  private ScoredNoteJson(ScoredNote note, int most, Novelty novelty) {
    this.note = note;
    this.novelty = novelty;
    this.parsed = note.parsed();
    this.most = most;
    this.evidence =
        note.evidence().stream()
            .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
            .limit(most)
            .map(Evidence::id)
            .collect(Collectors.toSet());
    this.keptFacts = limited(evident(note.facts(), Fact::evidenceIds));
    this.facts = keptFacts.stream().map(Fact::id).collect(Collectors.toSet());
  }

  /// Writes a note with all that it lists, in UTF-8.
  public static byte[] write(ScoredNote note, int revision, Instant availableAt) {
    return write(note, revision, availableAt, Integer.MAX_VALUE);
  }

  /// Writes a note with at most `most` entries in each list, of evidence, names, facts and so on.
  /// What is left out is the evidence of the least weight; its contributions move to the baselines,
  /// so that they and the rest still add up to the scores, and a fact or a claim goes with the last
  /// of its evidence. The status is `partial` then.
  public static byte[] write(ScoredNote note, int revision, Instant availableAt, int most) {
    return write(note, revision, availableAt, most, Novelty.NEW);
  }

  /// Writes it with what its comparison with earlier notes gave.
  public static byte[] write(
      ScoredNote note, int revision, Instant availableAt, int most, Novelty novelty) {
    return new ScoredNoteJson(note, most, novelty).write(revision, availableAt);
  }

  private byte[] write(int revision, Instant availableAt) {
    return Json.write(
        out -> {
          out.writeStartObject();
          out.writeStringField("schema_version", "1.0");
          out.writeStringField("note_id", parsed.source().noteId().value());
          out.writeNumberField("revision", revision);
          out.writeStringField("status", isPartial() ? "partial" : "scored");
          writeSource(out);
          writeTimes(out, availableAt);
          writeText(out, "title", parsed.title());
          writeText(out, "summary", note.summary());
          out.writeStringField("language", parsed.language());
          writeTextObject(out);
          out.writeNumberField("overall_sentiment_score", note.overall().score());
          out.writeStringField("overall_sentiment_label", note.overall().label().printed());
          write(out, "overall_sentiment", note.overall());
          write(out, "ticker_sentiment", note.tickers(), this::write);
          write(out, "topics", note.topics(), ScoredNoteJson::write);
          write(out, "events", evident(note.events(), Event::evidenceIds), this::write);
          write(out, "facts", keptFacts, this::write);
          write(out, "checks", note.checks(), this::write);
          write(out, "claims", evident(note.claims(), Claim::evidenceIds), this::write);
          write(out, "views", evident(note.views(), View::evidenceIds), this::write);
          write(
              out, "evidence", note.evidence().stream().filter(this::isKept).toList(), this::write);
          writeNovelty(out);
          write(out, note.explanation());
          write(out, note.model());
          writeQuality(out);
          out.writeEndObject();
        });
  }

  private boolean isPartial() {
    return List.of(
            note.evidence(),
            note.tickers(),
            note.topics(),
            note.events(),
            note.facts(),
            note.checks(),
            note.claims(),
            note.views(),
            note.warnings(),
            parsed.regions(),
            parsed.vendorScores(),
            parsed.parts())
        .stream()
        .anyMatch(list -> list.size() > most);
  }

  private boolean isKept(Evidence each) {
    return evidence.contains(each.id());
  }

  /// Those of `all` whose evidence is kept, at least in part.
  private <T> List<T> evident(List<T> all, Function<T, List<String>> ids) {
    return all.stream()
        .filter(each -> ids.apply(each).stream().anyMatch(evidence::contains))
        .toList();
  }

  private void writeSource(JsonGenerator out) throws IOException {
    NoteSource source = parsed.source();
    SourceObject object = source.object();
    out.writeObjectFieldStart("source");
    out.writeStringField("bucket", object.bucket());
    writeText(out, "key", object.key());
    writeText(out, "version_id", object.versionId());
    if (object.etag() != null) {
      writeText(out, "etag", object.etag());
    }
    out.writeStringField("sha256", source.sha256());
    out.writeStringField("media_type", source.mediaType());
    out.writeNumberField("bytes", source.bytes());
    writeText(out, "filename", source.filename());
    writeText(out, "vendor", parsed.vendor());
    writeText(out, "author", parsed.author());
    writeText(out, "url", parsed.url());
    write(out, "vendor_scores", parsed.vendorScores(), ScoredNoteJson::write);
    RatingBox box = parsed.ratingBox();
    if (box != null) {
      write(out, box);
    }
    NoteSource.Part part = source.part();
    if (part != null) {
      writeText(out, "parent_note_id", part.parent().value());
      writeText(out, "path", part.path());
    }
    if (!parsed.parts().isEmpty()) {
      Json.writeStrings(out, "parts", limited(parsed.parts()).stream().map(NoteId::value).toList());
    }
    if (!parsed.tickers().isEmpty()) {
      Json.writeStrings(out, "tickers", limited(parsed.tickers()));
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, RatingBox box) throws IOException {
    out.writeObjectFieldStart("rating_box");
    writeText(out, "rating", box.rating());
    writeText(out, "previous_rating", box.previousRating());
    writeNumber(out, "target", box.target());
    writeNumber(out, "previous_target", box.previousTarget());
    writeText(out, "currency", box.currency());
    out.writeNumberField("start", box.span().start());
    out.writeNumberField("end", box.span().end());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, VendorScore score) throws IOException {
    out.writeStartObject();
    writeText(out, "name", score.name());
    if (score.number() == null) {
      writeText(out, "value", score.printed());
    } else {
      out.writeNumberField("value", score.number());
    }
    writeText(out, "scale", score.scale());
    out.writeEndObject();
  }

  private void writeTimes(JsonGenerator out, Instant availableAt) throws IOException {
    Instant published = parsed.publication().at();
    out.writeObjectFieldStart("times");
    out.writeStringField("published_at", published == null ? null : published.toString());
    out.writeStringField("published_at_basis", spelled(parsed.publication().basis()));
    out.writeStringField("published_at_zone", parsed.publication().zone());
    out.writeStringField("received_at", parsed.source().object().eventTime().toString());
    out.writeStringField("available_at", availableAt.toString());
    out.writeEndObject();
  }

  private void writeTextObject(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("text");
    out.writeStringField("sha256", sha256(parsed.text()));
    out.writeNumberField("length", parsed.text().length());
    out.writeStringField("offset_unit", "utf16");
    out.writeStringField("href", "/v1/notes/" + parsed.source().noteId() + "/text");
    write(out, "regions", parsed.regions(), ScoredNoteJson::write);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Region region) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", spelled(region.kind()));
    out.writeNumberField("start", region.span().start());
    out.writeNumberField("end", region.span().end());
    writeNumber(out, "page", region.page());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, TickerSentiment name) throws IOException {
    out.writeStartObject();
    writeText(out, "ticker", name.ticker());
    writeText(out, "entity_id", name.entityId());
    writeText(out, "name", name.name());
    writeText(out, "exchange_mic", name.exchangeMic());
    out.writeStringField("asset_type", spelled(name.assetType()));
    out.writeStringField("role", spelled(name.role()));
    out.writeObjectFieldStart("resolution");
    out.writeStringField("method", spelled(name.resolution().method()));
    out.writeNumberField("confidence", name.resolution().confidence());
    out.writeNumberField("first_mention", name.resolution().firstMention());
    out.writeNumberField("mentions", name.resolution().mentions());
    out.writeEndObject();
    out.writeNumberField("relevance_score", name.relevance());
    out.writeNumberField("ticker_sentiment_score", name.sentiment().score());
    out.writeStringField("ticker_sentiment_label", name.sentiment().label().printed());
    write(out, "sentiment", name.sentiment());
    write(out, name.explanation());
    writeParts(out, "by_horizon", "horizon", name.byHorizon());
    writeParts(out, "by_aspect", "aspect", name.byAspect());
    writeText(out, "sentiment_reasoning", name.reasoning());
    writeEvidenceIds(out, name.evidenceIds());
    out.writeEndObject();
  }

  private void writeParts(
      JsonGenerator out, String field, String keyField, List<SentimentPart> parts)
      throws IOException {
    // All of them, however few entries a list may have: left-out parts would not add up.
    out.writeArrayFieldStart(field);
    for (SentimentPart part : parts) {
      out.writeStartObject();
      writeText(out, keyField, part.key());
      out.writeNumberField("score", part.score());
      writeEvidenceIds(out, part.evidenceIds());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, String field, Sentiment sentiment)
      throws IOException {
    out.writeObjectFieldStart(field);
    out.writeNumberField("positive", sentiment.positive());
    out.writeNumberField("neutral", sentiment.neutral());
    out.writeNumberField("negative", sentiment.negative());
    out.writeNumberField("mixed", sentiment.mixed());
    out.writeNumberField("confidence", sentiment.confidence());
    out.writeNumberField("low", sentiment.low());
    out.writeNumberField("high", sentiment.high());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Explanation explanation) throws IOException {
    List<Contribution> kept =
        explanation.contributions().stream()
            .filter(contribution -> evidence.contains(contribution.evidenceId()))
            .limit(most)
            .toList();
    boolean whole = kept.size() == explanation.contributions().size();
    double leftOut = explanation.sum() - new Explanation("", explanation.baseline(), kept).sum();
    out.writeObjectFieldStart("explanation");
    writeText(out, "method", explanation.method() + (whole ? "" : ABRIDGED_METHOD));
    out.writeNumberField("baseline", explanation.baseline() + (whole ? 0 : leftOut));
    out.writeArrayFieldStart("contributions");
    for (Contribution contribution : kept) {
      out.writeStartObject();
      out.writeStringField("evidence_id", contribution.evidenceId());
      out.writeNumberField("delta", contribution.delta());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("sum_check", explanation.sum());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, TopicRelevance topic) throws IOException {
    out.writeStartObject();
    writeText(out, "topic", topic.topic());
    out.writeNumberField("relevance_score", topic.relevance());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Event event) throws IOException {
    out.writeStartObject();
    writeText(out, "type", event.type());
    out.writeStringField("fact_level", spelled(event.level()));
    Json.writeStrings(out, "entity_ids", limited(event.entityIds()));
    out.writeNumberField("sentiment_score", event.sentiment());
    writeText(out, "similarity_key", event.similarityKey());
    writeEvidenceIds(out, event.evidenceIds());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, View view) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", spelled(view.kind()));
    writeText(out, "entity_id", view.entityId());
    writeText(out, "metric", view.metric());
    writeText(out, "value", view.value());
    writeText(out, "previous", view.previous());
    out.writeStringField("change", spelled(view.change()));
    writeText(out, "previous_note_id", view.previousNoteId());
    writeEvidenceIds(out, view.evidenceIds());
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Fact fact) throws IOException {
    out.writeStartObject();
    out.writeStringField("fact_id", fact.id());
    out.writeStringField("kind", spelled(fact.kind()));
    writeText(out, "metric", fact.metric());
    writeText(out, "concept", fact.concept());
    writeText(out, "label", fact.label());
    writeText(out, "entity_id", fact.entityId());
    writeNumber(out, "value", fact.value());
    writeNumber(out, "value_low", fact.valueLow());
    writeNumber(out, "value_high", fact.valueHigh());
    out.writeBooleanField("approximate", fact.approximate());
    if (fact.unit() != null) {
      writeText(out, "unit", fact.unit());
    }
    if (fact.period() != null) {
      write(out, fact.period());
    }
    if (fact.change() != null) {
      write(out, fact.change());
    }
    out.writeStringField("good_when", spelled(fact.goodWhen()));
    if (fact.derivation() != null) {
      out.writeObjectFieldStart("derivation");
      writeText(out, "formula", fact.derivation().formula());
      Json.writeStrings(out, "inputs", limited(fact.derivation().inputs()));
      out.writeEndObject();
    }
    writeEvidenceIds(out, fact.evidenceIds());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Fact.Period period) throws IOException {
    out.writeObjectFieldStart("period");
    out.writeStringField("kind", spelled(period.length()));
    writeText(out, "label", period.label());
    out.writeStringField("start", period.start() == null ? null : period.start().toString());
    out.writeStringField("end", period.end() == null ? null : period.end().toString());
    if (period.reason() != null) {
      writeText(out, "reason", period.reason());
    }
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Check check) throws IOException {
    out.writeStartObject();
    out.writeStringField("check", check.name());
    out.writeStringField("result", spelled(check.result()));
    writeText(out, "detail", check.detail());
    Json.writeStrings(out, "fact_ids", check.factIds().stream().filter(this::isKept).toList());
    out.writeEndObject();
  }

  /// Whether the fact with this id is written.
  private boolean isKept(String factId) {
    return facts.contains(factId);
  }

  private static void write(JsonGenerator out, Fact.Change change) throws IOException {
    out.writeObjectFieldStart("change");
    writeNumber(out, "value", change.value());
    out.writeStringField(
        "unit",
        switch (change.unit()) {
          case PERCENT -> "%";
          case BASIS_POINTS -> "bps";
          case ABSOLUTE -> "abs";
        });
    out.writeStringField("direction", spelled(change.direction()));
    out.writeStringField(
        "basis",
        switch (change.basis()) {
          case QUARTER_ON_QUARTER -> "QoQ";
          case YEAR_ON_YEAR -> "YoY";
          case MONTH_ON_MONTH -> "MoM";
          case AGAINST_GUIDANCE -> "vs_guidance";
          case AGAINST_CONSENSUS -> "vs_consensus";
          case UNSPECIFIED -> "unspecified";
        });
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Claim claim) throws IOException {
    out.writeStartObject();
    out.writeStringField("claim_id", claim.id());
    out.writeStringField("type", spelled(claim.type()));
    int start = claim.span().start();
    int end = TextBounds.end(parsed.text(), start, claim.span().end(), MAX_TEXT);
    out.writeNumberField("start", start);
    out.writeNumberField("end", end);
    out.writeStringField("statement", parsed.text().substring(start, end));
    out.writeNumberField("polarity", claim.polarity());
    out.writeStringField("modality", spelled(claim.modality()));
    writeText(out, "condition", claim.condition());
    out.writeObjectFieldStart("horizon");
    out.writeStringField("bucket", claim.horizon().bucket().printed());
    writeNumber(out, "min_months", claim.horizon().minMonths());
    writeNumber(out, "max_months", claim.horizon().maxMonths());
    out.writeBooleanField("stated", claim.horizon().stated());
    out.writeEndObject();
    write(out, "targets", claim.targets(), ScoredNoteJson::write);
    writeText(out, "falsifier", claim.falsifier());
    out.writeStringField("lifecycle", spelled(claim.lifecycle()));
    writeEvidenceIds(out, claim.evidenceIds());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Claim.Target target) throws IOException {
    out.writeStartObject();
    writeText(out, "entity_id", target.entityId());
    if (target.relation() != null) {
      out.writeStringField("relation", spelled(target.relation()));
    }
    out.writeStringField("direction", spelled(target.direction()));
    if (target.mechanism() != null) {
      writeText(out, "mechanism", target.mechanism());
    }
    out.writeEndObject();
  }

  private void write(JsonGenerator out, Evidence each) throws IOException {
    int start = each.span().start();
    int end = TextBounds.end(parsed.text(), start, each.span().end(), MAX_TEXT);
    out.writeStartObject();
    out.writeStringField("evidence_id", each.id());
    out.writeNumberField("start", start);
    out.writeNumberField("end", end);
    out.writeStringField("quote", parsed.text().substring(start, end));
    out.writeNumberField("sentence", each.sentence());
    out.writeNumberField("polarity", each.polarity());
    out.writeNumberField("weight", each.weight());
    writeText(out, "rule", each.rule());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, ScorerModel model) throws IOException {
    out.writeObjectFieldStart("model");
    out.writeStringField("scorer", model.scorer());
    out.writeStringField("version", model.version());
    out.writeStringField("digest", model.digest());
    out.writeStringField("label_bands", SentimentLabel.BANDS);
    out.writeBooleanField("deterministic", true);
    out.writeEndObject();
  }

  private void writeNovelty(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("novelty");
    out.writeNumberField("score", novelty.score());
    if (!novelty.similarCounts().isEmpty()) {
      NoteId duplicateOf = novelty.duplicateOf();
      List<Novelty.Similar> similar = novelty.similar();
      String nearest = similar.isEmpty() ? null : similar.getFirst().noteId().value();
      out.writeStringField("duplicate_of", duplicateOf == null ? null : duplicateOf.value());
      out.writeStringField("nearest_note_id", nearest);
      out.writeArrayFieldStart("similar");
      for (Novelty.Similar each : similar) {
        out.writeStartObject();
        out.writeStringField("note_id", each.noteId().value());
        out.writeNumberField("similarity", each.similarity());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("similar_counts");
      for (Map.Entry<String, Integer> count : novelty.similarCounts().entrySet()) {
        out.writeNumberField(count.getKey(), count.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void writeQuality(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("quality");
    out.writeStringField("parser", parsed.parser());
    out.writeNumberField("text_coverage", parsed.textCoverage());
    out.writeArrayFieldStart("warnings");
    for (String warning : limited(note.warnings())) {
      out.writeString(TextBounds.cut(warning, MAX_TEXT));
    }
    if (isPartial()) {
      out.writeString(ABRIDGED);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeEvidenceIds(JsonGenerator out, List<String> ids) throws IOException {
    Json.writeStrings(
        out, "evidence_ids", ids.stream().filter(evidence::contains).limit(most).toList());
  }

  private <T> List<T> limited(List<T> list) {
    return list.subList(0, Math.min(most, list.size()));
  }

  /// Writes an element of a list.
  @FunctionalInterface
  private interface Element<T> {
    void write(JsonGenerator out, T element) throws IOException;
  }

  private <T> void write(JsonGenerator out, String field, List<T> list, Element<T> element)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (T each : limited(list)) {
      element.write(out, each);
    }
    out.writeEndArray();
  }

  private static void writeText(JsonGenerator out, String field, @Nullable String text)
      throws IOException {
    out.writeStringField(field, TextBounds.cut(text, MAX_TEXT));
  }

  private static void writeNumber(JsonGenerator out, String field, @Nullable Number number)
      throws IOException {
    switch (number) {
      case null -> out.writeNullField(field);
      case Integer whole -> out.writeNumberField(field, whole);
      default -> out.writeNumberField(field, number.doubleValue());
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
