package io.readthrough.core.score;

import io.readthrough.core.claim.Sections;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Puts sentences together from the evidence that weighs most for a name and against it, and from
/// the condition that the note's claims on it hang on. All words in quotation marks are the note's;
/// "…" stands for what is left out.
final class Reasoning {
  private static final int QUOTES = 2;

  /// A quote of fewer words is told with the clause around it, or the sentence.
  private static final int LEAST_WORDS = 4;

  private static final int MOST_WORDS = 14;

  /// What weighs less than this share of the weightiest reason is none.
  private static final double LEAST_SHARE = 0.1;

  /// What weighs less than this is none, whatever else there is.
  private static final double LEAST_WEIGHT = 0.005;

  /// How the rule begins of a rating that the author gives.
  private static final String STANCE = "stance:";

  private static final WordTable JOINS =
      WordTable.of("and but so or yet because although though while however");

  private static final Comparator<Contribution> BY_WEIGHT =
      Comparator.comparingDouble((Contribution c) -> -Math.abs(c.delta()))
          .thenComparing(Contribution::evidenceId);

  private final Reading reading;
  private final List<Claim> claims;
  private final Sections sections;
  private final Map<String, Evidence> evidence = new HashMap<>();

  Reasoning(Reading reading, Sections sections, List<Evidence> evidence, List<Claim> claims) {
    this.reading = reading;
    this.claims = claims;
    this.sections = sections;
    evidence.forEach(each -> this.evidence.put(each.id(), each));
  }

  String of(String name, String entityId, Sentiment sentiment, Explanation explanation) {
    List<Stretch> quoted = new ArrayList<>();
    int sign = explanation.sum() >= 0 ? 1 : -1;
    List<Contribution> reasons = reasons(explanation, false);
    String with = quotes(reasons, sign, quoted);
    String against = quotes(reasons, -sign, quoted);
    if (with.isEmpty()) {
      // The words of whole sentences are told only where nothing else speaks so.
      List<Contribution> learned = reasons(explanation, true);
      with = quotes(learned, sign, quoted);
      against = against.isEmpty() ? quotes(learned, -sign, quoted) : against;
    }
    boolean neutral = sentiment.label() == SentimentLabel.NEUTRAL;
    if (with.isEmpty() && against.isEmpty()) {
      return neutral
          ? "The note names " + name + " and takes no side on it."
          : "The note reads " + read(sentiment) + " on " + name + " by the way it speaks of it.";
    }
    StringBuilder reasoning = new StringBuilder("The note reads ");
    reasoning.append(read(sentiment)).append(" on ").append(name);
    String mine = sign > 0 ? "for it" : "against it";
    String other = sign > 0 ? "against it" : "for it";
    if (with.isEmpty()) {
      reasoning.append(neutral ? ": " : " by the way it speaks of it; ");
      reasoning.append(other).append(" speaks ").append(against);
    } else {
      reasoning.append(": ").append(mine).append(" speaks ").append(with);
      if (!against.isEmpty()) {
        reasoning.append("; ").append(other).append(' ').append(against);
      }
    }
    return reasoning.append('.').append(condition(entityId)).toString();
  }

