package io.readthrough.core.score.target;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;

/// Finds the words that stand for the name in focus: "the company", "these shares", "management",
/// "it", "its".
final class Coreference {
  /// The number of a mention that stands for the name in focus.
  static final int FOCUS = -2;

  /// The value in `WORDS` of nouns, which stand for the company after "the", "this" or "these".
  private static final int NOUN = 0;

  /// That of words that stand for the company by themselves.
  private static final int ALONE = 1;

  /// One table, since every word of a text is looked up.
  private static final WordTable WORDS = new WordTable();

  static {
    add(
        NOUN,
        "company group firm stock equity shares issuer business lender retailer bank carrier"
            + " airline miner chipmaker automaker drugmaker maker developer insurer utility"
            + " operator stake conglomerate giant franchise name bonds paper");
    add(ALONE, "management it its itself");
  }

  private Coreference() {}

  /// `mentions` with those of the focus added, in order.
  static List<NameMention> among(Tokens tokens, List<NameMention> mentions) {
    List<NameMention> all = new ArrayList<>(mentions.size());
    int next = 0;
    int taken = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (next < mentions.size() && mentions.get(next).first() <= i) {
        taken = mentions.get(next).end();
        all.add(mentions.get(next));
        next++;
      }
      if (i < taken || !tokens.is(i, TokenKind.WORD)) {
        continue;
      }
      int found = WORDS.find(tokens, i);
      if (found == ALONE || (found == NOUN && isDefinite(tokens, i))) {
        all.add(new NameMention(FOCUS, i, i + 1));
      }
    }
    all.addAll(mentions.subList(next, mentions.size()));
    return all;
  }

  /// "the company", "the Colorado-based lender"; not "the company's largest customer group".
  private static boolean isDefinite(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 3); i--) {
      if (tokens.is(i, "the") || tokens.is(i, "this") || tokens.is(i, "these")) {
        return true;
      }
      if (WordClass.of(tokens, i) != WordClass.OPEN) {
        return false;
      }
    }
    return false;
  }

  private static void add(int value, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.add(word, value);
    }
  }
}
