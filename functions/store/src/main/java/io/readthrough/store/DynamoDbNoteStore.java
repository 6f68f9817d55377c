package io.readthrough.store;

import static io.readthrough.store.ScoredNoteItem.PK;
import static io.readthrough.store.ScoredNoteItem.REVISION;
import static io.readthrough.store.ScoredNoteItem.REVISION_PREFIX;
import static io.readthrough.store.ScoredNoteItem.SEQUENCER;
import static io.readthrough.store.ScoredNoteItem.SK;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.fact.check.EarlierNotes;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.core.similarity.SketchedNote;
import io.readthrough.core.similarity.TextSketch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// The table in DynamoDB. Each event on a note is one transaction: the note's item, the revision it
/// replaces, its entries in feeds, and what changes in the roll-ups.
///
/// The transaction is conditional on the revision that was read before it, and only the event with
/// the greatest sequencer so far makes one: whatever is delivered twice, late or at the same time
/// finds that out and changes nothing.
public final class DynamoDbNoteStore implements NoteStore {
  /// What DynamoDB takes in one transaction.
  static final int MAX_TRANSACTION_ITEMS = 100;

  /// The note, the revision it replaces, the feed entry of either.
  static final int ITEMS_PER_NOTE = 4;

  /// The items of the index of facts, of either revision.
  static final int ITEMS_OF_FACTS = 2 * FactIndex.MAX_ITEMS;

  /// A ticker's entry and roll-up, of either revision.
  static final int ITEMS_PER_TICKER = 4;

  /// How many of a ticker's entries are looked at for earlier notes: those that only mention the
  /// ticker remember nothing of it.
  private static final int ENTRIES_LOOKED_AT = 25;

  /// How often a transaction is tried that others get in the way of, before the event goes back to
  /// its queue.
  private static final int MAX_ATTEMPTS = 8;

