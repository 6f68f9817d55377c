package io.readthrough.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.Fact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.NoteStore.Effect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbNoteStoreTest extends NoteStoreContract {
  private static final FirmId ACME = new FirmId("acme");
  private static final Instant DAY = Instant.parse("2026-03-05T09:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-05T14:02:11.120Z");
  private static final String KEY = "firms/acme/inbox/q2.txt";
  private static final NoteId ID = NoteId.of(ACME, KEY);

  private static LocalDynamoDb dynamoDb;

  @BeforeAll
  static void start() throws Exception {
    dynamoDb = new LocalDynamoDb();
  }

  @AfterAll
  static void stop() {
    dynamoDb.close();
  }

  @Override
  protected NoteStore emptyStore() {
    return store(dynamoDb.newTable());
  }

  private static NoteStore store(String table) {
    return new DynamoDbNoteStore(dynamoDb.client(), table);
  }

  @Test
  void fitsTheGreatestChangeIntoATransaction() {
    assertThat(
            NoteTransaction.ITEMS_PER_NOTE
                + NoteTransaction.ITEMS_OF_FACTS
                + FeedEntry.MAX_TICKERS * NoteTransaction.ITEMS_PER_TICKER)
        .isLessThanOrEqualTo(NoteTransaction.MAX_TRANSACTION_ITEMS);
    Calls calls = new Calls();
    NoteStore store = new DynamoDbNoteStore(calls.client(), dynamoDb.newTable());
    store.apply(ScoredNotes.with(note("0A", DAY, 0.4, many("A")), revenues(2000)), NOW);
    store.apply(
        ScoredNotes.with(
            note("0B", DAY.plus(Duration.ofDays(40)), -0.4, many("B")), revenues(2010)),
        NOW);
    assertThat(calls.transactionItems).isEqualTo(NoteTransaction.MAX_TRANSACTION_ITEMS);
  }

  @Test
  void asksForEarlierFiguresOnceANameAndMonth() {
    Calls calls = new Calls();
    NoteStore store = new DynamoDbNoteStore(calls.client(), dynamoDb.newTable());
    store.apply(note("0A", DAY, 0.4, "CLSK"), NOW);
    int withNone = calls.queries;
    store.apply(ScoredNotes.with(note("0B", DAY, 0.4, "CLSK"), revenues(2000)), NOW);
    assertThat(calls.queries).isEqualTo(2 * withNone + FactIndex.MAX_ITEMS);
  }

  /// However many notes report of a name, one more costs the table as much as the first did.
  @Test
  void comparesFiguresWithThoseOfTheNewestNotes() {
    String table = dynamoDb.newTable();
    NoteStore store = store(table);
    int notes = FactIndex.MAX_NOTES + 2;
    for (int n = 0; n < notes; n++) {
      // The first note alone reports another figure.
      Fact revenue = ScoredNotes.revenue("equity:CLSK", YearMonth.of(2026, 6), n == 0 ? 9e6 : 1e6);
      ScoredNote note = ScoredNotes.of(numbered(n, "0A"), DAY.plusSeconds(n), 0.1, List.of("CLSK"));
      store.apply(ScoredNotes.with(note, List.of(revenue)), NOW);
    }
    assertThat(json(store, 1)).contains(numbered(0, "0A").noteId().value());
    assertThat(json(store, notes - 1)).doesNotContain(numbered(0, "0A").noteId().value());
    assertThat(factItems(table)).isEqualTo(notes);
    store.apply(new ParseOutcome.Removed(numbered(1, "0B")), NOW);
    assertThat(factItems(table)).isEqualTo(notes - 1);
  }

  private static NoteSource numbered(int n, String sequencer) {
    return source("firms/acme/inbox/%d.txt".formatted(n), sequencer);
  }

  private static String json(NoteStore store, int n) {
    StoredNote note = store.find(ACME, numbered(n, "0A").noteId()).orElseThrow();
    return new String(requireNonNull(note.json()), StandardCharsets.UTF_8);
  }

  private static long factItems(String table) {
    return contents(table).keySet().stream().filter(key -> key.contains("|FACTS#")).count();
  }

  /// Figures for more periods than are indexed.
  private static List<Fact> revenues(int year) {
    return IntStream.range(0, FactIndex.MAX_ITEMS + 2)
        .mapToObj(i -> ScoredNotes.revenue("equity:CLSK", YearMonth.of(year + i, 6), 1e6 + i))
        .toList();
  }

  private static String[] many(String prefix) {
    return IntStream.range(0, 60).mapToObj(i -> prefix + i).toArray(String[]::new);
  }

  @Test
  void leavesATableThatExistsAsItIs() {
    String table = dynamoDb.newTable();
    store(table).apply(note("0A", DAY, 0.1, "CLSK"), NOW);
    NotesTable.create(dynamoDb.client(), table);
    assertThat(store(table).find(ACME, ID)).isPresent();
  }

  @Test
  void countsScoresInRollUpsAndTakesThemOutWithoutATrace() {
    String table = dynamoDb.newTable();
    NoteStore store = store(table);
    store.apply(note("0A", DAY, 0.1, "CLSK", "BTC"), NOW);
    store.apply(
        ScoredNotes.of(
            source("firms/acme/inbox/other.txt", "0A"), DAY, -0.3000004, List.of("CLSK")),
        NOW);
    String rollUp = "F#acme#T#CLSK|ROLL#2026-03";
    assertThat(contents(table).get(rollUp))
        .isEqualTo(
            Map.of(
                "d05_n", "2",
                "d05_sum", "-0.2",
                "d05_squares", "0.1",
                "d05_neutral", "1",
                "d05_negative", "1"));
    store.apply(note("0B", DAY.plus(Duration.ofDays(1)), 0.7, "CLSK"), NOW);
    assertThat(contents(table).get(rollUp))
        .isEqualTo(
            Map.of(
                "d05_n", "1",
                "d05_sum", "-0.3",
                "d05_squares", "0.09",
                "d05_negative", "1",
                "d06_n", "1",
                "d06_sum", "0.7",
                "d06_squares", "0.49",
                "d06_positive", "1"));
    assertThat(contents(table)).doesNotContainKey("F#acme#T#BTC|ROLL#2026-03");
  }

  @Test
  void keepsARevisionThatWasReplaced() {
    String table = dynamoDb.newTable();
    NoteStore store = store(table);
    store.apply(note("0A", DAY, 0.1, "CLSK"), NOW);
    store.apply(rejected("0B"), NOW);
    store.apply(note("0C", DAY, 0.2, "CLSK"), NOW);
    assertThat(contents(table))
        .containsKeys("F#acme#N#" + ID + "|REV#0000000001", "F#acme#N#" + ID + "|REV#0000000002");
  }

  @Test
  void leavesOnlyATombstoneOfARemovedNote() {
    String table = dynamoDb.newTable();
    NoteStore store = store(table);
    for (int i = 1; i < 6; i++) {
      store.apply(note("0" + i, DAY, 0.1 * i, "CLSK"), NOW);
    }
    store.apply(removed("0A"), NOW);
    SortedMap<String, Map<String, String>> contents = contents(table);
    assertThat(contents.keySet()).containsExactly("F#acme#N#" + ID + "|NOTE", "F#acme|MONTHS");
    assertThat(contents.get("F#acme#N#" + ID + "|NOTE"))
        .containsOnlyKeys(
            "note_id", "status", "sequencer", "object_key", "received_at", "available_at");
  }

  @Test
  void endsWellWhereverItIsKilled() {
    for (boolean afterwards : new boolean[] {false, true}) {
      boolean reached = true;
      for (int call = 0; reached; call++) {
        String table = dynamoDb.newTable();
        NoteStore store = store(table);
        store.apply(note("0A", DAY, 0.1, "CLSK"), NOW);
        store.apply(note("0B", DAY, 0.2, "BTC"), NOW);
        reached = isKilled(table, new Faults(call, Integer.MAX_VALUE, afterwards));
        store.apply(removed("0C"), NOW);
        assertThat(store.find(ACME, ID).orElseThrow().revision()).isEqualTo(3);
        assertThat(contents(table).keySet())
            .containsExactly("F#acme#N#" + ID + "|NOTE", "F#acme|MONTHS");
      }
    }
  }

  /// Removes the note until the fault comes; false when it never does.
  private static boolean isKilled(String table, Faults faults) {
    try {
      new DynamoDbNoteStore(faulty(faults), table).apply(removed("0C"), NOW);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  @Test
  void endsWithTheSameTableHoweverEventsArriveAndWhateverFails() {
    Generated generated =
        Generated.withPrintedSeed("endsWithTheSameTableHoweverEventsArriveAndWhateverFails");
    for (int run = 0; run < 3; run++) {
      List<History> histories = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        histories.add(History.generated(generated, "firms/acme/inbox/" + i));
      }
      String ordered = dynamoDb.newTable();
      histories.forEach(
          history -> history.events().forEach(event -> event.applyTo(store(ordered), NOW)));
      String table = dynamoDb.newTable();
      for (History.Event event : History.delivered(generated, histories)) {
        deliver(generated, event, table);
      }
      assertThat(withoutHistory(contents(table))).isEqualTo(withoutHistory(contents(ordered)));
    }
  }

  /// Delivers an event again until it succeeds, as a queue does.
  private static void deliver(Generated generated, History.Event event, String table) {
    for (int attempt = 0; attempt < 3; attempt++) {
      Faults faults =
          new Faults(generated.random().nextInt(9), 1, generated.random().nextBoolean());
      try {
        event.applyTo(new DynamoDbNoteStore(faulty(faults), table), NOW);
        return;
      } catch (IllegalStateException e) {
        // The event comes again.
      }
    }
    event.applyTo(store(table), NOW);
  }

  /// What does not depend on which events came too late to count.
  private static Map<String, Map<String, String>> withoutHistory(
      SortedMap<String, Map<String, String>> contents) {
    contents.keySet().removeIf(key -> key.contains("|REV#") || key.endsWith("|MONTHS"));
    return contents;
  }

  @Test
  void appliesEveryEventOnceWhenAllArriveAtTheSameTime() throws Exception {
    String table = dynamoDb.newTable();
    List<Callable<Effect>> deliveries = new ArrayList<>();
    for (int note = 0; note < 4; note++) {
      for (int delivery = 0; delivery < 3; delivery++) {
        ScoredNote same =
            ScoredNotes.of(
                source("firms/acme/inbox/" + note, "0A"), DAY, 0.25, List.of("CLSK", "BTC"));
        deliveries.add(() -> store(table).apply(same, NOW));
      }
    }
    int applied = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Effect> effect : threads.invokeAll(deliveries)) {
        applied += effect.get() instanceof Effect.Applied ? 1 : 0;
      }
    }
    assertThat(contents(table).get("F#acme#T#CLSK|ROLL#2026-03"))
        .containsEntry("d05_n", "4")
        .containsEntry("d05_sum", "1");
    // Two deliveries at one millisecond are one attempt to the table, and both are told so.
    assertThat(applied).isGreaterThanOrEqualTo(4);
  }

  @Test
  void triesAgainWhenOthersAreInTheWay() {
    int[] conflicts = {2};
    DynamoDbClient client =
        proxy(
            (call, method, argument) -> {
              if (method.equals("transactWriteItems") && conflicts[0]-- > 0) {
                throw TransactionCanceledException.builder()
                    .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code("TransactionConflict").build())
                    .build();
              }
              return call.call();
            });
    NoteStore store = new DynamoDbNoteStore(client, dynamoDb.newTable());
    assertThat(store.apply(note("0A", DAY, 0.1, "CLSK"), NOW))
        .isEqualTo(new Effect.Applied(1, List.of()));
    assertThat(conflicts[0]).isNegative();
  }

  @Test
  void asksTheTableABoundedNumberOfTimesForAPage() {
    String table = dynamoDb.newTable();
    for (int i = 0; i < 60; i++) {
      store(table)
          .apply(
              ScoredNotes.of(
                  source("firms/acme/inbox/" + i, "0A"),
                  DAY.minus(Duration.ofDays(40L * i)),
                  0.4,
                  List.of("T" + i)),
              NOW);
    }
    Calls calls = new Calls();
    FeedQuery query =
        new FeedQuery(
            List.of(),
            List.of("NONE"),
            Instant.MIN,
            Instant.MAX,
            -1,
            1,
            Set.of(),
            FeedQuery.Order.LATEST,
            50,
            null,
            Instant.MAX);
    new DynamoDbNoteStore(calls.client(), table).feed(ACME, query);
    assertThat(calls.queries).isEqualTo(1);
    FeedPage page =
        new DynamoDbNoteStore(calls.client(), table)
            .feed(
                ACME,
                new FeedQuery(
                    List.of(),
                    List.of(),
                    Instant.MIN,
                    Instant.MAX,
                    0.9,
                    1,
                    Set.of(),
                    FeedQuery.Order.LATEST,
                    50,
                    null,
                    Instant.MAX));
    assertThat(page.entries()).isEmpty();
    assertThat(page.next()).isNotNull();
    assertThat(calls.queries).isEqualTo(1 + DynamoDbFeed.MAX_QUERIES);
  }

  @Test
  void aSlowTableGivesShortPagesThatTellAllTheSame() {
    String table = dynamoDb.newTable();
    NoteStore store = store(table);
    List<NoteId> dropped = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      ScoredNote note =
          ScoredNotes.of(
              source("firms/acme/inbox/" + i, "0A"),
              DAY.minus(Duration.ofDays(40L * i)),
              0.4,
              List.of("T" + i % 3));
      dropped.add(note.parsed().source().noteId());
      store.apply(note, NOW);
    }
    for (List<String> tickers : List.of(List.<String>of(), List.of("T0", "T1", "T2"))) {
      long[] nanos = {0};
      // Each look at the clock is a second and a half later.
      DynamoDbFeed feed =
          new DynamoDbFeed(dynamoDb.client(), table, () -> nanos[0] += 1_500_000_000L);
      List<NoteId> listed = new ArrayList<>();
      FeedPosition after = null;
      int pages = 0;
      do {
        FeedPage page =
            feed.page(
                ACME,
                new FeedQuery(
                    tickers,
                    List.of(),
                    Instant.MIN,
                    Instant.MAX,
                    -1,
                    1,
                    Set.of(),
                    FeedQuery.Order.LATEST,
                    50,
                    after,
                    Instant.MAX));
        page.entries().forEach(entry -> listed.add(entry.noteId()));
        after = page.next();
        pages++;
      } while (after != null && pages < 20);
      assertThat(listed).isEqualTo(dropped);
      assertThat(pages).isEqualTo(tickers.isEmpty() ? 4 : 1);
    }
  }

  @Test
  void looksOnceForTheMonthsOfAFirm() {
    String table = dynamoDb.newTable();
    Calls calls = new Calls();
    DynamoDbNoteStore store = new DynamoDbNoteStore(calls.client(), table);
    store.apply(note("0A", DAY, 0.1, "CLSK"), NOW);
    assertThat(calls.reads).isEqualTo(2);
    store.apply(note("0B", DAY.plusSeconds(1), 0.1, "CLSK"), NOW);
    assertThat(calls.reads).isEqualTo(3);
    store.apply(note("0C", DAY.plus(Duration.ofDays(40)), 0.1, "CLSK"), NOW);
    assertThat(calls.reads).isEqualTo(5);
    assertThat(contents(table).get("F#acme|MONTHS")).asString().contains("2026-03", "2026-04");
  }

  /// Counts what a store asks of the table.
  private static final class Calls {
    int queries;
    int reads;
    int transactionItems;

    DynamoDbClient client() {
      return proxy(
          (call, method, argument) -> {
            if (method.equals("query")) {
              queries++;
            }
            if (method.equals("getItem")) {
              reads++;
            }
            if (method.equals("transactWriteItems")) {
              transactionItems = transaction(argument).transactItems().size();
            }
            return call.call();
          });
    }

    @SuppressWarnings("unchecked") // as the client's method declares it
    private static TransactWriteItemsRequest transaction(Object builder) {
      return TransactWriteItemsRequest.builder()
          .applyMutation((Consumer<TransactWriteItemsRequest.Builder>) builder)
          .build();
    }
  }

  private static DynamoDbClient faulty(Faults faults) {
    return proxy(
        (call, method, argument) ->
            faults.call(
                () -> {
                  try {
                    return call.call();
                  } catch (RuntimeException e) {
                    throw e;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }

  /// Stands between a store and the table.
  private interface Interception {
    Object on(Callable<Object> call, String method, Object argument) throws Exception;
  }

  private static DynamoDbClient proxy(Interception interception) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) ->
                interception.on(
                    () -> {
                      try {
                        return method.invoke(dynamoDb.client(), arguments);
                      } catch (InvocationTargetException e) {
                        throw (Exception) e.getCause();
                      }
                    },
                    method.getName(),
                    arguments[0]));
  }

  /// All items by `PK|SK`, their attributes as text; without counters that are zero, items that
  /// have no others, and what depends on how often a note was revised.
  private static SortedMap<String, Map<String, String>> contents(String table) {
    SortedMap<String, Map<String, String>> contents = new TreeMap<>();
    for (Map<String, AttributeValue> item :
        dynamoDb.client().scanPaginator(request -> request.tableName(table)).items()) {
      Map<String, String> attributes = new TreeMap<>();
      item.forEach(
          (name, value) -> {
            boolean isCounter = name.startsWith("d") && name.charAt(3) == '_';
            if (isCounter && new BigDecimal(value.n()).signum() != 0) {
              attributes.put(name, new BigDecimal(value.n()).stripTrailingZeros().toPlainString());
            } else if (!isCounter && !List.of("PK", "SK", "revision", "body").contains(name)) {
              attributes.put(name, value.s() == null ? value.toString() : value.s());
            }
          });
      if (!attributes.isEmpty()) {
        contents.put(text(item, "PK") + "|" + text(item, "SK"), attributes);
      }
    }
    return contents;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name)).s();
  }

  private static ScoredNote note(
      String sequencer, Instant published, double score, String... tickers) {
    return ScoredNotes.of(source(KEY, sequencer), published, score, List.of(tickers));
  }

  private static ParseOutcome.Rejected rejected(String sequencer) {
    return new ParseOutcome.Rejected(
        source(KEY, sequencer), ParseOutcome.Reason.EMPTY, "The object has no bytes.");
  }

  private static ParseOutcome.Removed removed(String sequencer) {
    return new ParseOutcome.Removed(source(KEY, sequencer));
  }

  private static NoteSource source(String key, String sequencer) {
    return ScoredNotes.source(ACME, key, new Sequencer(sequencer));
  }
}
