package io.readthrough.core.lexicon;

import io.readthrough.core.text.Rows;
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
  /// Words that an expression's match may pass over: "hit a new high", "hit its new high".
  private static final String SKIPPABLE = "a an the its their his her our 's";

  private final List<Entry> entries;
  private final Morphology morphology;
  private final WordTable skippable = WordTable.of(SKIPPABLE);
  private final int negatingSuffix;
  private final String digest;
  private final Trie trie;

  /// For each word, where it leads from the root of the trie.
  private final int[] fromRoot;

  /// For each node of the trie, the bits of the words that lead on from it: whether one of a
  /// token's readings does is mostly told by one look.
  private final long[] onward;

  /// For each node of the trie, the entries that end there.
  private final List<List<Entry>> entriesAt;

  Lexicon(LexiconParts parts) {
    this.entries = parts.entries();
    this.digest = parts.digest();
    this.trie = parts.trie();
    WordTable words = new WordTable();
    for (String word : parts.words()) {
      words.add(word, words.size());
    }
    this.negatingSuffix = words.find("n't");
    this.fromRoot = trie.fromRoot(words.size());
    this.onward = trie.onward();
    this.morphology = new Morphology(words, parts.irregulars(), parts.gradable());
    List<List<Entry>> lists = new ArrayList<>(trie.size());
    for (int node = 0; node < trie.size(); node++) {
      lists.add(ending(node));
    }
    this.entriesAt = lists;
  }

  private List<Entry> ending(int node) {
    int from = trie.ends()[node];
    int to = trie.ends()[node + 1];
    Entry[] ending = new Entry[to - from];
    for (int i = from; i < to; i++) {
      ending[i - from] = entries.get(trie.entries()[i]);
    }
    return List.of(ending);
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
    return new Search(tokens, readings(tokens)).run();
  }

  /// The readings of every token, found once: a token is tried from several starts.
  private Readings readings(Tokens tokens) {
    int size = tokens.size();
    int[] firsts = new int[size];
    int[] ends = new int[size];
    long[] bits = new long[size];
    int[] ids = new int[size + Morphology.MOST];
    Form[] forms = new Form[ids.length];
    int[] earlier = tokens.earlier();
    int used = 0;
    for (int i = 0; i < size; i++) {
      int alike = earlier[i];
      if (alike < i) {
        firsts[i] = firsts[alike];
        ends[i] = ends[alike];
        bits[i] = bits[alike];
        continue;
      }
      if (used + Morphology.MOST > ids.length) {
        ids = Arrays.copyOf(ids, ids.length * 2);
        forms = Arrays.copyOf(forms, ids.length);
      }
      firsts[i] = used;
      used += read(tokens, i, ids, forms, used);
      ends[i] = used;
      for (int k = firsts[i]; k < used; k++) {
        bits[i] |= Trie.bit(ids[k]);
      }
    }
    return new Readings(firsts, ends, bits, ids, forms);
  }

  /// The readings of the tokens of a text; tokens that are alike share theirs.
  ///
  /// @param firsts for each token, the place of its first reading
  /// @param ends for each token, the place after its last
  /// @param bits for each token, the bits of its readings
  /// @param ids for each reading, the word in dictionary form
  /// @param forms for each reading, how it is inflected
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Readings(int[] firsts, int[] ends, long[] bits, int[] ids, Form[] forms) {}

  /// Writes the readings of token `i` into `ids` and `forms`, from `at` on; answers how many there
  /// are.
  private int read(Tokens tokens, int i, int[] ids, Form[] forms, int at) {
    TokenKind kind = tokens.kind(i);
    if (kind == TokenKind.PUNCTUATION || kind == TokenKind.LINK || kind == TokenKind.CASHTAG) {
      return 0;
    }
    int count = morphology.read(tokens, i, ids, forms, at);
    if (count == 0 && negatingSuffix >= 0 && isContractedNot(tokens, i)) {
      ids[at] = negatingSuffix;
      forms[at] = Form.BASE;
      return 1;
    }
    return count;
  }

  private static boolean isContractedNot(Tokens tokens, int i) {
    int end = tokens.end(i);
    return end - tokens.start(i) > 3
        && tokens.foldedAt(end - 1) == 't'
        && tokens.foldedAt(end - 2) == '\''
        && tokens.foldedAt(end - 3) == 'n';
  }

  /// One search over one text.
  private final class Search {
    private final Tokens tokens;
    private final int[] firsts;
    private final int[] ends;
    private final long[] bits;
    private final int[] ids;
    private final Form[] forms;
    private final List<Match> matches = new ArrayList<>();
    private int bestEnd;
    private Form bestForm = Form.BASE;
    private List<Entry> best = List.of();

    Search(Tokens tokens, Readings readings) {
      this.tokens = tokens;
      this.firsts = readings.firsts;
      this.ends = readings.ends;
      this.bits = readings.bits;
      this.ids = readings.ids;
      this.forms = readings.forms;
    }

    List<Match> run() {
      int i = 0;
      while (i < tokens.size()) {
        bestEnd = 0;
        best = List.of();
        for (int k = firsts[i]; k < ends[i]; k++) {
          int node = fromRoot[ids[k]];
          if (node != Trie.NOWHERE) {
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
      if (onward[node] == 0 || end >= tokens.size() || tokens.lineBefore(end)) {
        return;
      }
      boolean moved = follow(node, first, end, form);
      if (!moved
          && end + 1 < tokens.size()
          && (onward[node] & bits[end + 1]) != 0
          && skippable.find(tokens, end) >= 0) {
        follow(node, first, end + 1, form);
      }
    }

    /// Follows the readings of token `i` from `node`; answers whether any leads on.
    private boolean follow(int node, int first, int i, Form form) {
      boolean moved = false;
      if ((onward[node] & bits[i]) != 0) {
        for (int k = firsts[i]; k < ends[i]; k++) {
          int next = trie.follow(node, ids[k]);
          if (next != Trie.NOWHERE) {
            moved = true;
            walk(next, first, i + 1, form);
          }
        }
      }
      return moved;
    }

    private void offer(int node, int first, int end, Form form) {
      if (end < bestEnd || trie.isInner(node)) {
        return;
      }
      List<Entry> found = entriesAt.get(node);
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
      boolean all = true;
      for (int i = 0; i < found.size(); i++) {
        all &= form.fits(found.get(i).pos());
      }
      if (all) {
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

  /// Read on first use from what the build made of the .tsv files.
  private static final class Standard {
    private static final Lexicon LEXICON =
        new Lexicon(LexiconFormat.read(Rows.bytes(Lexicon.class, LexiconCompiler.COMPILED)));
  }
}
