package io.readthrough.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/// A one-to-one matching of gold items with predicted items: each has at most one partner, and no
/// other matching has more pairs. Where several have as many, earlier items are matched with
/// earlier ones.
///
/// Found by augmenting paths (Kuhn's algorithm for bipartite graphs), in O(gold items x pairs that
/// fit).
final class Matching<T> {
  private static final int NONE = -1;

  /// A gold item with its partner.
  record Pair<T>(T gold, T predicted) {}

  private final List<T> gold;
  private final List<T> predicted;
  private final List<List<Integer>> fitting = new ArrayList<>();
  private final int[] goldOfPredicted;

  private Matching(List<T> gold, List<T> predicted, BiPredicate<T, T> fits) {
    this.gold = gold;
    this.predicted = predicted;
    this.goldOfPredicted = new int[predicted.size()];
    Arrays.fill(goldOfPredicted, NONE);
    for (T each : gold) {
      List<Integer> partners = new ArrayList<>();
      for (int p = 0; p < predicted.size(); p++) {
        if (fits.test(each, predicted.get(p))) {
          partners.add(p);
        }
      }
      fitting.add(partners);
    }
    for (int g = 0; g < gold.size(); g++) {
      findPartner(g, new boolean[predicted.size()]);
    }
  }

  /// Matches items that fit each other; `fits` is given a gold item and a predicted one.
  static <T> Matching<T> of(List<T> gold, List<T> predicted, BiPredicate<T, T> fits) {
    return new Matching<>(gold, predicted, fits);
  }

  /// Whether `g` got a partner, if need be by giving another item another partner.
  private boolean findPartner(int g, boolean[] tried) {
    for (int p : fitting.get(g)) {
      if (!tried[p]) {
        tried[p] = true;
        if (goldOfPredicted[p] == NONE || findPartner(goldOfPredicted[p], tried)) {
          goldOfPredicted[p] = g;
          return true;
        }
      }
    }
    return false;
  }

  /// The pairs, in the order of the predicted items.
  List<Pair<T>> pairs() {
    List<Pair<T>> pairs = new ArrayList<>();
    for (int p = 0; p < goldOfPredicted.length; p++) {
      if (goldOfPredicted[p] != NONE) {
        pairs.add(new Pair<>(gold.get(goldOfPredicted[p]), predicted.get(p)));
      }
    }
    return pairs;
  }

  /// The gold items without a partner.
  List<T> missed() {
    boolean[] found = new boolean[gold.size()];
    for (int g : goldOfPredicted) {
      if (g != NONE) {
        found[g] = true;
      }
    }
    List<T> missed = new ArrayList<>();
    for (int g = 0; g < found.length; g++) {
      if (!found[g]) {
        missed.add(gold.get(g));
      }
    }
    return missed;
  }

  /// The predicted items without a partner.
  List<T> invented() {
    List<T> invented = new ArrayList<>();
    for (int p = 0; p < goldOfPredicted.length; p++) {
      if (goldOfPredicted[p] == NONE) {
        invented.add(predicted.get(p));
      }
    }
    return invented;
  }

  /// The number of pairs and of what is left over.
  Detection detection() {
    int found = pairs().size();
    return new Detection(found, gold.size() - found, predicted.size() - found);
  }
}
