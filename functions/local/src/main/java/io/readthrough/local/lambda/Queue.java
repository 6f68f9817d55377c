package io.readthrough.local.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A queue, with the queue that takes what could not be handled.
///
/// @param deadLettersUrl of the dead-letter queue
public record Queue(String name, String url, String arn, String deadLettersUrl) {
  /// As template.yaml has it.
  public static final int MAX_RECEIVES = 5;

  /// Creates the queue and its dead-letter queue, or finds them as they are.
  ///
  /// @param visibility how long a message stays hidden after it was received; then it comes again
  /// @param maxReceives after so many it goes to the dead-letter queue
  public static Queue create(SqsClient sqs, String name, Duration visibility, int maxReceives) {
    String deadLetters = sqs.createQueue(q -> q.queueName(name + "-dead-letters")).queueUrl();
    String url =
        sqs.createQueue(
                q ->
                    q.queueName(name)
                        .attributes(
                            Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                String.valueOf(visibility.toSeconds()),
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                                    .formatted(arn(sqs, deadLetters), maxReceives))))
            .queueUrl();
    return new Queue(name, url, arn(sqs, url), deadLetters);
  }

  /// How many messages wait in the dead-letter queue.
  public int deadLetters(SqsClient sqs) {
    return Integer.parseInt(
        attribute(sqs, deadLettersUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private static String arn(SqsClient sqs, String url) {
    return attribute(sqs, url, QueueAttributeName.QUEUE_ARN);
  }

  private static String attribute(SqsClient sqs, String url, QueueAttributeName name) {
    String value =
        sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(name)).attributes().get(name);
    return Objects.requireNonNull(value, () -> "the queue " + url + " has no " + name);
  }
}
