package io.readthrough.core.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The automaton: a trie over the words of the lexicon's terms, in arrays. Nodes are numbered level
/// by level, so the children of a node stand together, in the order of their words.
///
/// @param words for each node, the word that leads to it
/// @param children for each node, its first child; that of the next node ends them
/// @param ends for each node, its first place in `entries`; that of the next node ends them
/// @param entries the entries that end at a node, by id, in the lexicon's order
@SuppressWarnings("ArrayRecordComponent") // never compared
record Trie(int[] words, int[] children, int[] ends, int[] entries) {
  static final int ROOT = 0;
  static final int NOWHERE = -1;

  /// Up to so many children are looked through one by one.
  private static final int FEW = 8;

  /// The trie of `terms`: for each entry, the words of its term.
  static Trie of(List<int[]> terms) {
    Integer[] order = new Integer[terms.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(terms::get, Arrays::compare));
    List<Range> nodes = new ArrayList<>();
    nodes.add(new Range(0, order.length, 0, -1));
    int[] children = new int[1];
    int[] ends = new int[1];
    int[] entries = new int[order.length];
    int used = 0;
    for (int n = 0; n < nodes.size(); n++) {
      Range node = nodes.get(n);
      children = put(children, n, nodes.size());
      ends = put(ends, n, used);
      int i = node.from;
      // What ends here sorts before what goes on.
      while (i < node.to && terms.get(order[i]).length == node.depth) {
        entries[used++] = order[i++];
      }
      while (i < node.to) {
        int word = terms.get(order[i])[node.depth];
        int from = i;
        while (i < node.to && terms.get(order[i])[node.depth] == word) {
          i++;
        }
        nodes.add(new Range(from, i, node.depth + 1, word));
      }
    }
    children = put(children, nodes.size(), nodes.size());
    ends = put(ends, nodes.size(), used);
    int[] words = nodes.stream().mapToInt(Range::word).toArray();
    int size = nodes.size() + 1;
    return new Trie(words, Arrays.copyOf(children, size), Arrays.copyOf(ends, size), entries);
  }

  int size() {
    return words.length;
  }

  /// Whether no entry ends at `node`.
  boolean isInner(int node) {
    return ends[node] == ends[node + 1];
  }

  /// Where `word` leads from `node`, or [#NOWHERE].
  int follow(int node, int word) {
    int from = children[node];
    int to = children[node + 1];
    if (to - from > FEW) {
      int found = Arrays.binarySearch(words, from, to, word);
      return found >= 0 ? found : NOWHERE;
    }
    for (int child = from; child < to; child++) {
      if (words[child] == word) {
        return child;
      }
    }
    return NOWHERE;
  }

  /// For each node, the [#bit] of every word that leads on from it.
  long[] onward() {
    long[] onward = new long[words.length];
    for (int node = 0; node < onward.length; node++) {
      for (int child = children[node]; child < children[node + 1]; child++) {
        onward[node] |= bit(words[child]);
      }
    }
    return onward;
  }

  /// One of 64 bits, which a word shares with others.
  static long bit(int word) {
    return 1L << word;
  }

  /// For each word, where it leads from the root, or [#NOWHERE].
  int[] fromRoot(int wordCount) {
    int[] next = new int[wordCount];
    Arrays.fill(next, NOWHERE);
    for (int child = children[ROOT]; child < children[ROOT + 1]; child++) {
      next[words[child]] = child;
    }
    return next;
  }

  private static int[] put(int[] array, int index, int value) {
    int[] grown = index < array.length ? array : Arrays.copyOf(array, index * 2);
    grown[index] = value;
    return grown;
  }

  /// The sorted terms from `from` to `to`, which have their first `depth` words in common, the last
  /// of them `word`.
  private record Range(int from, int to, int depth, int word) {}
}
