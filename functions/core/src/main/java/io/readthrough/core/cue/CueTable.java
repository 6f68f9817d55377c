package io.readthrough.core.cue;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of cues, and a search for their wordings that is linear in the text: at each word it
/// tries the wordings that start with the word, and a wording spans a bounded stretch.
///
/// A row has four columns separated by tabs: kind, value, wordings, examples. Wordings are
/// separated by `|`, examples by ` || `. A wording is words in lower case, where a hyphen counts as
/// a blank, and
///
/// | written | stands for |
/// |---|---|
/// | `a/b` | either word |
/// | `raise~` | raise, raises, raised, raising |
/// | `the?` | the word, or nothing |
/// | `#` | a figure |
/// | `..` | at most 5 words |
/// | `...` | at most 10 words or commas |
/// | `^` in front | only at the start of a sentence |
public final class CueTable {
  /// The tables that every note is searched for. They share one table of words, so that a note's
  /// words are looked up once for all of them.
  private static final List<String> EVERY_NOTE =
      List.of(
          "claim/aspect-cues.tsv",
          "claim/claim-cues.tsv",
          "claim/condition-cues.tsv",
          "claim/falsifier-cues.tsv",
          "claim/horizon-cues.tsv",
          "claim/modality-cues.tsv",
          "claim/relation-cues.tsv",
          "claim/section-cues.tsv",
          "claim/sign-cues.tsv",
          "claim/target-cues.tsv",
          "claim/view-cues.tsv",
          "event/event-types.tsv",
          "event/fact-level-cues.tsv",
          "event/topics.tsv",
          "score/role/role-cues.tsv",
          "score/reading/outlook-cues.tsv",
          "score/outlook/outlook-headings.tsv");

  private static final class EveryNote {
    static final Map<String, CueTable> TABLES = new HashMap<>();

    static {
      WordTable words = new WordTable();
      for (String name : EVERY_NOTE) {
        TABLES.put(name, read(CueTable.class, "/io/readthrough/core/" + name, words));
      }
    }
  }

  private final List<Cue> cues = new ArrayList<>();
  private final WordTable words;

  private static final CuePattern[] NONE = {};

  /// The wordings that start with a word, by its number.
  private CuePattern[][] patterns = {};

  /// What each of them needs to come next, as [CuePattern#next] tells it: most wordings that start
  /// with "the" or "we" are ruled out by the word after it, all in one sweep.
  private long[][] nexts = {};

  /// The words that wordings start with, by their numbers: few of a text are among them, and this
  /// is small enough to stay near while a note is searched for one table after another.
  private final BitSet starts = new BitSet();

  private CueTable(WordTable words) {
    this.words = words;
  }

  /// The table that every note is searched for and that ships as `name` in the folder of core.
  public static CueTable standard(String name) {
    CueTable table = EveryNote.TABLES.get(name);
    if (table == null) {
      throw new IllegalStateException("no note is searched for " + name);
    }
    return table;
  }

  /// Reads `resource` beside `owner`.
  ///
  /// @throws IllegalStateException when the product ships a table that cannot be read
  public static CueTable read(Class<?> owner, String resource) {
    return read(owner, resource, new WordTable());
  }

  private static CueTable read(Class<?> owner, String resource, WordTable words) {
    CueTable table = new CueTable(words);
    List<String[]> rows = Rows.of(owner, resource, 4);
    for (String[] row : rows) {
      table.cues.add(new Cue(row[0], row[1], Rows.parts(row[3], " || ")));
    }
    // Those come first within which no other counts.
    table.addAll(rows, true);
    table.addAll(rows, false);
    table.nexts = new long[table.patterns.length][];
    for (int word = table.starts.nextSetBit(0);
        word >= 0;
        word = table.starts.nextSetBit(word + 1)) {
      CuePattern[] starting = table.patterns[word];
      long[] needed = new long[starting.length];
      for (int p = 0; p < needed.length; p++) {
        needed[p] = starting[p].next();
      }
      table.nexts[word] = needed;
    }
    return table;
  }

  /// All rows, in the table's order.
  public List<Cue> cues() {
    return List.copyOf(cues);
  }

  /// The kinds of its rows, each once, in the table's order.
  public List<String> kinds() {
    return cues.stream().map(Cue::kind).distinct().toList();
  }

  /// What the tokens are to this table, for [#find] sentence by sentence. Not to be changed.
  public int[] ids(Tokens tokens) {
    return tokens.values(words);
  }

  /// The cues of the tokens from `from` to `to`, which are one sentence or heading, in the order of
  /// their first token.
  ///
  /// @param ids as [#ids] answers them for all tokens
  public List<Hit> find(Tokens tokens, int[] ids, int from, int to) {
    List<Hit> hits = new ArrayList<>(4);
    int silent = from;
    for (int i = from; i < to; i++) {
      if (ids[i] < 0 || !starts.get(ids[i])) {
        continue;
      }
      long next = i + 1 < to ? CuePattern.next(ids[i + 1]) : CuePattern.NOTHING;
      CuePattern[] starting = patterns[ids[i]];
      long[] needed = nexts[ids[i]];
      for (int p = 0; p < needed.length; p++) {
        if ((needed[p] & next) == 0) {
          continue;
        }
        CuePattern pattern = starting[p];
        if (i < silent || (pattern.atStart && !isStart(tokens, from, i))) {
          continue;
        }
        int end = pattern.end(tokens, ids, i, to);
        if (end > 0 && pattern.cue.kind().equals(Cue.NONE)) {
          silent = Math.max(silent, end);
        } else if (end > 0) {
          hits.add(new Hit(pattern.cue, i, end));
        }
      }
    }
    return hits;
  }

  /// Whether only marks stand before token `i`.
  private static boolean isStart(Tokens tokens, int from, int i) {
    for (int k = from; k < i; k++) {
      if (Character.isLetter(tokens.foldedAt(tokens.start(k)))) {
        return false;
      }
    }
    return true;
  }

  /// Adds the wordings of the rows that tell nothing, or of all others.
  private void addAll(List<String[]> rows, boolean none) {
    for (int i = 0; i < rows.size(); i++) {
      Cue cue = cues.get(i);
      if (cue.kind().equals(Cue.NONE) == none) {
        for (String wording : Rows.parts(rows.get(i)[2])) {
          add(CuePattern.of(cue, wording, words));
        }
      }
    }
  }

  private void add(CuePattern pattern) {
    for (int start : pattern.starts()) {
      starts.set(start);
      int known = patterns.length;
      if (start >= known) {
        patterns = Arrays.copyOf(patterns, 2 * start + 1);
        Arrays.fill(patterns, known, patterns.length, NONE);
      }
      int count = patterns[start].length;
      CuePattern[] more = Arrays.copyOf(patterns[start], count + 1);
      more[count] = pattern;
      patterns[start] = more;
    }
  }
}
