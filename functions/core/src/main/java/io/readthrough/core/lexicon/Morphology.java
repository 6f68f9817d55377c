package io.readthrough.core.lexicon;

import io.readthrough.core.lexicon.LexiconParts.Irregular;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds the dictionary forms of a word of a text: by the table of irregular forms, then by the
/// regular endings of English, each guess kept only when it is a word of the lexicon.
final class Morphology {
  /// No word has more readings than this: the surface, irregular ones, and one regular.
  static final int MOST = 6;

  /// The words of the lexicon, then the irregular forms that are none.
  private final WordTable words;

  private final int wordCount;

  /// The irregular readings of each word and form, by its number.
  private final List<List<Irregular>> irregular = new ArrayList<>();

  private final BitSet gradable;

  /// @param words the words of the lexicon, numbered from 0; irregular forms are added to them
  /// @param gradable the words that are adjectives or adverbs: a "buyer" is no comparative of "buy"
  Morphology(WordTable words, List<Irregular> irregulars, BitSet gradable) {
    this.words = words;
    this.wordCount = words.size();
    this.gradable = gradable;
    for (Irregular form : irregulars) {
      int number = words.add(form.form(), words.size());
      while (irregular.size() <= number) {
        irregular.add(List.of());
      }
      if (irregular.get(number).isEmpty()) {
        irregular.set(number, new ArrayList<>(1));
      }
      irregular.get(number).add(form);
    }
  }

  /// Writes the readings of token `i` into `ids` and `forms`, from `at` on; answers how many there
  /// are, at most [#MOST].
  int read(Tokens tokens, int i, int[] ids, Form[] forms, int at) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int hash = tokens.hash(i);
    char first = tokens.foldedAt(start);
    if (first == '#' || first == '$') {
      start++;
      hash = WordTable.hash(tokens, start, end);
    }
    int next = at;
    int surface = words.find(tokens, start, end, hash, "");
    if (surface >= 0 && surface < wordCount) {
      ids[next] = surface;
      forms[next++] = Form.BASE;
    }
    if (surface >= 0 && surface < irregular.size() && !irregular.get(surface).isEmpty()) {
      for (Irregular form : irregular.get(surface)) {
        ids[next] = form.word();
        forms[next++] = form.how();
      }
      return next - at;
    }
    return next - at + regular(tokens, start, end, hash, next, ids, forms);
  }

  private int regular(
      Tokens tokens, int start, int end, int hash, int at, int[] ids, Form[] forms) {
    if (end - start < 3) {
      return 0;
    }
    char last = tokens.foldedAt(end - 1);
    char second = tokens.foldedAt(end - 2);
    int found = WordTable.ABSENT;
    Form form = Form.BASE;
    if (last == 's' && second != 's' && second != 'u') {
      form = Form.S;
      found = plural(tokens, start, end, hash);
    } else if (last == 'd' && second == 'e') {
      form = Form.PAST;
      found = stem(tokens, start, end - 2, cut(hash, "ed"));
    } else if (last == 'g' && second == 'n' && end - start > 4 && tokens.foldedAt(end - 3) == 'i') {
      form = Form.ING;
      found = stem(tokens, start, end - 3, cut(hash, "ing"));
    } else if (last == 'r' && second == 'e' && end - start > 4) {
      form = Form.GRADED;
      found = stem(tokens, start, end - 2, cut(hash, "er"));
    } else if (last == 't' && second == 's' && end - start > 5 && tokens.foldedAt(end - 3) == 'e') {
      form = Form.GRADED;
      found = stem(tokens, start, end - 3, cut(hash, "est"));
    }
    if (found < 0 || (form == Form.GRADED && !gradable.get(found))) {
      return 0;
    }
    ids[at] = found;
    forms[at] = form;
    return 1;
  }

  /// "costs", "losses", "rallies".
  private int plural(Tokens tokens, int start, int end, int hash) {
    int stem = WordTable.hashWithout(hash, 's');
    int found = word(tokens, start, end - 1, stem, "");
    if (found < 0 && tokens.foldedAt(end - 2) == 'e') {
      stem = WordTable.hashWithout(stem, 'e');
      found = word(tokens, start, end - 2, stem, "");
      if (found < 0 && end - start > 4 && tokens.foldedAt(end - 3) == 'i') {
        found = word(tokens, start, end - 3, WordTable.hashWithout(stem, 'i'), "y");
      }
    }
    return found;
  }

  /// The word whose ending was cut off before `end`: as it is ("ris|ing" no, "climb|ing"), with an
  /// e ("ris|ing"), with its last letter once ("slipp|ed"), with y for i ("rall|ied").
  private int stem(Tokens tokens, int start, int end, int hash) {
    if (end - start < 2) {
      return WordTable.ABSENT;
    }
    int found = word(tokens, start, end, hash, "e");
    if (found >= 0) {
      int plain = word(tokens, start, end, hash, "");
      return plain >= 0 && !preferE(tokens, end) ? plain : found;
    }
    found = word(tokens, start, end, hash, "");
    char last = tokens.foldedAt(end - 1);
    if (found < 0 && last == tokens.foldedAt(end - 2)) {
      found = word(tokens, start, end - 1, WordTable.hashWithout(hash, last), "");
    }
    if (found < 0 && last == 'i') {
      found = word(tokens, start, end - 1, WordTable.hashWithout(hash, last), "y");
    }
    return found;
  }

  /// The word of the lexicon that these characters are, or [WordTable#ABSENT].
  private int word(Tokens tokens, int start, int end, int hash, String suffix) {
    int found = words.find(tokens, start, end, hash, suffix);
    return found < wordCount ? found : WordTable.ABSENT;
  }

  private static int cut(int hash, String ending) {
    int cut = hash;
    for (int i = ending.length() - 1; i >= 0; i--) {
      cut = WordTable.hashWithout(cut, ending.charAt(i));
    }
    return cut;
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
