package io.readthrough.parse;

import static io.readthrough.store.log.JsonLog.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ObjectKey;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.SourceObject;
import io.readthrough.parse.extract.Limits;
import io.readthrough.store.AwsClients;
import io.readthrough.store.Environment;
import io.readthrough.store.NoteObjectStore;
import io.readthrough.store.NoteObjectStore.Content;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.S3NoteObjectStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.event.EventBatch;
import io.readthrough.store.event.EventBatch.Time;
import io.readthrough.store.event.ObjectEvent;
import io.readthrough.store.log.JsonLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/// The parse function: a batch of S3 events in, an outcome of each in the parsed bucket, and out
/// the messages that must come again. A note costs one request to read and one to write.
///
/// Whatever lies under a key gets an outcome: parsed, unpacked, rejected with a reason, or removed.
/// An event whose object is gone by the time it is read has none, since the removal has its own; a
/// fault of the stores leaves an event without one for now, and that event's message alone comes
/// again. The outcome's key holds the event's sequencer, so that an event that comes twice has one
/// effect.
public final class ParseHandler implements RequestStreamHandler {
  private static final String NO_MEDIA_TYPE = "application/octet-stream";

  /// So short that a batch of events ends before the function does: three attempts, with the pauses
  /// between them.
  static final Duration CALL = Duration.ofSeconds(20);

  private final NoteObjectStore objects;
  private final ParsedNoteStore parsed;
  private final String notesBucket;
  private final JsonLog log;
  private final Limits limits;
  private final NoteParser parser;

  /// Reads the settings from the environment, for Lambda.
  public ParseHandler() {
    this(AwsClients.s3(CALL).build(), Environment.ofProcess());
    Priming.run();
  }

  private ParseHandler(S3Client s3, Environment environment) {
    this(
        new S3NoteObjectStore(s3),
        new S3ParsedNoteStore(s3, environment.required("PARSED_BUCKET")),
        environment.required("NOTES_BUCKET"),
        ParseSettings.limits(environment),
        JsonLog.standard());
  }

  /// Reads notes of `notesBucket` from `objects` and puts their outcomes into `parsed`.
  public ParseHandler(NoteObjectStore objects, ParsedNoteStore parsed, String notesBucket) {
    this(objects, parsed, notesBucket, Limits.STANDARD, JsonLog.standard());
  }

