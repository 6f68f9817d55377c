package io.readthrough.train;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.train.labelled.LabelledText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns labelled texts into examples. Words that the texts mostly spell with a capital inside a
/// sentence are names: no feature is made of them, so that no firm and no person is learned.
public final class ExampleReader {
  /// A word must be spelled in lower case at least this often.
  private static final int LEAST_PLAIN = 2;

  private final NoteScorer scorer;
  private final Set<Long> nameWords = new HashSet<>();

  private ExampleReader(NoteScorer scorer) {
    this.scorer = scorer;
  }

  /// The examples of `texts`, in their order.
  public static List<Example> read(NoteScorer scorer, List<LabelledText> texts) {
    ExampleReader reader = new ExampleReader(scorer);
    reader.findNames(texts);
    List<Example> examples = new ArrayList<>();
    for (LabelledText text : texts) {
      reader.read(text, examples);
    }
    return examples;
  }

  private void findNames(List<LabelledText> texts) {
    Map<Long, int[]> spellings = new HashMap<>();
    for (LabelledText text : texts) {
      TextReading reading = scorer.read(text.text(), List.of());
      Tokens tokens = reading.tokens();
      boolean[] known = new boolean[tokens.size()];
      reading.matches().forEach(match -> Arrays.fill(known, match.first(), match.end(), true));
      boolean titled = isTitled(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.is(i, TokenKind.WORD) && !isSpeaker(tokens, i)) {
          boolean opens = reading.sentences().first(reading.sentences().containing(i)) == i;
          int[] counts =
              spellings.computeIfAbsent(FeatureReader.wordKey(tokens, i), key -> new int[3]);
          counts[0] += !tokens.capitalised(i) ? 1 : 0;
          counts[1] += tokens.capitalised(i) && !opens && !titled ? 1 : 0;
          counts[2] += known[i] ? 1 : 0;
        }
      }
    }
    spellings.forEach(
        (word, counts) -> {
          boolean plain = counts[0] >= LEAST_PLAIN && counts[0] > counts[1];
          if (!plain && counts[2] == 0) {
            nameWords.add(word);
          }
        });
  }

  /// "I", "I'm": spelled with a capital, and nobody's name.
  private static boolean isSpeaker(Tokens tokens, int i) {
    int start = tokens.start(i);
    return tokens.foldedAt(start) == 'i'
        && (tokens.end(i) == start + 1 || tokens.foldedAt(start + 1) == '\'');
  }

  /// Every longer word is spelled with a capital.
  private static boolean isTitled(Tokens tokens) {
    int titled = 0;
    int plain = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) > 3) {
        titled += tokens.capitalised(i) ? 1 : 0;
        plain += tokens.capitalised(i) ? 0 : 1;
      }
    }
    return titled > 2 * plain;
  }

  private void read(LabelledText text, List<Example> examples) {
    List<LabelledText.Target> targets = new ArrayList<>();
    List<TextSpan> spans = new ArrayList<>();
    for (LabelledText.Target target : text.targets()) {
      TextSpan span = target.mentionIn(text.text());
      if (span != null) {
        targets.add(target);
        spans.add(span);
      }
    }
    TextReading reading = scorer.read(text.text(), spans);
    Numbers numbers = new Numbers();
    FeatureReader features = new FeatureReader(reading, scorer.keys(), numbers);
    int[] same = NoteScorer.same(text.text(), spans);
    boolean contested = targets.stream().map(LabelledText.Target::label).distinct().count() > 1;
    for (int t = 0; t < same.length; t++) {
      Polarity label = targets.get(t).label();
      if (label != null) {
        Collector collector = new Collector(reading, numbers);
        features.read(t, same, collector);
        examples.add(collector.example(text, spans.get(t).of(text.text()), label, contested));
      }
    }
    Polarity whole = text.label();
    if (whole != null) {
      Collector collector = new Collector(reading, numbers);
      double[] importance = new double[reading.expressions().size()];
      Arrays.fill(importance, 1);
      features.readText(importance, collector);
      if (features.isSpoken()) {
        features.readSpeech(importance, collector);
      }
      examples.add(collector.example(text, "", whole, false));
    }
  }

  /// Numbers the features of one reading, all that there are.
  private static final class Numbers implements FeatureIndex {
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> keys = new ArrayList<>();

    @Override
    public int find(long key) {
      return numbers.computeIfAbsent(
          key,
          unknown -> {
            keys.add(unknown);
            return numbers.size();
          });
    }

    long key(int number) {
      return keys.get(number);
    }
  }

  /// Sums the features of one reading.
  private final class Collector implements FeatureSink {
    private final Numbers numbers;
    private final Map<Integer, float[]> sums = new LinkedHashMap<>();
    private final boolean[] isName;

    Collector(TextReading reading, Numbers numbers) {
      this.numbers = numbers;
      isName = new boolean[reading.tokens().size()];
      for (int i = 0; i < isName.length; i++) {
        isName[i] =
            reading.tokens().is(i, TokenKind.WORD)
                && nameWords.contains(FeatureReader.wordKey(reading.tokens(), i));
      }
      // The words of the names themselves are masked already.
      reading
          .targets()
          .mentions()
          .forEach(
              mention -> {
                if (mention.stated()) {
                  Arrays.fill(isName, mention.first(), mention.end(), false);
                }
              });
    }

    @Override
    public void add(int feature, double direction, double intensity, int expression) {
      float[] sum = sums.computeIfAbsent(feature, absent -> new float[2]);
      sum[0] += (float) direction;
      sum[1] += (float) intensity;
    }

    @Override
    public void addWords(int feature, double value, int first, int end) {
      for (int i = first; i < end; i++) {
        if (isName[i]) {
          return;
        }
      }
      add(feature, value, value, NOWHERE);
    }

    Example example(LabelledText text, String name, Polarity label, boolean contested) {
      int size = sums.size();
      long[] keys = new long[size];
      float[] direction = new float[size];
      float[] intensity = new float[size];
      int i = 0;
      for (Map.Entry<Integer, float[]> sum : sums.entrySet()) {
        keys[i] = numbers.key(sum.getKey());
        direction[i] = sum.getValue()[0];
        intensity[i] = sum.getValue()[1];
        i++;
      }
      return new Example(text.set(), text.id(), name, label, contested, keys, direction, intensity);
    }
  }
}
