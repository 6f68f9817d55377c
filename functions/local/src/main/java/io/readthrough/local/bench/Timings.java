package io.readthrough.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// How long the same thing took, several times.
public final class Timings {
  /// The head of the lines that [#toLine] makes.
  public static final String HEAD =
      String.format(Locale.ROOT, "%-46s %9s %9s %9s", "milliseconds", "median", "p95", "most");

  private static final double NANOS_PER_MILLI = 1e6;

  private final double[] millis;

  private Timings(double[] millis) {
    this.millis = millis;
    Arrays.sort(millis);
  }

  /// What is timed.
  @FunctionalInterface
  public interface Task {
    void run() throws IOException;
  }

  /// Runs a task, first to warm up and then to be timed.
  public static Timings of(int warmUps, int times, Task task) throws IOException {
    double[] millis = new double[times];
    for (int i = -warmUps; i < times; i++) {
      long start = System.nanoTime();
      task.run();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
      }
    }
    return new Timings(millis);
  }

  /// Takes times that were measured elsewhere.
  public static Timings of(Duration... times) {
    return new Timings(
        Arrays.stream(times).mapToDouble(t -> t.toNanos() / NANOS_PER_MILLI).toArray());
  }

  /// The middle one.
  public double median() {
    return at(0.5);
  }

  /// A line of a table.
  public String toLine(String what) {
    return String.format(Locale.ROOT, "%-46s %9.2f %9.2f %9.2f", what, median(), at(0.95), at(1));
  }

  private double at(double share) {
    return millis[Math.min(millis.length - 1, (int) (millis.length * share))];
  }
}
