package io.readthrough.core.claim;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// Tells which aspect of a name some words are about: its revenue, its valuation, its management.
public final class Aspects {
  private static final CueTable CUES = CueTable.standard("claim/aspect-cues.tsv");

  private final Tokens tokens;
  private final int[] ids;

  public Aspects(Tokens tokens) {
    this.tokens = tokens;
    this.ids = CUES.ids(tokens);
  }

  static CueTable table() {
    return CUES;
  }

  /// The aspect that the tokens from `from` to `to` are about, [SentimentPart#UNSPECIFIED] when
  /// they do not tell. Of several the longest wording counts, then the first.
  public String of(int from, int to) {
    List<Hit> hits = CUES.find(tokens, ids, from, to);
    Hit best = null;
    for (Hit hit : hits) {
      if (best == null || hit.end() - hit.first() > best.end() - best.first()) {
        best = hit;
      }
    }
    return best == null ? SentimentPart.UNSPECIFIED : best.cue().kind();
  }
}
