package io.readthrough.parse.extract;

/// Cuts a text that is too long at the end of a sentence.
public final class TextLimit {
  /// How far back the end of a sentence is looked for.
  private static final int LOOK_BACK = 2_000;

  private TextLimit() {}

  /// Where to cut `text` so that at most `max` units stay: after the last sentence or line that
  /// fits, else after the last word, and never within a surrogate pair.
  public static int cut(CharSequence text, int max) {
    if (text.length() <= max) {
      return text.length();
    }
    int word = 0;
    for (int i = max; i > 0 && i > max - LOOK_BACK; i--) {
      char next = text.charAt(i);
      char last = text.charAt(i - 1);
      if (Character.isWhitespace(next)) {
        if (last == '.' || last == '!' || last == '?' || next == '\n') {
          return i;
        }
        word = Math.max(word, i);
      }
    }
    if (word > 0) {
      return word;
    }
    return Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max;
  }

  /// Tells the reader what was left out.
  static String warning(int maxCharacters, int kept) {
    return "The document has more than "
        + maxCharacters
        + " characters of text: what follows the first "
        + kept
        + " was left out.";
  }
}
