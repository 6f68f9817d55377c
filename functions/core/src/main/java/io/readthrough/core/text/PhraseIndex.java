package io.readthrough.core.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Phrases and a number for each, found in a text token by token: a trie over words. A phrase is
/// looked up in time linear in its own length, and a token that begins none costs one look-up.
public final class PhraseIndex {
  /// What [#find] answers where no phrase starts.
  public static final int NONE = WordTable.ABSENT;

  private static final int INITIAL_EDGES = 256;
  private static final int INITIAL_NODES = 16;

  /// Where each first word leads. Apart from the words inside phrases, which are many more and the
  /// commonest of all, so that a token that begins no phrase mostly costs one look.
  private final WordTable firsts;

  private final WordTable words;
  private long[] edges;
  private int[] nexts;
  private int edgeCount;
  private int nodeCount;
  private int[] values = new int[INITIAL_NODES];

  /// For each node the bits of the words that lead on from it. A text's tokens know their hashes,
  /// so of those that lead nowhere hardly one needs to be looked up.
  private long[] onward = new long[INITIAL_NODES];

  /// An index without phrases.
  public PhraseIndex() {
    this(new WordTable(), new WordTable(), INITIAL_EDGES);
  }

  private PhraseIndex(WordTable firsts, WordTable words, int slots) {
    this.firsts = firsts;
    this.words = words;
    this.edges = free(slots);
    this.nexts = new int[slots];
  }

  /// Reads the index that [#write] wrote.
  public static PhraseIndex read(ArrayReader in) {
    WordTable firsts = WordTable.read(in);
    WordTable words = WordTable.read(in);
    int[] parents = in.numbers();
    int[] inner = in.numbers();
    int[] children = in.numbers();
    int slots = INITIAL_EDGES;
    while (slots < 2 * parents.length) {
      slots *= 2;
    }
    PhraseIndex index = new PhraseIndex(firsts, words, slots);
    index.nodeCount = firsts.size() + parents.length;
    index.onward = new long[index.nodeCount + 1];
    for (int i = 0; i < parents.length; i++) {
      index.addEdge(edge(parents[i], inner[i]), children[i]);
      index.onward[parents[i]] |= bit(words.hash(inner[i]));
    }
    int[] ends = in.numbers();
    int[] values = in.numbers();
    index.values = new int[index.nodeCount + 1];
    Arrays.fill(index.values, NONE);
    for (int i = 0; i < ends.length; i++) {
      index.values[ends[i]] = values[i];
    }
    return index;
  }

  /// Writes the words, the edges by parent, and the nodes where phrases end with their values.
  public void write(ArrayWriter out) {
    firsts.write(out);
    words.write(out);
    long[] sorted = Arrays.stream(edges).filter(edge -> edge != -1).sorted().toArray();
    out.numbers(Arrays.stream(sorted).mapToInt(edge -> (int) (edge >>> 32)).toArray());
    out.numbers(Arrays.stream(sorted).mapToInt(edge -> (int) edge).toArray());
    out.numbers(Arrays.stream(sorted).mapToInt(edge -> nexts[slot(edge)]).toArray());
    int[] ends = IntStream.range(0, nodeCount).filter(node -> values[node] != NONE).toArray();
    out.numbers(ends);
    out.numbers(IntStream.of(ends).map(node -> values[node]).toArray());
  }

  /// Adds the phrase of `tokens` from `from` to `to`, at least one token, with `value`, unless it
  /// is there already. Answers the value that the index now has for it.
  public int add(Tokens tokens, int from, int to, int value) {
    int node = first(tokens.folded(from));
    for (int i = from + 1; i < to; i++) {
      // Most words of a list of names are there already: those cost no string.
      int word = words.find(tokens, i);
      if (word == WordTable.ABSENT) {
        word = words.add(tokens.folded(i), words.size());
      }
      node = child(node, word, tokens.hash(i));
    }
    if (values[node] == NONE) {
      values[node] = value;
    }
    return values[node];
  }

  /// Adds `phrase`, as the other does.
  public int add(Phrase phrase, int value) {
    return add(phrase.tokens(), phrase.from(), phrase.to(), value);
  }

  /// Looks for the longest phrase that starts at token `i`. Answers its value and end, to be taken
  /// apart by [#value] and [#end], or [#NONE].
  public long find(Tokens tokens, int i) {
    return find(tokens, i, tokens.size());
  }

  /// The same for phrases that stand whole before token `end`.
  public long find(Tokens tokens, int i, int end) {
    long found = NONE;
    int node = firsts.find(tokens, i);
    for (int k = i + 1; node != NONE; k++) {
      if (values[node] != NONE) {
        found = ((long) values[node] << 32) | k;
      }
      if (k >= end || tokens.paragraphBefore(k) || (onward[node] & bit(tokens.hash(k))) == 0) {
        break;
      }
      int word = words.find(tokens, k);
      node = word == WordTable.ABSENT ? NONE : next(node, word);
    }
    return found;
  }

  /// The value in an answer of [#find].
  public static int value(long found) {
    return (int) (found >>> 32);
  }

  /// The token after the phrase in an answer of [#find].
  public static int end(long found) {
    return (int) found;
  }

  private int first(String word) {
    int node = firsts.add(word, nodeCount);
    return node == nodeCount ? added() : node;
  }

  private int child(int node, int word, int hash) {
    int next = next(node, word);
    if (next != NONE) {
      return next;
    }
    addEdge(edge(node, word), nodeCount);
    onward[node] |= bit(hash);
    return added();
  }

  private void addEdge(long edge, int next) {
    if (++edgeCount * 2 > edges.length) {
      grow();
    }
    put(edge, next);
  }

  private int added() {
    if (nodeCount == values.length) {
      values = Arrays.copyOf(values, nodeCount * 2);
      onward = Arrays.copyOf(onward, nodeCount * 2);
    }
    values[nodeCount] = NONE;
    return nodeCount++;
  }

  private int next(int node, int word) {
    long edge = edge(node, word);
    int slot = slot(edge);
    return edges[slot] == edge ? nexts[slot] : NONE;
  }

  private void put(long edge, int next) {
    int slot = slot(edge);
    edges[slot] = edge;
    nexts[slot] = next;
  }

  private int slot(long edge) {
    int mask = edges.length - 1;
    int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (edges[slot] != -1 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldNexts = nexts;
    edges = free(oldEdges.length * 2);
    nexts = new int[edges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != -1) {
        put(oldEdges[i], oldNexts[i]);
      }
    }
  }

  /// One of 64 bits, which a word shares with others of like hash.
  private static long bit(int hash) {
    return 1L << hash;
  }

  private static long edge(int node, int word) {
    return ((long) node << 32) | word;
  }

  private static long[] free(int slots) {
    long[] edges = new long[slots];
    Arrays.fill(edges, -1);
    return edges;
  }
}
