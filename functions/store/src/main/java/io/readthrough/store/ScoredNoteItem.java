package io.readthrough.store;

import static io.readthrough.store.Attributes.AVAILABLE_AT;
import static io.readthrough.store.Attributes.NOTE_ID;
import static io.readthrough.store.Attributes.REVISION;
import static io.readthrough.store.Attributes.SCORE;
import static io.readthrough.store.Attributes.TICKER;
import static io.readthrough.store.Attributes.TIME;
import static io.readthrough.store.Attributes.attribute;
import static io.readthrough.store.Attributes.constant;
import static io.readthrough.store.Attributes.number;
import static io.readthrough.store.Attributes.putText;
import static io.readthrough.store.Attributes.spelled;
import static io.readthrough.store.Attributes.string;
import static io.readthrough.store.Attributes.stringOrNull;
import static io.readthrough.store.Attributes.text;
import static io.readthrough.store.TableKeys.noteKey;

import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.Sequencer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Notes as items of the table, and back, and the lines of facts that list them.
final class ScoredNoteItem {
  private static final String FACTS = "facts";
  static final String SEQUENCER = "sequencer";
  private static final String STATUS = "status";
  private static final String OBJECT_KEY = "object_key";
  private static final String RECEIVED_AT = "received_at";
  private static final String REASON = "reason";
  private static final String DETAIL = "detail";
  private static final String BODY = "body";
  private static final String PARTS = "parts";
  static final String ORPHANS = "orphans";
  private static final String CONTRIBUTED = "contributed";

  private ScoredNoteItem() {}

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
    item.putAll(TableKeys.revisionKey(firm, state.noteId(), state.revision()));
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

  static NoteState.Contributed contributed(Map<String, AttributeValue> item) {
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

  static FactIndex.Key factsKey(String text) {
    int blank = text.indexOf(' ');
    return new FactIndex.Key(text.substring(blank + 1), YearMonth.parse(text.substring(0, blank)));
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
}
