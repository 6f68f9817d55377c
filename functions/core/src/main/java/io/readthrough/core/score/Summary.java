package io.readthrough.core.score;

import io.readthrough.core.claim.Sections;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.reading.Stances;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes the sentence of the main claim and those that carry most of the score to its side, at most
/// [#MOST_WORDS] words, in the text's order. Only what states something is taken: no title, subject
/// line, heading, question, row of a table or greeting; and what leans on the sentence before it,
/// as "This means …" does, only with that.
final class Summary {
  private static final int MOST_WORDS = 60;

  /// What the place of the main claim is worth, against a share of the score.
  private static final double MAIN = 1;

  /// What making any other claim is worth, at most.
  private static final double CLAIMED = 0.1;

  /// What standing first is worth.
  private static final double EARLY = 0.05;

  /// What is said under a heading like "Risks" has not happened.
  private static final double HYPOTHETICAL = 0.5;

  /// What is worth less is left out.
  private static final double LEAST_WORTH = 0.03;

  /// A score below this has no side.
  private static final double NO_SIDE = 0.15;

  /// How well a claim of a type tells in one sentence what a note says.
  private static final double OWN_CASE = 1;

  private static final double VIEW = 0.7;
  private static final double OF_OTHERS = 0.5;

  /// What it adds to that to go with the score, against it, or to be said in the first person.
  private static final double AGREES = 0.4;

  private static final double IN_PERSON = 0.3;

  /// What a claim adds that stands at the very beginning, and one that is about the subject.
  private static final double FIRST = 0.3;

  private static final double OF_SUBJECT = 0.3;

  /// A sentence shorter than this is a heading, unless the author rates a name in it.
  private static final int LEAST_WORDS = 6;

  private static final int LEAST_WORDS_OF_RATING = 3;

  /// What a sentence opens with that cannot be understood without the one before.
  private static final WordTable LEANING =
      WordTable.of(
          "this that these those they both neither either such so hence thus therefore which"
              + " otherwise likewise");

  private static final WordTable PERSONS = WordTable.of("we our i my we'd i'd we're we've");

  /// What a line begins with that tells of a message, before a colon.
  private static final WordTable MESSAGE =
      WordTable.of("subject subj re fw fwd from to cc date sent importance");

  private static final WordTable GREETINGS = WordTable.of("dear hi hello greetings morning");

  private final Reading reading;
  private final Sections sections;
  private final List<Claim> claims;
  private final double score;

  private Summary(Reading reading, Sections sections, List<Claim> claims, double score) {
    this.reading = reading;
    this.sections = sections;
    this.claims = claims;
    this.score = score;
  }

  /// @param claims of the note
  /// @param whole how the note's score came about
  /// @param evidence of the note
  static @Nullable String of(
      Reading reading,
      Sections sections,
      List<Claim> claims,
      Explanation whole,
      List<Evidence> evidence) {
    return new Summary(reading, sections, claims, whole.sum()).of(whole, evidence);
  }

  private @Nullable String of(Explanation whole, List<Evidence> evidence) {
    List<Integer> candidates = candidates();
    Set<Integer> statements = new HashSet<>(candidates);
    int main = mainSentence(candidates);
    double[] values = values(carried(whole, evidence), main);
    candidates.removeIf(s -> values[s] < LEAST_WORTH);
    // Among equals the earlier one: a note says first what matters most.
    double early = EARLY / values.length;
    candidates.sort(
        Comparator.comparingDouble((Integer s) -> s * early - values[s]).thenComparingInt(s -> s));
    TreeSet<Integer> chosen = new TreeSet<>();
    int left = MOST_WORDS;
    for (int s : candidates) {
      int from = leans(s) && statements.contains(s - 1) && !chosen.contains(s - 1) ? s - 1 : s;
      boolean stands = !leans(s) || s == main || statements.contains(s - 1);
      int words = from < s ? words(from) + words(s) : words(s);
      if (stands && words <= left && !chosen.contains(s)) {
        chosen.add(from);
        chosen.add(s);
        left -= words;
      }
      if (left < LEAST_WORDS) {
        break;
      }
    }
    StringBuilder summary = new StringBuilder();
    for (int s : chosen) {
      String sentence = reading.sentences().span(s).of(reading.note().text());
      summary.append(summary.isEmpty() ? "" : " ").append(sentence);
    }
    return summary.isEmpty() ? null : summary.toString();
  }

