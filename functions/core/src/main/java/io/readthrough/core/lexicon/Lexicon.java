package io.readthrough.core.lexicon;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All entries and the automaton that finds them in a text. Thread-safe.
///
/// The automaton is a trie over words in dictionary form. A word of the text follows an edge by any
/// of its dictionary forms, the articles and possessives inside an expression may be left out or
/// put in, and of several matches at a place the longest wins.
public final class Lexicon {
  private static final int ROOT = 0;

  private final List<Entry> entries;
  private final Morphology morphology;
  private final WordTable skippable;
  private final int negatingSuffix;
  private final int wordCount;
  private final String digest;

  // The trie: an edge is node * wordCount + word, found by open addressing.
  private long[] edges = new long[1 << 14];
  private int[] nexts = new int[1 << 14];
  private int edgeCount;
  private final List<List<Entry>> ends = new ArrayList<>();

  Lexicon(
      List<Entry> entries,
      WordTable words,
      Morphology morphology,
      WordTable skippable,
      String digest) {
    this.entries = entries;
    this.morphology = morphology;
    this.skippable = skippable;
    this.wordCount = words.size();
    this.digest = digest;
    this.negatingSuffix = words.find("n't");
    Arrays.fill(edges, -1);
    ends.add(List.of());
    for (Entry entry : entries) {
      insert(entry, words);
    }
    ends.replaceAll(List::copyOf);
  }

  /// The lexicon that the product ships.
  public static Lexicon standard() {
    return Standard.LEXICON;
  }

  /// All entries, in the order of the files.
  public List<Entry> entries() {
    return entries;
  }

  /// SHA-256 of the lexicon's files, lower-case hexadecimal.
  public String digest() {
    return digest;
  }

