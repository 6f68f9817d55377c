package io.readthrough.store;

import static io.readthrough.store.ScoredNoteItem.SEQUENCER;
import static io.readthrough.store.TableKeys.PK;
import static io.readthrough.store.TableKeys.REVISION_PREFIX;
import static io.readthrough.store.TableKeys.SK;

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
import io.readthrough.core.similarity.TextSketch;
import io.readthrough.store.NoteTransaction.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// The table in DynamoDB. Each event on a note is one transaction: the note's item, the revision it
/// replaces, its entries in feeds, and what changes in the roll-ups.
///
/// The transaction is conditional on the revision that was read before it, and only the event with
/// the greatest sequencer so far makes one: whatever is delivered twice, late or at the same time
/// finds that out and changes nothing.
public final class DynamoDbNoteStore implements NoteStore {
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

  private static final int MAX_REMEMBERED = 5_000;

  private final DynamoDbClient client;
  private final String table;
  private final DynamoDbComparisons comparisons;

  /// Months that are known to be remembered, which none is ever taken out of: the last few thousand
  /// that this process met.
  private final Set<Month> remembered = ConcurrentHashMap.newKeySet();

  private final DynamoDbFeed feed;

  /// A month in which a firm has feed entries.
  private record Month(FirmId firm, YearMonth month) {}

  public DynamoDbNoteStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.comparisons = new DynamoDbComparisons(client, table);
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
              comparisons.reported(source.firm(), index.byItem().keySet());
          ScoredNote compared =
              note.with(
                  EarlierNotes.compare(note.facts(), FactIndex.others(source.noteId(), known)));
          byte[] sketch = TextSketch.of(note.parsed());
          FeedEntry entry = FeedEntry.of(compared, revision, now);
          Novelty novelty =
              Novelty.of(
                  source.noteId(), sketch, now, comparisons.sketched(source.firm(), entry, sketch));
          FeedEntry listed = entry.withNovelty(novelty.score());
          NoteState state =
              NoteState.scored(compared, listed, novelty, List.copyOf(index.byItem().keySet()));
          return new Change(state, listed, index.byItem(), NoteMemory.of(compared), sketch);
        });
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
        NoteTransaction transaction = new NoteTransaction(table, source.firm());
        client.transactWriteItems(
            request ->
                request
                    .clientRequestToken(transaction.token(next.state()))
                    .transactItems(transaction.items(before, next)));
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
    return read(TableKeys.noteKey(firm, noteId));
  }

  private @Nullable NoteState read(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        client.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? null : ScoredNoteItem.note(item);
  }

  /// Notes that the firm has feed entries in a month, so that a feed asks no month without any.
  /// Outside the transaction, before it: a month too many costs a reader one request, and all notes
  /// of a firm would meet at this item.
  private void rememberMonth(FirmId firm, Instant time) {
    Month known = new Month(firm, TableKeys.month(time));
    if (remembered.contains(known)) {
      return;
    }
    AttributeValue month = Attributes.text(known.month().toString());
    Map<String, AttributeValue> key = TableKeys.monthsKey(firm);
    Map<String, AttributeValue> months =
        client.getItem(request -> request.tableName(table).key(key)).item();
    AttributeValue stored = months.get(TableKeys.MONTHS);
    if (stored == null || !stored.ss().contains(month.s())) {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key)
                  .updateExpression("ADD #months :month")
                  .expressionAttributeNames(Map.of("#months", TableKeys.MONTHS))
                  .expressionAttributeValues(
                      Map.of(":month", AttributeValue.fromSs(List.of(month.s())))));
    }
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    remembered.add(known);
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
                            Attributes.text(TableKeys.notePartition(firm, noteId)),
                            ":sk",
                            Attributes.text(REVISION_PREFIX))))) {
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
                  .key(TableKeys.noteKey(firm, noteId))
                  .updateExpression("REMOVE #orphans")
                  .conditionExpression("#sequencer = :sequencer")
                  .expressionAttributeNames(
                      Map.of("#orphans", ScoredNoteItem.ORPHANS, "#sequencer", SEQUENCER))
                  .expressionAttributeValues(
                      Map.of(":sequencer", Attributes.text(sequencer.value()))));
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
  public Optional<StoredNote> replaced(FirmId firm, NoteId noteId, int revision) {
    return Optional.ofNullable(read(TableKeys.revisionKey(firm, noteId, revision)))
        .map(NoteState::stored);
  }

  @Override
  public Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds) {
    if (noteIds.isEmpty()) {
      return Map.of();
    }
    Map<NoteId, StoredNote> found = new HashMap<>();
    List<Map<String, AttributeValue>> keys =
        noteIds.stream().map(id -> TableKeys.noteKey(firm, id)).toList();
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
    return comparisons.earlier(firm, ticker, before, except);
  }

  @Override
  public SortedMap<LocalDate, RollUp> daily(
      FirmId firm, String ticker, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, RollUp> days = new TreeMap<>();
    client
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk AND #sk BETWEEN :first AND :last")
                    .expressionAttributeNames(Map.of("#pk", PK, "#sk", SK))
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            Attributes.text(TableKeys.tickerPartition(firm, ticker)),
                            ":first",
                            Attributes.text(TableKeys.rollUpSort(YearMonth.from(from))),
                            ":last",
                            Attributes.text(TableKeys.rollUpSort(YearMonth.from(to))))))
        .items()
        .forEach(item -> days.putAll(RollUpItem.rollUp(item)));
    // Views of a map would keep the days beside them.
    return new TreeMap<>(days.subMap(from, to.plusDays(1)));
  }

  @Override
  public FeedPage feed(FirmId firm, FeedQuery query) {
    return feed.page(firm, query);
  }
}
