package io.readthrough.core.claim;

import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Lifecycle;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the claims of a note: sentences that the author's wording, the section they stand in, and
/// what they say of whom make one of the kinds of [Claim.Type]. Linear: each sentence is weighed by
/// itself.
public final class ClaimFinder {
  /// A note has at most this many claims, the strongest of it.
  public static final int MOST_CLAIMS = 24;

  /// The weight from which a sentence makes a claim.
  private static final double LEAST = 0.85;

  /// What a section gives to the type that stands in its heading.
  private static final double SECTION = 1.1;

  /// What a sentence on somebody else gives to a read-through.
  private static final double OTHERS = 0.7;

  /// What a sentence that names somebody else first gives to a read-through.
  private static final double OTHERS_FIRST = 0.3;

  /// What the future gives to a catalyst or a risk, by whether it is good or bad.
  private static final double AHEAD = 0.35;

  /// What a sentence that reports no figure gives to a thesis, or to a read-through when it is
  /// about others: authors seldom write one to no purpose.
  private static final double STATEMENT = 0.5;

  /// What it gives besides when it says good or bad, and when it looks ahead or doubts.
  private static final double EVALUATIVE = 0.35;

  private static final double NOT_ASSERTED = 0.25;

  /// What multiples of earnings or sales give to a valuation.
  private static final double MULTIPLES = 1;

  /// What a report of figures takes from every type: a fact is no claim.
  private static final double REPORT = 0.5;

  /// A claim must say good or bad at least this clearly to point to one side.
  private static final double CLEAR = 0.1;

  private static final WordTable TIMES =
      WordTable.of("day days week weeks month months quarter quarters year years");

  private static final WordTable DEBT =
      WordTable.of("debt leverage levered covered covers coverage covenant interest cover");

  /// A sentence that goes on with a claim is at most this long, in tokens, and opens with one of
  /// these words; after "we" one of them may follow.
  private static final int LONGEST_CONTINUATION = 18;

  private static final int TO_ANAPHOR = 4;

  private static final WordTable ANAPHORS =
      WordTable.of("that this it they these those so neither both he she them");

  /// No sentence before had a claim.
  private static final int NONE = -2;

  /// A thesis of less weight is one for want of any other sign.
  private static final double PLAIN = 1.3;

  private static final int LEAST_WORDS = 4;

  private final ReadNote note;
  private final ClaimSignals signals;
  private final Sections sections;
  private final Horizons horizons;
  private final ClaimTargets targets;

  private ClaimFinder(ReadNote note, List<FoundView> views) {
    this.note = note;
    this.signals = new ClaimSignals(note.tokens());
    this.sections = Sections.of(note.tokens(), note.sentences());
    this.horizons = new Horizons(note.tokens(), note.published());
    this.targets = new ClaimTargets(note, views);
  }

  /// The claims of a note in the text's order.
  ///
  /// @param views of the note
  public static List<FoundClaim> find(ReadNote note, List<FoundView> views) {
    return new ClaimFinder(note, views).find();
  }

  private List<FoundClaim> find() {
    List<Weighed> all = new ArrayList<>();
    String falsifier = null;
    int next = 0;
    int previous = NONE;
    for (int s = 0; s < note.sentences().size(); s++) {
      int from = next;
      while (next < note.expressions().size() && note.expressions().get(next).sentence() == s) {
        next++;
      }
      if (!note.isScored().test(s) || sections.isHeading(s) || !isProse(s)) {
        previous = NONE;
        continue;
      }
      int first = note.sentences().first(s);
      int end = note.sentences().end(s);
      boolean falsifies = isFalsifier(s, first, end);
      if (falsifies && falsifier == null) {
        falsifier = note.words(first, end);
      }
      Weighed weighed = weigh(s, first, end, from, next);
      if (weighed != null && previous == s - 1 && continues(first, end, all.getLast(), weighed)) {
        all.set(all.size() - 1, joined(all.getLast(), weighed));
        previous = s;
      } else if (weighed != null) {
        all.add(weighed);
        previous = s;
      }
    }
    return finished(strongest(all), falsifier);
  }

