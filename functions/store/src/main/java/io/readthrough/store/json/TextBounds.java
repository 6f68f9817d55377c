package io.readthrough.store.json;

import org.jspecify.annotations.Nullable;

/// Cuts text to what an item can hold, never through a character of two units.
public final class TextBounds {
  private TextBounds() {}

  /// The first `most` UTF-16 units of `text`, one fewer where the last would be half a character.
  public static @Nullable String cut(@Nullable String text, int most) {
    return text == null ? null : text.substring(0, end(text, 0, text.length(), most));
  }

  /// The end of `text[start, end)` cut to `most` units.
  public static int end(String text, int start, int end, int most) {
    if (end - start <= most) {
      return end;
    }
    int cut = start + most;
    return cut > start && Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
  }
}
