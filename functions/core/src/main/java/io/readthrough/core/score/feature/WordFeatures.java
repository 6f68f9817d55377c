package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.List;

/// Features of the words themselves, names and figures masked: what no rule knows, and what backs
/// off where a rule has no entry. Of n words each gives `1 / sqrt(n)`, so that their length as a
/// vector is 1; of more than [#LONG] each gives less still, so that the lean of common words does
/// not grow with the length of a note.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class WordFeatures {
  /// How far from a mention its words may stand, in tokens: enough for any real sentence, and a
  /// bound for a text that is one sentence with ten thousand names.
  private static final int WINDOW = 80;

  /// Longer stretches are averaged.
  private static final double LONG = 120;

  /// A sentence that weighs no more than this, in a table, a footnote or among the risks, is read
  /// for what the rules find in it, and not for its words.
  private static final double UNREAD = 0.5;

  private static final int LEFT = 3;
  private static final int RIGHT = 4;
  private static final double NEIGHBOUR = 0.5;
  private static final long LEFT_WORD = FeatureKeys.hash("left of the name");
  private static final long LEFT_PAIR = FeatureKeys.hash("two left of the name");
  private static final long RIGHT_WORD = FeatureKeys.hash("right of the name");
  private static final long RIGHT_PAIR = FeatureKeys.hash("two right of the name");
  private static final long LEFT_SIDE = FeatureKeys.hash("clause left of the name");
  private static final long RIGHT_SIDE = FeatureKeys.hash("clause right of the name");

  private final TextReading reading;
  private final Tokens tokens;
  private final int[] sentenceOfMention;

  /// The hash of each token; 0 where it counts for nothing.
  private final long[] hashes;

  /// Whether a token is no word of grammar: "the" and "is" by themselves say nothing.
  private final boolean[] open;

  WordFeatures(TextReading reading, int[] sentenceOfMention) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.sentenceOfMention = sentenceOfMention;
    this.hashes = new long[tokens.size()];
    this.open = new boolean[tokens.size()];
    Sentences sentences = reading.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      if (reading.weights()[s] > UNREAD) {
        for (int i = sentences.first(s); i < sentences.end(s); i++) {
          hashes[i] = WordHash.of(tokens, i);
          WordClass wordClass = WordClass.of(tokens, i);
          open[i] = wordClass == WordClass.OPEN || wordClass == WordClass.NONE;
        }
      }
    }
    for (ResolvedMention mention : reading.targets().mentions()) {
      if (mention.stated() && hashes[mention.first()] != 0) {
        for (int i = mention.first() + 1; i < mention.end(); i++) {
          hashes[i] = 0;
        }
        hashes[mention.first()] = WordHash.NAME;
      }
    }
  }

  long hash(int token) {
    return hashes[token];
  }

  void readWhole(TextKind kind, FeatureSink sink) {
    int count = count(0, hashes.length);
    if (count > 0) {
      run(0, hashes.length, -1, -1, share(count), kind, sink);
    }
  }

  /// @param mentioned how often the text states the name
  void read(int name, int mentioned, TextKind kind, FeatureSink sink) {
    List<ResolvedMention> mentions = reading.targets().mentions();
    int count = 0;
    int covered = 0;
    for (int m = 0; m < mentions.size(); m++) {
      if (mentions.get(m).name() == name) {
        int from = Math.max(covered, windowFirst(m));
        covered = Math.max(covered, windowEnd(m));
        count += count(from, covered);
      }
    }
    if (count == 0) {
      return;
    }
    covered = 0;
    for (int m = 0; m < mentions.size(); m++) {
      ResolvedMention mention = mentions.get(m);
      if (mention.name() == name) {
        int from = Math.max(covered, windowFirst(m));
        covered = Math.max(covered, windowEnd(m));
        run(from, covered, name, m, share(count), kind, sink);
        if (mention.stated()) {
          neighbours(m, NEIGHBOUR / mentioned, sink);
          sides(mention, mentioned, sink);
        }
      }
    }
  }

  private static double share(int count) {
    return count <= LONG ? 1 / Math.sqrt(count) : Math.sqrt(LONG) / count;
  }

  private int windowFirst(int m) {
    int sentence = sentenceOfMention[m];
    int first = reading.targets().mentions().get(m).first();
    return Math.max(reading.sentences().first(sentence), first - WINDOW);
  }

  private int windowEnd(int m) {
    int sentence = sentenceOfMention[m];
    int end = reading.targets().mentions().get(m).end();
    return Math.min(reading.sentences().end(sentence), end + WINDOW);
  }

  private int count(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += hashes[i] != 0 ? 1 : 0;
    }
    return count;
  }

  /// Words and pairs of the tokens from `from` to `to`.
  ///
  /// @param mention a mention of the name at or before the first of those that stand there
  private void run(
      int from, int to, int name, int mention, double value, TextKind kind, FeatureSink sink) {
    List<ResolvedMention> mentions = reading.targets().mentions();
    int m = Math.max(mention, 0);
    while (m > 0 && mentions.get(m - 1).first() >= from) {
      m--;
    }
    long before = WordHash.EDGE;
    int beforeAt = -1;
    for (int i = from; i < to; i++) {
      long word = hashes[i];
      if (word == 0) {
        continue;
      }
      if (word == WordHash.NAME) {
        while (m < mentions.size() && mentions.get(m).first() < i) {
          m++;
        }
        boolean target = m < mentions.size() && mentions.get(m).first() == i;
        word = target && mentions.get(m).name() == name ? WordHash.TARGET : word;
      } else if (open[i]) {
        sink.addWords(FeatureKeys.of(FeatureFamily.WORD, word), value, i, i + 1);
        long kindWord = FeatureKeys.next(word, kind.ordinal());
        sink.addWords(FeatureKeys.of(FeatureFamily.KIND_WORD, kindWord), value, i, i + 1);
      }
      long pair = FeatureKeys.next(FeatureKeys.next(FeatureKeys.START, before), word);
      int first = beforeAt < 0 ? i : beforeAt;
      sink.addWords(FeatureKeys.of(FeatureFamily.WORD_PAIR, pair), value, first, i + 1);
      long kindPair = FeatureKeys.next(pair, kind.ordinal());
      sink.addWords(FeatureKeys.of(FeatureFamily.KIND_WORD, kindPair), value, first, i + 1);
      before = word;
      beforeAt = i;
    }
  }

  /// The few words next to a mention, and the pairs at its sides.
  private void neighbours(int m, double value, FeatureSink sink) {
    ResolvedMention mention = reading.targets().mentions().get(m);
    int from = windowFirst(m);
    int to = windowEnd(m);
    long run = LEFT_PAIR;
    int found = 0;
    for (int i = mention.first() - 1; i >= from && found < LEFT; i--) {
      if (hashes[i] != 0) {
        found++;
        neighbour(FeatureKeys.next(LEFT_WORD, hashes[i]), value, i, mention.first(), sink);
        run = FeatureKeys.next(run, hashes[i]);
        if (found == 2) {
          neighbour(run, value, i, mention.first(), sink);
        }
      }
    }
    run = RIGHT_PAIR;
    found = 0;
    for (int i = mention.end(); i < to && found < RIGHT; i++) {
      if (hashes[i] != 0) {
        found++;
        neighbour(FeatureKeys.next(RIGHT_WORD, hashes[i]), value, mention.end(), i + 1, sink);
        run = FeatureKeys.next(run, hashes[i]);
        if (found == 2) {
          neighbour(run, value, mention.end(), i + 1, sink);
        }
      }
    }
  }

  private static void neighbour(long hash, double value, int first, int end, FeatureSink sink) {
    sink.addWords(FeatureKeys.of(FeatureFamily.NEIGHBOUR, hash), value, first, end);
  }

  /// Words of the clause by their side of the name: up to the next other name, and beyond it.
  private void sides(ResolvedMention mention, int mentioned, FeatureSink sink) {
    Clauses clauses = reading.clauses();
    int clause = clauses.of(mention.first());
    int from = Math.max(clauses.first(clause), mention.first() - WINDOW);
    int to = Math.min(clauses.end(clause), mention.end() + WINDOW);
    double value = 1 / (mentioned * Math.sqrt(to - from));
    int passed = 0;
    for (int i = mention.first() - 1; i >= from; i--) {
      passed = side(i, LEFT_SIDE, passed, value, sink);
    }
    passed = 0;
    for (int i = mention.end(); i < to; i++) {
      passed = side(i, RIGHT_SIDE, passed, value, sink);
    }
  }

  private int side(int i, long side, int passed, double value, FeatureSink sink) {
    if (hashes[i] == WordHash.NAME) {
      return 1;
    }
    if (hashes[i] != 0) {
      long hash = FeatureKeys.next(side + passed, hashes[i]);
      sink.addWords(FeatureKeys.of(FeatureFamily.SIDE, hash), value, i, i + 1);
    }
    return passed;
  }
}
