package io.readthrough.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.store.Environment;
import io.readthrough.store.Faults;
import io.readthrough.store.FaultyNoteStore;
import io.readthrough.store.FaultyParsedNoteStore;
import io.readthrough.store.Generated;
import io.readthrough.store.InMemoryNoteStore;
import io.readthrough.store.InMemoryParsedNoteStore;
import io.readthrough.store.InMemoryReferenceStore;
import io.readthrough.store.NoteStore;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.ScoredNotes;
import io.readthrough.store.StoredNote;
import io.readthrough.store.StoredNote.Status;
import io.readthrough.store.event.EventBatch.Time;
import io.readthrough.store.event.EventJson;
import io.readthrough.store.json.ScoredNoteInvariants;
import io.readthrough.store.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHandlerTest {
  private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";
  private static final Instant NOW = Instant.parse("2026-03-05T14:02:11.120Z");
  private static final FirmId ACME = new FirmId("acme");
  private static final String KEY = "firms/acme/inbox/q2.txt";
  private static final NoteId ID = NoteId.of(ACME, KEY);

  private final InMemoryParsedNoteStore parsed = new InMemoryParsedNoteStore();
  private final InMemoryReferenceStore references = new InMemoryReferenceStore();
  private final InMemoryNoteStore notes = new InMemoryNoteStore();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  @Test
  void scoresAParsedNote() throws IOException {
    ParseOutcome.Parsed outcome = parsed("0A");
    assertThat(handle(EventJson.batch(message("m1", outcome)))).isEqualTo(NO_FAILURES);
    StoredNote stored = find();
    assertThat(stored.status()).isEqualTo(Status.SCORED);
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(stored.availableAt()).isEqualTo(NOW);
    ScoredNoteInvariants.check(Objects.requireNonNull(stored.json()), outcome.note().text());
    assertThat(logged.toString(UTF_8))
        .contains("\"event\":\"note_scored\"", "\"note_id\":\"" + ID + "\"")
        .doesNotContain("Revenue");
  }

  @Test
  void looksOnceABatchAtWhatEachFirmLists() throws IOException {
    handle(
        EventJson.batch(
            message("m1", parsed("firms/acme/inbox/1", "0A")),
            message("m2", parsed("firms/acme/inbox/2", "0A")),
            message("m3", rejected("firms/acme/inbox/3", "0A"))));
    assertThat(references.lists()).isEqualTo(1);
    assertThat(references.reads()).isZero();
  }

  @Test
  void aNoteSaysWhenItsFirmsListIsBroken() throws IOException {
    references.put(ACME, "names.csv", "name,ticker,exchange\nKestrel Foods,KSTL,XNYZ\n");
    handle(EventJson.batch(message("m1", parsed("0A"))));
    assertThat(Objects.requireNonNull(find().json()))
        .asString(UTF_8)
        .contains("names.csv was not taken (line 2, column exchange: 'XNYZ' is no exchange");
  }

  @Test
  void takesADuplicateForNothing() throws IOException {
    String message = message("m1", parsed("0A"));
    assertThat(handle(EventJson.batch(message, message))).isEqualTo(NO_FAILURES);
    assertThat(handle(EventJson.batch(message))).isEqualTo(NO_FAILURES);
    assertThat(find().revision()).isEqualTo(1);
  }

  @Test
  void keepsTheNewestOfEventsOutOfOrder() throws IOException {
    handle(EventJson.batch(message("m1", rejected("0B")), message("m2", parsed("0A"))));
    assertThat(find().status()).isEqualTo(Status.REJECTED);
    assertThat(find().reason()).isEqualTo("empty");
    handle(EventJson.batch(message("m3", parsed("0C"))));
    assertThat(find().status()).isEqualTo(Status.SCORED);
  }

  @Test
  void forgetsAllTextOfARemovedNote() throws IOException {
    handle(EventJson.batch(message("m1", parsed("0A")), message("m2", parsed("0B"))));
    handle(EventJson.batch(message("m3", removed("0C"))));
    assertThat(find().status()).isEqualTo(Status.DELETED);
    assertThat(parsed.keys()).containsExactly(key("0C"));
  }

  @Test
  void forgetsATextThatWasParsedAfterTheRemovalWasHandled() throws IOException {
    handle(EventJson.batch(message("m1", removed("0B"))));
    handle(EventJson.batch(message("m2", parsed("0A"))));
    assertThat(find().status()).isEqualTo(Status.DELETED);
    assertThat(parsed.keys()).containsExactly(key("0B"));
  }

  @Test
  void keepsTheTextOfANoteDroppedAgainAfterItsRemoval() throws IOException {
    String removal = message("m1", removed("0B"));
    handle(EventJson.batch(removal, message("m2", parsed("0C")), removal));
    assertThat(find().status()).isEqualTo(Status.SCORED);
    assertThat(parsed.keys()).containsExactly(key("0B"), key("0C"));
  }

  @Test
  void doesNothingForAnOutcomeThatIsGone() throws IOException {
    String message = message("m1", parsed("0A"));
    parsed.deleteBefore(ACME, ID, new Sequencer("0B"));
    assertThat(handle(EventJson.batch(message))).isEqualTo(NO_FAILURES);
    assertThat(notes.find(ACME, ID)).isEmpty();
  }

  @Test
  void doesNothingWhenAnOutcomeIsDeleted() throws IOException {
    parsed("0A");
    String event =
        EventJson.notification(
            "ObjectRemoved:Delete", "parsed", key("0A"), new Sequencer("1"), NOW);
    assertThat(handle(EventJson.batch(EventJson.message("m1", event)))).isEqualTo(NO_FAILURES);
    assertThat(notes.find(ACME, ID)).isEmpty();
  }

  @Test
  void dropsWhatIsNoOutcomeAndKeepsItsNeighbours() throws IOException {
    parsed.putRaw("parsed/readme.txt", "words of a note");
    assertThat(
            handle(
                EventJson.batch(
                    created("m1", "parsed/readme.txt"),
                    message("m2", parsed("0A")),
                    EventJson.message("m3", "words of a note"))))
        .isEqualTo(NO_FAILURES);
    assertThat(find().status()).isEqualTo(Status.SCORED);
    assertThat(logged.toString(UTF_8))
        .contains("\"event\":\"event_dropped\"")
        .doesNotContain("words of a note");
  }

  static List<Throwable> faultsOfTheScorer() {
    return List.of(
        new IllegalStateException("words of a note"),
        new StackOverflowError(),
        new OutOfMemoryError(),
        new ExceptionInInitializerError());
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheScorer")
  void rejectsANoteThatTheScorerFailsOn(Throwable fault) throws IOException {
    SecurityMentions failing =
        regions -> {
          if (fault instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) fault;
        };
    String batch = EventJson.batch(message("m1", parsed("0A")));
    assertThat(handle(parsed, notes, NoteScorer.standard().with(failing), batch))
        .isEqualTo(NO_FAILURES);
    assertThat(find().status()).isEqualTo(Status.REJECTED);
    assertThat(find().detail()).contains(fault.getClass().getSimpleName(), "drop the note again");
    assertThat(logged.toString(UTF_8))
        .contains("\"event\":\"scorer_failed\"")
        .doesNotContain("words of a note");
  }

  /// A version after this one may have written it: nothing is lost while a stack is upgraded.
  @Test
  void bringsBackAnOutcomeThatItCannotRead() throws IOException {
    parsed.putRaw(key("0A"), "{\"outcome\":\"rejected\",\"reason\":\"not_known_yet\"}");
    assertThat(handle(EventJson.batch(created("m1", key("0A")), message("m2", parsed("0B")))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(find().status()).isEqualTo(Status.SCORED);
  }

  @Test
  void bringsBackOnlyTheMessageThatMetAFault() throws IOException {
    String batch =
        EventJson.batch(
            message("m1", parsed("firms/acme/inbox/1", "0A")),
            message("m2", parsed("firms/acme/inbox/2", "0A")),
            message("m3", parsed("firms/acme/inbox/3", "0A")));
    // The second call to the table is the second note's.
    assertThat(handle(parsed, new FaultyNoteStore(notes, new Faults(1, 1, false)), batch))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    assertThat(notes.find(ACME, NoteId.of(ACME, "firms/acme/inbox/1"))).isPresent();
    assertThat(notes.find(ACME, NoteId.of(ACME, "firms/acme/inbox/2"))).isEmpty();
    assertThat(notes.find(ACME, NoteId.of(ACME, "firms/acme/inbox/3"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "1, false", "1, true", "2, false", "2, true"})
  void endsWellWhereverItIsKilled(int calls, boolean afterwards) throws IOException {
    handle(EventJson.batch(message("m1", parsed("0A"))));
    String removal = EventJson.batch(message("m2", removed("0B")));
    // From the fault on nothing is reached any more, as when the process ends.
    Faults faults = new Faults(calls, Integer.MAX_VALUE, afterwards);
    assertThat(
            handle(
                new FaultyParsedNoteStore(parsed, faults),
                new FaultyNoteStore(notes, faults),
                removal))
        .contains("m2");
    assertThat(handle(removal)).isEqualTo(NO_FAILURES);
    assertThat(find().status()).isEqualTo(Status.DELETED);
    assertThat(find().revision()).isEqualTo(2);
    assertThat(parsed.keys()).containsExactly(key("0B"));
  }

  @Test
  void endsInTheSameStateHoweverEventsArriveAndWhateverFails() throws IOException {
    Generated generated =
        Generated.withPrintedSeed("endsInTheSameStateHoweverEventsArriveAndWhateverFails");
    for (int run = 0; run < 20; run++) {
      InMemoryParsedNoteStore texts = new InMemoryParsedNoteStore();
      InMemoryNoteStore table = new InMemoryNoteStore();
      List<ParseOutcome> outcomes = new ArrayList<>();
      for (int note = 0; note < 4; note++) {
        String key = "firms/acme/inbox/" + note;
        for (int event = generated.random().nextInt(1, 5); event > 0; event--) {
          String sequencer = "%04X".formatted(event);
          outcomes.add(
              generated.any(
                  parsed(key, sequencer), rejected(key, sequencer), removed(key, sequencer)));
        }
      }
      List<String> messages = new ArrayList<>();
      outcomes.forEach(outcome -> messages.add(message(texts, "m", outcome)));
      List<String> queue = new ArrayList<>(messages);
      messages.stream().filter(m -> generated.random().nextBoolean()).forEach(queue::add);
      while (!queue.isEmpty()) {
        String message = queue.remove(generated.random().nextInt(queue.size()));
        boolean fails = generated.random().nextInt(3) == 0;
        String answer =
            fails
                ? handle(
                    texts,
                    new FaultyNoteStore(
                        table,
                        new Faults(
                            generated.random().nextInt(2), 1, generated.random().nextBoolean())),
                    EventJson.batch(message))
                : handle(texts, table, EventJson.batch(message));
        if (!answer.equals(NO_FAILURES)) {
          queue.add(message);
        }
      }
      for (int note = 0; note < 4; note++) {
        String key = "firms/acme/inbox/" + note;
        ParseOutcome last =
            outcomes.stream()
                .filter(outcome -> outcome.source().object().key().equals(key))
                .max(Comparator.comparing(outcome -> outcome.source().object().sequencer()))
                .orElseThrow();
        StoredNote stored = table.find(ACME, NoteId.of(ACME, key)).orElseThrow();
        assertThat(stored.sequencer()).isEqualTo(last.source().object().sequencer());
        assertThat(stored.status())
            .isEqualTo(
                switch (last) {
                  case ParseOutcome.Parsed p -> Status.SCORED;
                  case ParseOutcome.Unpacked u -> Status.UNPACKED;
                  case ParseOutcome.Rejected r -> Status.REJECTED;
                  case ParseOutcome.Removed r -> Status.DELETED;
                });
        if (last instanceof ParseOutcome.Removed) {
          assertThat(texts.keys()).filteredOn(k -> k.contains(stored.noteId().value())).hasSize(1);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOTES_BUCKET", "PARSED_BUCKET", "TABLE_NAME"})
  void saysWhichVariableIsMissing(String missing) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of("NOTES_BUCKET", "in", "PARSED_BUCKET", "parsed", "TABLE_NAME", "notes"));
    variables.remove(missing);
    assertThatIllegalStateException()
        .isThrownBy(() -> new ScoreHandler(new Environment(variables)))
        .withMessageContaining(missing);
  }

  @Test
  void aPartThatANewRevisionOfItsObjectHasNoMoreIsRemoved() throws IOException {
    NoteId first = NoteId.of(ACME, KEY, "a.pdf");
    NoteId second = NoteId.of(ACME, KEY, "b.pdf");
    handle(
        EventJson.batch(
            message("m1", unpacked("0A", first, second)),
            message("m2", part(first, "0A")),
            message("m3", part(second, "0A"))));
    assertThat(status(first)).isEqualTo(Status.SCORED);
    assertThat(find().status()).isEqualTo(Status.UNPACKED);

    String lost = message("m4", unpacked("0B", first));
    handle(EventJson.batch(lost, message("m5", part(first, "0B"))));
    handle(EventJson.batch(lost));
    handleRemovalsOfParts();

    assertThat(status(first)).isEqualTo(Status.SCORED);
    assertRemoved(second, "0B");

    handle(EventJson.batch(message("m6", removed("0C"))));
    handleRemovalsOfParts();
    assertRemoved(first, "0C");
  }

  /// However often an object changes: a part that went is removed once, and not once a change.
  @Test
  void aPartThatIsRemovedIsNotRemovedAgainByTheNextRevisions() throws IOException {
    NoteId lost = NoteId.of(ACME, KEY, "b.pdf");
    handle(EventJson.batch(message("m1", unpacked("0A", lost)), message("m2", part(lost, "0A"))));
    for (String sequencer : List.of("0B", "0C", "0D")) {
      String revision = EventJson.batch(message("m3", unpacked(sequencer)));
      handle(revision);
      handle(revision);
      handleRemovalsOfParts();
    }
    assertRemoved(lost, "0B");
    assertThat(notes.find(ACME, lost).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void aPartOfAnOldRevisionThatComesLateStaysRemoved() throws IOException {
    NoteId lost = NoteId.of(ACME, KEY, "b.pdf");
    handle(EventJson.batch(message("m1", unpacked("0B"))));
    handle(EventJson.batch(message("m2", part(lost, "0A")), message("m3", unpacked("0A", lost))));
    handleRemovalsOfParts();
    assertThat(status(lost)).isEqualTo(Status.DELETED);

    handle(EventJson.batch(message("m4", part(lost, "0A"))));
    assertRemoved(lost, "0B");
  }

  /// The removal of an object is handled before the outcome that tells of its parts: that message
  /// had met a fault, or is slower.
  @Test
  void thePartsOfAnObjectThatWasRemovedBeforeItsOutcomeCameAreRemoved() throws IOException {
    NoteId attached = NoteId.of(ACME, KEY, "a.pdf");
    String late = message("m1", unpacked("0A", attached));
    handle(EventJson.batch(message("m2", part(attached, "0A"))));
    assertThat(status(attached)).isEqualTo(Status.SCORED);

    handle(EventJson.batch(message("m3", removed("0B"))));
    handle(EventJson.batch(late));
    handleRemovalsOfParts();

    assertRemoved(attached, "0B");
    assertThat(parsed.keys())
        .filteredOn(key -> key.contains(ID.value()))
        .containsExactly(key("0B"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, true",
    "2, false",
    "3, false",
    "3, true",
    "4, false",
    "4, true",
    "5, true"
  })
  void losesNoPartOfALateOutcomeWhereverItIsKilled(int calls, boolean afterwards)
      throws IOException {
    NoteId attached = NoteId.of(ACME, KEY, "a.pdf");
    handle(EventJson.batch(message("m1", removed("0B")), message("m2", part(attached, "0A"))));
    String late = EventJson.batch(message("m3", unpacked("0A", attached)));
    Faults faults = new Faults(calls, Integer.MAX_VALUE, afterwards);
    handle(new FaultyParsedNoteStore(parsed, faults), new FaultyNoteStore(notes, faults), late);
    handle(late);
    handleRemovalsOfParts();
    assertRemoved(attached, "0B");
    assertThat(parsed.keys())
        .filteredOn(key -> key.contains(ID.value()))
        .containsExactly(key("0B"));
  }

  /// Killed anywhere while it removes the parts that an object lost, an event ends it when it comes
  /// again, also when the object's next event came before that.
  @ParameterizedTest
  @CsvSource({
    "0, false, 0B", "0, true, 0B", "1, false, 0B", "1, true, 0B", "2, true, 0B", "3, false, 0B",
    "0, true, 0C", "1, false, 0C", "1, true, 0C", "2, false, 0C", "2, true, 0C", "3, false, 0C"
  })
  void losesNoPartWhereverItIsKilled(int calls, boolean afterwards, String next)
      throws IOException {
    NoteId first = NoteId.of(ACME, KEY, "a.pdf");
    NoteId second = NoteId.of(ACME, KEY, "b.pdf");
    handle(
        EventJson.batch(
            message("m1", unpacked("0A", first, second)),
            message("m2", part(first, "0A")),
            message("m3", part(second, "0A"))));
    String losing = EventJson.batch(message("m4", unpacked("0B")));
    Faults faults = new Faults(calls, Integer.MAX_VALUE, afterwards);
    handle(new FaultyParsedNoteStore(parsed, faults), new FaultyNoteStore(notes, faults), losing);
    handle(EventJson.batch(message("m5", unpacked(next))));
    handle(losing);
    handleRemovalsOfParts();
    assertThat(status(first)).isEqualTo(Status.DELETED);
    assertThat(status(second)).isEqualTo(Status.DELETED);
  }

  /// Handles the events of the removals that the handler put into the parsed bucket.
  private void handleRemovalsOfParts() throws IOException {
    for (String key : parsed.keys()) {
      if (!key.contains(ID.value())
          && parsed.get(key).orElseThrow() instanceof ParseOutcome.Removed) {
        handle(EventJson.batch(created("removal", key)));
      }
    }
  }

  /// A part is removed by the event with this sequencer, and nothing is left of its text.
  private void assertRemoved(NoteId part, String sequencer) {
    assertThat(status(part)).isEqualTo(Status.DELETED);
    assertThat(parsed.keys())
        .filteredOn(key -> key.contains(part.value()))
        .containsExactly(ParsedNoteStore.key(ACME, part, new Sequencer(sequencer)));
  }

  private static ParseOutcome.Unpacked unpacked(String sequencer, NoteId... parts) {
    return new ParseOutcome.Unpacked(source(KEY, sequencer), List.of(parts), List.of());
  }

  private static ParseOutcome.Parsed part(NoteId id, String sequencer) {
    NoteSource object = source(KEY, sequencer);
    NoteSource part =
        new NoteSource(
            ACME,
            id,
            object.object(),
            "a.pdf",
            "",
            "application/pdf",
            1,
            new NoteSource.Part(ID, "a.pdf"));
    return new ParseOutcome.Parsed(ScoredNotes.of(part, null, 0.4, List.of("CLSK")).parsed());
  }

  private Status status(NoteId id) {
    return notes.find(ACME, id).orElseThrow().status();
  }

  private StoredNote find() {
    return notes.find(ACME, ID).orElseThrow();
  }

  private ParseOutcome.Parsed parsed(String sequencer) {
    return parsed(KEY, sequencer);
  }

  private static ParseOutcome.Parsed parsed(String key, String sequencer) {
    return new ParseOutcome.Parsed(
        ScoredNotes.of(source(key, sequencer), null, 0.4, List.of("CLSK")).parsed());
  }

  private static ParseOutcome.Rejected rejected(String sequencer) {
    return rejected(KEY, sequencer);
  }

  private static ParseOutcome.Rejected rejected(String key, String sequencer) {
    return new ParseOutcome.Rejected(
        source(key, sequencer), ParseOutcome.Reason.EMPTY, "The object has no bytes.");
  }

  private static ParseOutcome.Removed removed(String sequencer) {
    return removed(KEY, sequencer);
  }

  private static ParseOutcome.Removed removed(String key, String sequencer) {
    return new ParseOutcome.Removed(source(key, sequencer));
  }

  private static NoteSource source(String key, String sequencer) {
    return ScoredNotes.source(ACME, key, new Sequencer(sequencer));
  }

  private static String key(String sequencer) {
    return ParsedNoteStore.key(ACME, ID, new Sequencer(sequencer));
  }

  /// Puts an outcome into the parsed bucket and tells the message that speaks of it.
  private String message(String id, ParseOutcome outcome) {
    return message(parsed, id, outcome);
  }

  private static String message(InMemoryParsedNoteStore store, String id, ParseOutcome outcome) {
    store.put(outcome);
    NoteSource source = outcome.source();
    return created(
        id, ParsedNoteStore.key(source.firm(), source.noteId(), source.object().sequencer()));
  }

  private static String created(String id, String key) {
    return EventJson.message(
        id, EventJson.notification("ObjectCreated:Put", "parsed", key, new Sequencer("1"), NOW));
  }

  private String handle(String input) throws IOException {
    return handle(parsed, notes, input);
  }

  private String handle(ParsedNoteStore texts, NoteStore table, String input) throws IOException {
    return handle(texts, table, NoteScorer.standard(), input);
  }

  private String handle(ParsedNoteStore texts, NoteStore table, NoteScorer scorer, String input)
      throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    JsonLog log = new JsonLog(new PrintStream(logged, true, UTF_8), InstantSource.fixed(NOW));
    new ScoreHandler(texts, references, table, scorer, InstantSource.fixed(NOW), log)
        .handle(new ByteArrayInputStream(input.getBytes(UTF_8)), output, Time.UNLIMITED);
    return output.toString(UTF_8);
  }
}
