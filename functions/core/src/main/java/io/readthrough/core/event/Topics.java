package io.readthrough.core.event;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Tells what a note is about by the words it uses, as `topics.tsv` lists them. Topics are named as
/// users of the well-known news APIs know them.
public final class Topics {
  private static final CueTable CUES = CueTable.standard("event/topics.tsv");

  /// This many sentences on a topic make half of full relevance.
  private static final double HALF = 2.5;

  private static final double LEAST = 0.25;
  private static final int MOST_TOPICS = 6;

  private Topics() {}

  static CueTable table() {
    return CUES;
  }

  /// The topics of a text, the most relevant first; relevance grows with the number of sentences
  /// that speak of a topic, towards 1.
  public static List<TopicRelevance> of(Tokens tokens, Sentences sentences, IntPredicate isScored) {
    Map<String, Double> counts = new LinkedHashMap<>();
    CUES.kinds().forEach(kind -> counts.put(kind, 0.0));
    int[] ids = CUES.ids(tokens);
    for (int s = 0; s < sentences.size(); s++) {
      if (isScored.test(s)) {
        Map<String, Double> here = new LinkedHashMap<>();
        for (Hit hit : CUES.find(tokens, ids, sentences.first(s), sentences.end(s))) {
          // A second word of a topic in a sentence tells less than the first.
          here.merge(hit.cue().kind(), 1.0, (one, more) -> Math.min(1.5, one + 0.25));
        }
        here.forEach((topic, count) -> counts.merge(topic, count, Double::sum));
      }
    }
    List<TopicRelevance> found = new ArrayList<>();
    counts.forEach(
        (topic, count) -> {
          double relevance = count / (count + HALF);
          if (relevance >= LEAST) {
            found.add(new TopicRelevance(topic, relevance));
          }
        });
    found.sort(Comparator.comparingDouble(TopicRelevance::relevance).reversed());
    return found.subList(0, Math.min(MOST_TOPICS, found.size()));
  }
}
