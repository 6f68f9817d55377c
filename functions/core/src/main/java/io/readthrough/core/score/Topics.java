package io.readthrough.core.score;

import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells what a note is about by the words it uses, as `topics.tsv` lists them.
final class Topics {
  /// This many words of a topic, spread over the sentences, make half of full relevance.
  private static final double HALF = 3;

  private static final double LEAST = 0.25;
  private static final int MOST_TOPICS = 6;

  private final WordTable words = new WordTable();
  private final List<String> topics = new ArrayList<>();

  Topics() {
    for (String line : content().lines().toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      for (String word : columns[1].split(" ", -1)) {
        words.add(word, topics.size());
      }
      topics.add(columns[0]);
    }
  }

  List<TopicRelevance> of(Tokens tokens, Sentences sentences, Weights weights) {
    double[] counts = new double[topics.size()];
    for (int s = 0; s < sentences.size(); s++) {
      if (weights.of(s) > 0) {
        for (int i = sentences.first(s); i < sentences.end(s); i++) {
          int topic = words.find(tokens, i);
          if (topic >= 0) {
            counts[topic] += Math.max(weights.of(s), 0.5);
          }
        }
      }
    }
    List<TopicRelevance> found = new ArrayList<>();
    for (int topic = 0; topic < counts.length; topic++) {
      double relevance = counts[topic] / (counts[topic] + HALF);
      if (relevance >= LEAST) {
        found.add(new TopicRelevance(topics.get(topic), relevance));
      }
    }
    found.sort(Comparator.comparingDouble(TopicRelevance::relevance).reversed());
    return found.subList(0, Math.min(MOST_TOPICS, found.size()));
  }

  private static String content() {
    try (InputStream in = Topics.class.getResourceAsStream("topics.tsv")) {
      if (in == null) {
        throw new IllegalStateException("topics.tsv is missing beside " + Topics.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
