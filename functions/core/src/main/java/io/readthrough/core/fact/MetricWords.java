package io.readthrough.core.fact;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words that metrics are named, told and described by, whatever words stand beside them there:
/// a figure whose sentence shares rare words with a metric may be of it.
final class MetricWords {
  /// A word of more metrics than these tells nothing.
  private static final int MOST_METRICS = Integer.getInteger("x.most", 40);

  /// A word so many tokens off says half as much as one beside the figure.
  private static final double HALF = Double.parseDouble(System.getProperty("x.half","5"));

  private static final int SHORTEST = 3;

  private final WordTable words = new WordTable();
  private final List<Set<Metric>> building = new ArrayList<>();
  private Metric[][] metrics = {};
  private double[] weights = {};
  private double[] possible = {};
  private int all;

  /// Adds the words of a wording or a description of `metric`.
  void add(Metric metric, Tokens wording) {
    for (int i = 0; i < wording.size(); i++) {
      boolean tells =
          wording.is(i, TokenKind.WORD)
              && WordClass.of(wording, i) == WordClass.OPEN
              && wording.end(i) - wording.start(i) >= SHORTEST;
      if (tells) {
        add(metric, stem(wording.folded(i)));
      }
    }
  }

  private void add(Metric metric, String word) {
    int known = words.add(word, building.size());
    if (known == building.size()) {
      building.add(new HashSet<>());
    }
    building.get(known).add(metric);
  }

  private static String stem(String word) {
    return word.length() > SHORTEST && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /// Ends the adding.
  void finish(int metricsInAll) {
    all = metricsInAll;
    metrics = new Metric[building.size()][];
    weights = new double[building.size()];
    for (int w = 0; w < metrics.length; w++) {
      Set<Metric> of = building.get(w);
      weights[w] = Math.log((double) metricsInAll / of.size());
      metrics[w] =
          of.size() > MOST_METRICS
              ? new Metric[0]
              : of.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toArray(Metric[]::new);
    }
    building.clear();
    possible = new double[all];
    for (int w = 0; w < metrics.length; w++) {
      for (Metric metric : metrics[w]) {
        possible[metric.number()] += weights[w];
      }
    }
  }

  private int find(Tokens tokens, int i) {
    int found = words.find(tokens, i);
    if (found != WordTable.ABSENT) {
      return found;
    }
    int end = tokens.end(i);
    boolean plural = end - tokens.start(i) > SHORTEST && tokens.foldedAt(end - 1) == 's';
    return plural
        ? words.find(
            tokens, tokens.start(i), end - 1, WordTable.hash(tokens, tokens.start(i), end - 1), "")
        : WordTable.ABSENT;
  }

  /// What share of the words of each metric a text holds, by the metric's number; the rarer a word,
  /// the more it counts.
  double[] shares(Tokens tokens) {
    double[] shares = new double[all];
    boolean[] seen = new boolean[weights.length];
    for (int i = 0; i < tokens.size(); i++) {
      int word = find(tokens, i);
      if (word != WordTable.ABSENT && !seen[word]) {
        seen[word] = true;
        for (Metric metric : metrics[word]) {
          shares[metric.number()] += weights[word] / possible[metric.number()];
        }
      }
    }
    return shares;
  }

  /// How much the words around a figure speak for each metric, by its number.
  double[] around(Tokens tokens, MetricHints.Stretch around, Figure.Kind kind, boolean change) {
    double[] scores = new double[all];
    for (int i = around.first(); i < around.end(); i++) {
      if (i >= around.from() && i < around.to()) {
        continue;
      }
      int word = find(tokens, i);
      if (word == WordTable.ABSENT) {
        continue;
      }
      int gap = i < around.from() ? around.from() - i : i - around.to() + 1;
      double worth = weights[word] * HALF / (HALF + gap);
      for (Metric metric : metrics[word]) {
        if (change || metric.units().contains(kind)) {
          scores[metric.number()] += worth;
        }
      }
    }
    return scores;
  }
}
