package io.readthrough.core.score;

import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a sentence together from the evidence that weighs most for a name and against it.
final class Reasoning {
  private static final int QUOTES = 2;

  private Reasoning() {}

  static String of(
      Name name, Sentiment sentiment, Explanation explanation, List<Evidence> evidence) {
    Map<String, Evidence> byId = new HashMap<>();
    evidence.forEach(e -> byId.put(e.id(), e));
    List<Contribution> contributions = new ArrayList<>(explanation.contributions());
    contributions.removeIf(c -> isLearned(byId.get(c.evidenceId())));
    if (contributions.isEmpty()) {
      return "The note names " + name.security.name() + " and says nothing good or bad of it.";
    }
    contributions.sort(
        Comparator.comparingDouble((Contribution c) -> -Math.abs(c.delta()))
            .thenComparing(Contribution::evidenceId));
    String good = quotes(contributions, byId, 1);
    String bad = quotes(contributions, byId, -1);
    String label = sentiment.label().printed();
    if (bad.isEmpty()) {
      return label + " on " + good + ".";
    }
    if (good.isEmpty()) {
      return label + " on " + bad + ".";
    }
    return label + ": for it " + good + "; against it " + bad + ".";
  }

  /// A whole sentence whose words count is no quote for a reason.
  private static boolean isLearned(@Nullable Evidence evidence) {
    return evidence == null || evidence.rule().startsWith(EvidenceList.LEARNED);
  }

  private static String quotes(
      List<Contribution> contributions, Map<String, Evidence> byId, int sign) {
    StringBuilder quotes = new StringBuilder();
    int count = 0;
    for (Contribution contribution : contributions) {
      Evidence evidence = byId.get(contribution.evidenceId());
      if (evidence != null && Math.signum(contribution.delta()) == sign && count < QUOTES) {
        quotes.append(count == 0 ? "" : " and ").append('"').append(evidence.quote()).append('"');
        count++;
      }
    }
    return quotes.toString().replace('\n', ' ');
  }
}
