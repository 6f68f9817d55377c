package io.readthrough.core.score.reading;

import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Which name a sentence goes on about that names none: the last that opened a sentence of its
/// paragraph, "Acme. Nobody else has the permit."; and which of them an entry is written on, as
/// round-ups do it: "Acme (ACM US): the order book is full. We stay."
final class RunningNames {
  /// How many tokens may stand before a name that opens its sentence.
  private static final int OPENING = 2;

  /// How many tokens of a bracket after a name are looked over for its end.
  private static final int LONGEST_BRACKET = 12;

  private final Tokens tokens;
  private final int[] names;
  private final BitSet entries = new BitSet();

  /// @param stated where names stand themselves, in order
  RunningNames(Tokens tokens, Sentences sentences, List<ResolvedMention> stated) {
    this.tokens = tokens;
    this.names = new int[sentences.size()];
    Arrays.fill(names, TargetAssigner.NOBODY);
    int running = TargetAssigner.NOBODY;
    boolean entry = false;
    boolean heading = false;
    int next = 0;
    for (int s = 0; s < names.length; s++) {
      int first = sentences.first(s);
      int end = sentences.end(s);
      boolean opensLine = tokens.lineBefore(first);
      if (opensLine && !heading) {
        running = TargetAssigner.NOBODY;
        entry = false;
      }
      heading = false;
      if (next < stated.size() && stated.get(next).first() < end) {
        ResolvedMention mention = stated.get(next);
        boolean opens = mention.first() - first <= OPENING;
        int after = opens ? afterBracket(mention.end(), end) : end;
        boolean heads = opens && opensLine && isHead(after, end);
        if (heads || !entry) {
          running = opens ? mention.name() : TargetAssigner.NOBODY;
          entry = heads;
        }
        heading = heads && after >= end - 1 && end < tokens.size() && tokens.lineBefore(end);
      } else {
        names[s] = running;
        entries.set(s, entry && running != TargetAssigner.NOBODY);
      }
      while (next < stated.size() && stated.get(next).first() < end) {
        next++;
      }
    }
  }

  /// The name that a sentence without one goes on about; [TargetAssigner#NOBODY] for others.
  int of(int sentence) {
    return names[sentence];
  }

  /// Whether the sentence belongs to an entry on that name.
  boolean isEntry(int sentence) {
    return entries.get(sentence);
  }

  /// "Acme (ACM US, Buy)": the token after the bracket.
  private int afterBracket(int i, int end) {
    if (i < end && tokens.isMark(i, '(')) {
      for (int k = i + 1; k < Math.min(end, i + LONGEST_BRACKET); k++) {
        if (tokens.isMark(k, ')')) {
          return k + 1;
        }
      }
    }
    return i;
  }

  /// Whether nothing but a stop is left of a sentence, or a colon or a dash parts the name from
  /// what is said of it.
  private boolean isHead(int i, int end) {
    boolean alone = i >= end || (i == end - 1 && tokens.is(i, TokenKind.PUNCTUATION));
    return alone
        || tokens.isMark(i, ':')
        || tokens.isMark(i, '–')
        || tokens.isMark(i, '—')
        || tokens.isMark(i, '-');
  }
}
