package io.readthrough.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.local.Readthrough;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/// A command that ran in this JVM, at noon of a certain day: its exit status and what it wrote.
record Run(int status, String out, String err) {
  static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  /// Runs a command whose standard input is empty.
  static Run of(String... arguments) {
    return withInput(new byte[0], arguments);
  }

  static Run withInput(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            () -> NOON);
    int status = Readthrough.run(console, arguments);
    console.out().flush();
    console.err().flush();
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
