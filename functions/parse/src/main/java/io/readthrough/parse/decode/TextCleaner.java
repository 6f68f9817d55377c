package io.readthrough.parse.decode;

import java.util.ArrayList;
import java.util.List;

/// Makes text that is safe to show and simple to read, and counts what it took out.
///
/// Line ends of every kind become `\n`; every other white space but the tab becomes one space;
/// control characters, characters that change the direction of writing and invisible characters go;
/// half a surrogate pair becomes U+FFFD. Nothing else changes: no Unicode normalisation form is
/// applied. Cleaning clean text changes nothing.
public final class TextCleaner {
  private static final char REPLACEMENT = '\uFFFD';

  /// The high half of the invisible "tag" characters U+E0000 to U+E007F, whose low halves follow.
  private static final char TAG_HIGH = '\uDB40';

  private static final char TAG_LOW_FIRST = '\uDC00';
  private static final char TAG_LOW_LAST = '\uDC7F';

  private int controls;
  private int disguises;
  private int halves;

  /// The clean form of `text`.
  public String clean(String text) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        clean.append(c);
      } else if (c == '\r') {
        clean.append('\n');
        if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        appendPair(c, text.charAt(++i), clean);
      } else {
        append(c, clean);
      }
    }
    return clean.toString();
  }

  /// Whether `c` stays for sure: ASCII, Latin letters and signs, Greek, Cyrillic, Hebrew.
  private static boolean isPlain(char c) {
    boolean ascii = c >= ' ' && c < '\u007F';
    boolean letter = c > '\u00AD' && c < '\u0600';
    return ascii || letter || c == '\n' || c == '\t';
  }

  private void appendPair(char high, char low, StringBuilder clean) {
    if (high == TAG_HIGH && low >= TAG_LOW_FIRST && low <= TAG_LOW_LAST) {
      disguises++;
    } else {
      clean.append(high).append(low);
    }
  }

  private void append(char c, StringBuilder clean) {
    switch (c) {
      case '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> clean.append('\n');
      // Soft hyphen, zero width space, word joiner, byte order mark: layout, of no meaning.
      case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> {}
      case '\u061C',
          '\u200E',
          '\u200F',
          '\u202A',
          '\u202B',
          '\u202C',
          '\u202D',
          '\u202E',
          '\u2066',
          '\u2067',
          '\u2068',
          '\u2069' ->
          disguises++;
      default -> {
        if (Character.isISOControl(c)) {
          controls++;
        } else if (Character.isSurrogate(c)) {
          halves++;
          clean.append(REPLACEMENT);
        } else {
          clean.append(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
        }
      }
    }
  }

  /// What was taken out of all texts so far and may matter, a sentence each.
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (controls > 0) {
      warnings.add(controls + " control characters were removed.");
    }
    if (disguises > 0) {
      warnings.add(
          disguises
              + " invisible or direction-changing characters were removed; on a screen the document"
              + " may read differently.");
    }
    if (halves > 0) {
      warnings.add(halves + " damaged characters were replaced by U+FFFD.");
    }
    return warnings;
  }
}
