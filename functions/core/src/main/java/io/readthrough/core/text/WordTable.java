package io.readthrough.core.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Words and a number for each, looked up by a stretch of characters, so that no string is made for
/// a word of a text. Built once, then read by any number of threads.
///
/// A look-up touches one array, unless it finds: a slot holds the whole hash of its word, and a
/// text's tokens know theirs. What is known of all words lies in one array.
public final class WordTable {
  /// What [#find] answers for a word that is not in the table.
  public static final int ABSENT = -1;

  private static final int INITIAL_SLOTS = 64;
  private static final int USUAL_LENGTH = 8;
  private static final int SLOTS_A_WORD_OF_FILTER = 16;

  /// How many characters a word's length takes in the pool, and its value as many more.
  private static final int NUMBER = Integer.SIZE / Character.SIZE;

  private static final int HEADER = 2 * NUMBER;

  /// 31 times it is 1, in arithmetic of 32 bits.
  private static final int INVERSE_OF_31 = 0xBDEF7BDF;

  /// The hash of a word in the upper half and its place in the pool in the lower; 0 where none is.
  private long[] slots;

  /// A bit for each hash, by its upper bits: most words that are looked up are in no table, and
  /// this is small enough to stay near.
  private long[] filter;

  /// For each word its length, its value, and its characters, so that a look-up that finds has all
  /// of them in one place. Nothing starts at 0.
  private char[] pool = new char[(HEADER + USUAL_LENGTH) * INITIAL_SLOTS];

  private int used = 1;

  /// For each word, by its number, its place in the pool.
  private int[] places = new int[INITIAL_SLOTS];

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
    table.pool = new char[(HEADER + USUAL_LENGTH) * words + 1];
    table.places = new int[words];
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
    char[] characters = in.chars();
    int[] values = in.numbers();
    WordTable table = new WordTable(slots(lengths.length));
    table.pool = new char[HEADER * lengths.length + characters.length + 1];
    table.places = new int[lengths.length];
    int from = 0;
    for (int i = 0; i < lengths.length; i++) {
      table.append(characters, from, lengths[i], values[i]);
      from += lengths[i];
    }
    return table;
  }

  /// Writes the words in the order in which they were added, and their values.
  public void write(ArrayWriter out) {
    out.numbers(Arrays.stream(places, 0, size).map(this::length).toArray());
    out.chars(IntStream.range(0, size).mapToObj(this::word).collect(Collectors.joining()));
    out.numbers(Arrays.stream(places, 0, size).map(this::value).toArray());
  }

  /// The word that was added after `number` others.
  public String word(int number) {
    return String.valueOf(pool, places[number] + HEADER, length(places[number]));
  }

  /// The hash of the word that was added after `number` others, as [Tokens#hash] has it.
  public int hash(int number) {
    int from = places[number] + HEADER;
    int hash = 0;
    for (int i = from; i < from + length(places[number]); i++) {
      hash = hash * 31 + pool[i];
    }
    return hash;
  }

  /// How many words there are.
  public int size() {
    return size;
  }

  /// Adds `word` with `value`, which is not negative, unless the word is there already. Answers the
  /// value that the table now has for the word.
  public int add(String word, int value) {
    int hash = word.hashCode();
    int place = place(word, 0, word.length(), hash);
    if (place > 0) {
      return value(place);
    }
    if ((size + 1) * 2 >= slots.length) {
      grow();
    }
    append(word.toCharArray(), 0, word.length(), value);
    return value;
  }

  /// The value of `word`, or [#ABSENT].
  public int find(String word) {
    int place = place(word, 0, word.length(), word.hashCode());
    return place > 0 ? value(place) : ABSENT;
  }

  /// The value of the word that stands in `line` from `start` to `end`, or [#ABSENT].
  public int find(String line, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + line.charAt(i);
    }
    int place = place(line, start, end, hash);
    return place > 0 ? value(place) : ABSENT;
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
    int hash = tokens.hash(i);
    int mixed = spread(hash);
    // Apart from the rest, and small, so that it becomes part of each loop over the tokens of a
    // text: for nearly all of them this is all that is done.
    if ((filter[(mixed >>> 6) & (filter.length - 1)] & (1L << mixed)) == 0) {
      return ABSENT;
    }
    return find(tokens, tokens.start(i), tokens.end(i), hash, "");
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

  private boolean matches(int place, Tokens tokens, int start, int end, String suffix) {
    int stem = end - start;
    if (length(place) != stem + suffix.length()) {
      return false;
    }
    int from = place + HEADER;
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

  /// The place in the pool of the word that stands in `line` from `start` to `end`, or 0.
  private int place(String line, int start, int end, int hash) {
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

  private boolean isAt(int place, String line, int start, int end) {
    if (length(place) != end - start) {
      return false;
    }
    int from = place + HEADER - start;
    for (int i = start; i < end; i++) {
      if (pool[from + i] != line.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Adds the word whose characters stand in `characters` from `from` on, which is not there.
  private void append(char[] characters, int from, int length, int value) {
    int end = used + HEADER + length;
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, pool.length * 2));
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size + 1);
    }
    putNumber(used, length);
    putNumber(used + NUMBER, value);
    int hash = 0;
    for (int i = 0; i < length; i++) {
      char c = characters[from + i];
      pool[used + HEADER + i] = c;
      hash = hash * 31 + c;
    }
    put(hash, used);
    places[size++] = used;
    used = end;
  }

  private int length(int place) {
    return number(place);
  }

  private int value(int place) {
    return number(place + NUMBER);
  }

  private int number(int at) {
    return pool[at] << Character.SIZE | pool[at + 1];
  }

  private void putNumber(int at, int number) {
    pool[at] = (char) (number >>> Character.SIZE);
    pool[at + 1] = (char) number;
  }

  private void put(int hash, int place) {
    int mixed = spread(hash);
    filter[(mixed >>> 6) & (filter.length - 1)] |= 1L << mixed;
    int mask = slots.length - 1;
    int slot = mixed & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = ((long) hash << 32) | place;
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
