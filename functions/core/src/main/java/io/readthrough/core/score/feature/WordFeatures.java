package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.Arrays;
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

  private static final int NOWHERE = -1;

  /// How many numbers are kept of a feature.
  private static final int NUMBERS = 3;

  /// How many features a token makes at most.
  private static final int MOST_OF_TOKEN = 4;

  /// How many features are looked up together: so many that the look-ups overlap, and so few that
  /// their keys stay near.
  private static final int TOGETHER = 256;

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
  private final TextKind kind;
  private final FeatureIndex index;

  /// The hash of each token; 0 where it counts for nothing.
  private final long[] hashes;

  /// Whether a token is no word of grammar: "the" and "is" by themselves say nothing.
  private final boolean[] open;

  /// For each token the name that is stated from it on, or [TargetAssigner#NOBODY].
  private final int[] nameAt;

  /// What each token makes by itself and with the one before it where neither is the name that is
  /// read: the same for every name, so it is looked up once. Of each feature that counts three
  /// numbers: its own, its first token, and the token after its last.
  private int[] shared;

  /// For each token where the features of those before it end in `shared`.
  private final int[] offsets;

  // Features that wait to be looked up together: their keys, their first tokens, and those after
  // their last.
  private final long[] keys = new long[TOGETHER];
  private final int[] firsts = new int[TOGETHER];
  private final int[] ends = new int[TOGETHER];
  private int waiting;

  WordFeatures(TextReading reading, int[] sentenceOfMention, TextKind kind, FeatureIndex index) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.sentenceOfMention = sentenceOfMention;
    this.kind = kind;
    this.index = index;
    this.hashes = new long[tokens.size()];
    this.open = new boolean[tokens.size()];
    this.nameAt = new int[tokens.size()];
    this.offsets = new int[tokens.size() + 1];
    this.shared = new int[NUMBERS * (tokens.size() + TOGETHER)];
    hash();
    mask();
    share();
  }

  private void hash() {
    Sentences sentences = reading.sentences();
    int[] earlier = tokens.earlier();
    for (int s = 0; s < sentences.size(); s++) {
      if (reading.weights()[s] > UNREAD) {
        for (int i = sentences.first(s); i < sentences.end(s); i++) {
          long known = hashes[earlier[i]];
          hashes[i] = known != 0 ? known : WordHash.of(tokens, i);
          WordClass wordClass = WordClass.of(tokens, i);
          open[i] = wordClass == WordClass.OPEN || wordClass == WordClass.NONE;
        }
      }
    }
  }

  private void mask() {
    Arrays.fill(nameAt, TargetAssigner.NOBODY);
    for (ResolvedMention mention : reading.targets().mentions()) {
      int first = mention.first();
      if (mention.stated() && hashes[first] != 0) {
        Arrays.fill(hashes, first + 1, mention.end(), 0);
        hashes[first] = WordHash.NAME;
        nameAt[first] = nameAt[first] == TargetAssigner.NOBODY ? mention.name() : nameAt[first];
      }
    }
  }

  private void share() {
    int[] numbers = new int[TOGETHER];
    long before = WordHash.EDGE;
    int beforeAt = NOWHERE;
    int used = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        put(hashes[i], i, before, beforeAt);
        before = hashes[i];
        beforeAt = i;
      }
      if (waiting > TOGETHER - MOST_OF_TOKEN || i + 1 == hashes.length) {
        used = keep(numbers, used);
      }
    }
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = Math.max(offsets[i], offsets[i - 1]);
    }
  }

  /// Looks up what waits, and writes what counts of it into `shared` from `at` on; answers where it
  /// ends.
  private int keep(int[] numbers, int at) {
    index.find(keys, waiting, numbers);
    if (at + NUMBERS * TOGETHER > shared.length) {
      shared = Arrays.copyOf(shared, 2 * shared.length);
    }
    int used = at;
    for (int k = 0; k < waiting; k++) {
      shared[used] = numbers[k];
      shared[used + 1] = firsts[k];
      shared[used + 2] = ends[k];
      used += numbers[k] == FeatureIndex.ABSENT ? 0 : NUMBERS;
      offsets[ends[k]] = used;
    }
    waiting = 0;
    return used;
  }

  /// Lets the features of `word` wait, which is what token `i` is read as.
  ///
  /// @param before the word before it, at token `beforeAt`, or [WordHash#EDGE] at [#NOWHERE]
  private void put(long word, int i, long before, int beforeAt) {
    if (open[i] && word != WordHash.NAME && word != WordHash.TARGET) {
      put(FeatureFamily.WORD, word, i, i);
      put(FeatureFamily.KIND_WORD, FeatureKeys.next(word, kind.ordinal()), i, i);
    }
    long pair = FeatureKeys.next(FeatureKeys.next(FeatureKeys.START, before), word);
    int first = beforeAt == NOWHERE ? i : beforeAt;
    put(FeatureFamily.WORD_PAIR, pair, first, i);
    put(FeatureFamily.KIND_WORD, FeatureKeys.next(pair, kind.ordinal()), first, i);
  }

  private void put(FeatureFamily family, long hash, int first, int last) {
    keys[waiting] = FeatureKeys.of(family, hash);
    firsts[waiting] = first;
    ends[waiting] = last + 1;
    waiting++;
  }

  long hash(int token) {
    return hashes[token];
  }

  void readWhole(FeatureSink sink) {
    add(0, offsets[hashes.length], share(count(0, hashes.length)), sink);
  }

  /// @param mentioned how often the text states the name
  void read(int name, int mentioned, FeatureSink sink) {
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
        run(from, covered, name, share(count), sink);
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

  /// Words and pairs of the tokens from `from` to `to`, as they are read for `name`.
  private void run(int from, int to, int name, double value, FeatureSink sink) {
    long before = WordHash.EDGE;
    int beforeAt = NOWHERE;
    int i = from;
    while (i < to) {
      if (hashes[i] == 0) {
        i++;
        continue;
      }
      // What is not shared: the first word, what states the name, and the word after that.
      boolean target = nameAt[i] == name;
      long word = target ? WordHash.TARGET : hashes[i];
      put(word, i, before, beforeAt);
      for (int k = 0; k < waiting; k++) {
        sink.addWords(index.find(keys[k]), value, firsts[k], ends[k]);
      }
      waiting = 0;
      before = word;
      beforeAt = i;
      i++;
      if (!target) {
        int first = i;
        while (i < to && nameAt[i] != name) {
          if (hashes[i] != 0) {
            before = hashes[i];
            beforeAt = i;
          }
          i++;
        }
        add(offsets[first], offsets[i], value, sink);
      }
    }
  }

  /// @param from the place in `shared` of the first feature
  private void add(int from, int to, double value, FeatureSink sink) {
    for (int at = from; at < to; at += NUMBERS) {
      sink.addWords(shared[at], value, shared[at + 1], shared[at + 2]);
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

  private void neighbour(long hash, double value, int first, int end, FeatureSink sink) {
    sink.addWords(index.find(FeatureKeys.of(FeatureFamily.NEIGHBOUR, hash)), value, first, end);
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
      sink.addWords(index.find(FeatureKeys.of(FeatureFamily.SIDE, hash)), value, i, i + 1);
    }
    return passed;
  }
}
