package io.readthrough.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.local.endpoint.Aws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The JSON that Lambda makes of a batch of SQS messages.
final class SqsEvent {
  private static final JsonFactory JSON = new JsonFactory();

  private SqsEvent() {}

  static byte[] of(Queue queue, List<Message> messages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("Records");
      for (Message message : messages) {
        write(queue, message, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Queue queue, Message message, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("messageId", message.messageId());
    out.writeStringField("receiptHandle", message.receiptHandle());
    out.writeStringField("body", message.body());
    out.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> each : new TreeMap<>(message.attributesAsStrings()).entrySet()) {
      out.writeStringField(each.getKey(), each.getValue());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("messageAttributes");
    for (Map.Entry<String, MessageAttributeValue> each :
        new TreeMap<>(message.messageAttributes()).entrySet()) {
      out.writeObjectFieldStart(each.getKey());
      out.writeStringField("stringValue", each.getValue().stringValue());
      out.writeStringField("dataType", each.getValue().dataType());
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeStringField("md5OfBody", message.md5OfBody());
    out.writeStringField("eventSource", "aws:sqs");
    out.writeStringField("eventSourceARN", queue.arn());
    out.writeStringField("awsRegion", Aws.REGION.id());
    out.writeEndObject();
  }
}
