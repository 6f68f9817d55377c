package io.readthrough.store.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a function's input: a batch of SQS messages whose bodies are S3 event notifications, or
/// one such notification as it is.
///
/// Forms:
/// [S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html),
/// [SQS](https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html).
public final class S3Events {
  private static final JsonFactory JSON = new JsonFactory();

  private S3Events() {}

  /// Reads the whole input. Whatever stands in a message's body, and however broken, becomes part
  /// of that message and never touches its neighbours.
  ///
  /// @throws IllegalArgumentException when the input itself is not a JSON object
  /// @throws IOException when it cannot be read
  public static List<EventMessage> read(InputStream input) throws IOException {
    try (JsonParser in = JSON.createParser(input)) {
      return messages(records(in));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the function's input is no event: send an SQS batch or an S3 notification");
    }
  }

  private static List<EventMessage> messages(List<Fields> records) {
    List<EventMessage> messages = new ArrayList<>();
    List<Fields> unqueued = new ArrayList<>();
    for (Fields each : records) {
      if (each.body == null) {
        unqueued.add(each);
      } else {
        messages.add(message(each.messageId, each.body));
      }
    }
    if (!unqueued.isEmpty()) {
      messages.add(message(null, unqueued));
    }
    return messages;
  }

  private static EventMessage message(@Nullable String id, String body) {
    try (JsonParser in = JSON.createParser(body)) {
      return message(id, records(in));
    } catch (JacksonException e) {
      // Not a word of the body: it may be anybody's.
      return new EventMessage(id, List.of(), List.of("the message's body is no event in JSON"));
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be read", e);
    }
  }

  private static EventMessage message(@Nullable String id, List<Fields> records) {
    List<ObjectEvent> events = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (Fields each : records) {
      try {
        ObjectEvent event = each.event();
        if (event != null) {
          events.add(event);
        }
      } catch (UnreadableRecordException e) {
        dropped.add(e.getMessage());
      }
    }
    return new EventMessage(id, events, dropped);
  }

  /// The objects of the array `Records`. A test event has none.
  private static List<Fields> records(JsonParser in) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(in, "an object was expected");
    }
    List<Fields> records = new ArrayList<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean isRecords = in.currentName().equals("Records");
      if (in.nextToken() == JsonToken.START_ARRAY && isRecords) {
        while (in.nextToken() != JsonToken.END_ARRAY) {
          Fields fields = new Fields();
          fields.read(in);
          records.add(fields);
        }
      } else {
        in.skipChildren();
      }
    }
    return records;
  }

  /// The fields of a record, whether the queue's or the bucket's, that matter here.
  private static final class Fields {
    @Nullable String messageId;
    @Nullable String body;
    private @Nullable String eventName;
    private @Nullable String eventTime;
    private @Nullable String bucket;
    private @Nullable String key;
    private @Nullable String versionId;
    private @Nullable String etag;
    private @Nullable String sequencer;
    private long size;

    /// Reads what stands at the parser, an object or anything else, to its end.
    void read(JsonParser in) throws IOException {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        switch (name) {
          case "s3", "object" -> read(in);
          case "bucket" -> readBucket(in);
          case "messageId" -> messageId = text(in);
          case "body" -> body = text(in);
          case "eventName" -> eventName = text(in);
          case "eventTime" -> eventTime = text(in);
          case "key" -> key = text(in);
          case "versionId" -> versionId = text(in);
          case "eTag" -> etag = text(in);
          case "sequencer" -> sequencer = text(in);
          case "size" -> size = value == JsonToken.VALUE_NUMBER_INT ? in.getValueAsLong() : 0;
          default -> in.skipChildren();
        }
      }
    }

    private void readBucket(JsonParser in) throws IOException {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        return;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isName = in.currentName().equals("name");
        in.nextToken();
        if (isName) {
          bucket = text(in);
        } else {
          in.skipChildren();
        }
      }
    }

    private static @Nullable String text(JsonParser in) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        return in.getText();
      }
      in.skipChildren();
      return null;
    }

    /// The event that this record of a notification tells; null for an event of another kind.
    @Nullable ObjectEvent event() throws UnreadableRecordException {
      String name = required("eventName", eventName);
      // Some emulators keep the prefix that the notification's configuration has.
      String kind = name.startsWith("s3:") ? name.substring("s3:".length()) : name;
      if (kind.startsWith("ObjectCreated:")) {
        return new ObjectEvent.Created(object(), Math.max(0, size));
      }
      return kind.startsWith("ObjectRemoved:") ? new ObjectEvent.Removed(object()) : null;
    }

    private SourceObject object() throws UnreadableRecordException {
      Instant time = time(required("eventTime", eventTime));
      return new SourceObject(
          required("s3.bucket.name", bucket),
          decoded(required("s3.object.key", key)),
          versionId,
          etag,
          sequencer == null || sequencer.isEmpty() ? sequencer(time) : sequencer(sequencer),
          time);
    }

    private static String required(String name, @Nullable String value)
        throws UnreadableRecordException {
      if (value == null || value.isEmpty()) {
        throw new UnreadableRecordException("a record has no " + name);
      }
      return value;
    }

    /// S3 URL-encodes keys, with `+` for a space. A key that no encoder made is taken as it stands:
    /// some emulators send keys as they are.
    private static String decoded(String key) {
      try {
        return URLDecoder.decode(key, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return key;
      }
    }

    /// Some emulators leave the zone out.
    private static Instant time(String value) throws UnreadableRecordException {
      try {
        return value.endsWith("Z")
            ? Instant.parse(value)
            : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        throw new UnreadableRecordException("a record's eventTime '" + value + "' is not a time");
      }
    }

    private static Sequencer sequencer(String value) throws UnreadableRecordException {
      try {
        return new Sequencer(value);
      } catch (IllegalArgumentException e) {
        throw new UnreadableRecordException("a record's " + e.getMessage());
      }
    }

    /// Stands in where an emulator sends no sequencer: microseconds, in a fixed number of digits so
    /// that later is greater.
    private static Sequencer sequencer(Instant time) {
      return new Sequencer(
          HexFormat.of()
              .withUpperCase()
              .toHexDigits(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
    }
  }

  /// A record of a notification that tells no event. The message names no value but times and
  /// sequencers.
  private static final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableRecordException(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
