package io.readthrough.parse;

import io.readthrough.parse.extract.Limits;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs the reading of one document in a thread of its own, for a bounded time and on a bounded
/// stack, so that no document takes the function down: whatever is thrown in there, a want of
/// memory or of stack too, ends that thread alone and frees what it held.
final class Watchdog {
  /// The deepest documents that are no bombs need a tenth of it.
  private static final long STACK_BYTES = 2L << 20;

  /// How long a reading may take to notice that its time is over.
  private static final long GRACE_MILLIS = 1_000;

  private Watchdog() {}

  /// The result of `work`, or what it threw.
  ///
  /// @throws io.readthrough.parse.extract.UnreadableDocumentException when it takes longer than
  ///   `millis`
  static <T> T run(Callable<T> work, long millis) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "document", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stop(thread);
      throw Limits.exceeded(
          "reading it takes longer than " + millis + " ms",
          "Save it as plain text, or in parts, and drop it again.");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      stop(thread);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a document was read: send it again", e);
    }
  }

  private static void stop(Thread thread) {
    thread.interrupt();
    try {
      thread.join(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
