package io.readthrough.core.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Words and a number for each, looked up by a stretch of characters, so that no string is made for
/// a word of a text. Built once, then read by any number of threads.
///
/// A look-up touches one array, unless it finds: a slot holds the whole hash of its word, and a
/// text's tokens know theirs. The characters of all words lie in one array.
public final class WordTable {
  /// What [#find] answers for a word that is not in the table.
  public static final int ABSENT = -1;

  private static final int INITIAL_SLOTS = 64;
  private static final int USUAL_LENGTH = 8;
  private static final int SLOTS_A_WORD_OF_FILTER = 16;

  /// 31 times it is 1, in arithmetic of 32 bits.
  private static final int INVERSE_OF_31 = 0xBDEF7BDF;

  /// The hash of a word in the upper half and its index, from 1, in the lower; 0 where none is.
  private long[] slots;

  /// A bit for each hash, by its upper bits: most words that are looked up are in no table, and
  /// this is small enough to stay near.
  private long[] filter;

  private char[] pool = new char[USUAL_LENGTH * INITIAL_SLOTS];

  /// For each word, from index 1, where it ends in the pool, then its value, side by side; a word
  /// starts where the one before ends.
  private int[] entries = new int[2 * INITIAL_SLOTS];

  private int size;

  /// A table without words.
  public WordTable() {
    this(INITIAL_SLOTS);
  }

  private WordTable(int slots) {
    this.slots = new long[slots];
    this.filter = new long[slots / SLOTS_A_WORD_OF_FILTER];
  }

  /// A table without words that has room for `words` before it grows.
  public static WordTable withRoomFor(int words) {
    WordTable table = new WordTable(slots(words));
    table.pool = new char[USUAL_LENGTH * words + 1];
    table.entries = new int[2 * words + 2];
    return table;
  }

  /// The words of `line`, which single blanks divide, each with the value 0.
  public static WordTable of(String line) {
    WordTable table = new WordTable();
    for (String word : line.split(" ", -1)) {
      table.add(word, 0);
    }
    return table;
  }

  /// The words of all `tables`, each with the value 0.
  public static WordTable union(WordTable... tables) {
    WordTable union = new WordTable();
    for (WordTable table : tables) {
      for (int i = 0; i < table.size; i++) {
        union.add(table.word(i), 0);
      }
    }
    return union;
  }

  /// Reads the table that [#write] wrote.
  public static WordTable read(ArrayReader in) {
    int[] lengths = in.numbers();
    WordTable table = new WordTable(slots(lengths.length));
    table.pool = in.chars();
    table.entries = new int[2 * lengths.length + 2];
    int[] values = in.numbers();
    for (int i = 0; i < lengths.length; i++) {
      table.addFromPool(lengths[i], values[i]);
    }
    return table;
  }

  /// Writes the words in the order in which they were added, and their values.
  public void write(ArrayWriter out) {
    out.numbers(IntStream.range(0, size).map(i -> end(i + 1) - end(i)).toArray());
    out.chars(String.valueOf(pool, 0, end(size)));
    out.numbers(IntStream.rangeClosed(1, size).map(this::value).toArray());
  }

  /// The word that was added after `number` others.
  public String word(int number) {
    return String.valueOf(pool, end(number), end(number + 1) - end(number));
  }

  /// How many words there are.
  public int size() {
    return size;
  }

  /// Adds `word` with `value`, which is not negative, unless the word is there already. Answers the
  /// value that the table now has for the word.
  public int add(String word, int value) {
    int hash = word.hashCode();
    int index = index(word, 0, word.length(), hash);
    if (index > 0) {
      return value(index);
    }
    if ((size + 1) * 2 >= slots.length) {
      grow();
    }
    append(word, value);
    put(hash, size);
    return value;
  }

  /// The value of `word`, or [#ABSENT].
  public int find(String word) {
    int index = index(word, 0, word.length(), word.hashCode());
    return index > 0 ? value(index) : ABSENT;
  }

