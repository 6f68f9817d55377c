package io.readthrough.core.lexicon;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.BitSet;
import java.util.List;

/// Finds the dictionary forms of a word of a text: by the table of irregular forms, then by the
/// regular endings of English, each guess kept only when it is a word of the lexicon.
final class Morphology {
  /// No word has more readings than this: the surface, irregular ones, and one regular.
  static final int MOST = 6;

  private final WordTable words;
  private final WordTable irregular;
  private final List<List<Reading>> readings;
  private final BitSet gradable;

  /// @param words the words of the lexicon
  /// @param irregular inflected forms, each with an index into `readings`
  /// @param readings what each of those forms can be
  /// @param gradable the words that are adjectives or adverbs: a "buyer" is no comparative of "buy"
  Morphology(WordTable words, WordTable irregular, List<List<Reading>> readings, BitSet gradable) {
    this.words = words;
    this.irregular = irregular;
    this.readings = readings;
    this.gradable = gradable;
  }

  /// Writes the readings of token `i` into `ids` and `forms`; answers how many there are.
  int read(Tokens tokens, int i, int[] ids, Form[] forms) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int count = 0;
    char first = tokens.foldedAt(start);
    if (first == '#' || first == '$') {
      start++;
    }
    int surface = words.find(tokens, start, end, "");
    if (surface >= 0) {
      ids[count] = surface;
      forms[count++] = Form.BASE;
    }
    int special = irregular.find(tokens, start, end, "");
    if (special >= 0) {
      for (Reading reading : readings.get(special)) {
        ids[count] = reading.word();
        forms[count++] = reading.form();
      }
      return count;
    }
    return count + regular(tokens, start, end, count, ids, forms);
  }

  private int regular(Tokens tokens, int start, int end, int at, int[] ids, Form[] forms) {
    if (end - start < 3) {
      return 0;
    }
    char last = tokens.foldedAt(end - 1);
    char second = tokens.foldedAt(end - 2);
    int found = WordTable.ABSENT;
    Form form = Form.BASE;
    if (last == 's' && second != 's' && second != 'u') {
      form = Form.S;
      found = plural(tokens, start, end);
    } else if (last == 'd' && second == 'e') {
      form = Form.PAST;
      found = stem(tokens, start, end - 2);
    } else if (last == 'g' && second == 'n' && end - start > 4 && tokens.foldedAt(end - 3) == 'i') {
      form = Form.ING;
      found = stem(tokens, start, end - 3);
    } else if (last == 'r' && second == 'e' && end - start > 4) {
      form = Form.GRADED;
      found = stem(tokens, start, end - 2);
    } else if (last == 't' && second == 's' && end - start > 5 && tokens.foldedAt(end - 3) == 'e') {
      form = Form.GRADED;
      found = stem(tokens, start, end - 3);
    }
    if (found < 0 || (form == Form.GRADED && !gradable.get(found))) {
      return 0;
    }
    ids[at] = found;
    forms[at] = form;
    return 1;
  }

  /// "costs", "losses", "rallies".
  private int plural(Tokens tokens, int start, int end) {
    int found = words.find(tokens, start, end - 1, "");
    if (found < 0 && tokens.foldedAt(end - 2) == 'e') {
      found = words.find(tokens, start, end - 2, "");
      if (found < 0 && end - start > 4 && tokens.foldedAt(end - 3) == 'i') {
        found = words.find(tokens, start, end - 3, "y");
      }
    }
    return found;
  }

  /// The word whose ending was cut off before `end`: as it is ("ris|ing" no, "climb|ing"), with an
  /// e ("ris|ing"), with its last letter once ("slipp|ed"), with y for i ("rall|ied").
  private int stem(Tokens tokens, int start, int end) {
    if (end - start < 2) {
      return WordTable.ABSENT;
    }
    int found = words.find(tokens, start, end, "e");
    if (found >= 0) {
      int plain = words.find(tokens, start, end, "");
      return plain >= 0 && !preferE(tokens, end) ? plain : found;
    }
    found = words.find(tokens, start, end, "");
    if (found < 0 && tokens.foldedAt(end - 1) == tokens.foldedAt(end - 2)) {
      found = words.find(tokens, start, end - 1, "");
    }
    if (found < 0 && tokens.foldedAt(end - 1) == 'i') {
      found = words.find(tokens, start, end - 1, "y");
    }
    return found;
  }

  /// "planed" comes from "plane", "climbed" from "climb": after one vowel and one consonant an
  /// ending that does not double the consonant points to a final e.
  private static boolean preferE(Tokens tokens, int end) {
    return !isVowel(tokens.foldedAt(end - 1)) && isVowel(tokens.foldedAt(end - 2));
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }
}
