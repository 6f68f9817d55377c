package io.readthrough.core.fact.table;

import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells which figures of a table's row its changes are of: those of the row's current period,
/// wherever the columns with the changes stand. Each figure is looked at once.
final class RowSubjects {
  private static final int NONE = -1;

  /// The figures of one metric.
  private static final class Subject {
    /// The one of the current period.
    private int current;

    private TableHeading heading;

    /// The most current one of the others that has no change yet; none where negative.
    private int open = NONE;

    Subject(int current, TableHeading heading) {
      this.current = current;
      this.heading = heading;
    }
  }

  private final Map<String, Subject> subjects = new HashMap<>();

  /// Notes fact `f`, under `heading`, where it has a figure beside its change.
  void add(List<FoundFact> facts, int f, TableHeading heading) {
    FoundFact fact = facts.get(f);
    if (fact.fact().unit() == null) {
      return;
    }
    Subject subject = subjects.get(fact.fact().metric());
    if (subject == null) {
      subjects.put(fact.fact().metric(), new Subject(f, heading));
      return;
    }
    int other = f;
    if (isMoreCurrent(fact, facts.get(subject.current))) {
      other = subject.current;
      subject.current = f;
      subject.heading = heading;
    }
    boolean waits = facts.get(other).fact().change() == null;
    if (waits
        && (subject.open == NONE || isMoreCurrent(facts.get(other), facts.get(subject.open)))) {
      subject.open = other;
    }
  }

  /// The fact that a change of `metric` against `basis` is to be set in: the current one, or, where
  /// that has such a change already, another; -1 where it is to be a fact of its own.
  int moved(List<FoundFact> facts, Metric metric, Change.Basis basis) {
    Subject subject = subjects.get(metric.id());
    if (subject == null) {
      return NONE;
    }
    FoundFact current = facts.get(subject.current);
    Change known = current.fact().change();
    if (known == null) {
      return subject.current;
    }
    int open = subject.open;
    if (open == NONE || facts.get(open).fact().change() != null) {
      return NONE;
    }
    if (known.basis() != basis && isBase(facts.get(open), current)) {
      // "Q3 2026 | Q2 2026 | q/q | Q3 2025 | y/y": both changes are of the first.
      return NONE;
    }
    subject.open = NONE;
    return open;
  }

  /// The heading of the current figure of `metric`; `otherwise` where the row has none.
  TableHeading heading(Metric metric, TableHeading otherwise) {
    Subject subject = subjects.get(metric.id());
    return subject == null ? otherwise : subject.heading;
  }

  /// Whether a figure is there for `current` to be compared with.
  private static boolean isBase(FoundFact fact, FoundFact current) {
    PrintedPeriod one = fact.period();
    PrintedPeriod other = current.period();
    boolean alike = one == null ? other == null : other != null && one.part() == other.part();
    return alike && isMoreCurrent(current, fact);
  }

  private static boolean isMoreCurrent(FoundFact one, FoundFact other) {
    int later = compare(one.period(), other.period());
    return later > 0 || (later == 0 && standing(one.fact().kind()) > standing(other.fact().kind()));
  }

  /// Which period is later; 0 where they do not tell.
  private static int compare(@Nullable PrintedPeriod one, @Nullable PrintedPeriod other) {
    if (one == null || other == null) {
      return 0;
    }
    Integer year = one.year();
    Integer otherYear = other.year();
    if ((year == null) != (otherYear == null)) {
      return 0;
    }
    int years = year == null || otherYear == null ? 0 : Integer.compare(year, otherYear);
    boolean alike = years == 0 && one.part() == other.part();
    return alike ? Integer.compare(one.number(), other.number()) : years;
  }

  /// Of two figures for one period a change is of what was reported sooner than of what is
  /// expected, and least of all of what others expect.
  private static int standing(Kind kind) {
    return switch (kind) {
      case ACTUAL -> 2;
      case ESTIMATE -> 1;
      case GUIDANCE, CONSENSUS, DERIVED -> 0;
    };
  }
}
