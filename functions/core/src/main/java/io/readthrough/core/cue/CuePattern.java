package io.readthrough.core.cue;

import io.readthrough.core.text.Rows;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One wording of a cue, compiled: slots that follow each other, some after a gap.
final class CuePattern {
  /// The most tokens that the gap `..` spans, none of them a mark.
  private static final int GAP = 5;

  /// The most tokens that the gap `...` spans, commas among them.
  private static final int WIDE_GAP = 10;

  private static final int NO_MATCH = -1;

  /// What [#next] answers where nothing comes next, or nothing need.
  static final long NOTHING = 1L << 63;

  final Cue cue;
  final boolean atStart;
  private final Slot[] slots;

  private CuePattern(Cue cue, boolean atStart, Slot[] slots) {
    this.cue = cue;
    this.atStart = atStart;
    this.slots = slots;
  }

  /// Compiles a wording; `words` learns the words that it uses.
  ///
  /// @throws IllegalStateException when it starts with anything but a word that must be there
  static CuePattern of(Cue cue, String wording, WordTable words) {
    boolean atStart = wording.startsWith("^");
    List<Slot> slots = new ArrayList<>();
    int gap = 0;
    boolean wide = false;
    boolean wordless = false;
    for (String part : Rows.parts(atStart ? wording.substring(1) : wording, " ")) {
      if (part.equals("..") || part.equals("...")) {
        wide = part.length() == 3;
        gap = wide ? WIDE_GAP : GAP;
      } else if (!part.isEmpty()) {
        boolean optional = part.endsWith("?");
        String slot = optional ? part.substring(0, part.length() - 1) : part;
        wordless |= slot.isEmpty();
        slots.add(new Slot(ids(slot, words), slot.equals("#"), optional, gap, wide));
        gap = 0;
      }
    }
    if (slots.isEmpty()
        || wordless
        || gap > 0
        || slots.getFirst().optional
        || slots.getFirst().figure
        || slots.getFirst().gap > 0) {
      throw new IllegalStateException(
          "the wording '" + wording + "' must start with a word and end with a word or #");
    }
    return new CuePattern(cue, atStart, slots.toArray(new Slot[0]));
  }

  /// The words that the wording can start with.
  int[] starts() {
    return slots[0].words;
  }

  /// What must come right after the first word: the bits of the words that may, as [#next(int)] has
  /// them, or [#NOTHING] where the wording ends there or something else may come.
  long next() {
    if (slots.length == 1 || slots[1].optional || slots[1].figure || slots[1].gap > 0) {
      return NOTHING;
    }
    long next = 0;
    for (int word : slots[1].words) {
      next |= next(word) & ~NOTHING;
    }
    return next;
  }

  /// The bits of a word that comes next, one of which a wording needs: [#NOTHING] and one that it
  /// shares with others.
  static long next(int word) {
    return word < 0 ? NOTHING : NOTHING | 1L << word % 63;
  }

  /// The end of the wording when it starts at token `i` and ends by `to`, or -1.
  int end(Tokens tokens, int[] ids, int i, int to) {
    return slots[0].fits(tokens, ids, i) ? end(tokens, ids, i + 1, to, 1) : NO_MATCH;
  }

  private int end(Tokens tokens, int[] ids, int at, int to, int next) {
    if (next == slots.length) {
      return at;
    }
    Slot slot = slots[next];
    for (int i = at; i <= Math.min(at + slot.gap, to - 1); i++) {
      if (slot.fits(tokens, ids, i)) {
        int end = end(tokens, ids, i + 1, to, next + 1);
        if (end != NO_MATCH) {
          return end;
        }
      }
      if (divides(tokens, i) && !(slot.wide && tokens.isMark(i, ','))) {
        break;
      }
    }
    return slot.optional ? end(tokens, ids, at, to, next + 1) : NO_MATCH;
  }

  private static boolean divides(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.PUNCTUATION);
  }

  /// The ids of a slot's words in order, each once.
  private static int[] ids(String slot, WordTable words) {
    if (slot.equals("#")) {
      return new int[0];
    }
    int[] ids = new int[8];
    int count = 0;
    for (String word : Rows.parts(slot, "/")) {
      for (String form : forms(word)) {
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = words.add(form, words.size());
      }
    }
    Arrays.sort(ids, 0, count);
    int once = 1;
    for (int i = 1; i < count; i++) {
      if (ids[i] != ids[i - 1]) {
        ids[once++] = ids[i];
      }
    }
    return Arrays.copyOf(ids, once);
  }

  /// `word~` stands for the word with all its regular endings.
  private static List<String> forms(String word) {
    if (!word.endsWith("~")) {
      return List.of(word);
    }
    String base = word.substring(0, word.length() - 1);
    char last = base.charAt(base.length() - 1);
    String stem = base.substring(0, base.length() - 1);
    boolean consonant = base.length() > 1 && !isVowel(base.charAt(base.length() - 2));
    if (last == 'e') {
      return List.of(base, base + "s", base + "d", stem + "ing");
    }
    if (last == 'y' && consonant) {
      return List.of(base, stem + "ies", stem + "ied", base + "ing");
    }
    boolean hisses = last == 's' || last == 'x' || base.endsWith("ch") || base.endsWith("sh");
    List<String> forms =
        new ArrayList<>(List.of(base, base + (hisses ? "es" : "s"), base + "ed", base + "ing"));
    if (!isVowel(last) && !consonant) {
      forms.add(base + last + "ed");
      forms.add(base + last + "ing");
    }
    return forms;
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /// @param words the ids of the words that fit, in order
  /// @param figure whether any figure fits
  /// @param gap how many tokens may stand before it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Slot(int[] words, boolean figure, boolean optional, int gap, boolean wide) {
    boolean fits(Tokens tokens, int[] ids, int i) {
      if (figure) {
        return tokens.kind(i).isFigure();
      }
      int id = ids[i];
      if (id < words[0] || id > words[words.length - 1]) {
        return false;
      }
      return words.length == 1 || Arrays.binarySearch(words, id) >= 0;
    }
  }
}