  /// Whether a sentence is to be understood only with the one before it in its paragraph.
  private boolean leans(int s) {
    Tokens tokens = reading.tokens();
    int first = reading.sentences().first(s);
    return s > 0 && !tokens.paragraphBefore(first) && LEANING.find(tokens, first) >= 0;
  }

  /// The share of the score that each sentence carries to its side; of a score that has none, the
  /// share of all that is said.
  private double[] carried(Explanation whole, List<Evidence> evidence) {
    Map<String, Integer> sentences = new HashMap<>();
    evidence.forEach(each -> sentences.put(each.id(), each.sentence()));
    double[] net = new double[reading.sentences().size()];
    whole
        .contributions()
        .forEach(each -> net[sentences.getOrDefault(each.evidenceId(), 0)] += each.delta());
    double sum = 0;
    for (int s = 0; s < net.length; s++) {
      double toItsSide = Math.max(0, net[s] * Math.signum(score));
      net[s] = Math.abs(score) < NO_SIDE ? Math.abs(net[s]) : toItsSide;
      net[s] *= reading.weights().isHypothetical(s) ? HYPOTHETICAL : 1;
      sum += net[s];
    }
    for (int s = 0; s < net.length && sum > 0; s++) {
      net[s] /= sum;
    }
    return net;
  }

  /// What each sentence is worth to a summary: its share of the score, and what it claims on the
  /// score's side.
  private double[] values(double[] carried, int main) {
    double[] values = carried.clone();
    for (Claim claim : claims) {
      double side = Math.abs(score) < NO_SIDE ? 1 : Math.signum(score) * claim.polarity();
      // Half a claim may say the contrary: "In May we argued … We now believe …".
      boolean whole = reading.sentences().span(sentence(claim)).contains(claim.span());
      // What a claim is taken for does not count where its words say the contrary, or nothing.
      boolean counts = whole && carried[sentence(claim)] > 0;
      values[sentence(claim)] += counts ? CLAIMED * worth(claim.type()) * Math.max(0, side) : 0;
    }
    if (main >= 0) {
      values[main] += MAIN;
    }
    return values;
  }

  /// The sentences that state something, and fit.
  private List<Integer> candidates() {
    List<Integer> candidates = new ArrayList<>();
    BitSet rating = new BitSet();
    reading.expressions().stream()
        .filter(Stances::isStance)
        .forEach(stance -> rating.set(stance.sentence()));
    int region = 0;
    List<Region> regions = reading.note().regions();
    for (int s = 0; s < reading.sentences().size(); s++) {
      int start = reading.sentences().span(s).start();
      while (region + 1 < regions.size() && regions.get(region).span().end() <= start) {
        region++;
      }
      int words = words(s);
      if (reading.weights().of(s) > 0
          && words >= (rating.get(s) ? LEAST_WORDS_OF_RATING : LEAST_WORDS)
          && words <= MOST_WORDS
          && isStatement(s, regions.get(region).kind(), sections.isHeading(s))) {
        candidates.add(s);
      }
    }
    return candidates;
  }

  private boolean isStatement(int s, RegionKind region, boolean isHeading) {
    Tokens tokens = reading.tokens();
    int first = reading.sentences().first(s);
    int end = reading.sentences().end(s);
    boolean listed = region == RegionKind.BULLETS || region == RegionKind.KEY_POINTS;
    boolean apart =
        switch (region) {
          case TITLE, HEADING, TABLE, RATING_BOX -> true;
          case LEAD, BODY, BULLETS, KEY_POINTS, FOOTNOTE, QUOTE -> false;
          case ANALYSTS, DISCLOSURE, BOILERPLATE, VENDOR_TRAILER -> true;
        };
    boolean message =
        tokens.lineBefore(first)
            && (GREETINGS.find(tokens, first) >= 0
                || (MESSAGE.find(tokens, first) >= 0 && tokens.isMark(first + 1, ':')));
    boolean item = listed || isItem(first);
    boolean heading = !item && (isHeading || !isFinished(first, end));
    return !apart && !message && !heading && isProse(first, end) && !asks(end);
  }

