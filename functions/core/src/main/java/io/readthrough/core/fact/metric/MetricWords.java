package io.readthrough.core.fact.metric;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.metric.MetricHints.Stretch;
import io.readthrough.core.text.Phrase;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words that metrics are named, hinted at and described by, each by itself: a figure whose
/// sentence shares rare words with a metric may be of it, and so may one of a note that does.
public final class MetricWords {
  /// A word of more metrics than these tells nothing.
  private static final int MOST_METRICS = 40;

  private static final int SHORTEST = 3;

  /// A word so many tokens off says half as much as one beside the figure.
  private static final double HALF = 5;

  /// A word behind another figure says so much of what it would say, since it may be of that one.
  private static final double BEHIND_FIGURE = 0.3;

  /// Added to a share before its logarithm is taken, so that none is not infinitely little.
  private static final double NO_SHARE = 0.02;

  private static final double LOG_OF_NONE = StrictMath.log(NO_SHARE);

  /// The number of each word, in the singular and the plural.
  private final WordTable numbers = new WordTable();

  private final List<Word> words;

  /// By the number of each metric, what all its words are worth.
  private final double[] wholes;

  /// @param metrics that it is one of, in the order of their numbers
  /// @param worth the log of how few metrics it is one of
  private record Word(List<Metric> metrics, double worth) {}

  /// @param texts the wordings and the description of each metric
  /// @param metrics each metric of the texts, in their order
  public MetricWords(List<Phrase> texts, List<Metric> metrics, int metricsInAll) {
    List<List<Metric>> of = new ArrayList<>();
    for (int t = 0; t < metrics.size(); t++) {
      add(texts.get(t), metrics.get(t), of);
    }
    this.wholes = new double[metricsInAll];
    this.words = new ArrayList<>(of.size());
    for (List<Metric> each : of) {
      boolean tells = each.size() <= MOST_METRICS;
      Word word =
          new Word(tells ? each : List.of(), StrictMath.log((double) metricsInAll / each.size()));
      words.add(word);
      word.metrics().forEach(metric -> wholes[metric.number()] += word.worth());
    }
  }

  private void add(Phrase phrase, Metric metric, List<List<Metric>> of) {
    Tokens text = phrase.tokens();
    for (int i = phrase.from(); i < phrase.to(); i++) {
      boolean tells =
          text.is(i, TokenKind.WORD)
              && WordClass.of(text, i) == WordClass.OPEN
              && text.end(i) - text.start(i) >= SHORTEST;
      if (tells) {
        String word = singular(text.folded(i));
        int number = numbers.add(word, of.size());
        if (number == of.size()) {
          of.add(new ArrayList<>());
          numbers.add(word + "s", number);
        }
        if (!of.get(number).contains(metric)) {
          of.get(number).add(metric);
        }
      }
    }
  }

  private static String singular(String word) {
    boolean plural = word.length() > SHORTEST && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /// Looks up the words of a text.
  public Text in(Tokens tokens) {
    int[] values = tokens.values(numbers);
    int[] found = new int[values.length];
    boolean[] seen = new boolean[words.size()];
    double[] shares = new double[wholes.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = tokens.is(i, TokenKind.WORD) ? values[i] : WordTable.ABSENT;
      if (found[i] != WordTable.ABSENT && !seen[found[i]]) {
        seen[found[i]] = true;
        Word word = words.get(found[i]);
        for (Metric metric : word.metrics()) {
          shares[metric.number()] += word.worth() / wholes[metric.number()];
        }
      }
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] = StrictMath.log(NO_SHARE + shares[m]) - LOG_OF_NONE;
    }
    return new Text(found, shares);
  }

  /// A text without words of metrics.
  public Text none() {
    return new Text(new int[0], new double[wholes.length]);
  }

  /// The words of metrics in a text.
  public static final class Text {
    /// The number of each token's word.
    private final int[] words;

    private final double[] shares;

    private Text(int[] words, double[] shares) {
      this.words = words;
      this.shares = shares;
    }

    /// The log of what share of the words of `metric` the text holds, the rarer ones counting more;
    /// 0 where it holds none.
    public double share(Metric metric) {
      return shares[metric.number()];
    }
  }

  /// Tells `shared` how much the words around a figure speak for each metric that can have such
  /// figures.
  ///
  /// @param clear the tokens around it with no other figure among them
  /// @param change whether it is a change without a level
  public void tell(
      Text text, Stretch around, Stretch clear, Figure.Kind kind, boolean change, Shared shared) {
    int end = Math.min(around.end(), text.words.length);
    for (int i = around.first(); i < end; i++) {
      int number = text.words[i];
      if (number == WordTable.ABSENT || (i >= around.from() && i < around.to())) {
        continue;
      }
      int gap = i < around.from() ? around.from() - i : i - around.to() + 1;
      boolean isClear = i >= clear.first() && i < clear.end();
      Word word = words.get(number);
      double worth = word.worth() * HALF / (HALF + gap) * (isClear ? 1 : BEHIND_FIGURE);
      for (Metric metric : word.metrics()) {
        if (change || metric.units().contains(kind)) {
          shared.add(metric, worth);
        }
      }
    }
  }

  /// How much metrics share with what stands around a figure.
  public static final class Shared {
    private final double[] worth;
    private Metric[] metrics = new Metric[64];
    private int size;

    /// For metrics with numbers below `metricsInAll`.
    public Shared(int metricsInAll) {
      this.worth = new double[metricsInAll];
    }

    private void add(Metric metric, double more) {
      if (worth[metric.number()] == 0) {
        if (size == metrics.length) {
          metrics = Arrays.copyOf(metrics, 2 * size);
        }
        metrics[size++] = metric;
      }
      worth[metric.number()] += more;
    }

    /// How much `metric` shares; 0 where it shares nothing.
    public double of(Metric metric) {
      return worth[metric.number()];
    }

    /// Moves the metric that shares most to place `rank` among those after the places before it,
    /// and answers it; null when there is none.
    public @Nullable Metric at(int rank) {
      if (rank >= size) {
        return null;
      }
      int best = rank;
      for (int m = rank + 1; m < size; m++) {
        boolean more = of(metrics[m]) > of(metrics[best]);
        boolean first =
            of(metrics[m]) == of(metrics[best]) && metrics[m].number() < metrics[best].number();
        best = more || first ? m : best;
      }
      Metric found = metrics[best];
      metrics[best] = metrics[rank];
      metrics[rank] = found;
      return found;
    }

    /// Forgets all.
    public void clear() {
      for (int m = 0; m < size; m++) {
        worth[metrics[m].number()] = 0;
      }
      size = 0;
    }
  }
}
