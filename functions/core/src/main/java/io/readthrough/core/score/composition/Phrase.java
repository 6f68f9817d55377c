package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A noun phrase that something can be said about: a metric ("revenue"), something polar ("risk"),
/// or a change ("growth", "higher costs"). Grows while the sentence is read.
final class Phrase {
  private static final Set<String> LEVELS =
      Set.of("high", "low", "peak", "trough", "top", "bottom", "circuit");

  int first;
  int end;

  /// The token of its head word.
  int head;

  /// +1 when more of it is good, -1 when more of it is bad, 0 when neither can be told.
  int valence;

  /// What it says by itself; 0 for a plain metric.
  double polarity;

  /// How much it matters, 0.1 to 1.
  double strength;

  /// The metric it is about.
  @Nullable Entry metric;

  /// +1 or -1 for a bare change ("growth", "decline") or an adjective of change ("higher") that may
  /// still find what changes; otherwise 0.
  int change;

  /// An adjective that waits for its noun.
  boolean adjective;

  /// An adverb: nothing acts on it.
  boolean adverb;

  /// A verb or predicate: nothing is joined to it.
  boolean predicate;

  /// Names what was foreseen ("consensus").
  boolean reference;

  /// Counted in another expression.
  boolean consumed;

  final List<Entry> entries = new ArrayList<>(2);

  Phrase(Item item) {
    this.first = item.first;
    this.end = item.end;
    this.head = item.end - 1;
  }

  boolean isPlain() {
    return polarity == 0 && change == 0;
  }

  boolean isBareChange() {
    return polarity == 0 && change != 0;
  }

  /// The sign of what happens when there is more of it. The price of what a text speaks of is good
  /// for it when it rises, though for a company it depends.
  int actedOn() {
    if (polarity != 0) {
      return sign();
    }
    if (change != 0) {
      return change;
    }
    return valence == 0 && metric != null && isPrice(metric.term()) ? 1 : valence;
  }

  private static boolean isPrice(String metric) {
    return metric.contains("price") || metric.equals("wti") || metric.equals("brent");
  }

  /// Whether it names a level on a chart ("a two-month high", "upper circuit"), which is reached
  /// and not changed.
  boolean isLevel() {
    return metric == null && entries.size() == 1 && LEVELS.contains(lastWord(entries.getFirst()));
  }

  private static String lastWord(Entry entry) {
    return entry.term().substring(entry.term().lastIndexOf(' ') + 1);
  }

  int sign() {
    return polarity > 0 ? 1 : polarity < 0 ? -1 : 0;
  }
}
