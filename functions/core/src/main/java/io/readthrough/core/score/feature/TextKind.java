package io.readthrough.core.score.feature;

import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;

/// What kind of text a text is: the same word says different things in a headline and in an answer
/// of a chief executive.
enum TextKind {
  /// Somebody speaks, and says all of it: an answer in a call.
  SPEECH,
  /// A post: has a link, a tag, a handle or a pictograph.
  POST,
  /// A single short line without a final stop.
  HEADLINE,
  /// Anything else: notes, paragraphs of news.
  PROSE;

  private static final int HEADLINE_TOKENS = 28;

  /// @param tagged whether it has a link, a tag, a handle or a pictograph
  /// @param titled whether most words are capitalised
  static TextKind of(Tokens tokens, Sentences sentences, boolean tagged, boolean titled) {
    if (tagged) {
      return POST;
    }
    boolean line = sentences.size() == 1 && tokens.size() < HEADLINE_TOKENS;
    if (line && !tokens.isMark(tokens.size() - 1, '.')) {
      return HEADLINE;
    }
    return !titled && SpokenAnswer.is(tokens) ? SPEECH : PROSE;
  }

  static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(Math.max(1, n));
  }
}
