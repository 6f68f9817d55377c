package io.readthrough.core.claim;

import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.Horizon;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the sentences of a note that can make claims, in order: those in the author's own words
/// that are prose and no headings. Linear: each sentence is read by itself.
final class SentenceReader {
  private static final int LEAST_WORDS = 3;

  private final ReadNote note;
  private final ClaimSignals signals;
  private final Sections sections;
  private final ClaimTargets targets;
  private final Horizons horizons;
  private final StreetGap gap = new StreetGap();

  /// @param views of the note
  SentenceReader(ReadNote note, List<FoundView> views) {
    this.note = note;
    this.signals = new ClaimSignals(note.tokens());
    this.sections = Sections.of(note.tokens(), note.sentences());
    this.targets = new ClaimTargets(note, views);
    this.horizons = new Horizons(note.tokens(), note.published());
  }

  /// A sentence that can make a claim, and what it says.
  ///
  /// @param weights for each type of claim what the strongest of its cues weighs
  /// @param section what it stands under; null for nothing that says
  /// @param polarity the sum of what its expressions say
  /// @param expressions indexes into the note's expressions
  /// @param condition the words that it hangs on; null when it hangs on none
  /// @param falsifier what would change the view; null when it tells nothing such
  /// @param stance +1 when the note is for the name that it is about, -1 when it is against it
  /// @param gap which way the author's figure is off the Street's; 0 when none are compared
  /// @param namesDay whether it names a day of the calendar
  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  record Sentence(
      int index,
      int first,
      int end,
      double[] weights,
      @Nullable String section,
      double polarity,
      List<Integer> expressions,
      Modality modality,
      @Nullable String condition,
      @Nullable String falsifier,
      boolean isFalsifier,
      double stance,
      Horizon horizon,
      boolean namesDay,
      double gap,
      ClaimTargets.Found found) {}

  List<Sentence> read() {
    List<Sentence> all = new ArrayList<>();
    int next = 0;
    for (int s = 0; s < note.sentences().size(); s++) {
      int from = next;
      while (next < note.expressions().size() && note.expressions().get(next).sentence() == s) {
        next++;
      }
      if (note.isScored().test(s) && !sections.isHeading(s) && isProse(s)) {
        all.add(read(s, from, next));
      }
    }
    return all;
  }

  private Sentence read(int s, int fromExpression, int toExpression) {
    int first = note.sentences().first(s);
    int end = note.sentences().end(s);
    List<Integer> expressions = new ArrayList<>();
    double sum = 0;
    for (int i = fromExpression; i < toExpression; i++) {
      Expression expression = note.expressions().get(i);
      sum += expression.polarity() * expression.contrast();
      expressions.add(i);
    }
    ClaimSignals.Conditions conditions = signals.conditions(first, end);
    boolean falsifies = "falsifier".equals(sections.kind(s)) || signals.isFalsifier(first, end);
    return new Sentence(
        s,
        first,
        end,
        signals.weights(first, end),
        sections.kind(s),
        sum,
        expressions,
        modality(first, end, conditions.condition(), expressions),
        conditions.condition(),
        falsifies ? signals.falsifier(first, end, conditions) : conditions.falsifier(),
        falsifies,
        targets.stance(),
        horizons.of(first, end),
        horizons.namesDay(first, end),
        gap.of(note.tokens(), first, end),
        targets.of(s, first, end, fromExpression, toExpression));
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
}
