package io.readthrough.core.score.feature;

import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;

/// What kind of text a text is: the same word says different things in a headline and in an answer
/// of a chief executive.
enum TextKind {
  /// Somebody speaks for his firm: answers in earnings calls.
  SPEECH,
  /// A post: has a link, a tag, a handle or a pictograph.
  POST,
  /// A single short line without a final stop.
  HEADLINE,
  /// Anything else: notes, paragraphs of news.
  PROSE;

  private static final int SPOKEN_TOKENS = 60;
  static final int SPOKEN_PRONOUNS = 4;
  private static final int HEADLINE_TOKENS = 28;

  /// @param tagged whether it has a link, a tag, a handle or a pictograph
  /// @param pronouns how many words speak of the speaker and his firm, or to the listener
  static TextKind of(Tokens tokens, Sentences sentences, boolean tagged, int pronouns) {
    if (pronouns >= SPOKEN_PRONOUNS && tokens.size() > SPOKEN_TOKENS) {
      return SPEECH;
    }
    if (tagged) {
      return POST;
    }
    boolean line = sentences.size() == 1 && tokens.size() < HEADLINE_TOKENS;
    return line && !tokens.isMark(tokens.size() - 1, '.') ? HEADLINE : PROSE;
  }

  static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(Math.max(1, n));
  }
}
