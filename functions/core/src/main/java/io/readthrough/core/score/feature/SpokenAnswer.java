package io.readthrough.core.score.feature;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;

/// Tells an answer that somebody speaks, as transcripts of calls have it, from what is written:
/// notes say "we" and contract too, but say more figures and hardly "I", "you" and "sort of", and
/// reporters quote. An answer is one paragraph without a title.
final class SpokenAnswer {
  private static final int SPEAKER = 0;
  private static final int FIRM = 1;
  private static final int FILLER = 2;

  private static final WordTable WORDS = new WordTable();

  static {
    // Who speaks to whom.
    add(SPEAKER, "i", "you", "me", "my", "your", "i'm", "i'd", "i've", "i'll");
    add(SPEAKER, "you're", "you'd", "you've", "you'll");
    // For whom he speaks; notes and announcements say that too.
    add(FIRM, "we", "our", "us", "we're", "we'd", "we've", "we'll");
    // Words that are hardly ever written.
    add(FILLER, "really", "obviously", "basically", "actually", "pretty", "kind", "sort", "lot");
    add(FILLER, "yeah", "certainly", "definitely", "guys", "stuff", "mean", "sure", "okay");
    add(FILLER, "gonna", "kinda", "going", "thing", "things");
  }

  /// How many letters of a contraction come after its apostrophe at most: "we're", "don't".
  private static final int CONTRACTED = 2;

  /// After these "'s" is no possessive.
  private static final WordTable CONTRACTING =
      WordTable.of("it that there here what let who he she");

  /// In speech at least one of so many tokens is a word of the above or a contraction.
  private static final int GAP = 20;

  /// One such word is found anywhere.
  private static final int LEAST = 2;

  /// How an answer opens, with a stop, a comma or a dash after it: "Yes, ...", "Sure. ...".
  private static final WordTable OPENINGS =
      WordTable.of(
          "yes yeah yep yup no nope sure well okay ok right thanks so look listen hi hey absolutely"
              + " correct exactly oh again great good");

  /// With these an answer goes on from what was said before.
  private static final WordTable LINKS = WordTable.of("and so but");

  private static final String MARKS_OF_OPENINGS = ",.!\u2026\u2013\u2014-";

  /// Quotes and colons: nobody says them.
  private static final String WRITTEN_MARKS = "\"\u201c\u201d:";

  /// No answer is longer; a whole transcript is read as a note is.
  private static final int MOST_TOKENS = 1000;

  private SpokenAnswer() {}

  private static void add(int value, String... words) {
    for (String word : words) {
      WORDS.add(word, value);
    }
  }

  /// Whether the text is one.
  static boolean is(Tokens tokens) {
    if (tokens.size() > MOST_TOKENS) {
      return false;
    }
    int[] counts = new int[FILLER + 1];
    int contractions = 0;
    int figures = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isOneOf(tokens, i, WRITTEN_MARKS) || (i > 0 && tokens.paragraphBefore(i))) {
        return false;
      }
      int word = WORDS.find(tokens, i);
      if (word >= 0) {
        counts[word]++;
      }
      contractions += isContraction(tokens, i) ? 1 : 0;
      figures += isFigure(tokens.kind(i)) ? 1 : 0;
    }
    boolean opens = opens(tokens);
    int talk = counts[SPEAKER] + counts[FIRM] + counts[FILLER] + contractions + (opens ? 1 : 0);
    if (counts[SPEAKER] + counts[FIRM] == 0 || talk < LEAST) {
      return false;
    }
    boolean spoken = counts[SPEAKER] + counts[FILLER] > 0 && talk * GAP >= tokens.size();
    return opens || (spoken && talk >= figures);
  }

  private static boolean isFigure(TokenKind kind) {
    return switch (kind) {
      case NUMBER, MONEY, PERCENT, BASIS_POINTS, MULTIPLE, RANGE -> true;
      case WORD, CLITIC, PERIOD, LINK, CASHTAG, HASHTAG, HANDLE, EMOJI, PUNCTUATION, SYMBOL ->
          false;
    };
  }

  private static boolean isContraction(Tokens tokens, int i) {
    if (tokens.is(i, TokenKind.CLITIC)) {
      return i > 0 && CONTRACTING.find(tokens, i - 1) >= 0;
    }
    int end = tokens.end(i);
    for (int at = Math.max(tokens.start(i) + 1, end - 1 - CONTRACTED); at < end - 1; at++) {
      if (tokens.foldedAt(at) == '\'') {
        return tokens.is(i, TokenKind.WORD);
      }
    }
    return false;
  }

  private static boolean opens(Tokens tokens) {
    if (tokens.size() < 2) {
      return false;
    }
    boolean opening = OPENINGS.find(tokens, 0) >= 0 && isOneOf(tokens, 1, MARKS_OF_OPENINGS);
    return opening || LINKS.find(tokens, 0) >= 0;
  }

  private static boolean isOneOf(Tokens tokens, int i, String marks) {
    return marks.indexOf(tokens.foldedAt(tokens.start(i))) >= 0;
  }
}
