package io.readthrough.core.cue;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  private final List<Cue> cues = new ArrayList<>();
  private final WordTable words = new WordTable();
  private final List<List<CuePattern>> patterns = new ArrayList<>();

  private CueTable() {}

  /// Reads `resource` beside `owner`.
  ///
  /// @throws IllegalStateException when the product ships a table that cannot be read
  public static CueTable read(Class<?> owner, String resource) {
    CueTable table = new CueTable();
    for (String[] row : Rows.of(owner, resource, 4)) {
      table.add(new Cue(row[0], row[1], List.of(row[3].split(" \\|\\| ", -1))), row[2]);
    }
    for (List<CuePattern> starting : table.patterns) {
      starting.sort(Comparator.comparing(pattern -> !pattern.cue.kind().equals(Cue.NONE)));
    }
    return table;
  }

  /// All rows, in the table's order.
  public List<Cue> cues() {
    return List.copyOf(cues);
  }

  /// What the tokens are to this table, for [#find] sentence by sentence.
  public int[] ids(Tokens tokens) {
    int[] ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.find(tokens, i);
    }
    return ids;
  }

  /// The cues of the tokens from `from` to `to`, which are one sentence or heading, in the order of
  /// their first token.
  ///
  /// @param ids as [#ids] answers them for all tokens
  public List<Hit> find(Tokens tokens, int[] ids, int from, int to) {
    List<Hit> hits = new ArrayList<>(4);
    int silent = from;
    for (int i = from; i < to; i++) {
      if (ids[i] < 0 || ids[i] >= patterns.size()) {
        continue;
      }
      for (CuePattern pattern : patterns.get(ids[i])) {
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

  private void add(Cue cue, String wordings) {
    cues.add(cue);
    for (String wording : Rows.parts(wordings)) {
      CuePattern pattern = CuePattern.of(cue, wording, words);
      for (int start : pattern.starts()) {
        while (patterns.size() <= start) {
          patterns.add(new ArrayList<>(2));
        }
        patterns.get(start).add(pattern);
      }
    }
  }
}
