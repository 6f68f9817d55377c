package io.readthrough.train;

import io.readthrough.core.evaluation.Polarity;
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
      FeatureReader features = new FeatureReader(reading, scorer.keys());
      Tokens tokens = reading.tokens();
      boolean[] known = new boolean[tokens.size()];
      reading.matches().forEach(match -> Arrays.fill(known, match.first(), match.end(), true));
      boolean titled = isTitled(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.is(i, TokenKind.WORD)) {
          boolean opens = reading.sentences().first(reading.sentences().containing(i)) == i;
          int[] counts = spellings.computeIfAbsent(features.wordKey(i), key -> new int[3]);
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
    FeatureReader features = new FeatureReader(reading, scorer.keys());
    int[] same = NoteScorer.same(text.text(), spans);
    boolean contested = targets.stream().map(LabelledText.Target::label).distinct().count() > 1;
    for (int t = 0; t < same.length; t++) {
      Polarity label = targets.get(t).label();
      if (label != null) {
        Collector collector = new Collector(reading, features);
        features.read(t, same, collector);
        examples.add(collector.example(text, spans.get(t).of(text.text()), label, contested));
      }
    }
    Polarity whole = text.label();
    if (whole != null) {
      Collector collector = new Collector(reading, features);
      double[] importance = new double[reading.expressions().size()];
      Arrays.fill(importance, 1);
      features.readWhole(importance, collector);
      examples.add(collector.example(text, "", whole, false));
    }
  }

  /// Sums the features of one reading.
  private final class Collector implements FeatureSink {
    private final Map<Long, float[]> sums = new LinkedHashMap<>();
    private final boolean[] isName;

    Collector(TextReading reading, FeatureReader features) {
      isName = new boolean[reading.tokens().size()];
      for (int i = 0; i < isName.length; i++) {
        isName[i] =
            reading.tokens().is(i, TokenKind.WORD) && nameWords.contains(features.wordKey(i));
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
    public void add(long key, double direction, double intensity, int expression) {
      float[] sum = sums.computeIfAbsent(key, absent -> new float[2]);
      sum[0] += (float) direction;
      sum[1] += (float) intensity;
    }

    @Override
    public void addWords(long key, double value, int first, int end) {
      for (int i = first; i < end; i++) {
        if (isName[i]) {
          return;
        }
      }
      add(key, value, value, NOWHERE);
    }

    Example example(LabelledText text, String name, Polarity label, boolean contested) {
      int size = sums.size();
      long[] keys = new long[size];
      float[] direction = new float[size];
      float[] intensity = new float[size];
      int i = 0;
      for (Map.Entry<Long, float[]> sum : sums.entrySet()) {
        keys[i] = sum.getKey();
        direction[i] = sum.getValue()[0];
        intensity[i] = sum.getValue()[1];
        i++;
      }
      return new Example(text.set(), text.id(), name, label, contested, keys, direction, intensity);
    }
  }
}
