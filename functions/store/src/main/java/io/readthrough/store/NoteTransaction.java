package io.readthrough.store;

import static io.readthrough.store.Attributes.REVISION;
import static io.readthrough.store.TableKeys.PK;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The one transaction by which an event changes a firm's note: the note's item, the revision it
/// replaces, its entries in feeds and in the index of facts, and what changes in the roll-ups.
final class NoteTransaction {
  /// What DynamoDB takes in one transaction.
  static final int MAX_TRANSACTION_ITEMS = 100;

  /// The note, the revision it replaces, the feed entry of either.
  static final int ITEMS_PER_NOTE = 4;

  /// The items of the index of facts, of either revision.
  static final int ITEMS_OF_FACTS = 2 * FactIndex.MAX_ITEMS;

  /// A ticker's entry and roll-up, of either revision.
  static final int ITEMS_PER_TICKER = 4;

  private final String table;
  private final FirmId firm;

  NoteTransaction(String table, FirmId firm) {
    this.table = table;
    this.firm = firm;
  }

  /// The next state of a note.
  ///
  /// @param entry how feeds list it; null when they do not
  /// @param facts what it reports, by item of the index of facts
  /// @param memory what is remembered of it, by ticker
  /// @param sketch by which later notes are compared with it; empty when none are
  @SuppressWarnings("ArrayRecordComponent") // on its way to an item, never compared
  record Change(
      NoteState state,
      @Nullable FeedEntry entry,
      Map<FactIndex.Key, List<ReportedFact>> facts,
      Map<String, EarlierNote> memory,
      byte[] sketch) {
    /// A state that feeds do not list.
    static Change unlisted(NoteState state) {
      return new Change(state, null, Map.of(), Map.of(), new byte[0]);
    }

    Change after(@Nullable NoteState before) {
      return new Change(state.after(before), entry, facts, memory, sketch);
    }
  }

  /// All writes.
  ///
  /// @param before the state that `next` replaces; null when there is none
  List<TransactWriteItem> items(@Nullable NoteState before, Change next) {
    NoteState state = next.state();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(putNote(before, state));
    if (before != null && before.status() != StoredNote.Status.DELETED) {
      items.add(put(ScoredNoteItem.revision(firm, before)));
    }
    items.addAll(entries(before, next));
    items.addAll(facts(before, next));
    NoteState.Contributed undone = before == null ? null : before.contributed();
    RollUp.changes(undone, state.contributed())
        .forEach(
            (key, days) ->
                items.add(add(TableKeys.rollUpKey(firm, key), RollUpItem.counters(days))));
    return items;
  }

  /// The same attempt at the same change has the same token, so that DynamoDB knows it again when
  /// the client repeats a request whose answer was lost. Tokens count for all tables of an account.
  String token(NoteState state) {
    String attempt =
        table
            + "/"
            + firm
            + "/"
            + state.noteId()
            + "/"
            + state.revision()
            + "/"
            + state.sequencer()
            + "/"
            + state.availableAt();
    return UUID.nameUUIDFromBytes(attempt.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private TransactWriteItem putNote(@Nullable NoteState before, NoteState state) {
    return TransactWriteItem.builder()
        .put(
            put -> {
              put.tableName(table).item(ScoredNoteItem.note(firm, state));
              if (before == null) {
                put.conditionExpression("attribute_not_exists(#name)")
                    .expressionAttributeNames(Map.of("#name", PK));
              } else {
                put.conditionExpression("#name = :before")
                    .expressionAttributeNames(Map.of("#name", REVISION))
                    .expressionAttributeValues(
                        Map.of(":before", Attributes.number(before.revision())));
              }
            })
        .build();
  }

  /// The new entries, and the deletion of the old ones that no new one overwrites: a transaction
  /// may name a key once only.
  private List<TransactWriteItem> entries(@Nullable NoteState before, Change next) {
    Map<Map<String, AttributeValue>, TransactWriteItem> byKey = new LinkedHashMap<>();
    if (before != null && before.contributed() != null) {
      for (Map<String, AttributeValue> key :
          TableKeys.entryKeys(firm, before.noteId(), before.contributed())) {
        byKey.put(key, delete(key));
      }
    }
    NoteState.Contributed contributed = next.state().contributed();
    if (next.entry() != null && contributed != null) {
      for (Map<String, AttributeValue> key :
          TableKeys.entryKeys(firm, next.state().noteId(), contributed)) {
        Map<String, AttributeValue> item = new HashMap<>(FeedEntryItem.entry(next.entry()));
        item.putAll(FeedEntryItem.sketch(next.sketch()));
        item.putAll(key);
        item.putAll(MemoryItem.memory(firm, key, next.memory()));
        byKey.put(key, put(item));
      }
    }
    return List.copyOf(byKey.values());
  }

  /// What changes in the index of facts: as [#entries] of feeds.
  private List<TransactWriteItem> facts(@Nullable NoteState before, Change next) {
    Map<Map<String, AttributeValue>, TransactWriteItem> byKey = new LinkedHashMap<>();
    NoteId noteId = next.state().noteId();
    if (before != null && before.contributed() != null) {
      FeedPosition position = new FeedPosition(before.contributed().time(), noteId);
      for (FactIndex.Key fact : before.contributed().facts()) {
        Map<String, AttributeValue> key = TableKeys.factsKey(firm, fact, position);
        byKey.put(key, delete(key));
      }
    }
    if (next.entry() != null) {
      FeedPosition position = FeedPosition.of(next.entry());
      next.facts()
          .forEach(
              (fact, facts) -> {
                Map<String, AttributeValue> key = TableKeys.factsKey(firm, fact, position);
                Map<String, AttributeValue> item = new HashMap<>(key);
                item.putAll(ScoredNoteItem.facts(noteId, facts));
                byKey.put(key, put(item));
              });
    }
    return List.copyOf(byKey.values());
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  private TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }

  private TransactWriteItem add(
      Map<String, AttributeValue> key, Map<String, AttributeValue> counters) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> additions = new ArrayList<>();
    counters.forEach(
        (name, value) -> {
          String place = Integer.toString(additions.size());
          names.put("#" + place, name);
          values.put(":" + place, value);
          additions.add("#" + place + " :" + place);
        });
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(key)
                    .updateExpression("ADD " + String.join(", ", additions))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }
}
