package io.readthrough.store;

import static io.readthrough.store.Attributes.AVAILABLE_AT;
import static io.readthrough.store.Attributes.NOTE_ID;
import static io.readthrough.store.Attributes.REVISION;
import static io.readthrough.store.Attributes.SCORE;
import static io.readthrough.store.Attributes.TICKER;
import static io.readthrough.store.Attributes.TIME;
import static io.readthrough.store.Attributes.attribute;
import static io.readthrough.store.Attributes.constant;
import static io.readthrough.store.Attributes.decimal;
import static io.readthrough.store.Attributes.number;
import static io.readthrough.store.Attributes.putText;
import static io.readthrough.store.Attributes.spelled;
import static io.readthrough.store.Attributes.string;
import static io.readthrough.store.Attributes.stringOrNull;
import static io.readthrough.store.Attributes.text;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.similarity.SketchedNote;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Feed entries as items of the table, and back, and the sketches that they carry.
final class FeedEntryItem {
  private static final String PUBLISHED_AT = "published_at";
  private static final String TITLE = "title";
  private static final String SUMMARY = "summary";
  private static final String TOPICS = "topics";
  private static final String TOPIC = "topic";
  private static final String RELEVANCE = "relevance";
  private static final String TICKERS = "tickers";
  private static final String ROLE = "role";
  private static final String NOVELTY = "novelty";
  private static final String SKETCH = "sketch";
  private static final String CONFIDENCE = "confidence";

  /// The names of the attributes that [#sketched] reads, to ask for no others.
  static final List<String> SKETCHED = List.of(NOTE_ID, AVAILABLE_AT, SKETCH);

  private FeedEntryItem() {}

  /// The attributes of a note's feed entries, which are the same under every key.
  static Map<String, AttributeValue> entry(FeedEntry entry) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(NOTE_ID, text(entry.noteId().value()));
    item.put(REVISION, number(entry.revision()));
    item.put(TIME, text(entry.time().toString()));
    putText(
        item, PUBLISHED_AT, entry.publishedAt() == null ? null : entry.publishedAt().toString());
    item.put(AVAILABLE_AT, text(entry.availableAt().toString()));
    putText(item, TITLE, entry.title());
    putText(item, SUMMARY, entry.summary());
    item.put(SCORE, number(entry.score()));
    item.put(NOVELTY, number(entry.novelty()));
    item.put(
        TOPICS,
        AttributeValue.fromL(
            entry.topics().stream()
                .map(
                    each ->
                        AttributeValue.fromM(
                            Map.of(TOPIC, text(each.topic()), RELEVANCE, number(each.relevance()))))
                .toList()));
    item.put(
        TICKERS,
        AttributeValue.fromL(
            entry.tickers().stream()
                .map(
                    each ->
                        AttributeValue.fromM(
                            Map.of(
                                TICKER, text(each.ticker()),
                                ROLE, text(spelled(each.role())),
                                RELEVANCE, number(each.relevance()),
                                SCORE, number(each.score()),
                                CONFIDENCE, number(each.confidence()))))
                .toList()));
    return item;
  }

  /// The attributes by which a later note is compared with this one.
  static Map<String, AttributeValue> sketch(byte[] sketch) {
    return sketch.length == 0
        ? Map.of()
        : Map.of(SKETCH, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(sketch)));
  }

  /// What a feed entry's item tells of its note for comparison; empty when that has no sketch.
  static Optional<SketchedNote> sketched(Map<String, AttributeValue> item) {
    AttributeValue sketch = item.get(SKETCH);
    return sketch == null
        ? Optional.empty()
        : Optional.of(
            new SketchedNote(
                new NoteId(string(item, NOTE_ID)),
                Instant.parse(string(item, AVAILABLE_AT)),
                sketch.b().asByteArrayUnsafe()));
  }

  /// Reads a feed entry's item.
  static FeedEntry entry(Map<String, AttributeValue> item) {
    String published = stringOrNull(item, PUBLISHED_AT);
    return new FeedEntry(
        new NoteId(string(item, NOTE_ID)),
        Integer.parseInt(attribute(item, REVISION).n()),
        Instant.parse(string(item, TIME)),
        published == null ? null : Instant.parse(published),
        Instant.parse(string(item, AVAILABLE_AT)),
        stringOrNull(item, TITLE),
        stringOrNull(item, SUMMARY),
        decimal(item, SCORE),
        attribute(item, TOPICS).l().stream()
            .map(AttributeValue::m)
            .map(each -> new TopicRelevance(string(each, TOPIC), decimal(each, RELEVANCE)))
            .toList(),
        attribute(item, TICKERS).l().stream()
            .map(AttributeValue::m)
            .map(
                each ->
                    new FeedEntry.Ticker(
                        string(each, TICKER),
                        constant(TickerSentiment.Role.class, string(each, ROLE)),
                        decimal(each, RELEVANCE),
                        decimal(each, SCORE),
                        decimal(each, CONFIDENCE)))
            .toList(),
        item.containsKey(NOVELTY) ? decimal(item, NOVELTY) : 1);
  }
}
