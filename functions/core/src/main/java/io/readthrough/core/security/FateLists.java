package io.readthrough.core.security;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.BitSet;

/// Finds what items of a list are about whose heading says that they gain or lose: "Who loses" and
/// below it "- Net lease.", "- Malls:", "- Office (negative)".
final class FateLists {
  private static final WordTable FATES =
      WordTable.of(
          "gain gains lose loses win wins winner winners loser losers hurt hurts benefit benefits"
              + " beneficiary beneficiaries helped pay pays suffer suffers exposed");

  private static final int LONGEST_HEADING = 5;
  private static final int LONGEST_ITEM = 4;

  private final Tokens tokens;

  /// The first words of such items.
  private final BitSet items = new BitSet();

  FateLists(Tokens tokens) {
    this.tokens = tokens;
    boolean told = false;
    for (int i = 0; i < tokens.size(); i = lineEnd(i)) {
      boolean item = isBullet(i);
      if (item && told && tokens.capitalised(i + 1)) {
        items.set(i + 1);
      } else if (!item) {
        told = isHeading(i, lineEnd(i));
      }
    }
  }

  /// The end of what the item that starts with token `i` is about; `i` when none starts there.
  int end(int i) {
    if (!items.get(i)) {
      return i;
    }
    int end = i;
    while (end < tokens.size()
        && end - i <= LONGEST_ITEM
        && !tokens.lineBefore(end)
        && tokens.is(end, TokenKind.WORD)) {
      end++;
    }
    boolean closed =
        end < tokens.size()
            && !tokens.lineBefore(end)
            && (tokens.isMark(end, '.') || tokens.isMark(end, ':') || tokens.isMark(end, '('));
    return closed && end - i <= LONGEST_ITEM ? end : i;
  }

  private int lineEnd(int i) {
    int end = i + 1;
    while (end < tokens.size() && !tokens.lineBefore(end)) {
      end++;
    }
    return end;
  }

  private boolean isBullet(int i) {
    return i + 1 < tokens.size()
        && !tokens.lineBefore(i + 1)
        && (tokens.isMark(i, '-')
            || tokens.isMark(i, '–')
            || tokens.isMark(i, '•')
            || tokens.isMark(i, '·')
            || tokens.isMark(i, '*'));
  }

  private boolean isHeading(int from, int to) {
    if (to - from > LONGEST_HEADING) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (FATES.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }
}
