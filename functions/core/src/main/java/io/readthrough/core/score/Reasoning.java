package io.readthrough.core.score;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts sentences together from the evidence that weighs most for a name and against it, and from
/// the condition that the note's claims on it hang on. All words in quotation marks are the note's.
final class Reasoning {
  private static final int QUOTES = 2;

  /// A quote of fewer words is told with the clause around it.
  private static final int LEAST_WORDS = 4;

  private static final int MOST_WORDS = 14;

  private static final Comparator<Contribution> BY_WEIGHT =
      Comparator.comparingDouble((Contribution c) -> -Math.abs(c.delta()))
          .thenComparing(Contribution::evidenceId);

  private final Reading reading;
  private final List<Claim> claims;
  private final Map<String, Evidence> evidence = new HashMap<>();

  Reasoning(Reading reading, List<Evidence> evidence, List<Claim> claims) {
    this.reading = reading;
    this.claims = claims;
    evidence.forEach(each -> this.evidence.put(each.id(), each));
  }

  String of(String name, String entityId, Sentiment sentiment, Explanation explanation) {
    String good = quotes(explanation, 1);
    String bad = quotes(explanation, -1);
    if (good.isEmpty() && bad.isEmpty()) {
      return "The note names " + name + " and says nothing good or bad of it.";
    }
    StringBuilder reasoning = new StringBuilder("The note reads ");
    reasoning.append(read(sentiment)).append(" on ").append(name).append(": ");
    if (bad.isEmpty()) {
      reasoning.append("for it speaks ").append(good);
    } else if (good.isEmpty()) {
      reasoning.append("against it speaks ").append(bad);
    } else if (explanation.sum() >= 0) {
      reasoning.append("for it speaks ").append(good).append("; against it ").append(bad);
    } else {
      reasoning.append("against it speaks ").append(bad).append("; for it ").append(good);
    }
    return reasoning.append('.').append(condition(entityId)).toString();
  }

  /// A whole sentence whose words count is no quote for a reason.
  private static boolean isLearned(@Nullable Evidence evidence) {
    return evidence == null || evidence.rule().startsWith(EvidenceList.LEARNED);
  }

  /// "somewhat bullish".
  private static String read(Sentiment sentiment) {
    return sentiment.label().printed().toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  /// What weighs most to one side, quoted.
  private String quotes(Explanation explanation, int sign) {
    PriorityQueue<Contribution> weightiest = new PriorityQueue<>(BY_WEIGHT);
    for (Contribution contribution : explanation.contributions()) {
      if (Math.signum(contribution.delta()) == sign
          && !isLearned(evidence.get(contribution.evidenceId()))) {
        weightiest.add(contribution);
      }
    }
    Set<String> quotes = new LinkedHashSet<>();
    while (!weightiest.isEmpty() && quotes.size() < QUOTES) {
      Evidence each = evidence.get(weightiest.poll().evidenceId());
      if (each != null) {
        quotes.add(quoted(each));
      }
    }
    return String.join(" and ", quotes);
  }

  private String condition(String entityId) {
    for (Claim claim : claims) {
      if (claim.condition() != null
          && claim.targets().stream().anyMatch(t -> t.entityId().equals(entityId))) {
        return " It hangs on \"" + onOneLine(claim.condition()) + "\".";
      }
    }
    return "";
  }

  /// The words of a piece of evidence; a word or two with the clause around them.
  private String quoted(Evidence each) {
    Tokens tokens = reading.tokens();
    int first = tokens.at(each.span().start());
    int end = tokens.at(each.span().end() - 1) + 1;
    if (end - first < LEAST_WORDS) {
      Clauses clauses = reading.clauses();
      int clause = clauses.of(first);
      int from = Math.max(clauses.first(clause), end - MOST_WORDS);
      int to = Math.min(Math.max(end, clauses.end(clauses.of(end - 1))), from + MOST_WORDS);
      while (from < first && tokens.is(from, TokenKind.PUNCTUATION)) {
        from++;
      }
      while (to > end && tokens.is(to - 1, TokenKind.PUNCTUATION)) {
        to--;
      }
      first = from;
      end = to;
    }
    return '"' + onOneLine(tokens.span(first, end).of(tokens.text())) + '"';
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
