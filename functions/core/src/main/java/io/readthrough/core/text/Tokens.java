package io.readthrough.core.text;

import io.readthrough.core.note.TextSpan;
import org.jspecify.annotations.Nullable;

/// A text's tokens in order, held as arrays so that a long note costs no object per word. Hyphens
/// between words are no tokens: "better-than-expected" is three words, the last two [#joined].
public final class Tokens {
  static final byte SPACE_BEFORE = 1;
  static final byte LINE_BEFORE = 2;
  static final byte JOINED = 4;
  static final byte PARAGRAPH_BEFORE = 8;
  static final byte CAPITALISED = 16;

  private final String text;
  private final char[] folded;
  private final int[] starts;
  private final int[] ends;
  private final int[] hashes;
  private final TokenKind[] kinds;
  private final byte[] flags;
  private final int size;

  // Found when first asked for; several threads would write the same.
  private int @Nullable [] earlier;
  private WordClass @Nullable [] wordClasses;
  private @Nullable Values values;

  Tokens(
      String text,
      char[] folded,
      int[] starts,
      int[] ends,
      int[] hashes,
      TokenKind[] kinds,
      byte[] flags,
      int size) {
    this.text = text;
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
    this.kinds = kinds;
    this.flags = flags;
    this.size = size;
  }

  /// Cuts `text` into tokens, in time linear in its length.
  public static Tokens of(String text) {
    return new Tokenizer(text).run();
  }

  /// The text that was cut.
  public String text() {
    return text;
  }

  /// How many tokens there are.
  public int size() {
    return size;
  }

  /// Where token `i` starts in the text.
  public int start(int i) {
    return starts[i];
  }

  /// Where token `i` ends in the text, exclusive.
  public int end(int i) {
    return ends[i];
  }

  /// What token `i` is.
  public TokenKind kind(int i) {
    return kinds[i];
  }

  /// Whether token `i` is of `kind`.
  public boolean is(int i, TokenKind kind) {
    return kinds[i] == kind;
  }

  /// Token `i` as printed.
  public String text(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /// Token `i` in lower case with straight apostrophes.
  public String folded(int i) {
    return new String(folded, starts[i], ends[i] - starts[i]);
  }

  /// The whole text in lower case with straight apostrophes, character by character: the offsets
  /// are those of the text. Not to be changed.
  char[] folded() {
    return folded;
  }

  /// The folded character at `offset` of the text.
  public char foldedAt(int offset) {
    return folded[offset];
  }

  /// The hash of the folded token `i`: that of [String#hashCode].
  public int hash(int i) {
    return hashes[i];
  }

  /// For each token the last one before it of the same folded characters and kind, or itself: a
  /// text says most of its words more than once, and what is known of one need not be looked up
  /// again. Some that were there before may be missed. Not to be changed.
  public int[] earlier() {
    int[] known = earlier;
    if (known == null) {
      known = findEarlier();
      earlier = known;
    }
    return known;
  }

  /// Each hash has one place, where the next one with its lower bits takes it over: no text can
  /// make this slow.
  private int[] findEarlier() {
    int[] last = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
    int[] found = new int[size];
    for (int i = 0; i < size; i++) {
      int place = (hashes[i] ^ (hashes[i] >>> 16)) & (last.length - 1);
      int before = last[place] - 1;
      found[i] = before >= 0 && isAlike(before, i) ? before : i;
      last[place] = i + 1;
    }
    return found;
  }

  private boolean isAlike(int one, int other) {
    int length = ends[one] - starts[one];
    if (hashes[one] != hashes[other]
        || kinds[one] != kinds[other]
        || length != ends[other] - starts[other]) {
      return false;
    }
    // Words are short: a loop is done before a call that compares ranges has begun.
    for (int k = 0; k < length; k++) {
      if (folded[starts[one] + k] != folded[starts[other] + k]) {
        return false;
      }
    }
    return true;
  }

  /// The class of token `i`.
  WordClass wordClass(int i) {
    WordClass[] known = wordClasses;
    if (known == null) {
      known = new WordClass[size];
      int[] before = earlier();
      for (int k = 0; k < size; k++) {
        known[k] = before[k] < k ? known[before[k]] : WordClass.find(this, k);
      }
      wordClasses = known;
    }
    return known[i];
  }

  /// For each token its value in `words`, as [WordTable#find] answers it: for the few tables that
  /// all words of a text are looked up in, so that all who ask for one share the look-ups. Not to
  /// be changed.
  public int[] values(WordTable words) {
    for (Values known = values; known != null; known = known.others) {
      if (known.words == words) {
        return known.found;
      }
    }
    int[] found = new int[size];
    int[] before = earlier();
    for (int i = 0; i < size; i++) {
      found[i] = before[i] < i ? found[before[i]] : words.find(this, i);
    }
    // Of two threads at once one may lose what it found, and find it again.
    values = new Values(words, found, values);
    return found;
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Values(WordTable words, int[] found, @Nullable Values others) {}

  /// Whether the folded token `i` is exactly `word`.
  public boolean is(int i, String word) {
    // The hash of a word that stands in the code is a constant, and tells nearly every other token.
    return hashes[i] == word.hashCode() && spells(i, word);
  }

  private boolean spells(int i, String word) {
    int start = starts[i];
    if (ends[i] - start != word.length()) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (folded[start + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// Whether token `i` is one character, `mark`.
  public boolean isMark(int i, char mark) {
    // The hash of one character is the character.
    return hashes[i] == mark && ends[i] - starts[i] == 1;
  }

  /// Whether token `i` starts with an upper-case letter.
  public boolean capitalised(int i) {
    return (flags[i] & CAPITALISED) != 0;
  }

  /// Whether token `i` has at least two letters and none in lower case.
  public boolean allCaps(int i) {
    int letters = 0;
    for (int k = starts[i]; k < ends[i]; k++) {
      char c = text.charAt(k);
      if (Character.isLowerCase(c)) {
        return false;
      }
      if (Character.isUpperCase(c)) {
        letters++;
      }
    }
    return letters >= 2;
  }

  /// Whether white space stands before token `i`; true of the first.
  public boolean spaceBefore(int i) {
    return (flags[i] & SPACE_BEFORE) != 0;
  }

  /// Whether token `i` is the first of its line.
  public boolean lineBefore(int i) {
    return (flags[i] & LINE_BEFORE) != 0;
  }

  /// Whether token `i` is the first after an empty line, or the first of all.
  public boolean paragraphBefore(int i) {
    return (flags[i] & PARAGRAPH_BEFORE) != 0;
  }

  /// Whether only a hyphen stands between token `i` and the one before.
  public boolean joined(int i) {
    return (flags[i] & JOINED) != 0;
  }

  /// The span of the tokens from `from` to `to`, the latter exclusive.
  public TextSpan span(int from, int to) {
    return new TextSpan(starts[from], ends[to - 1]);
  }

  /// The first token that starts at or after `offset` or contains it; [#size] when none does.
  public int at(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
