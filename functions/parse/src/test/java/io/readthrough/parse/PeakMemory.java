package io.readthrough.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has had, as the system counts it.
final class PeakMemory {
  private PeakMemory() {}

  /// In MB; NaN where the system does not tell.
  static double megabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        }
      }
    }
    return Double.NaN;
  }
}