  /// The value of the word that stands in `line` from `start` to `end`, or [#ABSENT].
  public int find(String line, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + line.charAt(i);
    }
    int index = index(line, start, end, hash);
    return index > 0 ? value(index) : ABSENT;
  }

  /// The value of the folded characters of `tokens`' text from `start` to `end` with `suffix` after
  /// them, or [#ABSENT].
  public int find(Tokens tokens, int start, int end, String suffix) {
    return find(tokens, start, end, hash(tokens, start, end), suffix);
  }

  /// The same where the [#hash] of the characters from `start` to `end` is known.
  public int find(Tokens tokens, int start, int end, int hash, String suffix) {
    int whole = hash;
    for (int i = 0; i < suffix.length(); i++) {
      whole = whole * 31 + suffix.charAt(i);
    }
    int mixed = spread(whole);
    if ((filter[(mixed >>> 6) & (filter.length - 1)] & (1L << mixed)) == 0) {
      return ABSENT;
    }
    int mask = slots.length - 1;
    int slot = mixed & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == whole && matches((int) entry, tokens, start, end, suffix)) {
        return value((int) entry);
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  /// The value of the folded token `i`, or [#ABSENT].
  public int find(Tokens tokens, int i) {
    return find(tokens, tokens.start(i), tokens.end(i), tokens.hash(i), "");
  }

  /// The hash of the folded characters of `tokens`' text from `start` to `end`: that of
  /// [String#hashCode], which is specified.
  public static int hash(Tokens tokens, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + tokens.foldedAt(i);
    }
    return hash;
  }

  /// The hash of what is left of a word with this hash when its last character is cut off.
  public static int hashWithout(int hash, char last) {
    return (hash - last) * INVERSE_OF_31;
  }

  private boolean matches(int index, Tokens tokens, int start, int end, String suffix) {
    int from = end(index - 1);
    int stem = end - start;
    if (end(index) - from != stem + suffix.length()) {
      return false;
    }
    char[] folded = tokens.folded();
    // Words are short: a loop is done before a call that compares ranges has begun.
    for (int i = 0; i < stem; i++) {
      if (pool[from + i] != folded[start + i]) {
        return false;
      }
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (pool[from + stem + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The index of the word that stands in `line` from `start` to `end`, from 1, or 0.
  private int index(String line, int start, int end, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == hash && isAt((int) entry, line, start, end)) {
        return (int) entry;
      }
      slot = (slot + 1) & mask;
    }
    return 0;
  }

  private boolean isAt(int index, String line, int start, int end) {
    int from = end(index - 1);
    if (end(index) - from != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (pool[from + i - start] != line.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void append(String word, int value) {
    size++;
    if (2 * size == entries.length) {
      entries = Arrays.copyOf(entries, 4 * size);
    }
    int from = end(size - 1);
    int end = from + word.length();
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, pool.length * 2));
    }
    word.getChars(0, word.length(), pool, from);
    entries[2 * size] = end;
    entries[2 * size + 1] = value;
  }

  /// Adds the word whose characters are the next in the pool.
  private void addFromPool(int length, int value) {
    int end = end(size);
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + pool[end++];
    }
    size++;
    entries[2 * size] = end;
    entries[2 * size + 1] = value;
    put(hash, size);
  }

  private int end(int index) {
    return entries[2 * index];
  }

  private int value(int index) {
    return entries[2 * index + 1];
  }

  private void put(int hash, int index) {
    int mixed = spread(hash);
    filter[(mixed >>> 6) & (filter.length - 1)] |= 1L << mixed;
    int mask = slots.length - 1;
    int slot = mixed & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = ((long) hash << 32) | index;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    filter = new long[slots.length / SLOTS_A_WORD_OF_FILTER];
    for (long entry : old) {
      if (entry != 0) {
        put((int) (entry >>> 32), (int) entry);
      }
    }
  }

  private static int slots(int words) {
    int slots = INITIAL_SLOTS;
    while (slots <= 2 * words) {
      slots *= 2;
    }
    return slots;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
