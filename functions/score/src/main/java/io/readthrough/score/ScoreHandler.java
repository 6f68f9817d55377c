package io.readthrough.score;

import static io.readthrough.store.log.JsonLog.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.readthrough.core.claim.Continuity;
import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.score.reference.FirmScorers;
import io.readthrough.score.reference.FirmScorers.FirmScorer;
import io.readthrough.store.AwsClients;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.Environment;
import io.readthrough.store.FeedEntry;
import io.readthrough.store.NoteMemory;
import io.readthrough.store.NoteStore;
import io.readthrough.store.NoteStore.Effect;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.ReferenceStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.S3ReferenceStore;
import io.readthrough.store.StoredNote;
import io.readthrough.store.event.EventBatch;
import io.readthrough.store.event.EventBatch.Time;
import io.readthrough.store.event.ObjectEvent;
import io.readthrough.store.log.JsonLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/// The score function: a batch of events of the parsed bucket in, the state of each note in the
/// table, and out the messages that must come again.
///
/// However often an outcome is told of, and in whatever order, it has one effect. A fault of the
/// stores brings a message back, and so does an outcome that this version cannot read: while a
/// stack is upgraded, a newer one may have written it.
public final class ScoreHandler implements RequestStreamHandler {
  /// Shorter than the function's own time-out, so that a store that hangs costs one event its turn
  /// and not all of a batch.
  private static final Duration CALL = Duration.ofSeconds(10);

  /// What scoring a note takes with a call to a store that is never answered.
  private static final int MILLIS_OF_OUTCOME = 15_000;

  private final ParsedNoteStore parsed;
  private final NoteStore notes;
  private final FirmScorers scorers;
  private final InstantSource clock;
  private final JsonLog log;

  /// Reads the settings from the environment, for Lambda.
  public ScoreHandler() {
    this(Environment.ofProcess());
    Priming.run(scorers.standard());
  }

  ScoreHandler(Environment environment) {
    String notesBucket = environment.required("NOTES_BUCKET");
    String parsedBucket = environment.required("PARSED_BUCKET");
    String table = environment.required("TABLE_NAME");
    S3Client s3 = AwsClients.s3(CALL).build();
    this(
        new S3ParsedNoteStore(s3, parsedBucket),
        new S3ReferenceStore(s3, notesBucket, parsedBucket),
        new DynamoDbNoteStore(AwsClients.dynamoDb(CALL).build(), table),
        NoteScorer.standard(),
        InstantSource.system());
  }

  /// Scores the outcomes in `parsed` and keeps what comes of them in `notes`.
  ///
  /// @param references the firms' own lists of securities
  /// @param clock tells when a revision becomes available
  public ScoreHandler(
      ParsedNoteStore parsed,
      ReferenceStore references,
      NoteStore notes,
      NoteScorer scorer,
      InstantSource clock) {
    this(parsed, references, notes, scorer, clock, JsonLog.standard());
  }

