package io.readthrough.core.text;

import java.util.Arrays;

/// Words and a number for each, looked up by a stretch of characters, so that no string is made for
/// a word of a text. Built once, then read by any number of threads.
public final class WordTable {
  /// What [#find] answers for a word that is not in the table.
  public static final int ABSENT = -1;

  private String[] words = free(64);
  private int[] values = new int[64];
  private int size;

  /// The words of `line`, which single blanks divide, each with the value 0.
  public static WordTable of(String line) {
    WordTable table = new WordTable();
    for (String word : line.split(" ", -1)) {
      table.add(word, 0);
    }
    return table;
  }

  /// How many words there are.
  public int size() {
    return size;
  }

  /// Adds `word` with `value`, which is not negative, unless the word is there already. Answers the
  /// value that the table now has for the word.
  public int add(String word, int value) {
    if (size * 2 >= words.length) {
      grow();
    }
    int slot = slot(words, word);
    if (words[slot].isEmpty()) {
      words[slot] = word;
      values[slot] = value;
      size++;
    }
    return values[slot];
  }

  /// The value of `word`, or [#ABSENT].
  public int find(String word) {
    int slot = slot(words, word);
    return words[slot].isEmpty() ? ABSENT : values[slot];
  }

  /// The value of the folded characters of `tokens`' text from `start` to `end` with `suffix` after
  /// them, or [#ABSENT].
  public int find(Tokens tokens, int start, int end, String suffix) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + tokens.foldedAt(i);
    }
    for (int i = 0; i < suffix.length(); i++) {
      hash = hash * 31 + suffix.charAt(i);
    }
    int mask = words.length - 1;
    int slot = spread(hash) & mask;
    while (!words[slot].isEmpty()) {
      if (matches(words[slot], tokens, start, end, suffix)) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  /// The value of the folded token `i`, or [#ABSENT].
  public int find(Tokens tokens, int i) {
    return find(tokens, tokens.start(i), tokens.end(i), "");
  }

  private static boolean matches(String word, Tokens tokens, int start, int end, String suffix) {
    int stem = end - start;
    if (word.length() != stem + suffix.length()) {
      return false;
    }
    for (int i = 0; i < stem; i++) {
      if (word.charAt(i) != tokens.foldedAt(start + i)) {
        return false;
      }
    }
    return word.endsWith(suffix);
  }

  private void grow() {
    String[] old = words;
    int[] oldValues = values;
    words = free(old.length * 2);
    values = new int[old.length * 2];
    for (int i = 0; i < old.length; i++) {
      if (!old[i].isEmpty()) {
        int slot = slot(words, old[i]);
        words[slot] = old[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private static int slot(String[] words, String word) {
    int mask = words.length - 1;
    // String.hashCode is specified as the same polynomial that find computes from characters.
    int slot = spread(word.hashCode()) & mask;
    while (!words[slot].isEmpty() && !words[slot].equals(word)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /// No word is empty, so the empty string marks a free slot.
  private static String[] free(int slots) {
    String[] words = new String[slots];
    Arrays.fill(words, "");
    return words;
  }
}
