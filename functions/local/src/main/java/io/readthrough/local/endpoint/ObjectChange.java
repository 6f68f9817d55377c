package io.readthrough.local.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.note.Sequencer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One change of an object, as S3 notifies of it.
public sealed interface ObjectChange {
  /// Streaming JSON.
  JsonFactory JSON = new JsonFactory();

  /// The one account that owns everything here.
  String OWNER = "READTHROUGH";

  /// The bucket's name.
  String bucket();

  /// The object's key as its owner wrote it.
  String key();

  /// The change's place among the changes of this key.
  Sequencer sequencer();

  /// When it happened.
  Instant time();

  /// The object was written.
  ///
  /// @param operation how: "Put", "Copy", "CompleteMultipartUpload"
  /// @param etag without quotes
  record Created(
      String bucket,
      String key,
      Sequencer sequencer,
      Instant time,
      String operation,
      long size,
      String etag)
      implements ObjectChange {}

  /// The object was deleted.
  record Removed(String bucket, String key, Sequencer sequencer, Instant time)
      implements ObjectChange {}

  /// The notification that S3 sends to a queue: event message structure 2.1.
  default String toJson() {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(json)) {
      out.writeStartObject();
      out.writeArrayFieldStart("Records");
      out.writeStartObject();
      out.writeStringField("eventVersion", "2.1");
      out.writeStringField("eventSource", "aws:s3");
      out.writeStringField("awsRegion", Aws.REGION.id());
      out.writeStringField("eventTime", time().truncatedTo(ChronoUnit.MILLIS).toString());
      out.writeStringField("eventName", name());
      out.writeObjectFieldStart("userIdentity");
      out.writeStringField("principalId", OWNER);
      out.writeEndObject();
      out.writeObjectFieldStart("requestParameters");
      out.writeStringField("sourceIPAddress", Loopback.HOST);
      out.writeEndObject();
      out.writeObjectFieldStart("responseElements");
      out.writeStringField("x-amz-request-id", UUID.randomUUID().toString());
      out.writeEndObject();
      out.writeObjectFieldStart("s3");
      out.writeStringField("s3SchemaVersion", "1.0");
      out.writeStringField("configurationId", "readthrough");
      out.writeObjectFieldStart("bucket");
      out.writeStringField("name", bucket());
      out.writeObjectFieldStart("ownerIdentity");
      out.writeStringField("principalId", OWNER);
      out.writeEndObject();
      out.writeStringField("arn", "arn:aws:s3:::" + bucket());
      out.writeEndObject();
      out.writeObjectFieldStart("object");
      out.writeStringField("key", encode(key()));
      if (this instanceof Created created) {
        out.writeNumberField("size", created.size());
        out.writeStringField("eTag", created.etag());
      }
      out.writeStringField("sequencer", sequencer().value());
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  private String name() {
    return switch (this) {
      case Created created -> "ObjectCreated:" + created.operation();
      case Removed _ -> "ObjectRemoved:Delete";
    };
  }

  /// As S3 writes a key in a notification: form encoding, the slashes left as they are.
  private static String encode(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
