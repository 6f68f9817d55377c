package io.readthrough.core.score;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.Security;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;

/// Finds groups of companies that a text speaks of without naming them: "pure miners", "regional
/// lenders", "modular vendors".
final class Groups {
  private static final double CONFIDENCE = 0.5;

  /// Words before a head that say nothing of which group it is.
  private static final WordTable VAGUE = new WordTable();

  private static final WordTable HEADS = new WordTable();

  static {
    for (String head :
        ("miners vendors suppliers rivals peers competitors lenders banks airlines retailers"
                + " producers insurers smelters chipmakers automakers carmakers refiners utilities"
                + " operators makers manufacturers builders homebuilders exporters importers"
                + " drillers brokers incumbents start-ups power-bankers bankers caps borrowers"
                + " hyperscalers landlords distributors developers contractors shippers growers"
                + " brewers telecoms carriers exchanges subcontractors")
            .split(" ", -1)) {
      HEADS.add(head, 0);
    }
    for (String word :
        "leave other many most few several various certain two three better weaker stronger"
            .split(" ", -1)) {
      VAGUE.add(word, 0);
    }
  }

  private Groups() {}

  /// `mentions` with those of groups added, in order; no group overlaps a named security.
  static List<Mention> among(Tokens tokens, List<Mention> mentions) {
    List<Mention> all = new ArrayList<>(mentions.size());
    int next = 0;
    int taken = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (next < mentions.size() && mentions.get(next).span().start() < tokens.end(i)) {
        taken = mentions.get(next).span().end();
        all.add(mentions.get(next));
        next++;
      }
      if (tokens.is(i, TokenKind.WORD)
          && HEADS.find(tokens, i) >= 0
          && tokens.start(i) >= taken
          && !isModifier(tokens, i)) {
        all.add(group(tokens, i, taken));
      }
    }
    all.addAll(mentions.subList(next, mentions.size()));
    return all;
  }

  /// "miners' costs" and "banks say" are still groups; "peers group" is not.
  private static boolean isModifier(Tokens tokens, int i) {
    return i + 1 < tokens.size() && tokens.joined(i + 1);
  }

  private static Mention group(Tokens tokens, int head, int taken) {
    int before = head - 1;
    boolean modified =
        before >= 0
            && tokens.start(before) >= taken
            && tokens.is(before, TokenKind.WORD)
            && WordClass.of(tokens, before) == WordClass.OPEN
            && VAGUE.find(tokens, before) < 0
            && !endsLikeVerb(tokens, before);
    int first = modified ? before : head;
    TextSpan span = tokens.span(first, head + 1);
    StringBuilder name = new StringBuilder();
    for (int i = first; i <= head; i++) {
      name.append(name.isEmpty() ? "" : " ").append(tokens.folded(i));
    }
    Security security =
        new Security(
            "group:" + name.toString().replace(' ', '-'),
            null,
            name.toString(),
            null,
            AssetType.GROUP);
    return new Mention(span, security, Method.IMPLIED_GROUP, CONFIDENCE);
  }

  private static boolean endsLikeVerb(Tokens tokens, int i) {
    return tokens.folded(i).endsWith("s") || tokens.folded(i).endsWith("ing");
  }
}
