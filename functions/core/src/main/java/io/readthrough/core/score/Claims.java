package io.readthrough.core.score;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.Claim.Target;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Picks the claims of a note: sentences with evidence that a marker, a condition or a target makes
/// one of the kinds of [Claim.Type].
final class Claims {
  private static final int MOST_CLAIMS = 24;

  /// A claim must say good or bad at least this clearly.
  private static final double CLEAR = 0.1;

  private static final WordTable MARKERS = new WordTable();
  private static final Claim.Type[] TYPES = Claim.Type.values();

  static {
    mark(
        Claim.Type.CONTRARIAN,
        "contrarian underestimating underestimated underestimates overlooked overlooks");
    mark(Claim.Type.CONTRARIAN, "underappreciated misunderstood mispriced overdone misread");
    mark(Claim.Type.SECOND_ORDER, "knock-on second-order ripple");
    mark(Claim.Type.RISK, "risk risks threat threatens");
    mark(Claim.Type.CATALYST, "catalyst catalysts trigger");
    mark(
        Claim.Type.VALUATION,
        "valuation multiple multiples premium discount undemanding cheap expensive");
    mark(Claim.Type.WHAT_TO_WATCH, "watch monitor signal milestone");
    mark(Claim.Type.THESIS, "thesis initiate upgrade downgrade read-through core recommend");
  }

  private Claims() {}

  static List<Claim> of(Reading reading, EvidenceList evidence) {
    List<Claim> claims = new ArrayList<>();
    Map<Integer, List<Integer>> bySentence = new LinkedHashMap<>();
    for (int i = 0; i < reading.expressions().size(); i++) {
      bySentence
          .computeIfAbsent(reading.expressions().get(i).sentence(), s -> new ArrayList<>())
          .add(i);
    }
    for (Map.Entry<Integer, List<Integer>> entry : bySentence.entrySet()) {
      if (claims.size() == MOST_CLAIMS) {
        break;
      }
      Claim claim = claim(reading, evidence, entry.getKey(), entry.getValue(), claims.size() + 1);
      if (claim != null) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private static @Nullable Claim claim(
      Reading reading, EvidenceList evidence, int sentence, List<Integer> expressions, int number) {
    double sum = 0;
    boolean conditional = false;
    List<String> ids = new ArrayList<>();
    for (int i : expressions) {
      Expression expression = reading.expressions().get(i);
      sum += expression.polarity() * expression.contrast();
      conditional |= expression.traits().contains(Trait.CONDITIONAL);
      ids.add(evidence.idOfExpression(i));
    }
    List<Target> targets = targets(reading, expressions);
    Claim.Type type = type(reading, sentence, sum, conditional, targets);
    if (type == null || Math.abs(sum) < CLEAR) {
      return null;
    }
    return new Claim(
        "c" + number,
        type,
        reading.sentences().span(sentence).of(reading.note().text()),
        Math.clamp(sum, -1, 1),
        modality(reading, expressions),
        conditional ? condition(reading, sentence) : null,
        targets,
        ids);
  }

  private static Claim.@Nullable Type type(
      Reading reading, int sentence, double sum, boolean conditional, List<Target> targets) {
    if (reading.weights().isHypothetical(sentence)) {
      return sum < 0 ? Claim.Type.RISK : Claim.Type.CATALYST;
    }
    Claim.Type marked = marked(reading, sentence);
    if (marked == Claim.Type.RISK
        || marked == Claim.Type.CONTRARIAN
        || marked == Claim.Type.SECOND_ORDER) {
      return marked;
    }
    if (conditional) {
      return sum < 0 ? Claim.Type.RISK : Claim.Type.CATALYST;
    }
    boolean others = targets.stream().anyMatch(t -> !isSubject(reading, t.entityId()));
    return others ? Claim.Type.READ_THROUGH : marked;
  }

  private static boolean isSubject(Reading reading, String entityId) {
    for (int i = 0; i < reading.names().names.size(); i++) {
      if (reading.names().names.get(i).security.entityId().equals(entityId)) {
        return reading.names().isSubject(i);
      }
    }
    return false;
  }

  private static Claim.@Nullable Type marked(Reading reading, int sentence) {
    Tokens tokens = reading.tokens();
    Claim.Type found = null;
    for (int i = reading.sentences().first(sentence); i < reading.sentences().end(sentence); i++) {
      int marker = MARKERS.find(tokens, i);
      if (i + 1 < reading.sentences().end(sentence) && tokens.joined(i + 1)) {
        int joined = MARKERS.find(tokens, tokens.start(i), tokens.end(i + 1), "");
        marker = joined >= 0 ? joined : marker;
      }
      if (marker >= 0 && (found == null || TYPES[marker].compareTo(found) > 0)) {
        found = TYPES[marker];
      }
    }
    return found;
  }

  private static Modality modality(Reading reading, List<Integer> expressions) {
    Modality modality = Modality.ASSERTED;
    for (int i : expressions) {
      Expression expression = reading.expressions().get(i);
      if (expression.traits().contains(Trait.CONDITIONAL)) {
        return Modality.CONDITIONAL;
      }
      if (expression.traits().contains(Trait.HEDGED)) {
        modality = Modality.POSSIBLE;
      } else if (expression.traits().contains(Trait.EXPECTED) && modality == Modality.ASSERTED) {
        modality = Modality.EXPECTED;
      }
    }
    return modality;
  }

  /// The clause that opens with a condition, as printed.
  private static @Nullable String condition(Reading reading, int sentence) {
    int first = reading.sentences().first(sentence);
    int end = reading.sentences().end(sentence);
    Tokens tokens = reading.tokens();
    for (int i = first; i < end; i++) {
      if (tokens.is(i, "if")
          || tokens.is(i, "unless")
          || tokens.is(i, "until")
          || tokens.is(i, "once")) {
        int stop = Math.min(end, reading.clauses().end(reading.clauses().of(i)));
        return tokens.span(i, stop).of(reading.note().text());
      }
    }
    return null;
  }

  private static List<Target> targets(Reading reading, List<Integer> expressions) {
    Map<Integer, double[]> sums = new LinkedHashMap<>();
    for (Assignment assignment : reading.assignments()) {
      if (expressions.contains(assignment.expression())) {
        Expression expression = reading.expressions().get(assignment.expression());
        double weight = expression.polarity() * expression.contrast() * assignment.factor();
        double[] sum = sums.computeIfAbsent(assignment.name(), n -> new double[2]);
        sum[0] += weight;
        sum[1] += Math.abs(weight);
      }
    }
    List<Target> targets = new ArrayList<>();
    sums.forEach(
        (name, sum) ->
            targets.add(
                new Target(
                    reading.names().names.get(name).security.entityId(),
                    direction(sum[0], sum[1]))));
    return targets;
  }

  private static Direction direction(double net, double gross) {
    if (gross < CLEAR) {
      return Direction.NEUTRAL;
    }
    if (Math.abs(net) < gross / 3) {
      return Direction.MIXED;
    }
    return net > 0 ? Direction.POSITIVE : Direction.NEGATIVE;
  }

  private static void mark(Claim.Type type, String words) {
    int index = java.util.Arrays.asList(Claim.Type.values()).indexOf(type);
    for (String word : words.split(" ", -1)) {
      MARKERS.add(word, index);
    }
  }
}
