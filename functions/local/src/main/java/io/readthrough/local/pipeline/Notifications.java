package io.readthrough.local.pipeline;

import io.readthrough.local.endpoint.ObjectChange;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The buckets' notification configuration of template.yaml: every change in the notes bucket goes
/// to the parse queue, every new parse outcome to the score queue.
record Notifications(SqsClient sqs, Resources resources) implements Consumer<ObjectChange> {
  private static final String OUTCOMES = "parsed/";

  @Override
  public void accept(ObjectChange change) {
    if (change.bucket().equals(resources.notesBucket())) {
      send(resources.parseQueue().url(), change);
    } else if (change instanceof ObjectChange.Created
        && change.bucket().equals(resources.parsedBucket())
        && change.key().startsWith(OUTCOMES)) {
      send(resources.scoreQueue().url(), change);
    }
  }

  private void send(String queueUrl, ObjectChange change) {
    sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(change.toJson()));
  }
}
