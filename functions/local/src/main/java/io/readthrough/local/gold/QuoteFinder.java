package io.readthrough.local.gold;

import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.List;

/// Finds quotes of a note's file in the text that the parser made of it, which may have other white
/// space and no markup.
final class QuoteFinder {
  private final String letters;
  private final int[] offsets;

  /// A finder of quotes in `text`.
  QuoteFinder(String text) {
    StringBuilder kept = new StringBuilder();
    int[] at = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (isKept(text.charAt(i))) {
        at[kept.length()] = i;
        kept.append(text.charAt(i));
      }
    }
    this.letters = kept.toString();
    this.offsets = at;
  }

  /// Every place where `quote` stands; none when it does not.
  List<TextSpan> find(String quote) {
    String wanted =
        quote
            .chars()
            .filter(c -> isKept((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    List<TextSpan> found = new ArrayList<>();
    if (!wanted.isEmpty()) {
      for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
        found.add(new TextSpan(offsets[at], offsets[at + wanted.length() - 1] + 1));
      }
    }
    return found;
  }

  private static boolean isKept(char c) {
    return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && "|*#_".indexOf(c) < 0;
  }
}
