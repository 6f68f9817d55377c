package io.readthrough.core.score;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All evidence of a note in the text's order, "e1" first: its expressions, and the places where
/// its facts stand.
final class EvidenceList {
  private final Reading reading;
  private final List<Evidence> evidence = new ArrayList<>();
  private final String[] idOfExpression;
  private final String[] idOfFact;
  private final String[] idOfCitation;

  /// @param shares of the overall score's absolute contributions, one for each expression
  /// @param citations what else of the text is cited
  EvidenceList(Reading reading, List<FoundFact> facts, double[] shares, List<Citation> citations) {
    this.reading = reading;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < reading.expressions().size(); i++) {
      Expression expression = reading.expressions().get(i);
      places.add(
          new Place(
              reading.tokens().span(expression.first(), expression.end()),
              reading.sentences().containing(expression.head()),
              Math.clamp(expression.polarity() * expression.contrast(), -1, 1),
              shares[i],
              expression.rule(),
              i,
              -1,
              -1));
    }
    for (int i = 0; i < facts.size(); i++) {
      TextSpan span = facts.get(i).span();
      places.add(
          new Place(
              span,
              reading.sentences().containing(reading.tokens().at(span.start())),
              0,
              0,
              "fact:" + facts.get(i).fact().metric(),
              -1,
              i,
              -1));
    }
    for (int i = 0; i < citations.size(); i++) {
      TextSpan span = citations.get(i).span();
      places.add(
          new Place(
              span,
              reading.sentences().containing(reading.tokens().at(span.start())),
              citations.get(i).polarity(),
              0,
              citations.get(i).rule(),
              -1,
              -1,
              i));
    }
    places.sort(
        Comparator.comparing(Place::span)
            .thenComparingInt(Place::expression)
            .thenComparingInt(Place::fact)
            .thenComparingInt(Place::citation));
    idOfExpression = new String[reading.expressions().size()];
    idOfFact = new String[facts.size()];
    idOfCitation = new String[citations.size()];
    for (Place place : places) {
      String id = "e" + (evidence.size() + 1);
      evidence.add(
          new Evidence(
              id,
              place.span(),
              place.span().of(reading.note().text()),
              place.sentence(),
              place.polarity(),
              place.weight(),
              place.rule()));
      if (place.expression() >= 0) {
        idOfExpression[place.expression()] = id;
      } else if (place.fact() >= 0) {
        idOfFact[place.fact()] = id;
      } else {
        idOfCitation[place.citation()] = id;
      }
    }
  }

  List<Evidence> all() {
    return evidence;
  }

  /// The id of the evidence that expression `i` is.
  String idOfExpression(int i) {
    return idOfExpression[i];
  }

  /// The id of the evidence that citation `i` is.
  String idOfCitation(int i) {
    return idOfCitation[i];
  }

  /// The facts with their ids and the evidence they stand on.
  List<Fact> facts(List<FoundFact> found) {
    List<Fact> facts = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      Fact fact = found.get(i).fact();
      facts.add(
          new Fact(
              "f" + (i + 1),
              fact.kind(),
              fact.metric(),
              fact.label(),
              entityId(found.get(i)),
              fact.value(),
              fact.valueLow(),
              fact.valueHigh(),
              fact.approximate(),
              fact.unit(),
              fact.period(),
              fact.change(),
              fact.goodWhen(),
              List.of(idOfFact[i])));
    }
    return facts;
  }

  private @Nullable String entityId(FoundFact found) {
    if (found.fact().entityId() != null) {
      return found.fact().entityId();
    }
    int token = reading.tokens().at(found.span().start());
    Name name = reading.nameOf(reading.sentences().containing(token));
    return name == null ? null : name.security.entityId();
  }

  private record Place(
      TextSpan span,
      int sentence,
      double polarity,
      double weight,
      String rule,
      int expression,
      int fact,
      int citation) {}

  /// A stretch of the text that something rests on without adding to a score.
  record Citation(TextSpan span, double polarity, String rule) {}
}