  /// Whether a sentence goes on with the claim of the one before: "That is…", "We expect it by…".
  private boolean continues(int first, int end, Weighed before, Weighed weighed) {
    Claim.Type type = weighed.claim().claim().type();
    boolean same = type == before.claim().claim().type();
    boolean plain = type == Claim.Type.THESIS && weighed.weight() < PLAIN;
    if (end - first > LONGEST_CONTINUATION
        || note.tokens().paragraphBefore(first)
        || !(same || plain)) {
      return false;
    }
    boolean we = note.tokens().is(first, "we") || note.tokens().is(first, "our");
    for (int i = first; i < Math.min(end, first + (we ? TO_ANAPHOR : 1)); i++) {
      if (ANAPHORS.find(note.tokens(), i) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Weighed joined(Weighed before, Weighed after) {
    Claim one = before.claim().claim();
    Claim other = after.claim().claim();
    TextSpan span = new TextSpan(one.span().start(), other.span().end());
    List<Integer> expressions = new ArrayList<>(before.claim().expressions());
    expressions.addAll(after.claim().expressions());
    Claim claim =
        new Claim(
            "",
            one.type(),
            span,
            span.of(note.tokens().text()),
            Math.clamp(one.polarity() + other.polarity(), -1, 1),
            one.modality(),
            one.condition() == null ? other.condition() : one.condition(),
            one.horizon().stated() ? one.horizon() : other.horizon(),
            ClaimTargets.merged(one.targets(), other.targets()),
            one.falsifier() == null ? other.falsifier() : one.falsifier(),
            Lifecycle.NEW,
            List.of());
    return new Weighed(new FoundClaim(claim, expressions), before.weight());
  }

  private boolean isFalsifier(int s, int first, int end) {
    return "falsifier".equals(sections.kind(s)) || signals.isFalsifier(first, end);
  }

  private static List<Weighed> strongest(List<Weighed> all) {
    if (all.size() <= MOST_CLAIMS) {
      return all;
    }
    List<Weighed> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(Weighed::weight)
            .reversed()
            .thenComparing(weighed -> weighed.claim().claim().span()));
    List<Weighed> kept = new ArrayList<>(sorted.subList(0, MOST_CLAIMS));
    kept.sort(Comparator.comparing(weighed -> weighed.claim().claim().span()));
    return kept;
  }

  /// What would change the author's mind belongs to the thesis, wherever it stands.
  private static List<FoundClaim> finished(List<Weighed> all, @Nullable String falsifier) {
    List<FoundClaim> found = new ArrayList<>(all.size());
    for (Weighed weighed : all) {
      Claim claim = weighed.claim().claim();
      boolean falsified = claim.type() == Claim.Type.THESIS && claim.falsifier() == null;
      found.add(
          falsified && falsifier != null
              ? new FoundClaim(falsifiedBy(claim, falsifier), weighed.claim().expressions())
              : weighed.claim());
    }
    return found;
  }

  private static Claim falsifiedBy(Claim claim, String falsifier) {
    return new Claim(
        claim.id(),
        claim.type(),
        claim.span(),
        claim.statement(),
        claim.polarity(),
        claim.modality(),
        claim.condition(),
        claim.horizon(),
        claim.targets(),
        falsifier,
        claim.lifecycle(),
        claim.evidenceIds());
  }

  /// Words make most of a sentence; figures and bars make most of a table's row.
  private boolean isProse(int s) {
    int words = 0;
    int first = note.sentences().first(s);
    int end = note.sentences().end(s);
    for (int i = first; i < end; i++) {
      words += note.tokens().is(i, TokenKind.WORD) ? 1 : 0;
    }
    return words >= LEAST_WORDS && words * 2 >= end - first;
  }

  private @Nullable Weighed weigh(int s, int first, int end, int fromExpression, int toExpression) {
    List<Integer> expressions = new ArrayList<>();
    double sum = 0;
    for (int i = fromExpression; i < toExpression; i++) {
      Expression expression = note.expressions().get(i);
      sum += expression.polarity() * expression.contrast();
      expressions.add(i);
    }
    String condition = signals.condition(first, end);
    Modality modality = modality(first, end, condition, expressions);
    ClaimTargets.Found found = targets.of(s, first, end, fromExpression, toExpression);
    double[] weights = signals.weights(first, end);
    addSection(s, weights);
    addMeaning(weights, sum, modality, found);
    int figures = figures(first, end);
    boolean reports = modality == Modality.ASSERTED && figures > 0;
    if (hasMultiple(first, end)) {
      weights[indexOf(Claim.Type.VALUATION)] += MULTIPLES;
    }
    Claim.Type type = null;
    double most = 0;
    for (Claim.Type each : Claim.Type.values()) {
      double weight = weights[indexOf(each)] - (reports ? REPORT : 0);
      if (weight >= LEAST && weight > most) {
        type = each;
        most = weight;
      }
    }
    if (type == null) {
      type = found.isOnOthers() ? Claim.Type.READ_THROUGH : Claim.Type.THESIS;
      most =
          Math.min(0.5, weights[indexOf(type)])
              + (reports || figures > 1 ? 0 : STATEMENT)
              + (Math.abs(sum) >= CLEAR ? EVALUATIVE : 0)
              + (modality == Modality.ASSERTED ? 0 : NOT_ASSERTED);
    }
    if (most < LEAST) {
      return null;
    }
    double polarity = polarity(type, sum, expressions.isEmpty());
    TextSpan span = note.tokens().span(first, end);
    Claim claim =
        new Claim(
            "",
            type,
            span,
            span.of(note.tokens().text()),
            polarity,
            modality,
            condition,
            horizons.of(first, end),
            found.targets(type, polarity, isFalsifier(s, first, end)),
            signals.falsifier(first, end),
            Lifecycle.NEW,
            List.of());
    return new Weighed(new FoundClaim(claim, expressions), most);
  }

  private void addSection(int s, double[] weights) {
    String section = sections.kind(s);
    if (section == null || section.equals("none")) {
      return;
    }
    Claim.Type type =
        section.equals("falsifier")
            ? Claim.Type.WHAT_TO_WATCH
            : Claim.Type.valueOf(section.toUpperCase(Locale.ROOT));
    weights[indexOf(type)] += SECTION;
  }

  private static void addMeaning(
      double[] weights, double sum, Modality modality, ClaimTargets.Found found) {
    if (found.hasOthers()) {
      weights[indexOf(Claim.Type.READ_THROUGH)] += OTHERS;
    }
    if (found.isOnOthers()) {
      weights[indexOf(Claim.Type.READ_THROUGH)] += OTHERS_FIRST;
    }
    double ahead =
        switch (modality) {
          case CONDITIONAL -> 2.5 * AHEAD;
          case POSSIBLE, EXPECTED -> AHEAD;
          case ASSERTED, NEGATED -> 0;
        };
    if (Math.abs(sum) >= CLEAR) {
      weights[indexOf(sum > 0 ? Claim.Type.CATALYST : Claim.Type.RISK)] += ahead;
    }
  }

  private Modality modality(
      int first, int end, @Nullable String condition, List<Integer> expressions) {
    if (condition != null) {
      return Modality.CONDITIONAL;
    }
    Modality said = signals.modality(first, end);
    if (said != Modality.ASSERTED) {
      return said;
    }
    for (int i : expressions) {
      Expression expression = note.expressions().get(i);
      if (expression.traits().contains(Trait.HEDGED)) {
        return Modality.POSSIBLE;
      }
      if (expression.traits().contains(Trait.EXPECTED)) {
        said = Modality.EXPECTED;
      }
    }
    return said;
  }

  private int figures(int first, int end) {
    int figures = 0;
    for (int i = first; i < end; i++) {
      figures += note.tokens().kind(i).isFigure() && !isOfTime(i, end) ? 1 : 0;
    }
    return figures;
  }

  /// "6-18 months", the "4" of "4 February": when, not how much.
  private boolean isOfTime(int i, int end) {
    boolean plain = note.tokens().is(i, TokenKind.NUMBER) || note.tokens().is(i, TokenKind.RANGE);
    boolean brief = note.tokens().end(i) - note.tokens().start(i) <= 2;
    return plain && (brief || (i + 1 < end && TIMES.find(note.tokens(), i + 1) >= 0));
  }

  /// "34 times this year's revenue", "17x": unless it is debt that is told in multiples.
  private boolean hasMultiple(int first, int end) {
    boolean multiple = false;
    for (int i = first; i < end; i++) {
      if (DEBT.find(note.tokens(), i) >= 0) {
        return false;
      }
      multiple |= note.tokens().is(i, TokenKind.MULTIPLE);
    }
    return multiple;
  }

  /// A risk is bad and a catalyst is good, where the words say neither.
  private static double polarity(Claim.Type type, double sum, boolean wordless) {
    if (!wordless) {
      return Math.clamp(sum, -1, 1);
    }
    return switch (type) {
      case RISK -> -0.3;
      case CATALYST -> 0.3;
      case THESIS, SECOND_ORDER, READ_THROUGH, CONTRARIAN, VALUATION, WHAT_TO_WATCH -> 0;
    };
  }

  private static int indexOf(Claim.Type type) {
    return List.of(Claim.Type.values()).indexOf(type);
  }

  private record Weighed(FoundClaim claim, double weight) {}
}
