package io.readthrough.core.security;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;

/// Tells whether a text says that a group gains or loses: "Custom smelters pay for all this", "bad
/// for small lenders", "it squeezes the packers". What a text only speaks of is no target.
final class GroupFates {
  /// How far a verb may stand behind the group that it is about: a relative clause fits between.
  private static final int REACH_FORWARD = 14;

  /// How many words before a group tell how its clause opens.
  private static final int REACH_TO_START = 12;

  /// How far what is good or bad may stand before the preposition: "no help at all to".
  private static final int REACH_BACK = 3;

  /// How far it may stand back when another for whom it is so stands between.
  private static final int REACH_OVER_AND = 7;

  /// What a group does, or is, when it gains or loses.
  private static final WordTable FATES =
      WordTable.of(
          "gain gains lose loses lost suffer suffers benefit benefits win wins winner winners loser"
              + " losers beneficiary beneficiaries victims stranded exposed squeezed hurt hurts"
              + " struggle struggles compete thrive thrives worse better best worst harder dearer"
              + " cheaper squeeze pressure stress risk vulnerable safe immune insulated unaffected"
              + " pay pays paid earn earns hard weak stuck mind care like trouble attractive"
              + " margins profits volumes relief save saves hope threatened overlooked worry"
              + " worried nothing profit asked forced fail fold shrink survive disappear vanish"
              + " complain prosper underperform outperform bankrupt poorer richer struggling"
              + " suffering benefiting gaining");

  /// What is done to a group.
  private static final WordTable DEEDS =
      WordTable.of(
          "cost costs save saves squeeze squeezes squeezed hurt hurts hit hits help helps helped"
              + " favour favours favor favors punish punishes threaten threatens pressure pressures"
              + " benefit benefits crush crushes lift lifts leave leaves spares rewards avoid buy"
              + " own prefer sell short underweight overweight spare starve starves undercut"
              + " undercuts displace displaces kill kills weaken weakens");

  /// What is good or bad for a group.
  private static final WordTable VERDICTS =
      WordTable.of(
          "good bad better worse best worst positive negative neutral great poor pressure threat"
              + " blow boost tailwind tailwinds headwind headwinds relief trouble help harm price"
              + " favourable favorable unfavourable damaging cheerful news costly painful bearish"
              + " bullish credit burden gift windfall setback disaster godsend bonus dangerous"
              + " helpful unhelpful supportive tough brutal toxic");

  /// What a group can be called for its fate.
  private static final WordTable OUTCOMES =
      WordTable.of(
          "loser losers winner winners beneficiary beneficiaries victim victims placed hit hurt"
              + " exposed worst best worse better");

  private static final WordTable EXTREMES = WordTable.of("best worst better worse");

  private static final WordTable LINKS = WordTable.of("for on to from of at upon");

  private static final WordTable FILLERS =
      WordTable.of("the all most many any some other these those both its their pure such");

  /// Before one of these and "of" stands how many of the group are meant: "the long tail of".
  private static final WordTable PARTS = WordTable.of("tail rest bulk majority");

  /// A clause follows: "because makers of board run cups", "I think the sellers".
  private static final WordTable CLAUSE_OPENERS =
      WordTable.of("and but while because think expect whereas");

  private final Tokens tokens;

