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

  /// Levenshtein's, by two rows.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[b.length() + 1];
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(replaced, 1 + Math.min(row[j], next[j - 1]));
      }
      row = next;
    }
    return row[b.length()];
  }
}
