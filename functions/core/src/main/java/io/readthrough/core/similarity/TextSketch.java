package io.readthrough.core.similarity;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Region;
import java.util.Arrays;

/// A text's sketch, by which two texts can be compared without either: MinHash over runs of [#RUN]
/// words, of which the lowest byte of each of [#SIZE] minima is kept (b-bit minwise hashing, Li and
/// König 2010, b = 8).
///
/// Two sketches agree in a share of about `J + (1 - J) / 256` of their bytes, J being the Jaccard
/// similarity of the two sets of runs; the standard error of the estimate is `sqrt(J (1 - J) /
/// SIZE)`, at most 0.045. Making one takes time in proportion to the text.
public final class TextSketch {
  /// The words of a run. Shorter ones are shared by notes on the same matter; a word that is
  /// corrected changes as many runs.
  static final int RUN = 4;

  /// The bytes of a sketch.
  public static final int SIZE = 128;

  /// A text of fewer words says too little to tell what it repeats.
  static final int MIN_WORDS = 12;

  private static final double CHANCE = 1.0 / 256;
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextSketch() {}

  /// The sketch of what a note says: its scored regions, letters and digits alone, without case.
  /// Empty when it has fewer than [#MIN_WORDS] words.
  public static byte[] of(ParsedNote note) {
    Sketching sketching = new Sketching();
    for (Region region : note.regions()) {
      if (region.kind().isScored()) {
        sketching.add(note.text(), region.span().start(), region.span().end());
      }
    }
    return sketching.sketch();
  }

  /// The sketch of a text.
  static byte[] of(String text) {
    Sketching sketching = new Sketching();
    sketching.add(text, 0, text.length());
    return sketching.sketch();
  }

  /// How much two texts have in common, from 0 to 1, by their sketches; 0 when one of them is
  /// empty.
  public static double similarity(byte[] one, byte[] other) {
    if (one.length != SIZE || other.length != SIZE) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    double share = (double) same / SIZE;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }

  private static final class Sketching {
    private final long[] minima = new long[SIZE];
    private final long[] lastWords = new long[RUN];
    private int words;

    Sketching() {
      Arrays.fill(minima, Long.MAX_VALUE);
    }

    void add(String text, int start, int end) {
      long word = START;
      boolean in = false;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          word = (word ^ Character.toLowerCase(c)) * PRIME;
          in = true;
        } else if (in && !isInNumber(text, i, end)) {
          addWord(word);
          word = START;
          in = false;
        }
      }
      if (in) {
        addWord(word);
      }
    }

    /// A point or a comma between two digits parts no words: 1.2 is not 1, 2.
    private static boolean isInNumber(String text, int i, int end) {
      char c = text.charAt(i);
      return (c == '.' || c == ',') && i + 1 < end && Character.isDigit(text.charAt(i + 1));
    }

    private void addWord(long word) {
      lastWords[words % RUN] = mixed(word);
      words++;
      if (words < RUN) {
        return;
      }
      long run = START;
      for (int i = 0; i < RUN; i++) {
        run = mixed(run ^ lastWords[(words + i) % RUN]);
      }
      for (int i = 0; i < SIZE; i++) {
        long hash = mixed(run + i * 0x9e3779b97f4a7c15L) >>> 1;
        if (hash < minima[i]) {
          minima[i] = hash;
        }
      }
    }

    /// The finaliser of MurmurHash3.
    private static long mixed(long value) {
      long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return mixed ^ (mixed >>> 33);
    }

    byte[] sketch() {
      if (words < MIN_WORDS) {
        return new byte[0];
      }
      byte[] sketch = new byte[SIZE];
      for (int i = 0; i < SIZE; i++) {
        sketch[i] = (byte) minima[i];
      }
      return sketch;
    }
  }
}
