package io.readthrough.core.lexicon;

import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All that a lexicon is made of, however it was read.
///
/// @param words all words of the terms; a word's id is its place
/// @param irregulars inflected forms with what they come from
/// @param gradable the words that are adjectives or adverbs
/// @param digest of the lexicon's files
record LexiconParts(
    List<Entry> entries,
    List<String> words,
    List<Irregular> irregulars,
    BitSet gradable,
    Trie trie,
    String digest) {
  /// @param form an inflected form: "rose"
  /// @param word the id of the word it comes from: that of "rise"
  record Irregular(String form, int word, Form how) {}

  /// @param rows form, dictionary form, how it is inflected; those of words that no term has are
  ///   left out
  static LexiconParts of(List<Entry> entries, List<String[]> rows, String digest) {
    Map<String, Integer> ids = new HashMap<>();
    List<String> words = new ArrayList<>();
    List<int[]> terms = new ArrayList<>(entries.size());
    BitSet gradable = new BitSet();
    for (Entry entry : entries) {
      List<String> parts = words(entry.term());
      int[] term = new int[parts.size()];
      for (int i = 0; i < term.length; i++) {
        Integer known = ids.putIfAbsent(parts.get(i), words.size());
        if (known == null) {
          words.add(parts.get(i));
        }
        term[i] = known == null ? words.size() - 1 : known;
      }
      terms.add(term);
      boolean grades = entry.pos() == PartOfSpeech.ADJ || entry.pos() == PartOfSpeech.ADV;
      if (grades && term.length == 1) {
        gradable.set(term[0]);
      }
    }
    List<Irregular> irregulars = new ArrayList<>();
    for (String[] row : rows) {
      Integer word = ids.get(row[1]);
      if (word != null) {
        irregulars.add(new Irregular(row[0], word, Form.valueOf(row[2])));
      }
    }
    return new LexiconParts(entries, words, irregulars, gradable, Trie.of(terms), digest);
  }

  /// The words of a term, cut as a text is.
  private static List<String> words(String term) {
    Tokens tokens = Tokens.of(term);
    List<String> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.folded(i));
    }
    return words;
  }
}