  ParseHandler(
      NoteObjectStore objects,
      ParsedNoteStore parsed,
      String notesBucket,
      Limits limits,
      JsonLog log) {
    this.objects = objects;
    this.parsed = parsed;
    this.notesBucket = notesBucket;
    this.limits = limits;
    this.parser = new NoteParser(limits);
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output, new Time(context::getRemainingTimeInMillis, millisOfObject()));
  }

  void handle(InputStream input, OutputStream output, Time time) throws IOException {
    EventBatch.run(input, output, log, time, this::accept);
  }

  /// What an object takes with a call to S3 that is never answered.
  private int millisOfObject() {
    return limits.millis() * Limits.OBJECT_SHARE + (int) CALL.toMillis();
  }

  private void accept(ObjectEvent event) {
    ObjectKey place = place(event.object());
    if (place instanceof ObjectKey.Reference) {
      // No note: the score function looks for the firm's lists by itself.
      return;
    }
    List<ParseOutcome> outcomes = outcomes(event, place);
    // The object's own outcome comes last: whoever sees it sees all that it speaks of.
    outcomes.reversed().forEach(parsed::put);
    log.info(
        "object_handled",
        field("key", event.object().key()),
        field("sequencer", event.object().sequencer()),
        field("outcome", outcomes.isEmpty() ? "superseded" : word(outcomes.getFirst())),
        field("parts", Math.max(0, outcomes.size() - 1)));
  }

  private static String word(ParseOutcome outcome) {
    return switch (outcome) {
      case ParseOutcome.Parsed parsed -> "parsed";
      case ParseOutcome.Unpacked unpacked -> "unpacked";
      case ParseOutcome.Rejected rejected -> "rejected " + rejected.reason();
      case ParseOutcome.Removed removed -> "removed";
    };
  }

  /// The outcomes of an event, its object's own first; none when its object is gone by now, since
  /// that has an event of its own.
  private List<ParseOutcome> outcomes(ObjectEvent event, ObjectKey place) {
    return switch (event) {
      case ObjectEvent.Created created -> created(place, created.object(), created.bytes());
      case ObjectEvent.Removed removed -> removed(place, removed.object());
    };
  }

  private List<ParseOutcome> created(ObjectKey place, SourceObject object, long bytes) {
    return switch (place) {
      case ObjectKey.Misplaced misplaced -> List.of(misplaced(misplaced, object, bytes));
      case ObjectKey.Reference reference -> List.of();
      case ObjectKey.Inbox inbox ->
          read(
              inbox,
              object,
              objects.read(object.bucket(), object.key(), object.versionId(), limits.bytes()));
    };
  }

  /// In a bucket with versions the removal of any version is told like that of the object, and so
  /// is that of the marker that hides it. What lies under the key afterwards is the object.
  private List<ParseOutcome> removed(ObjectKey place, SourceObject object) {
    Content content =
        object.bucket().equals(notesBucket)
            ? objects.read(object.bucket(), object.key(), null, limits.bytes())
            : new Content.Missing();
    if (content instanceof Content.Missing) {
      return List.of(new ParseOutcome.Removed(unread(place, object, 0)));
    }
    SourceObject there = there(object, content);
    return switch (place) {
      case ObjectKey.Misplaced misplaced -> List.of(misplaced(misplaced, there, 0));
      case ObjectKey.Reference reference -> List.of();
      case ObjectKey.Inbox inbox -> read(inbox, there, content);
    };
  }

  /// What lies under the key of a removed object, received when it was put.
  private static SourceObject there(SourceObject removed, Content content) {
    Instant put = content instanceof Content.Found found ? found.put() : null;
    return new SourceObject(
        removed.bucket(),
        removed.key(),
        null,
        null,
        removed.sequencer(),
        put == null ? removed.eventTime() : put);
  }

  private static ParseOutcome misplaced(
      ObjectKey.Misplaced place, SourceObject object, long bytes) {
    return new ParseOutcome.Rejected(
        unread(place, object, bytes), Reason.MISPLACED, place.reason());
  }

  /// Where an object lies. What lies in another bucket belongs to no firm, whatever its key says.
  private ObjectKey place(SourceObject object) {
    if (object.bucket().equals(notesBucket)) {
      return ObjectKey.of(object.key());
    }
    return new ObjectKey.Misplaced(
        object.key(),
        FirmId.UNASSIGNED,
        "the event speaks of the bucket '"
            + object.bucket()
            + "', and only '"
            + notesBucket
            + "' is read: put notes there, or correct the bucket's notification");
  }

  private List<ParseOutcome> read(ObjectKey.Inbox inbox, SourceObject object, Content content) {
    return switch (content) {
      case Content.Missing missing -> List.of();
      case Content.Refused refused ->
          List.of(
              new ParseOutcome.Rejected(
                  unread(inbox, object, 0), Reason.UNREADABLE, refused.detail()));
      case Content.TooLarge large -> List.of(parser.tooLarge(unread(inbox, object, large.bytes())));
      case Content.Found found ->
          parser.parse(
              new RawNote(
                  inbox.firm(),
                  NoteId.of(inbox.firm(), inbox.key()),
                  object,
                  inbox.filename(),
                  found.bytes()));
    };
  }

  /// The source of an outcome whose bytes were never read.
  private static NoteSource unread(ObjectKey place, SourceObject object, long bytes) {
    return new NoteSource(
        place.firm(),
        NoteId.of(place.firm(), place.key()),
        object,
        place.key().substring(place.key().lastIndexOf('/') + 1),
        "",
        NO_MEDIA_TYPE,
        bytes);
  }
}
