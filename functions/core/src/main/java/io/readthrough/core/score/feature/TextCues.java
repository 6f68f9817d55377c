package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.Arrays;

/// What is known of a text before its words are read for sense: its kind, its length, how it is
/// written. Read once, and the same for every name of the text.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class TextCues {
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_WORDS = 8;

  /// Words of fewer letters are in lower case in titles too.
  private static final int TITLED_LETTERS = 4;

  /// Who writes or speaks, and to whom.
  private static final WordTable PERSONAL = WordTable.of("i we you our");

  private static final int MANY_PERSONS = 4;

  private static final long ALWAYS = key("always");
  private static final long WHOLE = key("whole");
  private static final long NAME = key("name");
  private static final long[] KINDS =
      Arrays.stream(TextKind.values()).mapToLong(kind -> key("kind " + kind)).toArray();
  private static final long[] SENTENCES = sizes("sentences ", MOST_SENTENCES);
  private static final long[] WORDS = sizes("words ", MOST_WORDS);
  private static final long LINK = key("link");
  private static final long TAGS = key("tags");
  private static final long TITLED = key("titled");
  private static final long PERSON = key("person");
  private static final long PERSONS = key("persons");
  private static final long ASKED = key("asked");
  private static final long COLON = key("colon");

  /// How many cues a text has at most.
  private static final int MOST_CUES = 10;

  private final TextKind kind;
  private final int always;
  private final int whole;
  private final int name;

  /// The features of this text.
  private final int[] features = new int[MOST_CUES];

  private int size;

  TextCues(Tokens tokens, Sentences sentences, FeatureIndex index) {
    always = index.find(ALWAYS);
    whole = index.find(WHOLE);
    name = index.find(NAME);
    boolean link = false;
    boolean tags = false;
    boolean asked = false;
    boolean colon = false;
    int titled = 0;
    int plain = 0;
    int persons = 0;
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
          persons += PERSONAL.find(tokens, i) >= 0 ? 1 : 0;
        }
        case CLITIC, NUMBER, MONEY, PERCENT, BASIS_POINTS, MULTIPLE, RANGE, PERIOD, SYMBOL -> {}
      }
    }
    boolean isTitled = titled > 3 * plain;
    kind = TextKind.of(tokens, sentences, link || tags, isTitled);
    add(KINDS[kind.ordinal()], index);
    add(SENTENCES[Math.min(MOST_SENTENCES, TextKind.log2(sentences.size()))], index);
    add(WORDS[Math.min(MOST_WORDS, TextKind.log2(tokens.size()))], index);
    addIf(link, LINK, index);
    addIf(tags, TAGS, index);
    addIf(isTitled, TITLED, index);
    addIf(persons > 0, PERSON, index);
    addIf(persons >= MANY_PERSONS, PERSONS, index);
    addIf(asked, ASKED, index);
    addIf(colon, COLON, index);
  }

  TextKind kind() {
    return kind;
  }

  /// @param ofWhole whether the text as a whole is read, and not a name in it
  void read(boolean ofWhole, FeatureSink sink) {
    sink.add(always, 0, 1, FeatureSink.NOWHERE);
    sink.add(ofWhole ? whole : name, 0, 1, FeatureSink.NOWHERE);
    for (int i = 0; i < size; i++) {
      sink.add(features[i], 0, 1, FeatureSink.NOWHERE);
    }
  }

  private void addIf(boolean there, long key, FeatureIndex index) {
    if (there) {
      add(key, index);
    }
  }

  private void add(long key, FeatureIndex index) {
    features[size++] = index.find(key);
  }

  private static long key(String name) {
    return FeatureKeys.of(FeatureFamily.KIND, name);
  }

  /// The keys of "words 0" to "words 8" and the like.
  private static long[] sizes(String name, int most) {
    long[] keys = new long[most + 1];
    Arrays.setAll(keys, size -> key(name + size));
    return keys;
  }
}
