package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.core.note.ParseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A process that reads one document after the other, and after each of them a good one, as a
/// function does whose batch somebody filled with harm. It says what came of each, and how much
/// memory all of it took.
public final class Neighbours {
  private static final byte[] GOOD =
      "Northwind beat our estimates and raised its guidance. Revenue rose 12%.".getBytes(UTF_8);

  private Neighbours() {}

  /// Reads them.
  ///
  /// @param arguments the folder of the documents
  public static void main(String[] arguments) throws IOException, InterruptedException {
    NoteParser parser = new NoteParser();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        List<ParseOutcome> outcomes = parser.parse(RawNotes.raw(name, bytes));
        long millis = (System.nanoTime() - start) / 1_000_000;
        String first = outcomes.getFirst().getClass().getSimpleName();
        System.out.println("read " + name + " " + first + " " + outcomes.size() + " " + millis);
        ParseOutcome next = parser.parse(RawNotes.raw("good.txt", GOOD)).getFirst();
        System.out.println("next " + name + " " + next.getClass().getSimpleName());
      }
    }
    System.out.println("threads " + threadsLeft());
    System.out.println("peak " + PeakMemory.megabytes());
  }

  /// How many of the threads that read documents do not end.
  private static int threadsLeft() throws InterruptedException {
    int left = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("document")) {
        thread.join(Duration.ofSeconds(10));
        left += thread.isAlive() ? 1 : 0;
      }
    }
    return left;
  }
}