  /// The places of `tokens` where entries stand, in order, none overlapping another. Guards are
  /// among them: they keep their words from being matched otherwise.
  public List<Match> match(Tokens tokens) {
    int size = tokens.size();
    // The readings of every token, computed once: a token is tried from several starts.
    int[] offsets = new int[size + 1];
    int[] ids = new int[Math.max(16, size * 2)];
    Form[] forms = new Form[ids.length];
    int[] someIds = new int[Morphology.MOST];
    Form[] someForms = new Form[Morphology.MOST];
    int used = 0;
    for (int i = 0; i < size; i++) {
      offsets[i] = used;
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.PUNCTUATION || kind == TokenKind.LINK || kind == TokenKind.CASHTAG) {
        continue;
      }
      int count = morphology.read(tokens, i, someIds, someForms);
      if (count == 0 && negatingSuffix >= 0 && isContractedNot(tokens, i)) {
        someIds[0] = negatingSuffix;
        someForms[0] = Form.BASE;
        count = 1;
      }
      if (used + count > ids.length) {
        ids = Arrays.copyOf(ids, ids.length * 2);
        forms = Arrays.copyOf(forms, forms.length * 2);
      }
      System.arraycopy(someIds, 0, ids, used, count);
      System.arraycopy(someForms, 0, forms, used, count);
      used += count;
    }
    offsets[size] = used;
    return new Search(tokens, offsets, ids, forms).run();
  }

  private static boolean isContractedNot(Tokens tokens, int i) {
    int end = tokens.end(i);
    return end - tokens.start(i) > 3
        && tokens.foldedAt(end - 1) == 't'
        && tokens.foldedAt(end - 2) == '\''
        && tokens.foldedAt(end - 3) == 'n';
  }

  private void insert(Entry entry, WordTable words) {
    int node = ROOT;
    for (String word : LexiconReader.words(entry.term())) {
      node = child(node, words.find(word));
    }
    ends.get(node).add(entry);
  }

  private int child(int node, int word) {
    int next = follow(node, word);
    if (next >= 0) {
      return next;
    }
    if (edgeCount * 2 >= edges.length) {
      grow();
    }
    put(edges, nexts, edge(node, word), ends.size());
    edgeCount++;
    ends.add(new ArrayList<>(1));
    return ends.size() - 1;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldNexts = nexts;
    edges = new long[oldEdges.length * 2];
    nexts = new int[oldEdges.length * 2];
    Arrays.fill(edges, -1);
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] >= 0) {
        put(edges, nexts, oldEdges[i], oldNexts[i]);
      }
    }
  }

  private long edge(int node, int word) {
    return (long) node * wordCount + word;
  }

  private int follow(int node, int word) {
    long edge = edge(node, word);
    int slot = slot(edges, edge);
    return edges[slot] < 0 ? -1 : nexts[slot];
  }

  private static void put(long[] edges, int[] nexts, long edge, int next) {
    int slot = slot(edges, edge);
    edges[slot] = edge;
    nexts[slot] = next;
  }

  private static int slot(long[] edges, long edge) {
    int mask = edges.length - 1;
    long mixed = edge * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (edges[slot] >= 0 && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// One search over one text.
  private final class Search {
    private final Tokens tokens;
    private final int[] offsets;
    private final int[] ids;
    private final Form[] forms;
    private final List<Match> matches = new ArrayList<>();
    private int bestEnd;
    private Form bestForm = Form.BASE;
    private List<Entry> best = List.of();

    Search(Tokens tokens, int[] offsets, int[] ids, Form[] forms) {
      this.tokens = tokens;
      this.offsets = offsets;
      this.ids = ids;
      this.forms = forms;
    }

    List<Match> run() {
      int i = 0;
      while (i < tokens.size()) {
        bestEnd = 0;
        best = List.of();
        for (int k = offsets[i]; k < offsets[i + 1]; k++) {
          int node = follow(ROOT, ids[k]);
          if (node >= 0) {
            walk(node, i, i + 1, forms[k]);
          }
        }
        if (best.isEmpty()) {
          i++;
        } else {
          matches.add(new Match(i, bestEnd, bestForm, best));
          i = bestEnd;
        }
      }
      return matches;
    }

    /// Follows every reading from `node`, reached by the tokens from `first` to `end`. Expressions
    /// are a few words long, so the depth is bounded by the longest of them.
    private void walk(int node, int first, int end, Form form) {
      offer(node, first, end, form);
      if (end >= tokens.size() || tokens.lineBefore(end)) {
        return;
      }
      boolean moved = false;
      for (int k = offsets[end]; k < offsets[end + 1]; k++) {
        int next = follow(node, ids[k]);
        if (next >= 0) {
          moved = true;
          walk(next, first, end + 1, form);
        }
      }
      if (!moved && skippable.find(tokens, end) >= 0 && end + 1 < tokens.size()) {
        for (int k = offsets[end + 1]; k < offsets[end + 2]; k++) {
          int next = follow(node, ids[k]);
          if (next >= 0) {
            walk(next, first, end + 2, form);
          }
        }
      }
    }

    private void offer(int node, int first, int end, Form form) {
      List<Entry> found = ends.get(node);
      if (found.isEmpty() || end < bestEnd) {
        return;
      }
      List<Entry> fitting = end - first == 1 ? fitting(found, form) : found;
      if (fitting.isEmpty()) {
        return;
      }
      if (end > bestEnd) {
        bestEnd = end;
        best = fitting;
        bestForm = end - first == 1 ? form : Form.BASE;
      } else {
        List<Entry> both = new ArrayList<>(best);
        for (Entry entry : fitting) {
          if (!both.contains(entry)) {
            both.add(entry);
          }
        }
        best = both;
        if (bestForm == Form.BASE) {
          bestForm = form;
        }
      }
    }

    private List<Entry> fitting(List<Entry> found, Form form) {
      if (form == Form.BASE) {
        return found;
      }
      List<Entry> fitting = new ArrayList<>(found.size());
      for (Entry entry : found) {
        if (form.fits(entry.pos())) {
          fitting.add(entry);
        }
      }
      return fitting;
    }
  }

  /// Built on first use.
  private static final class Standard {
    private static final Lexicon LEXICON = LexiconReader.readStandard();
  }
}
