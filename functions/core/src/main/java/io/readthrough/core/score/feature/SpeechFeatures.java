package io.readthrough.core.score.feature;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Features of what somebody says in an answer. Its tone is less in news than in how he speaks: how
/// much good he says for its length, how often he sounds glad, sure or troubled, and in words that
/// are no news elsewhere ("we feel", "really", "not").
///
/// What is said n times counts `ln(1 + n)` for a tone and `sqrt(n)` for a word, in equal parts for
/// each time, and all words together have the length 1 as a vector.
final class SpeechFeatures {
  /// Every answer has it, so a model that has learned from speech knows it; what is written to its
  /// file keeps it, however small its weights.
  static final long ALWAYS = key("always");

  /// What is bad has none: as often as not it comes with what is done about it, and how troubled he
  /// sounds says more.
  private static final long GOOD = key("good");

  /// What is good is counted by this many tokens.
  private static final double STRETCH = 10;

  private final TextReading reading;
  private final Tokens tokens;
  private final WordFeatures words;
  private final FeatureIndex index;

  SpeechFeatures(TextReading reading, WordFeatures words, FeatureIndex index) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.words = words;
    this.index = index;
  }

  /// The wordings that tell a tone.
  static CueTable table() {
    return Cues.TABLE;
  }

  /// @param signed what each expression says
  void read(double[] signed, FeatureSink sink) {
    sink.add(index.find(ALWAYS), 1, 1, FeatureSink.NOWHERE);
    int good = index.find(GOOD);
    for (int i = 0; i < signed.length; i++) {
      if (signed[i] > 0) {
        double share = signed[i] * STRETCH / (tokens.size() + STRETCH);
        sink.add(good, share, share, i);
      }
    }
    readTones(sink);
    readWords(sink);
  }

  private void readTones(FeatureSink sink) {
    Map<String, List<Hit>> tones = new HashMap<>();
    Sentences sentences = reading.sentences();
    int[] ids = Cues.TABLE.ids(tokens);
    for (int s = 0; s < sentences.size(); s++) {
      for (Hit hit : Cues.TABLE.find(tokens, ids, sentences.first(s), sentences.end(s))) {
        tones.computeIfAbsent(hit.cue().kind(), tone -> new ArrayList<>()).add(hit);
      }
    }
    for (String tone : Cues.TABLE.kinds()) {
      List<Hit> hits = tones.getOrDefault(tone, List.of());
      int feature = index.find(key(tone));
      for (Hit hit : hits) {
        double value = StrictMath.log1p(hits.size()) / hits.size();
        sink.addWords(feature, value, hit.first(), hit.end());
      }
    }
  }

  private void readWords(FeatureSink sink) {
    Map<Long, Integer> counts = new HashMap<>();
    int all = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (words.hash(i) != 0) {
        counts.merge(words.hash(i), 1, Integer::sum);
        all++;
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      long word = words.hash(i);
      if (word != 0) {
        double value = 1 / Math.sqrt((double) all * counts.getOrDefault(word, 1));
        sink.addWords(index.find(FeatureKeys.of(FeatureFamily.SPEECH, word)), value, i, i + 1);
      }
    }
  }

  /// The key of what is no word, apart from those of words.
  private static long key(String name) {
    return FeatureKeys.of(FeatureFamily.SPEECH, "of speech: " + name);
  }

  /// Read when somebody first speaks.
  private static final class Cues {
    static final CueTable TABLE = CueTable.read(SpeechFeatures.class, "speech-cues.tsv");
  }
}
