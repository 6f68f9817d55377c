package io.readthrough.local.lambda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Feeds a queue to a function, as Lambda's event source mapping does: batches of up to ten; what
/// succeeded is deleted; what failed stays, comes again once it is visible, and goes to the
/// dead-letter queue in the end.
public final class QueuePoller implements AutoCloseable {
  private static final int BATCH = 10;

  /// How long a poll waits for a message: as long as a stop may take.
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final Queue queue;
  private final LambdaFunction function;
  private final Consumer<String> trouble;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  /// A poller that does nothing before it is started.
  ///
  /// @param trouble is told, a sentence each, what fails
  public QueuePoller(
      SqsClient sqs, Queue queue, LambdaFunction function, Consumer<String> trouble) {
    this.sqs = sqs;
    this.queue = queue;
    this.function = function;
    this.trouble = trouble;
  }

  /// Polls on so many threads until it is closed.
  public void start(int concurrency) {
    for (int i = 0; i < concurrency; i++) {
      threads.add(Thread.ofPlatform().daemon().name(queue.name() + "-" + i).start(this::run));
    }
  }

  /// Takes one batch through the function.
  ///
  /// @param wait for the first message
  /// @return how many messages were taken; 0 when none came
  public int poll(Duration wait) {
    List<Message> messages =
        sqs.receiveMessage(
                r ->
                    r.queueUrl(queue.url())
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds((int) wait.toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
            .messages();
    if (messages.isEmpty()) {
      return 0;
    }
    Set<String> ids = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    Set<String> failed = ids;
    try {
      failed = BatchResponse.failures(function.invoke(SqsEvent.of(queue, messages)), ids);
    } catch (FunctionException e) {
      trouble.accept(String.valueOf(e.getMessage()));
    }
    delete(messages, failed);
    return messages.size();
  }

  /// Takes no more batches, without waiting for the one at work.
  public void stop() {
    stop.countDown();
  }

  /// Stops, and waits for the batch at work.
  @Override
  public void close() {
    stop();
    for (Thread thread : threads) {
      try {
        thread.join(WAIT.multipliedBy(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (stop.getCount() > 0) {
      try {
        poll(WAIT);
      } catch (SdkException e) {
        pause(e);
      }
    }
  }

  private void pause(SdkException e) {
    try {
      if (!stop.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        trouble.accept("queue " + queue.name() + " cannot be read: " + e.getMessage());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private void delete(List<Message> messages, Set<String> failed) {
    List<DeleteMessageBatchRequestEntry> done =
        messages.stream()
            .filter(m -> !failed.contains(m.messageId()))
            .map(
                m ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(m.messageId())
                        .receiptHandle(m.receiptHandle())
                        .build())
            .toList();
    if (!done.isEmpty()) {
      sqs.deleteMessageBatch(d -> d.queueUrl(queue.url()).entries(done));
    }
  }
}