  /// As the AWS clients wait: each time up to twice as long, by chance anything less.
  private static final BackoffStrategy BACKOFF =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(20), Duration.ofSeconds(2));

  /// Reasons of a cancelled transaction that reading again, or waiting, can mend.
  private static final Set<String> CONFLICTS =
      Set.of(
          "None",
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  /// The earlier notes that a note is compared with: the newest. Some 150 KB are read for them.
  private static final int MAX_COMPARED = 100;

  private final DynamoDbClient client;
  private final String table;
  private final DynamoDbFeed feed;

  public DynamoDbNoteStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.feed = new DynamoDbFeed(client, table);
  }

  @Override
  public Effect apply(ScoredNote note, Instant now) {
    NoteSource source = note.parsed().source();
    FactIndex index = FactIndex.of(note);
    return apply(
        source,
        note.parsed().parts(),
        revision -> {
          Map<FactIndex.Key, Map<String, List<ReportedFact>>> known =
              reported(source.firm(), index.byItem().keySet());
          ScoredNote compared =
              note.with(
                  EarlierNotes.compare(note.facts(), FactIndex.others(source.noteId(), known)));
          byte[] sketch = TextSketch.of(note.parsed());
          FeedEntry entry = FeedEntry.of(compared, revision, now);
          Novelty novelty =
              Novelty.of(source.noteId(), sketch, now, sketched(source.firm(), entry, sketch));
          FeedEntry listed = entry.withNovelty(novelty.score());
          NoteState state =
              NoteState.scored(compared, listed, novelty, List.copyOf(index.byItem().keySet()));
          return new Change(state, listed, index.byItem(), NoteMemory.of(compared), sketch);
        });
  }

  /// The notes that may have said the same: the newest on the note's most relevant ticker, or of
  /// its month where it has none. One request, of entries that are there anyway: what repeats a
  /// note is about the same name.
  private List<SketchedNote> sketched(FirmId firm, FeedEntry entry, byte[] sketch) {
    if (sketch.length == 0) {
      return List.of();
    }
    String partition =
        entry.tickers().isEmpty()
            ? ScoredNoteItem.monthPartition(firm, ScoredNoteItem.month(entry.time()))
            : ScoredNoteItem.tickerPartition(firm, entry.tickers().getFirst().ticker());
    Map<String, String> names = new HashMap<>(Map.of("#pk", PK, "#sk", SK));
    List<String> projection = new ArrayList<>();
    for (String name : ScoredNoteItem.SKETCHED) {
      names.put("#" + projection.size(), name);
      projection.add("#" + projection.size());
    }
    return client
        .query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk AND #sk BETWEEN :lowest AND :highest")
                    .projectionExpression(String.join(", ", projection))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            ScoredNoteItem.text(partition),
                            ":lowest",
                            ScoredNoteItem.text(
                                ScoredNoteItem.sort(entry.time().minus(Novelty.WINDOW))),
                            ":highest",
                            ScoredNoteItem.text(
                                ScoredNoteItem.sort(entry.time().plus(Novelty.WINDOW)))))
                    .scanIndexForward(false)
                    .limit(MAX_COMPARED))
        .items()
        .stream()
        .map(ScoredNoteItem::sketched)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Effect apply(ParseOutcome.Unpacked unpacked, Instant now) {
    return apply(
        unpacked.source(),
        unpacked.parts(),
        revision -> Change.unlisted(NoteState.unpacked(unpacked, revision, now)));
  }

  @Override
  public Effect apply(ParseOutcome.Rejected rejected, Instant now) {
    return apply(
        rejected.source(),
        List.of(),
        revision -> Change.unlisted(NoteState.rejected(rejected, revision, now)));
  }

  @Override
  public Effect apply(ParseOutcome.Removed removed, Instant now) {
    NoteSource source = removed.source();
    Effect effect =
        apply(
            source,
            List.of(),
            revision -> Change.unlisted(NoteState.deleted(removed, revision, now)));
    // After a stale event too: the first delivery may have been killed before it came to this.
    deleteRevisionsBefore(source.firm(), source.noteId(), source.object().sequencer());
    return effect;
  }

  /// The next state of a note.
  ///
  /// @param entry how feeds list it; null when they do not
  /// @param facts what it reports, by item of the index of facts
  /// @param memory what is remembered of it, by ticker
  /// @param sketch by which later notes are compared with it; empty when none are
  @SuppressWarnings("ArrayRecordComponent") // on its way to an item, never compared
  private record Change(
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

  private Effect apply(NoteSource source, List<NoteId> parts, IntFunction<Change> change) {
    for (int attempt = 1; ; attempt++) {
      NoteState before = read(source.firm(), source.noteId());
      if (before != null && source.object().sequencer().compareTo(before.sequencer()) <= 0) {
        return before.stale(source.object().sequencer(), parts);
      }
      Change next = change.apply(before == null ? 1 : before.revision() + 1).after(before);
      if (next.entry() != null) {
        rememberMonth(source.firm(), next.entry().time());
      }
      try {
        write(source.firm(), before, next);
        return next.state().applied();
      } catch (TransactionCanceledException e) {
        if (attempt == MAX_ATTEMPTS || !isConflict(e)) {
          throw e;
        }
      } catch (TransactionInProgressException | IdempotentParameterMismatchException e) {
        // Another delivery of the same event, at the same millisecond.
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
      pause(attempt);
    }
  }

  private @Nullable NoteState read(FirmId firm, NoteId noteId) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(ScoredNoteItem.noteKey(firm, noteId))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? null : ScoredNoteItem.note(item);
  }

  private void write(FirmId firm, @Nullable NoteState before, Change next) {
    NoteState state = next.state();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(putNote(firm, before, state));
    if (before != null && before.status() != StoredNote.Status.DELETED) {
      items.add(put(ScoredNoteItem.revision(firm, before)));
    }
    items.addAll(entries(firm, before, next));
    items.addAll(facts(firm, before, next));
    NoteState.Contributed undone = before == null ? null : before.contributed();
    RollUp.changes(undone, state.contributed())
        .forEach(
            (key, days) ->
                items.add(add(ScoredNoteItem.rollUpKey(firm, key), ScoredNoteItem.counters(days))));
    client.transactWriteItems(
        request -> request.clientRequestToken(token(firm, state)).transactItems(items));
  }

  /// The same attempt at the same change has the same token, so that DynamoDB knows it again when
  /// the client repeats a request whose answer was lost. Tokens count for all tables of an account.
  private String token(FirmId firm, NoteState state) {
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

  private TransactWriteItem putNote(FirmId firm, @Nullable NoteState before, NoteState state) {
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
                        Map.of(":before", ScoredNoteItem.number(before.revision())));
              }
            })
        .build();
  }

  /// The new entries, and the deletion of the old ones that no new one overwrites: a transaction
  /// may name a key once only.
  private List<TransactWriteItem> entries(FirmId firm, @Nullable NoteState before, Change next) {
    Map<Map<String, AttributeValue>, TransactWriteItem> byKey = new LinkedHashMap<>();
    if (before != null && before.contributed() != null) {
      for (Map<String, AttributeValue> key :
          ScoredNoteItem.entryKeys(firm, before.noteId(), before.contributed())) {
        byKey.put(key, delete(key));
      }
    }
    NoteState.Contributed contributed = next.state().contributed();
    if (next.entry() != null && contributed != null) {
      for (Map<String, AttributeValue> key :
          ScoredNoteItem.entryKeys(firm, next.state().noteId(), contributed)) {
        Map<String, AttributeValue> item = new HashMap<>(ScoredNoteItem.entry(next.entry()));
        item.putAll(ScoredNoteItem.sketch(next.sketch()));
        item.putAll(key);
        item.putAll(ScoredNoteItem.memory(firm, key, next.memory()));
        byKey.put(key, put(item));
      }
    }
    return List.copyOf(byKey.values());
  }

  /// What the firm's newest notes report of each of these names and months, by note: a request for
  /// each.
  private Map<FactIndex.Key, Map<String, List<ReportedFact>>> reported(
      FirmId firm, Set<FactIndex.Key> keys) {
    Map<FactIndex.Key, Map<String, List<ReportedFact>>> reported = new HashMap<>();
    for (FactIndex.Key key : keys) {
      Map<String, List<ReportedFact>> notes = new HashMap<>();
      QueryResponse newest =
          client.query(
              request ->
                  request
                      .tableName(table)
                      .consistentRead(true)
                      .keyConditionExpression("#pk = :pk AND begins_with(#sk, :sk)")
                      .expressionAttributeNames(Map.of("#pk", PK, "#sk", SK))
                      .expressionAttributeValues(
                          Map.of(
                              ":pk",
                              ScoredNoteItem.text(ScoredNoteItem.factsPartition(firm, key)),
                              ":sk",
                              ScoredNoteItem.text(ScoredNoteItem.factsPrefix(key))))
                      .scanIndexForward(false)
                      .limit(FactIndex.MAX_NOTES));
      for (Map<String, AttributeValue> item : newest.items()) {
        Map.Entry<String, List<ReportedFact>> note = ScoredNoteItem.facts(item, key.entityId());
        notes.put(note.getKey(), note.getValue());
      }
      reported.put(key, notes);
    }
    return reported;
  }

  /// What changes in the index of facts: as [#entries] of feeds.
  private List<TransactWriteItem> facts(FirmId firm, @Nullable NoteState before, Change next) {
    Map<Map<String, AttributeValue>, TransactWriteItem> byKey = new LinkedHashMap<>();
    NoteId noteId = next.state().noteId();
    if (before != null && before.contributed() != null) {
      FeedPosition position = new FeedPosition(before.contributed().time(), noteId);
      for (FactIndex.Key fact : before.contributed().facts()) {
        Map<String, AttributeValue> key = ScoredNoteItem.factsKey(firm, fact, position);
        byKey.put(key, delete(key));
      }
    }
    if (next.entry() != null) {
      FeedPosition position = FeedPosition.of(next.entry());
      next.facts()
          .forEach(
              (fact, facts) -> {
                Map<String, AttributeValue> key = ScoredNoteItem.factsKey(firm, fact, position);
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

  /// Notes that the firm has feed entries in a month, so that a feed asks no month without any.
  /// Outside the transaction, before it: a month too many costs a reader one request, and all notes
  /// of a firm would meet at this item.
  private void rememberMonth(FirmId firm, Instant time) {
    AttributeValue month = ScoredNoteItem.text(ScoredNoteItem.month(time).toString());
    Map<String, AttributeValue> key = ScoredNoteItem.monthsKey(firm);
    Map<String, AttributeValue> months =
        client.getItem(request -> request.tableName(table).key(key)).item();
    AttributeValue known = months.get(ScoredNoteItem.MONTHS);
    if (known != null && known.ss().contains(month.s())) {
      return;
    }
    client.updateItem(
        request ->
            request
                .tableName(table)
                .key(key)
                .updateExpression("ADD #months :month")
                .expressionAttributeNames(Map.of("#months", ScoredNoteItem.MONTHS))
                .expressionAttributeValues(
                    Map.of(":month", AttributeValue.fromSs(List.of(month.s())))));
  }

  /// Deletes the replaced revisions of a note that were made by events before `before`. Killed
  /// half-way, it goes on where it was when the event comes again.
  private void deleteRevisionsBefore(FirmId firm, NoteId noteId, Sequencer before) {
    for (QueryResponse page :
        client.queryPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#pk = :pk AND begins_with(#sk, :sk)")
                    .projectionExpression("#pk, #sk, #sequencer")
                    .expressionAttributeNames(Map.of("#pk", PK, "#sk", SK, "#sequencer", SEQUENCER))
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            ScoredNoteItem.text(ScoredNoteItem.notePartition(firm, noteId)),
                            ":sk",
                            ScoredNoteItem.text(REVISION_PREFIX))))) {
      for (Map<String, AttributeValue> item : page.items()) {
        if (ScoredNoteItem.sequencer(item).compareTo(before) < 0) {
          client.deleteItem(
              request -> request.tableName(table).key(Map.of(PK, item.get(PK), SK, item.get(SK))));
        }
      }
    }
  }

  @Override
  public void settle(FirmId firm, NoteId noteId, Sequencer sequencer) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(ScoredNoteItem.noteKey(firm, noteId))
                  .updateExpression("REMOVE #orphans")
                  .conditionExpression("#sequencer = :sequencer")
                  .expressionAttributeNames(
                      Map.of("#orphans", ScoredNoteItem.ORPHANS, "#sequencer", SEQUENCER))
                  .expressionAttributeValues(
                      Map.of(":sequencer", ScoredNoteItem.text(sequencer.value()))));
    } catch (ConditionalCheckFailedException e) {
      // A newer event has taken the orphans over.
    }
  }

  private static boolean isConflict(TransactionCanceledException e) {
    return e.cancellationReasons().stream().allMatch(reason -> CONFLICTS.contains(reason.code()));
  }

  private static void pause(int attempt) {
    try {
      TimeUnit.NANOSECONDS.sleep(BACKOFF.computeDelay(attempt).toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while another writer held a note: send the event again", e);
    }
  }

  @Override
  public Optional<StoredNote> find(FirmId firm, NoteId noteId) {
    return Optional.ofNullable(read(firm, noteId)).map(NoteState::stored);
  }

  @Override
  public Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds) {
    if (noteIds.isEmpty()) {
      return Map.of();
    }
    Map<NoteId, StoredNote> found = new HashMap<>();
    List<Map<String, AttributeValue>> keys =
        noteIds.stream().map(id -> ScoredNoteItem.noteKey(firm, id)).toList();
    // An answer has a size limit of its own, and names the keys that it left out.
    for (int request = 0; request < MAX_FIND_REQUESTS && !keys.isEmpty(); request++) {
      KeysAndAttributes asked = KeysAndAttributes.builder().keys(keys).build();
      BatchGetItemResponse answer =
          client.batchGetItem(batch -> batch.requestItems(Map.of(table, asked)));
      for (Map<String, AttributeValue> item : answer.responses().getOrDefault(table, List.of())) {
        StoredNote note = ScoredNoteItem.note(item).stored();
        found.put(note.noteId(), note);
      }
      KeysAndAttributes left = answer.unprocessedKeys().get(table);
      keys = left == null ? List.of() : left.keys();
    }
    return found;
  }

  @Override
  public List<EarlierNote> earlier(FirmId firm, String ticker, Instant before, NoteId except) {
    QueryResponse page =
        client.query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk AND #sk BETWEEN :lowest AND :before")
                    .filterExpression("attribute_exists(#memory) AND #note <> :except")
                    .projectionExpression("#note, #memory")
                    .expressionAttributeNames(
                        Map.of(
                            "#pk",
                            PK,
                            "#sk",
                            SK,
                            "#note",
                            ScoredNoteItem.NOTE_ID,
                            "#memory",
                            ScoredNoteItem.MEMORY))
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            ScoredNoteItem.text(ScoredNoteItem.tickerPartition(firm, ticker)),
                            ":lowest",
                            ScoredNoteItem.text(ScoredNoteItem.sort(Instant.MIN)),
                            ":before",
                            ScoredNoteItem.text(ScoredNoteItem.sort(before)),
                            ":except",
                            ScoredNoteItem.text(except.value())))
                    .scanIndexForward(false)
                    .limit(ENTRIES_LOOKED_AT));
    return page.items().stream().map(ScoredNoteItem::memory).limit(MAX_EARLIER).toList();
  }

  @Override
  public FeedPage feed(FirmId firm, FeedQuery query) {
    return feed.page(firm, query);
  }
}