  /// "somewhat bullish".
  private static String read(Sentiment sentiment) {
    return sentiment.label().printed().toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  /// What weighs anything, the weightiest first.
  ///
  /// @param learned whether the words of whole sentences count too
  private List<Contribution> reasons(Explanation explanation, boolean learned) {
    List<Contribution> reasons = new ArrayList<>();
    double most = 0;
    for (Contribution contribution : explanation.contributions()) {
      Evidence each = evidence.get(contribution.evidenceId());
      if (each == null
          || sections.isHeading(each.sentence())
          || each.rule().startsWith(EvidenceList.LEARNED) != learned) {
        continue;
      }
      reasons.add(contribution);
      most = Math.max(most, Math.abs(contribution.delta()));
    }
    double least = Math.max(LEAST_WEIGHT, LEAST_SHARE * most);
    reasons.removeIf(each -> Math.abs(each.delta()) < least);
    reasons.sort(BY_WEIGHT);
    return reasons;
  }

  /// What weighs most to one side, quoted. What was quoted before is not quoted again.
  private String quotes(List<Contribution> reasons, int sign, List<Stretch> quoted) {
    List<String> quotes = new ArrayList<>();
    for (Contribution reason : reasons) {
      Evidence each = evidence.get(reason.evidenceId());
      if (each == null || Math.signum(reason.delta()) != sign || quotes.size() == QUOTES) {
        continue;
      }
      Stretch stretch = stretch(each);
      boolean rating = each.rule().startsWith(STANCE) && stretch.size() < LEAST_WORDS;
      String quote = (rating ? "the author's " : "") + stretch.quote(reading.tokens());
      if (!quotes.contains(quote) && quoted.stream().noneMatch(stretch::overlaps)) {
        quoted.add(stretch);
        quotes.add(quote);
      }
    }
    return String.join(" and ", quotes);
  }

  /// What the case for or against a name hangs on. What could go wrong is no such condition.
  private String condition(String entityId) {
    for (Claim claim : claims) {
      boolean ahead =
          switch (claim.type()) {
            case THESIS, SECOND_ORDER, CATALYST, READ_THROUGH, CONTRARIAN, VALUATION -> true;
            case RISK, WHAT_TO_WATCH -> false;
          };
      if (ahead
          && claim.condition() != null
          && claim.targets().stream().anyMatch(t -> t.entityId().equals(entityId))) {
        return " It hangs on \"" + onOneLine(claim.condition()) + "\".";
      }
    }
    return "";
  }

  /// The words of a piece of evidence; a word or two with the clause around them, or the sentence
  /// where the clause is no longer.
  private Stretch stretch(Evidence each) {
    Tokens tokens = reading.tokens();
    int first = tokens.at(each.span().start());
    int end = tokens.at(each.span().end() - 1) + 1;
    Clauses clauses = reading.clauses();
    int from = first;
    int to = end;
    boolean rating = each.rule().startsWith(STANCE) && tokens.capitalised(first);
    if (end - first < LEAST_WORDS && !rating) {
      from = clauses.first(clauses.of(first));
      to = Math.max(end, clauses.end(clauses.of(end - 1)));
    }
    if (to - from < LEAST_WORDS && !rating) {
      from = reading.sentences().first(each.sentence());
      to = Math.max(end, reading.sentences().end(each.sentence()));
    }
    int whole = to;
    from = Math.min(first, Math.max(from, end - MOST_WORDS));
    to = Math.max(end, Math.min(to, from + MOST_WORDS));
    boolean cut = to < whole;
    while (from < first && (tokens.is(from, TokenKind.PUNCTUATION) || joins(from))) {
      from++;
    }
    while (to > end && tokens.is(to - 1, TokenKind.PUNCTUATION) && !tokens.isMark(to - 1, ')')) {
      to--;
    }
    return closed(new Stretch(from, to, cut));
  }

  private boolean joins(int i) {
    return JOINS.find(reading.tokens(), i) >= 0;
  }

  /// A bracket that opens in a quote closes in it.
  private Stretch closed(Stretch stretch) {
    Tokens tokens = reading.tokens();
    int open = -1;
    for (int i = stretch.first(); i < stretch.end(); i++) {
      if (tokens.isMark(i, '(')) {
        open = i;
      } else if (tokens.isMark(i, ')')) {
        open = -1;
      }
    }
    if (open < 0) {
      return stretch;
    }
    int end = stretch.end();
    return end < tokens.size() && tokens.isMark(end, ')')
        ? new Stretch(stretch.first(), end + 1, stretch.cut())
        : open > stretch.first() ? new Stretch(stretch.first(), open, true) : stretch;
  }

  /// Tokens that are quoted.
  ///
  /// @param cut whether their clause goes on
  private record Stretch(int first, int end, boolean cut) {
    int size() {
      return end - first;
    }

    boolean overlaps(Stretch other) {
      return first < other.end && other.first < end;
    }

    String quote(Tokens tokens) {
      String words = onOneLine(tokens.span(first, end).of(tokens.text()));
      return '"' + words + (cut ? " …" : "") + '"';
    }
  }

  private static String onOneLine(String words) {
    StringBuilder line = new StringBuilder(words.length());
    boolean gap = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        line.append(c == '"' ? '\'' : c);
      } else if (!gap) {
        line.append(' ');
      }
      gap = space;
    }
    return line.toString();
  }
}
