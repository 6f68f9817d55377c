package io.readthrough.core.score;

import io.readthrough.core.claim.Aspects;
import io.readthrough.core.claim.Horizons;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Horizon;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes scores apart by horizon and by aspect: each contribution belongs to one part of either,
/// and the baseline to the part that is unspecified, so that the parts add up to the score. What
/// the words of a sentence add tells no horizon, and its aspect is [#WORDING].
final class Breakdown {
  /// The aspect of contributions that a sentence's wording makes, not a thing it speaks of.
  private static final String WORDING = "wording";

  private static final List<String> HORIZONS =
      Arrays.stream(Horizon.Bucket.values()).map(Horizon.Bucket::printed).toList();

  private final Map<String, Place> places = new HashMap<>();

  Breakdown(Reading reading, List<Evidence> evidence) {
    Tokens tokens = reading.tokens();
    Clauses clauses = reading.clauses();
    Horizons horizons = new Horizons(tokens, reading.published());
    Aspects aspects = new Aspects(tokens);
    String[] horizonOfSentence = new String[reading.sentences().size()];
    int number = 0;
    for (Evidence each : evidence) {
      if (each.rule().startsWith(EvidenceList.LEARNED)) {
        places.put(each.id(), new Place(number++, each.id(), SentimentPart.UNSPECIFIED, WORDING));
        continue;
      }
      int first = tokens.at(each.span().start());
      int end = tokens.at(each.span().end() - 1) + 1;
      int s = each.sentence();
      String horizon = horizonOfSentence[s];
      if (horizon == null) {
        horizon =
            horizons
                .of(reading.sentences().first(s), reading.sentences().end(s))
                .bucket()
                .printed();
        horizonOfSentence[s] = horizon;
      }
      String aspect = aspects.of(first, end);
      if (aspect.equals(SentimentPart.UNSPECIFIED)) {
        int clause = clauses.of(first);
        aspect = aspects.of(clauses.first(clause), clauses.end(clause));
      }
      places.put(each.id(), new Place(number++, each.id(), horizon, aspect));
    }
  }

  /// By horizon, the nearest first; only horizons that something belongs to.
  List<SentimentPart> byHorizon(Explanation explanation) {
    Map<String, Part> parts = new LinkedHashMap<>();
    HORIZONS.forEach(horizon -> parts.put(horizon, new Part()));
    return parts(explanation, parts, true);
  }

  /// By aspect, in the order in which the text comes to speak of them.
  List<SentimentPart> byAspect(Explanation explanation) {
    return parts(explanation, new LinkedHashMap<>(), false);
  }

  private List<SentimentPart> parts(
      Explanation explanation, Map<String, Part> parts, boolean byHorizon) {
    for (Contribution contribution : explanation.contributions()) {
      String id = contribution.evidenceId();
      Place place = Objects.requireNonNull(places.get(id), id);
      parts
          .computeIfAbsent(byHorizon ? place.horizon() : place.aspect(), key -> new Part())
          .add(place, contribution.delta());
    }
    parts.computeIfAbsent(SentimentPart.UNSPECIFIED, k -> new Part()).score +=
        explanation.baseline();
    List<SentimentPart> all = new ArrayList<>();
    parts.forEach(
        (key, part) -> {
          if (part.score != 0 || !part.places.isEmpty()) {
            all.add(new SentimentPart(key, part.score, part.ids()));
          }
        });
    return all;
  }

  private static final class Part {
    private final List<Place> places = new ArrayList<>();
    private double score;

    void add(Place place, double delta) {
      places.add(place);
      score += delta;
    }

    /// In the order of the evidence.
    List<String> ids() {
      places.sort(Comparator.comparingInt(Place::number));
      List<String> ids = new ArrayList<>(places.size());
      places.forEach(place -> ids.add(place.id()));
      return ids;
    }
  }

  private record Place(int number, String id, String horizon, String aspect) {}
}
