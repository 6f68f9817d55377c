package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The common words that a sentence has, and the one that it opens with. What no table of wordings
/// says, they tell by learned weights. Words of names are left out.
final class WordFeatures {
  private final WordTable words = new WordTable();
  private final int[] has;
  private final int[] opens;

  WordFeatures(FeatureNames names) {
    List<String> all = new ArrayList<>();
    for (String[] line : Rows.of(WordFeatures.class, "claim-words.txt", 1)) {
      all.addAll(List.of(line[0].split(" ", -1)));
    }
    for (int i = 0; i < all.size(); i++) {
      words.add(all.get(i), i);
    }
    has = names.addEach("word", all);
    opens = names.addEach("opens with", all);
  }

  /// Adds the words between two tokens, each once.
  ///
  /// @param named the tokens of names
  void add(Tokens tokens, int from, int to, BitSet named, FeatureVector vector) {
    BitSet seen = new BitSet();
    boolean opening = true;
    for (int i = from; i < to; i++) {
      if (!tokens.is(i, TokenKind.WORD)) {
        opening &= tokens.is(i, TokenKind.PUNCTUATION);
        continue;
      }
      int word = named.get(i) ? WordTable.ABSENT : words.find(tokens, i);
      if (word >= 0 && !seen.get(word)) {
        seen.set(word);
        vector.add(has[word]);
      }
      if (word >= 0 && opening) {
        vector.add(opens[word]);
      }
      opening = false;
    }
  }
}
