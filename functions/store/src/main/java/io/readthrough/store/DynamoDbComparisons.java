package io.readthrough.store;

import static io.readthrough.store.TableKeys.PK;
import static io.readthrough.store.TableKeys.SK;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.core.similarity.SketchedNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Reads what earlier notes of a firm said, for a new one to be compared with.
final class DynamoDbComparisons {
  /// How many of a ticker's entries are looked at for earlier notes: those that only mention the
  /// ticker remember nothing of it.
  private static final int ENTRIES_LOOKED_AT = 25;

  /// The earlier notes that a note is compared with: the newest. Some 150 KB are read for them.
  private static final int MAX_COMPARED = 100;

  private final DynamoDbClient client;
  private final String table;

  DynamoDbComparisons(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /// The notes that may have said the same: the newest on the note's most relevant ticker, or of
  /// its month where it has none. One request, of entries that are there anyway: what repeats a
  /// note is about the same name.
  List<SketchedNote> sketched(FirmId firm, FeedEntry entry, byte[] sketch) {
    if (sketch.length == 0) {
      return List.of();
    }
    String partition =
        entry.tickers().isEmpty()
            ? TableKeys.monthPartition(firm, TableKeys.month(entry.time()))
            : TableKeys.tickerPartition(firm, entry.tickers().getFirst().ticker());
    Map<String, String> names = new HashMap<>(Map.of("#pk", PK, "#sk", SK));
    List<String> projection = new ArrayList<>();
    for (String name : FeedEntryItem.SKETCHED) {
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
                            Attributes.text(partition),
                            ":lowest",
                            Attributes.text(TableKeys.sort(entry.time().minus(Novelty.WINDOW))),
                            ":highest",
                            Attributes.text(TableKeys.sort(entry.time().plus(Novelty.WINDOW)))))
                    .scanIndexForward(false)
                    .limit(MAX_COMPARED))
        .items()
        .stream()
        .map(FeedEntryItem::sketched)
        .flatMap(Optional::stream)
        .toList();
  }

  /// What the firm's newest notes report of each of these names and months, by note: a request for
  /// each.
  Map<FactIndex.Key, Map<String, List<ReportedFact>>> reported(
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
                              Attributes.text(TableKeys.factsPartition(firm, key)),
                              ":sk",
                              Attributes.text(TableKeys.factsPrefix(key))))
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

  /// As [NoteStore#earlier].
  List<EarlierNote> earlier(FirmId firm, String ticker, Instant before, NoteId except) {
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
                            Attributes.NOTE_ID,
                            "#memory",
                            MemoryItem.MEMORY))
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            Attributes.text(TableKeys.tickerPartition(firm, ticker)),
                            ":lowest",
                            Attributes.text(TableKeys.sort(Instant.MIN)),
                            ":before",
                            Attributes.text(TableKeys.sort(before)),
                            ":except",
                            Attributes.text(except.value())))
                    .scanIndexForward(false)
                    .limit(ENTRIES_LOOKED_AT));
    return page.items().stream().map(MemoryItem::memory).limit(NoteStore.MAX_EARLIER).toList();
  }
}
