package io.readthrough.core.score.feature;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Set;

/// Tells an answer that somebody speaks, as transcripts of calls have it, from what is written:
/// notes say "we" and contract too, but hardly say "I" and "you", and reporters quote. An answer is
/// one paragraph without a title.
final class SpokenAnswer {
  /// Who speaks to whom.
  private static final Set<String> SPEAKERS = Set.of("i", "you");

  /// For whom he speaks; notes and announcements say that too.
  private static final Set<String> FIRM = Set.of("we", "our");

  private static final int LONGEST_SPEAKER = 3;

  /// How many letters of a contraction come after its apostrophe at most: "we're", "don't".
  private static final int CONTRACTED = 2;

  /// After these "'s" is no possessive.
  private static final Set<String> CONTRACTING =
      Set.of("it", "that", "there", "here", "what", "let", "who", "he", "she");

  /// In speech at least one of so many tokens is a speaker, his firm or a contraction.
  private static final int GAP = 25;

  /// How an answer opens, with a stop, a comma or a dash after it: "Yes, ...", "Sure. ...".
  private static final Set<String> OPENINGS =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "yup",
          "no",
          "nope",
          "sure",
          "well",
          "okay",
          "ok",
          "right",
          "thanks",
          "so",
          "look",
          "listen",
          "hi",
          "hey",
          "absolutely",
          "correct",
          "exactly",
          "oh",
          "again",
          "great",
          "good");

  private static final String MARKS_OF_OPENINGS = ",.!\u2026\u2013\u2014-";
  private static final String QUOTES = "\"\u201c\u201d";

  /// No answer is longer; a whole transcript is read as a note is.
  private static final int MOST_TOKENS = 1000;

  private SpokenAnswer() {}

  /// Whether the text is one.
  static boolean is(Tokens tokens) {
    if (tokens.size() > MOST_TOKENS) {
      return false;
    }
    int speakers = 0;
    int firm = 0;
    int contractions = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isOneOf(tokens, i, QUOTES) || (i > 0 && tokens.paragraphBefore(i))) {
        return false;
      }
      speakers += isIn(SPEAKERS, tokens, i) ? 1 : 0;
      firm += isIn(FIRM, tokens, i) ? 1 : 0;
      contractions += isContraction(tokens, i) ? 1 : 0;
    }
    return opens(tokens)
        ? speakers + firm > 0
        : speakers > 0 && (speakers + firm + contractions) * GAP >= tokens.size();
  }

  private static boolean isIn(Set<String> words, Tokens tokens, int i) {
    return tokens.end(i) - tokens.start(i) <= LONGEST_SPEAKER && words.contains(tokens.folded(i));
  }

  private static boolean isContraction(Tokens tokens, int i) {
    if (tokens.is(i, TokenKind.CLITIC)) {
      return i > 0 && CONTRACTING.contains(tokens.folded(i - 1));
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
    return tokens.size() > 1
        && OPENINGS.contains(tokens.folded(0))
        && isOneOf(tokens, 1, MARKS_OF_OPENINGS);
  }

  private static boolean isOneOf(Tokens tokens, int i, String marks) {
    return marks.indexOf(tokens.foldedAt(tokens.start(i))) >= 0;
  }
}
