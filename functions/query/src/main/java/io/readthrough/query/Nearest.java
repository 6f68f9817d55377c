package io.readthrough.query;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds what somebody meant.
final class Nearest {
  /// Nobody means a name of ours by more than this.
  private static final int LONGEST = 40;

  private Nearest() {}

  /// The known word that `given` is most likely meant for: spelled the same but for case and
  /// separators, or a part of it ("from" for "time_from"), or within a third of its letters by edit
  /// distance; null when none is near.
  static @Nullable String of(String given, Collection<String> known) {
    if (given.isEmpty() || given.length() > LONGEST) {
      return null;
    }
    String word = plain(given);
    String nearest = null;
    int least = Math.max(1, word.length() / 3) + 1;
    for (String each : known) {
      String candidate = plain(each);
      if (candidate.equals(word)) {
        return each;
      }
      int distance = word.length() > 2 && candidate.contains(word) ? 1 : distance(word, candidate);
      if (distance < least) {
        least = distance;
        nearest = each;
      }
    }
    return nearest;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /// Edits of one letter and swaps of two neighbours (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
