package io.readthrough.core.score.reading;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.model.LogOdds;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.score.stance.Stance;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.Targets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stances that the author takes, as expressions among the others of a note: they are evidence,
/// and each is given to the name that it is taken of.
public final class Stances {
  private static final Entry BUY =
      new Entry(-7, "buy", PartOfSpeech.NOUN, Meaning.POSITIVE, 1, "the author's rating or side");
  private static final Entry SELL =
      new Entry(-8, "sell", PartOfSpeech.NOUN, Meaning.NEGATIVE, 1, "the author's rating or side");
  private static final Entry HOLD =
      new Entry(-9, "hold", PartOfSpeech.NOUN, Meaning.GUARD, 1, "the author's rating or side");
  private static final Entry MOVED =
      new Entry(-10, "hold", PartOfSpeech.NOUN, Meaning.GUARD, 1, "the author's new rating");
  private static final Entry NONE =
      new Entry(-11, "none", PartOfSpeech.NOUN, Meaning.GUARD, 1, "is said not to be concerned");

  /// The rating stands in the first lines of a note, which hold little else that is scored.
  private static final int MASTHEAD_SENTENCES = 5;

  /// The kinds of stances, as [#kind] numbers them.
  public static final List<String> KINDS = List.of("buy", "sell", "hold", "hold moved", "none");

  private static final List<Entry> ENTRIES = List.of(BUY, SELL, HOLD, MOVED, NONE);

  private final List<Stance> stances;
  private final IdentityHashMap<Expression, Integer> names = new IdentityHashMap<>();
  private final Clauses clauses;

  /// @param found in order; of those that stand in what is not scored, a position held stays, which
  ///   funds tell in their small print, and what stands in the masthead
  Stances(List<Stance> found, Clauses clauses, Weights weights) {
    List<Stance> kept = new ArrayList<>(found);
    kept.removeIf(
        stance ->
            weights.of(stance.sentence()) == 0
                && stance.kind() != Stance.Kind.POSITION
                && stance.sentence() >= MASTHEAD_SENTENCES);
    this.stances = kept;
    this.clauses = clauses;
  }

  /// Whether an expression is a stance.
  public static boolean isStance(Expression expression) {
    return expression.traits().contains(Trait.STANCE);
  }

  /// Which of [#KINDS] a stance is.
  public static int kind(Expression stance) {
    return ENTRIES.indexOf(stance.entries().getFirst());
  }

  /// `expressions` with the stances in the place of what the lexicon makes of the same words, in
  /// the order of their sentences and heads.
  List<Expression> among(List<Expression> expressions) {
    if (stances.isEmpty()) {
      return expressions;
    }
    BitSet taken = new BitSet();
    stances.forEach(stance -> taken.set(stance.first(), stance.end()));
    List<Expression> all = new ArrayList<>(expressions);
    all.removeIf(
        expression -> {
          int next = taken.nextSetBit(expression.first());
          return next >= 0 && next < expression.end();
        });
    for (Stance stance : stances) {
      Expression expression = expression(stance);
      names.put(expression, stance.name());
      all.add(expression);
    }
    all.sort(Comparator.comparingInt(Expression::sentence).thenComparingInt(Expression::head));
    return all;
  }

  private Expression expression(Stance stance) {
    Entry entry = stance.sign() > 0 ? BUY : stance.sign() < 0 ? SELL : hold(stance.kind());
    return new Expression(
        stance.first(),
        stance.end(),
        stance.first(),
        stance.sentence(),
        clauses.of(stance.first()),
        stance.sign(),
        1,
        null,
        List.of(entry),
        Set.of(Trait.PREDICATE, Trait.STANCE));
  }

  private static Entry hold(Stance.Kind kind) {
    return switch (kind) {
      case MOVED -> MOVED;
      case NONE -> NONE;
      case RATING, POSITION -> HOLD;
    };
  }

  /// `targets` with each stance given to its name and to no other.
  Targets assign(List<Expression> expressions, Targets targets) {
    if (stances.isEmpty()) {
      return targets;
    }
    List<Assignment> assignments = new ArrayList<>(targets.assignments());
    assignments.removeIf(assignment -> isStance(expressions.get(assignment.expression())));
    for (int i = 0; i < expressions.size(); i++) {
      Integer name = names.get(expressions.get(i));
      if (name != null) {
        assignments.add(new Assignment(i, name, 1));
      }
    }
    assignments.sort(Comparator.comparingInt(Assignment::expression));
    return new Targets(assignments, targets.mentions());
  }

