package io.readthrough.store;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.note.View;
import io.readthrough.core.similarity.SketchedNote;
import io.readthrough.store.json.TextBounds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Notes as items of the table, and back: all keys and attributes, and nothing that calls the
/// table.
///
/// | item | PK | SK |
/// |---|---|---|
/// | note: its newest revision | `F#<firm>#N#<note_id>` | `NOTE` |
/// | a revision that was replaced | same | `REV#<n>` |
/// | feed entry | `F#<firm>#D#<yyyy-mm>` | `<time>#<note_id>` |
/// | feed entry of a ticker | `F#<firm>#T#<ticker>` | `<time>#<note_id>` |
/// | roll-up | `F#<firm>#T#<ticker>` | `ROLL#<yyyy-mm>` |
/// | what a note reports of a name for periods ending in a month | `F#<firm>#E#<entity_id>` | `FACTS#<yyyy-mm>#<time>#<note_id>` |
/// | months that have, or had, feed entries | `F#<firm>` | `MONTHS` |
///
/// No firm's name contains a `#`, so that no firm's key begins with another's.
final class ScoredNoteItem {
  static final String PK = "PK";
  static final String SK = "SK";
  static final String REVISION = "revision";
  static final String SEQUENCER = "sequencer";
  static final String MONTHS = "months";
  static final String MEMORY = "memory";
  static final String REVISION_PREFIX = "REV#";

  private static final String STATUS = "status";
  private static final String OBJECT_KEY = "object_key";
  private static final String RECEIVED_AT = "received_at";
  private static final String AVAILABLE_AT = "available_at";
  private static final String REASON = "reason";
  private static final String DETAIL = "detail";
  private static final String BODY = "body";
  private static final String TIME = "time";
  private static final String PARTS = "parts";
  static final String ORPHANS = "orphans";
  private static final String CONTRIBUTED = "contributed";
  private static final String FACTS = "facts";
  static final String NOTE_ID = "note_id";
  private static final String PUBLISHED_AT = "published_at";
  private static final String TITLE = "title";
  private static final String SUMMARY = "summary";
  private static final String SCORE = "score";
  private static final String TOPICS = "topics";
  private static final String TOPIC = "topic";
  private static final String RELEVANCE = "relevance";
  private static final String TICKERS = "tickers";
  private static final String TICKER = "ticker";
  private static final String ROLE = "role";
  private static final String NOVELTY = "novelty";
  private static final String SKETCH = "sketch";
  private static final String CONFIDENCE = "confidence";
  private static final String CLAIMS = "claims";
  private static final String VIEWS = "views";
  private static final String KIND = "kind";
  private static final String VALUE = "value";
  private static final String METRIC = "metric";
  private static final String NUMBER = "number";

  /// The longest wording of a view that is remembered, in UTF-16 units.
  private static final int MAX_VIEW = 100;