  ScoreHandler(
      ParsedNoteStore parsed,
      ReferenceStore references,
      NoteStore notes,
      NoteScorer scorer,
      InstantSource clock,
      JsonLog log) {
    this.parsed = parsed;
    this.notes = notes;
    this.scorers = new FirmScorers(references, scorer, log);
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output, new Time(context::getRemainingTimeInMillis, MILLIS_OF_OUTCOME));
  }

  void handle(InputStream input, OutputStream output, Time time) throws IOException {
    // A batch looks once at what a firm lists.
    Map<FirmId, FirmScorer> scorersOfBatch = new HashMap<>();
    EventBatch.run(
        input,
        output,
        log,
        time,
        event -> accept(event, firm -> scorersOfBatch.computeIfAbsent(firm, scorers::current)));
  }

  private void accept(ObjectEvent event, Function<FirmId, FirmScorer> scorerOf) {
    switch (event) {
      case ObjectEvent.Created created ->
          outcome(created.object().key()).ifPresent(outcome -> apply(outcome, scorerOf));
      // Outcomes go when their note is removed: nothing is left to do.
      case ObjectEvent.Removed removed -> {}
    }
  }

  /// The outcome under a key; none when it is gone since, or when no outcome lies under such a key.
  private Optional<ParseOutcome> outcome(String key) {
    if (!ParsedNoteStore.isKey(key)) {
      log.warn("event_dropped", field("key", key), field("detail", "it is no key of an outcome"));
      return Optional.empty();
    }
    Optional<ParseOutcome> outcome = parsed.get(key);
    if (outcome.isEmpty()) {
      log.info("outcome_gone", field("key", key));
    }
    return outcome;
  }

  private void apply(ParseOutcome outcome, Function<FirmId, FirmScorer> scorerOf) {
    NoteSource source = outcome.source();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Effect effect = effect(outcome, scorerOf, now);
    // Before the outcomes go that tell of them: if this ends half-way, the event finds them again.
    for (NoteStore.Orphan orphan : orphans(outcome, effect)) {
      parsed.put(removal(orphan, source));
    }
    if (!effect.orphans().isEmpty()) {
      notes.settle(source.firm(), source.noteId(), source.object().sequencer());
    }
    forgetTexts(outcome, effect);
    switch (effect) {
      case Effect.Applied applied -> log(event(outcome), source, applied.revision());
      case Effect.Stale stale -> log("event_stale", source, stale.revision());
    }
  }

  private Effect effect(ParseOutcome outcome, Function<FirmId, FirmScorer> scorerOf, Instant now) {
    return switch (outcome) {
      case ParseOutcome.Parsed read ->
          score(read.note(), scorerOf.apply(read.source().firm()), now);
      case ParseOutcome.Unpacked unpacked -> notes.apply(unpacked, now);
      case ParseOutcome.Rejected rejected -> notes.apply(rejected, now);
      case ParseOutcome.Removed removed -> notes.apply(removed, now);
    };
  }

  /// Scores a note and stores it. One that the scorer fails on is rejected, whatever it fails with:
  /// it would fail again, and whoever dropped it asks what became of it.
  private Effect score(ParsedNote note, FirmScorer scorer, Instant now) {
    ScoredNote scored;
    try {
      scored = scorer.scorer().score(note.withWarnings(scorer.warnings()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      log.error(
          "scorer_failed",
          e,
          field("firm", note.source().firm()),
          field("note_id", note.source().noteId()));
      return notes.apply(
          new ParseOutcome.Rejected(
              note.source(),
              ParseOutcome.Reason.UNREADABLE,
              "The scorer failed on this note ("
                  + e.getClass().getSimpleName()
                  + "). Please report it with the note's id; drop the note again after the next"
                  + " upgrade."),
          now);
    }
    return notes.apply(compared(scored), now);
  }

  /// `note`, compared with what the firm's earlier notes said of the names that it is about: a
  /// request for each of at most two. Read before the transaction, so a note that another delivery
  /// stores at the same moment may be missed; the effect is exactly once all the same.
  private ScoredNote compared(ScoredNote note) {
    NoteSource source = note.parsed().source();
    Instant time = FeedEntry.time(note.parsed());
    Map<String, List<EarlierNote>> earlier = new LinkedHashMap<>();
    NoteMemory.subjects(note)
        .forEach(
            (ticker, entityId) ->
                earlier.put(entityId, notes.earlier(source.firm(), ticker, time, source.noteId())));
    return Continuity.compare(note, earlier);
  }

  /// Deletes what the parsed bucket still has of a removed note: after its removal, told once or
  /// again, and after an outcome that was written when the removal had been handled already.
  private void forgetTexts(ParseOutcome outcome, Effect effect) {
    NoteSource source = outcome.source();
    if (outcome instanceof ParseOutcome.Removed) {
      parsed.deleteBefore(source.firm(), source.noteId(), source.object().sequencer());
    } else if (effect instanceof Effect.Stale) {
      notes
          .find(source.firm(), source.noteId())
          .filter(note -> note.status() == StoredNote.Status.DELETED)
          .ifPresent(note -> parsed.deleteBefore(source.firm(), note.noteId(), note.sequencer()));
    }
  }

  /// The parts of an object that its newest event does not speak of: a mail that was dropped again
  /// without an attachment, an archive that is gone. Of a removed object also those that an outcome
  /// speaks of whose own event comes later, for by then it is deleted.
  private Set<NoteStore.Orphan> orphans(ParseOutcome outcome, Effect effect) {
    Set<NoteStore.Orphan> orphans = new LinkedHashSet<>(effect.orphans());
    if (outcome instanceof ParseOutcome.Removed removed) {
      NoteSource source = removed.source();
      Sequencer sequencer = source.object().sequencer();
      for (String key : parsed.keysBefore(source.firm(), source.noteId(), sequencer)) {
        outcome(key).stream()
            .flatMap(earlier -> earlier.parts().stream())
            .map(part -> new NoteStore.Orphan(part, sequencer))
            .forEach(orphans::add);
      }
    }
    return orphans;
  }

  /// The outcome that removes a part. It is put into the parsed bucket, as an outcome of its own
  /// with its own event, since a hundred parts are too much work to do beside that of their object.
  private static ParseOutcome.Removed removal(NoteStore.Orphan orphan, NoteSource source) {
    return new ParseOutcome.Removed(source.removed(orphan.noteId(), orphan.sequencer()));
  }

  private static String event(ParseOutcome outcome) {
    return switch (outcome) {
      case ParseOutcome.Parsed read -> "note_scored";
      case ParseOutcome.Unpacked unpacked -> "note_unpacked";
      case ParseOutcome.Rejected rejected -> "note_rejected";
      case ParseOutcome.Removed removed -> "note_removed";
    };
  }

  private void log(String event, NoteSource source, int revision) {
    log.info(
        event,
        field("firm", source.firm()),
        field("note_id", source.noteId()),
        field("revision", revision),
        field("sequencer", source.object().sequencer()));
  }
}
