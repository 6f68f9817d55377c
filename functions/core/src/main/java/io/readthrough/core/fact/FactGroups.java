package io.readthrough.core.fact;

import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The facts of a note by what they are about, so that those can be compared that are comparable.
final class FactGroups {
  /// How many facts of the note may stand between two that neither names a period for, and that are
  /// taken for those of one time.
  private static final int NEAR = 6;

  private final List<Fact> facts;
  private final Map<String, List<Integer>> byMetric = new LinkedHashMap<>();

  FactGroups(List<Fact> facts) {
    this.facts = facts;
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      if (fact.value() != null) {
        byMetric
            .computeIfAbsent(key(fact.entityId(), fact.metric()), key -> new ArrayList<>())
            .add(i);
      }
    }
  }

  private static String key(@Nullable String entityId, String metric) {
    return entityId + " " + metric;
  }

  /// Single values of one name's metric, in the text's order.
  Iterable<List<Integer>> all() {
    return byMetric.values();
  }

  /// The one value of `metric` that goes with fact `i`: of the same name, kind and period; -1 when
  /// there is none, or when there are several.
  int beside(int i, String metric, Kind kind) {
    int found = -1;
    Fact fact = facts.get(i);
    for (int other : byMetric.getOrDefault(key(fact.entityId(), metric), List.of())) {
      Fact candidate = facts.get(other);
      boolean same = candidate.kind() == kind && other != i && goesWith(i, other);
      if (same && found >= 0 && !Objects.equals(candidate.value(), facts.get(found).value())) {
        return -1;
      }
      found = same && found < 0 ? other : found;
    }
    return found;
  }

  /// Whether two facts are of one period. When one of them names none, the other's is taken for
  /// granted where they stand near each other.
  private boolean goesWith(int i, int j) {
    Period a = facts.get(i).period();
    Period b = facts.get(j).period();
    if (a == null || b == null) {
      return Math.abs(i - j) <= NEAR;
    }
    return samePeriod(a, b);
  }

  /// Whether two periods are sure to be the same one.
  static boolean samePeriod(@Nullable Period a, @Nullable Period b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (a.end() != null && b.end() != null) {
      return a.end().equals(b.end()) && Objects.equals(a.start(), b.start());
    }
    return label(a).equals(label(b));
  }

  private static String label(Period period) {
    return period.label().toLowerCase(Locale.ROOT).replace('-', ' ');
  }
}
