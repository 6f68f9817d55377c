package io.readthrough.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the local run keeps what it keeps.
///
/// @param path the folder
record DataFolder(Path path) {
  /// Files copied here are dropped into the bucket.
  Path inbox() {
    return path.resolve("inbox");
  }

  /// The newest token.
  Path token() {
    return path.resolve("token");
  }

  /// What the functions print.
  Path functionLog() {
    return path.resolve("functions.log");
  }

  /// Sends what handlers in this JVM print to the functions' log from now on, as their processes'
  /// output goes to CloudWatch on AWS.
  ///
  /// @return the console
  PrintStream redirectFunctionOutput() throws IOException {
    Files.createDirectories(path);
    PrintStream console = System.out;
    System.setOut(
        new PrintStream(
            Files.newOutputStream(
                functionLog(), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8));
    return console;
  }
}
