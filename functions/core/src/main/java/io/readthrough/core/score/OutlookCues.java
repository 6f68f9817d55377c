package io.readthrough.core.score;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.cue.Cue;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.model.FeatureSink;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.text.InOrder;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Finds the wordings beside names that bear on how a note sees them: "Acme is the winner", "we
/// prefer Acme", "a nuisance for Acme". What each weighs is learned.
final class OutlookCues {
  private static final CueTable TABLE = CueTable.standard("score/outlook-cues.tsv");

  /// The name follows the wordings.
  private static final String FOR = "for";

  /// How many tokens may stand between a name and the wordings after it.
  private static final int REACH_AFTER = 12;

  /// How many may stand between wordings and the name after them.
  private static final int REACH_BEFORE = 8;

  /// How many tokens part the names of a list at most: a comma and "and".
  private static final int LIST_GAP = 3;

  /// How many names of a list are looked over for where it begins and ends.
  private static final int MOST_LISTED = 8;

  private final Map<String, Integer> after = new HashMap<>();
  private final Map<String, Integer> before = new HashMap<>();

  /// @param names is told the features
  OutlookCues(FeatureNames names) {
    for (Cue cue : TABLE.cues()) {
      boolean follows = cue.value().equals(FOR);
      (follows ? before : after)
          .computeIfAbsent(
              cue.kind(), kind -> names.add("cue:" + kind + (follows ? " before" : " after")));
    }
  }

  static CueTable table() {
    return TABLE;
  }

  /// Wordings that were found, by their first and last token.
  record Place(int first, int end, String kind) {}

  /// Adds the features of each name. Linear.
  ///
  /// @param stated the places where names stand themselves, in order
  /// @param isScored whether a sentence is the author's own words
  /// @return the places, numbered after the expressions; with these they are at most as many as a
  ///   note may have expressions, so that a note stays bounded
  List<Place> read(
      Reading reading,
      List<ResolvedMention> stated,
      IntPredicate isScored,
      List<OutlookVector> vectors) {
    int expressions = reading.expressions().size();
    Tokens tokens = reading.tokens();
    int[] ids = TABLE.ids(tokens);
    int[] mentions = new int[vectors.size()];
    stated.forEach(mention -> mentions[mention.name()]++);
    Map<Place, Integer> places = new LinkedHashMap<>();
    int last = -1;
    List<Hit> hits = List.of();
    for (int m = 0; m < stated.size(); m++) {
      ResolvedMention mention = stated.get(m);
      int s = reading.sentences().containing(mention.first());
      if (!isScored.test(s)) {
        continue;
      }
      if (s != last) {
        hits = TABLE.find(tokens, ids, reading.sentences().first(s), reading.sentences().end(s));
        last = s;
      }
      Span span = span(reading, stated, m, s);
      BitSet seen = new BitSet();
      for (int h = InOrder.firstFrom(hits, Hit::first, span.floor); h < hits.size(); h++) {
        Hit hit = hits.get(h);
        if (hit.first() >= span.ceiling) {
          break;
        }
        boolean leads = hit.cue().value().equals(FOR);
        boolean near = leads ? hit.end() <= span.start : hit.first() >= span.stop;
        Integer feature = (leads ? before : after).get(hit.cue().kind());
        if (near && hit.end() <= span.ceiling && feature != null && !seen.get(feature)) {
          seen.set(feature);
          Place place = new Place(hit.first(), hit.end(), hit.cue().kind());
          if (expressions + places.size() < Reading.MOST_EXPRESSIONS) {
            places.putIfAbsent(place, expressions + places.size());
          }
          vectors
              .get(mention.name())
              .add(
                  feature,
                  1.0 / mentions[mention.name()],
                  places.getOrDefault(place, FeatureSink.NOWHERE));
        }
      }
    }
    return new ArrayList<>(places.keySet());
  }

  /// Where wordings may stand that belong to mention `m`, or to the list that it is in: between the
  /// names beside it, within reach, and on its side of a semicolon.
  private static Span span(Reading reading, List<ResolvedMention> stated, int m, int s) {
    Tokens tokens = reading.tokens();
    int from = m;
    while (from > 0 && m - from < MOST_LISTED && joins(stated, from - 1)) {
      from--;
    }
    int to = m;
    while (to + 1 < stated.size() && to - m < MOST_LISTED && joins(stated, to)) {
      to++;
    }
    int start = stated.get(from).first();
    int stop = stated.get(to).end();
    int floor = Math.max(reading.sentences().first(s), start - REACH_BEFORE);
    if (from > 0) {
      floor = Math.max(floor, stated.get(from - 1).end());
    }
    int ceiling = Math.min(reading.sentences().end(s), stop + REACH_AFTER);
    if (to + 1 < stated.size()) {
      ceiling = Math.min(ceiling, stated.get(to + 1).first());
    }
    int first = start;
    while (first > floor && !tokens.isMark(first - 1, ';')) {
      first--;
    }
    int end = stop;
    while (end < ceiling && !tokens.isMark(end, ';')) {
      end++;
    }
    return new Span(first, start, stop, end);
  }

  /// Whether mention `m` and the next are neighbours in a list.
  private static boolean joins(List<ResolvedMention> stated, int m) {
    return stated.get(m).listed() > 1
        && stated.get(m + 1).listed() > 1
        && stated.get(m + 1).first() - stated.get(m).end() <= LIST_GAP;
  }

  /// @param floor the first token that counts
  /// @param start where the names start
  /// @param stop where they end
  /// @param ceiling the token after the last that counts
  private record Span(int floor, int start, int stop, int ceiling) {}
}
