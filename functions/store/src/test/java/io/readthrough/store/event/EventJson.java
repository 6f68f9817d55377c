package io.readthrough.store.event;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.readthrough.core.note.Sequencer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The JSON of events, as S3 and SQS send it.
public final class EventJson {
  private EventJson() {}

  /// A function's input: a batch of SQS messages.
  public static String batch(String... messages) {
    return "{\"Records\":[" + String.join(",", messages) + "]}";
  }

  /// One SQS message.
  public static String message(String id, String body) {
    return "{\"messageId\":"
        + quoted(id)
        + ",\"receiptHandle\":\"r\",\"body\":"
        + quoted(body)
        + ",\"attributes\":{\"ApproximateReceiveCount\":\"1\"},\"messageAttributes\":{},"
        + "\"eventSource\":\"aws:sqs\",\"awsRegion\":\"eu-west-1\"}";
  }

  /// An S3 notification of one object.
  ///
  /// @param eventName `ObjectCreated:Put`, `ObjectRemoved:Delete`...
  /// @param key as people write it; encoded here
  public static String notification(
      String eventName, String bucket, String key, Sequencer sequencer, Instant time) {
    return "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventTime\":"
        + quoted(time.toString())
        + ",\"eventName\":"
        + quoted(eventName)
        + ",\"s3\":{\"bucket\":{\"name\":"
        + quoted(bucket)
        + "},\"object\":{\"key\":"
        + quoted(URLEncoder.encode(key, StandardCharsets.UTF_8))
        + ",\"size\":1,\"eTag\":\"e\",\"sequencer\":"
        + quoted(sequencer.value())
        + "}}}]}";
  }

  private static String quoted(String value) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
  }
}
