package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;

/// What kind of text a text is, and what is known of it before its words are read for sense. The
/// same word says different things in a headline and in an answer of a chief executive.
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
  private static final int SPOKEN_PRONOUNS = 4;
  private static final int HEADLINE_TOKENS = 28;
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_WORDS = 8;

  /// Words of fewer letters are in lower case in titles too.
  private static final int TITLED_LETTERS = 4;

  /// Reads the kind of a text and gives its features to `sink`.
  static TextKind read(Tokens tokens, Sentences sentences, boolean whole, FeatureSink sink) {
    boolean link = false;
    boolean tags = false;
    boolean asked = false;
    boolean colon = false;
    int titled = 0;
    int plain = 0;
    int pronouns = 0;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case LINK -> link = true;
        case CASHTAG, HASHTAG, HANDLE, EMOJI -> tags = true;
        case PUNCTUATION -> {
          asked |= tokens.isMark(i, '?');
          colon |= tokens.isMark(i, ':');
        }
        case WORD -> {
          if (tokens.end(i) - tokens.start(i) >= TITLED_LETTERS) {
            titled += tokens.capitalised(i) ? 1 : 0;
            plain += tokens.capitalised(i) ? 0 : 1;
          }
          pronouns += isSpeaker(tokens, i) ? 1 : 0;
        }
        case CLITIC, NUMBER, MONEY, PERCENT, BASIS_POINTS, MULTIPLE, RANGE, PERIOD, SYMBOL -> {}
      }
    }
    TextKind kind = kind(tokens, sentences, link || tags, pronouns);
    cue(sink, "always", true);
    cue(sink, whole ? "whole" : "name", true);
    cue(sink, "kind " + kind, true);
    cue(sink, "sentences " + Math.min(MOST_SENTENCES, log2(sentences.size())), true);
    cue(sink, "words " + Math.min(MOST_WORDS, log2(tokens.size())), true);
    cue(sink, "link", link);
    cue(sink, "tags", tags);
    cue(sink, "titled", titled > 3 * plain);
    cue(sink, "person", pronouns > 0);
    cue(sink, "spoken", pronouns >= SPOKEN_PRONOUNS);
    cue(sink, "asked", asked);
    cue(sink, "colon", colon);
    return kind;
  }

  private static TextKind kind(Tokens tokens, Sentences sentences, boolean tagged, int pronouns) {
    if (pronouns >= SPOKEN_PRONOUNS && tokens.size() > SPOKEN_TOKENS) {
      return SPEECH;
    }
    if (tagged) {
      return POST;
    }
    boolean line = sentences.size() == 1 && tokens.size() < HEADLINE_TOKENS;
    return line && !tokens.isMark(tokens.size() - 1, '.') ? HEADLINE : PROSE;
  }

  private static void cue(FeatureSink sink, String name, boolean there) {
    if (there) {
      sink.add(FeatureKeys.of(FeatureFamily.KIND, name), 0, 1, FeatureSink.NOWHERE);
    }
  }

  private static boolean isSpeaker(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.WORD)
        && (tokens.is(i, "i") || tokens.is(i, "we") || tokens.is(i, "you") || tokens.is(i, "our"));
  }

  static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(Math.max(1, n));
  }
}