  /// What the stances come to for each name that one is taken of, in the order of the text. One
  /// pass.
  static Map<Integer, Conclusion> conclusions(
      List<Expression> expressions, List<Assignment> assignments) {
    Map<Integer, List<Integer>> found = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      if (isStance(expressions.get(assignment.expression()))) {
        found
            .computeIfAbsent(assignment.name(), name -> new ArrayList<>())
            .add(assignment.expression());
      }
    }
    Map<Integer, Conclusion> conclusions = new LinkedHashMap<>();
    found.forEach(
        (name, taken) -> {
          double sum = 0;
          int open = 0;
          for (int expression : taken) {
            sum += expressions.get(expression).polarity();
            open += expressions.get(expression).entries().getFirst().equals(MOVED) ? 1 : 0;
          }
          int all = taken.size();
          conclusions.put(name, new Conclusion(taken, sum / all, (double) open / all, 1));
        });
    return conclusions;
  }

  /// What the conclusions on its names come to for a note: their mean over the names that it is
  /// about, or, where it concludes nothing of these, over the others. Each counts by the square of
  /// its part in the note, so that of two that a note is about the one that it is written on leads.
  public static Conclusion ofNote(Map<Integer, Conclusion> conclusions, Names names) {
    boolean onSubject = conclusions.keySet().stream().anyMatch(names::isSubject);
    List<Integer> found = new ArrayList<>();
    double sum = 0;
    double open = 0;
    double taken = 0;
    double all = 0;
    for (int name = 0; name < names.names.size(); name++) {
      Conclusion conclusion = conclusions.get(name);
      boolean counts = names.isSubject(name) || (conclusion != null && !onSubject);
      double weight = counts ? Math.pow(names.relevance(name), 4) : 0;
      all += weight;
      if (conclusion != null && counts) {
        found.addAll(conclusion.expressions());
        sum += weight * conclusion.sign();
        open += weight * conclusion.open();
        taken += weight;
      }
    }
    return found.isEmpty()
        ? Conclusion.NONE
        : new Conclusion(found, sum / taken, open / taken, taken / all);
  }

  /// What the author concludes of a name or of the note.
  ///
  /// @param expressions the stances that say so
  /// @param sign from -1, sell, to +1, buy
  /// @param open the part of it that is a hold after a change, which leaves open what the text says
  /// @param part of what is scored that it concludes, in [0, 1]; -1 for a name that the note only
  ///   mentions
  public record Conclusion(List<Integer> expressions, double sign, double open, double part) {
    /// What is left of what leads up to it.
    private static final double KEPT = 0.3;

    /// What is left before a hold that was another rating until now: it is read as the text reads.
    private static final double KEPT_OPEN = 0.7;

    /// The log odds, good against bad, of a buy: a score of 0.9 by itself.
    private static final double DIRECTION = 4;

    /// How far a buy or a sell speaks for a view, and a hold for none.
    private static final double INTENSITY = 1.5;

    /// No view is what most names get that a note mentions beside those it is about.
    private static final double ASIDE = -1.8;

    /// Nothing is concluded.
    public static final Conclusion NONE = new Conclusion(List.of(), 0, 0, 0);

    /// Nothing is concluded of a name that is only mentioned.
    public static final Conclusion MENTIONED = new Conclusion(List.of(), 0, 0, -1);

    /// Adds it to the odds of what leads up to it.
    public void apply(LogOdds odds) {
      if (!expressions.isEmpty()) {
        double size = Math.abs(sign);
        double settled = Math.max(0, 1 - size - open);
        double keep = KEPT + (1 - size - settled) * (KEPT_OPEN - KEPT);
        odds.conclude(
            1 - part * (1 - keep),
            part * DIRECTION * sign,
            part * INTENSITY * (size - settled),
            expressions);
      } else if (part < 0) {
        odds.conclude(1, 0, ASIDE, expressions);
      }
    }
  }
}