  /// Whether a line begins with a mark, as items of lists do.
  private boolean isItem(int first) {
    Tokens tokens = reading.tokens();
    return tokens.lineBefore(first)
        && !Character.isLetterOrDigit(tokens.foldedAt(tokens.start(first)));
  }

  private boolean asks(int end) {
    return lastMark(end) == '?';
  }

  /// The last character, marks that close something apart.
  private char lastMark(int end) {
    Tokens tokens = reading.tokens();
    int last = end - 1;
    while (last > 0 && (tokens.isMark(last, '"') || tokens.isMark(last, ')'))) {
      last--;
    }
    return tokens.foldedAt(tokens.end(last) - 1);
  }

  /// Words make most of prose; figures and bars make most of a row.
  private boolean isProse(int first, int end) {
    int words = 0;
    int bars = 0;
    for (int i = first; i < end; i++) {
      words += reading.tokens().is(i, TokenKind.WORD) ? 1 : 0;
      bars += reading.tokens().isMark(i, '|') ? 1 : 0;
    }
    return words * 2 >= end - first && bars == 0;
  }

  /// Whether it ends as sentences do. A line of its own without a stop is a heading or a masthead.
  private boolean isFinished(int first, int end) {
    Tokens tokens = reading.tokens();
    char mark = lastMark(end);
    boolean alone = tokens.lineBefore(first) && (end == tokens.size() || tokens.lineBefore(end));
    return mark == '.' || mark == '!' || mark == ';' || !alone;
  }

  /// The sentence that says best what the author holds, or -1.
  private int mainSentence(List<Integer> candidates) {
    int best = -1;
    double most = 0;
    Set<Integer> among = new HashSet<>(candidates);
    for (Claim claim : claims) {
      int s = sentence(claim);
      double value = among.contains(s) ? main(claim, s) : 0;
      if (value > most) {
        most = value;
        best = s;
      }
    }
    return best;
  }

  private double main(Claim claim, int s) {
    double worth = worth(claim.type());
    if (worth == 0) {
      return 0;
    }
    double side = Math.abs(score) < NO_SIDE ? 0 : Math.signum(score) * claim.polarity();
    boolean inPerson = false;
    for (int i = reading.sentences().first(s); i < reading.sentences().end(s); i++) {
      inPerson |= PERSONS.find(reading.tokens(), i) >= 0;
    }
    boolean ofSubject =
        claim.targets().stream().anyMatch(t -> t.relation() == Claim.Target.Relation.SELF);
    double value =
        worth
            + AGREES * side
            + (inPerson ? IN_PERSON : 0)
            + (ofSubject ? OF_SUBJECT : 0)
            + FIRST * (1 - (double) s / reading.sentences().size());
    return reading.weights().isHypothetical(s) ? HYPOTHETICAL * value : value;
  }

  private static double worth(Claim.Type type) {
    return switch (type) {
      case THESIS -> OWN_CASE;
      case CONTRARIAN, VALUATION -> VIEW;
      case READ_THROUGH, SECOND_ORDER -> OF_OTHERS;
      case CATALYST, RISK, WHAT_TO_WATCH -> 0;
    };
  }

  private int sentence(Claim claim) {
    return reading.sentences().containing(reading.tokens().at(claim.span().start()));
  }

  /// White-space-separated words, as a reader counts them.
  private int words(int s) {
    TextSpan span = reading.sentences().span(s);
    int words = 0;
    boolean space = true;
    for (int i = span.start(); i < span.end() && words <= MOST_WORDS; i++) {
      boolean white = Character.isWhitespace(reading.note().text().charAt(i));
      words += space && !white ? 1 : 0;
      space = white;
    }
    return words;
  }
}
