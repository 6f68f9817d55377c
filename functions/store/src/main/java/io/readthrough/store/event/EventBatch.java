package io.readthrough.store.event;

import static io.readthrough.store.log.JsonLog.field;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.readthrough.store.log.JsonLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// Runs a function over its input, one object event at a time, so that no record fails its
/// neighbours, and answers which messages the queue must deliver again.
public final class EventBatch {
  /// The output belongs to whoever called the function, who closes it.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private EventBatch() {}

  /// How long a function may still run.
  ///
  /// @param millisLeft until it is killed
  /// @param millisOfMessage what a message may take
  public record Time(IntSupplier millisLeft, int millisOfMessage) {
    /// Nobody kills it.
    public static final Time UNLIMITED = new Time(() -> Integer.MAX_VALUE, 0);

    private boolean isUp() {
      return millisLeft.getAsInt() < millisOfMessage;
    }
  }

  /// Hands every event of `input` to `action` and writes SQS's partial batch response,
  /// `{"batchItemFailures":[{"itemIdentifier":"..."}]}`. What cannot be read is logged by message
  /// id and not named there: no retry would mend it. When the time is up, the messages that are
  /// left must come again: a function that is killed would repeat those before them too. The first
  /// is always handled.
  ///
  /// @param action throws on an infrastructure fault only; the event comes again then
  /// @throws IllegalStateException after all events, when one failed that came without a queue:
  ///   whoever called the function must call it again
  public static void run(
      InputStream input, OutputStream output, JsonLog log, Time time, Consumer<ObjectEvent> action)
      throws IOException {
    List<String> failed = new ArrayList<>();
    boolean unqueuedFailed = false;
    boolean first = true;
    for (EventMessage message : S3Events.read(input)) {
      boolean postponed = !first && time.isUp();
      first = false;
      if (postponed) {
        log.warn("message_postponed", field("message_id", message.id()));
      }
      if (postponed || !succeeds(message, log, action)) {
        if (message.id() == null) {
          unqueuedFailed = true;
        } else {
          failed.add(message.id());
        }
      }
    }
    write(failed, output);
    if (unqueuedFailed) {
      throw new IllegalStateException(
          "an event failed on a fault that may pass: call the function again (the log names it)");
    }
  }

  /// Handles all events of a message, the later ones too when one fails: each has its effect once,
  /// so that those which succeeded may come again.
  private static boolean succeeds(EventMessage message, JsonLog log, Consumer<ObjectEvent> action) {
    for (String why : message.dropped()) {
      log.warn("event_dropped", field("message_id", message.id()), field("detail", why));
    }
    boolean succeeds = true;
    for (ObjectEvent event : message.events()) {
      try {
        action.accept(event);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
        succeeds = false;
        log.error(
            "event_failed",
            e,
            field("message_id", message.id()),
            field("bucket", event.object().bucket()),
            field("key", event.object().key()),
            field("sequencer", event.object().sequencer()));
      }
    }
    return succeeds;
  }

  private static void write(List<String> failed, OutputStream output) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(output)) {
      out.writeStartObject();
      out.writeArrayFieldStart("batchItemFailures");
      for (String id : failed) {
        out.writeStartObject();
        out.writeStringField("itemIdentifier", id);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }
}
