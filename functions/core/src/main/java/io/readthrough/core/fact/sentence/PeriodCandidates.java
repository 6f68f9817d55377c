package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.choice.PeriodPoints;
import io.readthrough.core.fact.choice.PeriodPoints.Group;
import io.readthrough.core.fact.choice.PeriodPoints.Trait;
import io.readthrough.core.fact.choice.PeriodSign;
import io.readthrough.core.fact.period.PrintedPeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The periods that a fact may be for, with what speaks for each; the first of them is none.
final class PeriodCandidates {
  private static final Trait[] TRAITS = Trait.values();

  /// Enough for most figures.
  private static final int INITIAL = 16;

  private final Points points;
  private final Draft draft;
  private final Group group;
  private final int written;
  private final List<@Nullable PrintedPeriod> periods = new ArrayList<>();
  private double[] sums = new double[INITIAL];
  private final @Nullable List<FeatureVector> vectors;

  /// @param group of the metric of the fact
  /// @param written the year of the note; 0 when it is not known
  /// @param points what was learned of periods
  /// @param kept whether what speaks for each is kept, beside what it is worth
  PeriodCandidates(Draft draft, Group group, int written, Points points, boolean kept) {
    this.draft = draft;
    this.group = group;
    this.written = written;
    this.points = points;
    this.vectors = kept ? new ArrayList<>() : null;
    begin(null);
    add(0, PeriodPoints.ofNone(draft.metric()));
    add(0, PeriodPoints.ofNone(draft.figureKind()));
    add(0, PeriodPoints.ofNone(draft.figureKind(), draft.kind));
    add(0, PeriodPoints.ofNoneOfClass(draft.metric()));
  }

  void add(@Nullable PrintedPeriod period, PeriodSign sign) {
    int candidate = candidate(period);
    add(candidate, PeriodPoints.of(sign));
    add(candidate, PeriodPoints.of(sign, draft.kind));
    add(candidate, PeriodPoints.of(sign, group));
    if (draft.level == null) {
      add(candidate, PeriodPoints.ofChange(sign));
    }
  }

  private void add(int candidate, int feature) {
    sums[candidate] += points.of(feature);
    if (vectors != null) {
      vectors.get(candidate).add(feature);
    }
  }

  private int candidate(@Nullable PrintedPeriod period) {
    if (period == null) {
      return 0;
    }
    for (int p = 1; p < periods.size(); p++) {
      PrintedPeriod known = periods.get(p);
      if (known != null && known.label().equalsIgnoreCase(period.label())) {
        return p;
      }
    }
    int candidate = begin(period);
    add(candidate, PeriodPoints.of(period.part(), draft.kind));
    add(candidate, PeriodPoints.of(period.part(), group));
    for (Trait trait : TRAITS) {
      if (has(period, trait)) {
        add(candidate, PeriodPoints.of(trait));
        add(candidate, PeriodPoints.of(trait, draft.kind));
      }
    }
    return candidate;
  }

  private int begin(@Nullable PrintedPeriod period) {
    periods.add(period);
    if (periods.size() > sums.length) {
      sums = Arrays.copyOf(sums, 2 * sums.length);
    }
    if (vectors != null) {
      vectors.add(new FeatureVector());
    }
    return periods.size() - 1;
  }

  private boolean has(PrintedPeriod period, Trait trait) {
    Integer shift = period.shift();
    Integer printed = period.year();
    boolean dated = printed != null && written > 0;
    int year = printed == null ? 0 : printed - written;
    return switch (trait) {
      case MARKED -> period.estimate();
      case END -> period.end();
      case LAST -> shift != null && shift < 0;
      case THIS -> shift != null && shift == 0;
      case NEXT -> shift != null && shift > 0;
      case EARLIER -> dated && year < 0;
      case SAME_YEAR -> dated && year == 0;
      case LATER -> dated && year > 0;
    };
  }

  /// How many there are, none among them.
  int size() {
    return periods.size();
  }

  /// The period at place `p`; null for none.
  @Nullable PrintedPeriod get(int p) {
    return periods.get(p);
  }

  /// The labels of the periods; that of none is empty.
  List<String> labels() {
    return periods.stream().map(period -> period == null ? "" : period.label()).toList();
  }

  /// What speaks for each of them; empty where it is not kept.
  List<FeatureVector> vectors() {
    return vectors == null ? List.of() : vectors;
  }

  /// The period that most speaks for, of equal ones the first; null for none.
  @Nullable PrintedPeriod best() {
    int best = 0;
    for (int p = 1; p < periods.size(); p++) {
      best = sums[p] > sums[best] ? p : best;
    }
    return periods.get(best);
  }
}
