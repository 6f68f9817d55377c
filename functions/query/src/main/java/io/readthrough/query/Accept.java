package io.readthrough.query;

import java.util.Locale;

/// Reads the `Accept` header (RFC 9110, 12.5.1) as far as an API needs to that speaks JSON only.
final class Accept {
  private Accept() {}

  /// Whether JSON will do: the header is absent, or its most specific range that covers
  /// `application/json` has a quality above 0. `application/problem+json` alone will not do.
  static boolean json(String header) {
    if (header.isBlank()) {
      return true;
    }
    int most = -1;
    boolean accepted = false;
    for (String each : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = each.split(";", -1);
      int specific =
          switch (parts[0].strip()) {
            case "application/json" -> 2;
            case "application/*" -> 1;
            case "*/*" -> 0;
            default -> -1;
          };
      if (specific > most) {
        most = specific;
        accepted = !isRefused(parts);
      }
    }
    return accepted;
  }

  /// Whether the range's quality is 0: "q=0", "q=0.000".
  private static boolean isRefused(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].strip().matches("q=0(\\.0{0,3})?")) {
        return true;
      }
    }
    return false;
  }
}
