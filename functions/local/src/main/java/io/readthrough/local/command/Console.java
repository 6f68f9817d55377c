package io.readthrough.local.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// What a command reads from and speaks to. Text is UTF-8, whatever the machine's locale is.
///
/// @param clock tells when files are received
public record Console(InputStream in, PrintStream out, PrintStream err, InstantSource clock) {
  private static final int BUFFER = 1 << 16;

  /// The process's own streams and the system's clock.
  public static Console standard() {
    return new Console(
        System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), InstantSource.system());
  }

  /// Writes a sentence to standard error; `about` says which file it is about.
  void complain(String about, String sentence) {
    complain(about + ": " + sentence);
  }

  /// Writes a sentence to standard error.
  void complain(String sentence) {
    err.println("readthrough: " + sentence);
    err.flush();
  }

  /// A stream of its own, since the one of [System] has the locale's encoding and flushes at every
  /// line. Whoever writes to it flushes it.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }
}
