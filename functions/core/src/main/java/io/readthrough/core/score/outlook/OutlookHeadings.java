package io.readthrough.core.score.outlook;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.BitSet;

/// Tells which sentences stand under a heading over names that gain or lose, or that the author
/// likes or does not: "Winners", "What we avoid". One that is alone in its line counts until the
/// next, one before a paragraph's first stop or colon until its end. A note's title is over nothing
/// in particular, and a heading that names somebody is over that name alone.
final class OutlookHeadings {
  private static final CueTable TABLE = CueTable.standard("score/outlook/outlook-headings.tsv");
  private static final String WINNERS = "winners";
  private static final String LOSERS = "losers";
  private static final int LONGEST_HEADING = 10;
  private static final int LONGEST_RUN_IN = 6;

  private final Tokens tokens;
  private final int[] ids;
  private final BitSet named;

  private OutlookHeadings(Reading reading) {
    this.tokens = reading.tokens();
    this.ids = TABLE.ids(tokens);
    this.named = reading.names().named;
  }

  static CueTable table() {
    return TABLE;
  }

  /// For each sentence +1 under a heading over winners, -1 under one over losers, else 0. Linear.
  ///
  /// @param titles the sentences that begin in a title
  static int[] signs(Reading reading, BitSet titles) {
    return new OutlookHeadings(reading).read(reading.sentences(), titles);
  }

  private int[] read(Sentences sentences, BitSet titles) {
    int[] signs = new int[sentences.size()];
    int section = 0;
    int paragraph = 0;
    for (int s = 0; s < signs.length; s++) {
      int first = sentences.first(s);
      int end = sentences.end(s);
      if (titles.get(s)) {
        section = 0;
        paragraph = 0;
      } else if (tokens.lineBefore(first)) {
        boolean alone = s + 1 == signs.length || tokens.lineBefore(end);
        int colon = first;
        while (colon < Math.min(end, first + LONGEST_RUN_IN) && !tokens.isMark(colon, ':')) {
          colon++;
        }
        boolean runIn = end - first <= LONGEST_RUN_IN || tokens.isMark(colon, ':');
        paragraph = 0;
        if (alone && end - first <= LONGEST_HEADING && !tokens.isMark(end - 1, '.')) {
          section = names(first, end) ? 0 : sign(first, end);
        } else if (runIn) {
          paragraph = sign(first, Math.min(colon, end));
          section = paragraph == 0 ? section : 0;
        }
      }
      signs[s] = paragraph == 0 ? section : paragraph;
    }
    return signs;
  }

  private boolean names(int first, int end) {
    int next = named.nextSetBit(first);
    return next >= 0 && next < end;
  }

  /// +1 or -1 when a heading says which way, 0 when it says neither or both.
  private int sign(int first, int end) {
    boolean good = false;
    boolean bad = false;
    for (Hit hit : TABLE.find(tokens, ids, first, end)) {
      good |= hit.is(WINNERS);
      bad |= hit.is(LOSERS);
    }
    return good == bad ? 0 : good ? 1 : -1;
  }
}