  /// Of one length, so that the order of strings is the order of times.
  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// The bounds of what a key can say; no entry's time lies at or beyond the last.
  private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  private ScoredNoteItem() {}

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PK, text(partition), SK, text(sort));
  }

  static Map<String, AttributeValue> noteKey(FirmId firm, NoteId noteId) {
    return key(notePartition(firm, noteId), "NOTE");
  }

  static String notePartition(FirmId firm, NoteId noteId) {
    return "F#" + firm + "#N#" + noteId;
  }

  static String tickerPartition(FirmId firm, String ticker) {
    return "F#" + firm + "#T#" + ticker;
  }

  static String monthPartition(FirmId firm, YearMonth month) {
    return "F#" + firm + "#D#" + month;
  }

  static Map<String, AttributeValue> monthsKey(FirmId firm) {
    return key("F#" + firm, "MONTHS");
  }

  static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }

  /// The sort key of a feed entry at a place.
  static String sort(FeedPosition position) {
    return sort(position.time()) + "#" + position.noteId();
  }

  /// What sorts before all feed entries at or after `time`, and after all before it.
  static String sort(Instant time) {
    if (time.isBefore(FIRST_TIME)) {
      return KEY_TIME.format(FIRST_TIME);
    }
    if (time.isAfter(LAST_TIME)) {
      return KEY_TIME.format(LAST_TIME);
    }
    Instant floor = time.truncatedTo(ChronoUnit.MILLIS);
    return KEY_TIME.format(floor.isBefore(time) ? floor.plusMillis(1) : floor);
  }

  /// The keys of all entries that a note has in feeds.
  static List<Map<String, AttributeValue>> entryKeys(
      FirmId firm, NoteId noteId, NoteState.Contributed contributed) {
    String sort = sort(new FeedPosition(contributed.time(), noteId));
    TreeSet<String> partitions = new TreeSet<>();
    partitions.add(monthPartition(firm, month(contributed.time())));
    contributed.scores().forEach(each -> partitions.add(tickerPartition(firm, each.ticker())));
    return partitions.stream().map(partition -> key(partition, sort)).toList();
  }

  /// The item of a note's newest revision.
  static Map<String, AttributeValue> note(FirmId firm, NoteState state) {
    Map<String, AttributeValue> item = new HashMap<>(noteKey(firm, state.noteId()));
    item.put(NOTE_ID, text(state.noteId().value()));
    item.put(STATUS, text(spelled(state.status())));
    item.put(REVISION, number(state.revision()));
    item.put(SEQUENCER, text(state.sequencer().value()));
    item.put(OBJECT_KEY, text(state.key()));
    item.put(RECEIVED_AT, text(state.receivedAt().toString()));
    item.put(AVAILABLE_AT, text(state.availableAt().toString()));
    putText(item, REASON, state.reason());
    putText(item, DETAIL, state.detail());
    if (state.body() != null) {
      item.put(BODY, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(state.body())));
    }
    putIds(item, PARTS, state.parts());
    putIds(item, ORPHANS, state.orphans());
    NoteState.Contributed contributed = state.contributed();
    if (contributed != null) {
      item.put(TIME, text(contributed.time().toString()));
      item.put(
          CONTRIBUTED,
          AttributeValue.fromL(
              contributed.scores().stream()
                  .map(
                      each ->
                          AttributeValue.fromM(
                              Map.of(TICKER, text(each.ticker()), SCORE, number(each.score()))))
                  .toList()));
      if (!contributed.facts().isEmpty()) {
        item.put(
            FACTS,
            AttributeValue.fromL(
                contributed.facts().stream()
                    .map(each -> text(each.month() + " " + each.entityId()))
                    .toList()));
      }
    }
    return item;
  }

  /// The item that keeps a revision which is replaced.
  static Map<String, AttributeValue> revision(FirmId firm, NoteState state) {
    Map<String, AttributeValue> item = note(firm, state);
    item.put(SK, text(REVISION_PREFIX + "%010d".formatted(state.revision())));
    return item;
  }

  /// Reads the item of a note's revision.
  static NoteState note(Map<String, AttributeValue> item) {
    AttributeValue body = item.get(BODY);
    return new NoteState(
        new NoteId(string(item, NOTE_ID)),
        constant(StoredNote.Status.class, string(item, STATUS)),
        Integer.parseInt(attribute(item, REVISION).n()),
        sequencer(item),
        string(item, OBJECT_KEY),
        Instant.parse(string(item, RECEIVED_AT)),
        Instant.parse(string(item, AVAILABLE_AT)),
        stringOrNull(item, REASON),
        stringOrNull(item, DETAIL),
        body == null ? null : body.b().asByteArrayUnsafe(),
        item.containsKey(CONTRIBUTED) ? contributed(item) : null,
        ids(item, PARTS),
        ids(item, ORPHANS));
  }

  private static void putIds(Map<String, AttributeValue> item, String name, List<NoteId> ids) {
    if (!ids.isEmpty()) {
      item.put(name, AttributeValue.fromL(ids.stream().map(id -> text(id.value())).toList()));
    }
  }

  private static List<NoteId> ids(Map<String, AttributeValue> item, String name) {
    AttributeValue ids = item.get(name);
    return ids == null ? List.of() : ids.l().stream().map(id -> new NoteId(id.s())).toList();
  }

  static Sequencer sequencer(Map<String, AttributeValue> item) {
    return new Sequencer(string(item, SEQUENCER));
  }

  private static NoteState.Contributed contributed(Map<String, AttributeValue> item) {
    return new NoteState.Contributed(
        Instant.parse(string(item, TIME)),
        attribute(item, CONTRIBUTED).l().stream()
            .map(AttributeValue::m)
            .map(
                each ->
                    new NoteState.Contributed.Score(
                        string(each, TICKER), new BigDecimal(attribute(each, SCORE).n())))
            .toList(),
        item.containsKey(FACTS)
            ? attribute(item, FACTS).l().stream().map(each -> factsKey(each.s())).toList()
            : List.of());
  }

  private static FactIndex.Key factsKey(String text) {
    int blank = text.indexOf(' ');
    return new FactIndex.Key(text.substring(blank + 1), YearMonth.parse(text.substring(0, blank)));
  }

  static String factsPartition(FirmId firm, FactIndex.Key key) {
    return "F#" + firm + "#E#" + key.entityId();
  }

  /// What the sort keys of all items begin with that list what notes report for a month.
  static String factsPrefix(FactIndex.Key key) {
    return "FACTS#" + key.month() + "#";
  }

  /// The key of the item that lists what a note of this position reports.
  static Map<String, AttributeValue> factsKey(
      FirmId firm, FactIndex.Key key, FeedPosition position) {
    return key(factsPartition(firm, key), factsPrefix(key) + sort(position));
  }

  /// What a note reports of a name, beside the key.
  static Map<String, AttributeValue> facts(NoteId noteId, List<ReportedFact> facts) {
    return Map.of(NOTE_ID, text(noteId.value()), FACTS, text(FactIndex.write(facts)));
  }

  /// Reads which note reports what of a name.
  static Map.Entry<String, List<ReportedFact>> facts(
      Map<String, AttributeValue> item, String entityId) {
    return Map.entry(string(item, NOTE_ID), FactIndex.read(entityId, string(item, FACTS)));
  }

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

  /// What the entry under `key` remembers of its note: something only where the key is that of a
  /// name that the note is about.
  static Map<String, AttributeValue> memory(
      FirmId firm, Map<String, AttributeValue> key, Map<String, EarlierNote> memory) {
    for (Map.Entry<String, EarlierNote> each : memory.entrySet()) {
      if (string(key, PK).equals(tickerPartition(firm, each.getKey()))) {
        EarlierNote note = each.getValue();
        List<AttributeValue> claims =
            note.claims().stream().map(ScoredNoteItem::made).map(ScoredNoteItem::text).toList();
        List<AttributeValue> views = note.views().stream().map(ScoredNoteItem::held).toList();
        AttributeValue remembered =
            AttributeValue.fromM(
                Map.of(CLAIMS, AttributeValue.fromL(claims), VIEWS, AttributeValue.fromL(views)));
        return Map.of(MEMORY, remembered);
      }
    }
    return Map.of();
  }

  /// Reads what an entry remembers of its note.
  static EarlierNote memory(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> memory = attribute(item, MEMORY).m();
    return new EarlierNote(
        new NoteId(string(item, NOTE_ID)),
        attribute(memory, CLAIMS).l().stream()
            .map(AttributeValue::s)
            .map(ScoredNoteItem::made)
            .toList(),
        attribute(memory, VIEWS).l().stream()
            .map(AttributeValue::m)
            .map(ScoredNoteItem::held)
            .toList());
  }

  /// "risk negative possible 0a1b2c3d": type, direction, modality, and the words' marks.
  private static String made(EarlierNote.Made claim) {
    StringBuilder marks = new StringBuilder();
    claim.words().forEach(word -> marks.append("%04x".formatted(word)));
    return String.join(
        " ", spelled(claim.type()), spelled(claim.direction()), spelled(claim.modality()), marks);
  }

  private static EarlierNote.Made made(String claim) {
    String[] parts = claim.split(" ", -1);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i + 4 <= parts[3].length(); i += 4) {
      words.add(Integer.parseInt(parts[3], i, i + 4, 16));
    }
    return new EarlierNote.Made(
        constant(Claim.Type.class, parts[0]),
        constant(Claim.Target.Direction.class, parts[1]),
        constant(Claim.Modality.class, parts[2]),
        words);
  }

  private static AttributeValue held(EarlierNote.Held view) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(KIND, text(spelled(view.kind())));
    putText(item, VALUE, TextBounds.cut(view.value(), MAX_VIEW));
    putText(item, METRIC, TextBounds.cut(view.metric(), MAX_VIEW));
    if (view.number() != null) {
      item.put(NUMBER, text(view.number().toString()));
    }
    return AttributeValue.fromM(item);
  }

  private static EarlierNote.Held held(Map<String, AttributeValue> item) {
    String number = stringOrNull(item, NUMBER);
    return new EarlierNote.Held(
        constant(View.Kind.class, string(item, KIND)),
        stringOrNull(item, METRIC),
        string(item, VALUE),
        number == null ? null : Double.valueOf(number));
  }

  /// The attributes by which a later note is compared with this one.
  static Map<String, AttributeValue> sketch(byte[] sketch) {
    return sketch.length == 0
        ? Map.of()
        : Map.of(SKETCH, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(sketch)));
  }

  /// The names of the attributes that [#sketched] reads, to ask for no others.
  static final List<String> SKETCHED = List.of(NOTE_ID, AVAILABLE_AT, SKETCH);

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

  static Map<String, AttributeValue> rollUpKey(FirmId firm, RollUp.Key key) {
    return key(tickerPartition(firm, key.ticker()), "ROLL#" + key.month());
  }

  /// What to add to which attribute of a roll-up: `d05_n`, `d05_sum`, `d05_squares`,
  /// `d05_positive`, `d05_neutral`, `d05_negative` for the fifth of the month.
  static Map<String, AttributeValue> counters(Map<Integer, RollUp> days) {
    Map<String, AttributeValue> counters = new TreeMap<>();
    days.forEach(
        (day, change) -> {
          String prefix = "d%02d_".formatted(day);
          counters.put(prefix + "n", number(change.notes()));
          counters.put(prefix + "sum", number(change.sum()));
          counters.put(prefix + "squares", number(change.squares()));
          counters.put(prefix + "positive", number(change.positive()));
          counters.put(prefix + "neutral", number(change.neutral()));
          counters.put(prefix + "negative", number(change.negative()));
        });
    return counters;
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeValue number(double value) {
    return number(BigDecimal.valueOf(value));
  }

  private static AttributeValue number(BigDecimal value) {
    return AttributeValue.fromN(value.toPlainString());
  }

  private static void putText(
      Map<String, AttributeValue> item, String name, @Nullable String value) {
    if (value != null) {
      item.put(name, text(value));
    }
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "an item of the table has no attribute '" + name + "': no version of this code wrote it");
    }
    return value;
  }

  private static String string(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  private static @Nullable String stringOrNull(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  private static double decimal(Map<String, AttributeValue> item, String name) {
    return Double.parseDouble(attribute(item, name).n());
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String spelled) {
    return Enum.valueOf(type, spelled.toUpperCase(Locale.ROOT));
  }
}
