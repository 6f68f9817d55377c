package io.readthrough.core.score;

import io.readthrough.core.fact.period.PeriodCalendar;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All evidence of a note in the text's order, "e1" first: its expressions, the places where its
/// facts stand, what else is cited, and the sentences whose words count.
final class EvidenceList {
  /// How the rule of evidence begins that is the words of a sentence.
  static final String LEARNED = "learned:";

  private static final String WORDING = "wording:";

  /// The words that its rule names.
  private static final int NAMED_WORDS = 3;

  private final Reading reading;
  private final List<Evidence> evidence = new ArrayList<>();
  private final String[] idOfExpression;
  private final String[] idOfFact;
  private final String[] idOfCitation;
  private final @Nullable String[] idOfWording;
  private final @Nullable String[] idOfWords;

  /// @param shares of the overall score's absolute contributions, one for each expression
  /// @param citations what else of the text is cited
  /// @param wordings the places after the expressions that scores are made of
  /// @param whole the score of the note
  /// @param names the scores of its names
  EvidenceList(
      Reading reading,
      List<FoundFact> facts,
      double[] shares,
      List<Citation> citations,
      List<OutlookFeatures.Wording> wordings,
      UnitScore whole,
      List<NameScore> names) {
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
              -1,
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
              i,
              -1));
    }
    for (int w = 0; w < wordings.size(); w++) {
      OutlookFeatures.Wording wording = wordings.get(w);
      int place = reading.expressions().size() + w;
      if (whole.showsPlace(place)
          || names.stream().anyMatch(name -> name.score().showsPlace(place))) {
        places.add(
            new Place(
                reading.tokens().span(wording.first(), wording.end()),
                reading.sentences().containing(wording.first()),
                0,
                0,
                WORDING + wording.kind(),
                -1,
                -1,
                -1,
                w));
      }
    }
    for (int s = 0; s < reading.sentences().size(); s++) {
      UnitScore shown = shown(s, whole, names);
      if (shown != null) {
        places.add(
            new Place(
                reading.sentences().span(s), s, 0, 0, LEARNED + words(s, shown), -1, -1, -1, -1));
      }
    }
    places.sort(
        Comparator.comparing(Place::span)
            .thenComparingInt(Place::expression)
            .thenComparingInt(Place::fact)
            .thenComparingInt(Place::citation)
            .thenComparingInt(Place::wording));
    idOfExpression = new String[reading.expressions().size()];
    idOfFact = new String[facts.size()];
    idOfCitation = new String[citations.size()];
    idOfWording = new String[wordings.size()];
    idOfWords = new String[reading.sentences().size()];
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
      } else if (place.citation() >= 0) {
        idOfCitation[place.citation()] = id;
      } else if (place.wording() >= 0) {
        idOfWording[place.wording()] = id;
      } else {
        idOfWords[place.sentence()] = id;
      }
    }
  }

  /// The first score that the words of sentence `s` add something to; null when there is none.
  private static @Nullable UnitScore shown(int s, UnitScore whole, List<NameScore> names) {
    if (whole.showsWords(s)) {
      return whole;
    }
    for (NameScore name : names) {
      if (name.score().showsWords(s)) {
        return name.score();
      }
    }
    return null;
  }

  /// The words of sentence `s` that add most, each with its sign; of equals those that come first.
  private String words(int s, UnitScore score) {
    int[] most = new int[NAMED_WORDS];
    int count = 0;
    for (int i = reading.sentences().first(s); i < reading.sentences().end(s); i++) {
      double size = Math.abs(score.ofToken(i));
      if (size == 0 || reading.names().named.get(i)) {
        continue;
      }
      int place = count;
      while (place > 0 && size > Math.abs(score.ofToken(most[place - 1]))) {
        place--;
      }
      if (place < NAMED_WORDS) {
        count = Math.min(count + 1, NAMED_WORDS);
        System.arraycopy(most, place, most, place + 1, count - 1 - place);
        most[place] = i;
      }
    }
    StringBuilder words = new StringBuilder();
    for (int k = 0; k < count; k++) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append(score.ofToken(most[k]) > 0 ? '+' : '-')
          .append(reading.tokens().folded(most[k]));
    }
    return words.toString();
  }

  /// The id of the evidence that the words of sentence `s` are; null when they are none.
  @Nullable String idOfWords(int s) {
    return idOfWords[s];
  }

  List<Evidence> all() {
    return evidence;
  }

  /// The id of the evidence that expression `i` is.
  String idOfExpression(int i) {
    return idOfExpression[i];
  }

  /// The id of the evidence that a place of scores is: an expression, or a wording after these;
  /// null when it is none.
  @Nullable String idOfPlace(int i) {
    return i < idOfExpression.length ? idOfExpression[i] : idOfWording[i - idOfExpression.length];
  }

  /// The id of the evidence that citation `i` is.
  String idOfCitation(int i) {
    return idOfCitation[i];
  }

  /// The facts with their ids, the days of their periods and the evidence they stand on.
  List<Fact> facts(List<FoundFact> found) {
    PeriodCalendar calendar = new PeriodCalendar(reading.note().publication());
    List<Fact> facts = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      FoundFact each = found.get(i);
      String entityId = reading.entityId(each);
      PrintedPeriod period = each.period();
      facts.add(
          calendar.asOfPublication(
              each.fact()
                  .placed(
                      "f" + (i + 1),
                      entityId,
                      period == null
                          ? null
                          : calendar.resolve(period, entityId, each.fact().kind()),
                      List.of(idOfFact[i]))));
    }
    return facts;
  }

  private record Place(
      TextSpan span,
      int sentence,
      double polarity,
      double weight,
      String rule,
      int expression,
      int fact,
      int citation,
      int wording) {}

  /// A stretch of the text that something rests on without adding to a score.
  record Citation(TextSpan span, double polarity, String rule) {}
}
