package io.readthrough.local.endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// S3, DynamoDB and SQS on loopback, started together.
///
/// @param notifications who is told the changes of objects
public record EmbeddedAws(
    EmbeddedS3 s3, EmbeddedDynamoDb dynamoDb, EmbeddedSqs sqs, Notifications notifications)
    implements AutoCloseable {
  /// The ports of the endpoints; 0 takes a free one.
  public record Ports(int s3, int dynamoDb, int sqs) {
    /// Free ones for all.
    public static final Ports FREE = new Ports(0, 0, 0);
  }

  /// Starts all three at once.
  ///
  /// @param folder where S3 and DynamoDB keep what they keep
  public static EmbeddedAws start(Path folder, Ports ports) throws IOException {
    Notifications notifications = new Notifications();
    Future<EmbeddedS3> s3;
    Future<EmbeddedDynamoDb> dynamoDb;
    Future<EmbeddedSqs> sqs;
    try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
      s3 =
          starters.submit(
              () -> EmbeddedS3.start(folder.resolve("s3"), ports.s3(), notifications::send));
      dynamoDb =
          starters.submit(
              () -> EmbeddedDynamoDb.start(folder.resolve("dynamodb"), ports.dynamoDb()));
      sqs = starters.submit(() -> EmbeddedSqs.start(ports.sqs()));
    }
    try {
      return new EmbeddedAws(started(s3), started(dynamoDb), started(sqs), notifications);
    } catch (IOException e) {
      stop(s3);
      stop(dynamoDb);
      stop(sqs);
      throw e;
    }
  }

  /// Who is told the changes of objects: nobody at first.
  public static final class Notifications {
    private volatile Consumer<ObjectChange> target = change -> {};

    /// Sends all changes to `target` from now on.
    public void to(Consumer<ObjectChange> target) {
      this.target = target;
    }

    private void send(ObjectChange change) {
      target.accept(change);
    }
  }

  /// Where the three answer.
  public Aws aws() {
    return new Aws(s3.uri(), dynamoDb.uri(), sqs.uri());
  }

  @Override
  public void close() throws IOException {
    s3.close();
    dynamoDb.close();
    sqs.close();
  }

  private static <T> T started(Future<T> server) throws IOException {
    try {
      return server.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at the start of the endpoints", e);
    }
  }

  private static void stop(Future<? extends AutoCloseable> server) {
    if (server.state() == Future.State.SUCCESS) {
      try {
        server.resultNow().close();
      } catch (Exception e) {
        return;
      }
    }
  }
}
