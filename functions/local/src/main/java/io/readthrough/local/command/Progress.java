package io.readthrough.local.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Tells on the console how far a file is, about once a second.
final class Progress {
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Console console;
  private final String file;
  private final Instant start;
  private Instant told;

  Progress(Console console, String file) {
    this.console = console;
    this.file = file;
    this.start = console.clock().instant();
    this.told = start;
  }

  /// `lines` lines are done.
  void at(long lines) {
    Instant now = console.clock().instant();
    if (now.isAfter(told.plus(BETWEEN))) {
      told = now;
      tell(lines, now, "");
    }
  }

  /// All lines are done, `lines` of them.
  void end(long lines) {
    tell(lines, console.clock().instant(), ", done");
  }

  private void tell(long lines, Instant now, String end) {
    double seconds = Math.max(1, Duration.between(start, now).toMillis()) / 1000.0;
    console
        .err()
        .printf(Locale.ROOT, "%s: %,d lines, %,.0f lines/s%s%n", file, lines, lines / seconds, end);
    console.err().flush();
  }
}
