package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// What is known of a text before its words are read for sense: its kind, its length, how it is
/// written. Read once, and the same for every name of the text.
final class TextCues {
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_WORDS = 8;

  /// Words of fewer letters are in lower case in titles too.
  private static final int TITLED_LETTERS = 4;

  private static final long ALWAYS = key("always");
  private static final long WHOLE = key("whole");
  private static final long NAME = key("name");

  private final TextKind kind;
  private final List<Long> keys = new ArrayList<>();

  TextCues(Tokens tokens, Sentences sentences) {
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
    kind = TextKind.of(tokens, sentences, link || tags, pronouns);
    keys.add(key("kind " + kind));
    keys.add(key("sentences " + Math.min(MOST_SENTENCES, TextKind.log2(sentences.size()))));
    keys.add(key("words " + Math.min(MOST_WORDS, TextKind.log2(tokens.size()))));
    addIf(link, "link");
    addIf(tags, "tags");
    addIf(titled > 3 * plain, "titled");
    addIf(pronouns > 0, "person");
    addIf(pronouns >= TextKind.SPOKEN_PRONOUNS, "spoken");
    addIf(asked, "asked");
    addIf(colon, "colon");
  }

  TextKind kind() {
    return kind;
  }

  /// @param whole whether the text as a whole is read, and not a name in it
  void read(boolean whole, FeatureSink sink) {
    sink.add(ALWAYS, 0, 1, FeatureSink.NOWHERE);
    sink.add(whole ? WHOLE : NAME, 0, 1, FeatureSink.NOWHERE);
    for (long key : keys) {
      sink.add(key, 0, 1, FeatureSink.NOWHERE);
    }
  }

  private void addIf(boolean there, String name) {
    if (there) {
      keys.add(key(name));
    }
  }

  private static long key(String name) {
    return FeatureKeys.of(FeatureFamily.KIND, name);
  }

  private static boolean isSpeaker(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.WORD)
        && (tokens.is(i, "i") || tokens.is(i, "we") || tokens.is(i, "you") || tokens.is(i, "our"));
  }
}