  GroupFates(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Whether the group from token `from` to token `to` gains or loses.
  boolean isTold(int from, int to) {
    int first = first(from);
    int start = withoutFillers(from, first);
    return isDoneTo(start, first)
        || isNamedAs(start, first)
        || (opensClause(start, first) && isSaid(to))
        || (start == first && isAskedFor(first));
  }

  /// "Who benefits? Banks first.": whether the sentence that starts at token `first` answers who
  /// gains or loses.
  private boolean isAskedFor(int first) {
    if (first < 2 || tokens.paragraphBefore(first) || !tokens.isMark(first - 1, '?')) {
      return false;
    }
    boolean fate = false;
    for (int i = first - 2; i >= 0 && first - i < REACH_FORWARD && !endsSentence(i); i--) {
      fate |= FATES.find(tokens, i) != WordTable.ABSENT;
      if (fate && tokens.is(i, "who")) {
        return true;
      }
    }
    return false;
  }

  /// Whether token `i` may be a verb of which a group is the object.
  boolean isDeed(int i) {
    return DEEDS.find(tokens, i) != WordTable.ABSENT;
  }

  /// Whether token `i` only points at a group: "the", "other".
  boolean isFiller(int i) {
    return FILLERS.find(tokens, i) != WordTable.ABSENT;
  }

  /// Whether a clause opens with the group that starts at token `from`, an article before it or
  /// not.
  boolean opensClause(int from) {
    int first = first(from);
    return opensClause(withoutFillers(from, first), first);
  }

  private boolean isDoneTo(int start, int first) {
    if (start == first) {
      return false;
    }
    if (DEEDS.find(tokens, start - 1) != WordTable.ABSENT) {
      return true;
    }
    if (LINKS.find(tokens, start - 1) == WordTable.ABSENT) {
      return false;
    }
    // "a bad sign for it and for any company that files"
    boolean again = start - 2 > first && tokens.is(start - 2, "and");
    int reach = again ? REACH_OVER_AND : REACH_BACK;
    for (int i = start - 2; i >= first && i >= start - 1 - reach; i--) {
      // "the best of the large brokers" is one of them.
      boolean among = tokens.is(start - 1, "of") && EXTREMES.find(tokens, i) != WordTable.ABSENT;
      if (!among && VERDICTS.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
    }
    // "For the charterers it is a cost"
    return start - 1 == first && tokens.is(first, "for");
  }

  /// "The losers are the small lenders", "Who gains? Creditors first."
  private boolean isNamedAs(int start, int first) {
    // "So do the other independents"
    if (start - 2 == first
        && tokens.is(first, "so")
        && WordClass.of(tokens, start - 1) == WordClass.DO) {
      return true;
    }
    boolean told =
        start - 2 >= first
            && (tokens.is(start - 1, "are") || tokens.is(start - 1, "is"))
            && OUTCOMES.find(tokens, start - 2) != WordTable.ABSENT;
    return told || (start == first && answersWho(first));
  }

  /// Whether the sentence before the one that starts at token `first` asks who gains or loses.
  private boolean answersWho(int first) {
    if (first == 0 || !tokens.isMark(first - 1, '?')) {
      return false;
    }
    boolean fate = false;
    for (int i = first - 2; i >= Math.max(0, first - REACH_FORWARD); i--) {
      if (endsSentence(i) || tokens.lineBefore(i + 1)) {
        return false;
      }
      fate |= FATES.find(tokens, i) != WordTable.ABSENT;
      if (fate && tokens.is(i, "who")) {
        return true;
      }
    }
    return false;
  }

  /// Where the sentence of token `from` starts, or as far back as matters.
  private int first(int from) {
    int first = from;
    while (first > 0
        && from - first < REACH_TO_START
        && !tokens.lineBefore(first)
        && !endsSentence(first - 1)) {
      first--;
    }
    return first;
  }

  private boolean endsSentence(int i) {
    return tokens.isMark(i, '.') || tokens.isMark(i, '!') || tokens.isMark(i, '?');
  }

  private int withoutFillers(int from, int first) {
    int start = from;
    while (start > first && FILLERS.find(tokens, start - 1) != WordTable.ABSENT) {
      start--;
    }
    boolean part =
        start - 2 > first
            && tokens.is(start - 1, "of")
            && PARTS.find(tokens, start - 2) != WordTable.ABSENT;
    if (!part) {
      return start;
    }
    boolean lengthy = tokens.is(start - 3, "long");
    return withoutFillers(lengthy ? start - 3 : start - 2, first);
  }

  private boolean opensClause(int start, int first) {
    return start == first
        || tokens.lineBefore(start)
        || tokens.is(start - 1, TokenKind.PUNCTUATION)
        || CLAUSE_OPENERS.find(tokens, start - 1) != WordTable.ABSENT;
  }

  private boolean isSaid(int to) {
    int end = Math.min(tokens.size(), to + REACH_FORWARD);
    for (int i = to; i < end; i++) {
      if (tokens.lineBefore(i)
          || endsSentence(i)
          || tokens.isMark(i, ';')
          || tokens.isMark(i, ':')) {
        return false;
      }
      if (FATES.find(tokens, i) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }
}
