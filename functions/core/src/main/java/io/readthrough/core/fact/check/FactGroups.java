package io.readthrough.core.fact.check;

import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The facts of a note by what they are about, so that those can be compared that are comparable.
/// Looking one up takes a time that does not grow with the note.
final class FactGroups {
  /// How many facts of the note may stand between two that neither names a period for, and that are
  /// taken for those of one time.
  private static final int NEAR = 6;

  /// In place of a fact: there are several, and they differ.
  private static final int SEVERAL = -1;

  private final List<Fact> facts;
  private final Map<String, List<Integer>> byMetric = new LinkedHashMap<>();
  private final Map<String, Integer> byPeriod = new HashMap<>();

  FactGroups(List<Fact> facts) {
    this.facts = facts;
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      if (fact.value() == null) {
        continue;
      }
      String metric = key(fact.entityId(), fact.metric(), fact.kind());
      byMetric.computeIfAbsent(metric, key -> new ArrayList<>()).add(i);
      if (fact.period() != null) {
        byPeriod.merge(metric + ' ' + key(fact.period()), i, this::theOne);
      }
    }
  }

  private int theOne(int known, int other) {
    boolean same =
        known != SEVERAL && Objects.equals(facts.get(known).value(), facts.get(other).value());
    return same ? known : SEVERAL;
  }

  private static String key(@Nullable String entityId, String metric, Kind kind) {
    return entityId + ' ' + metric + ' ' + kind;
  }

  /// What tells a period from others: its days where they are known.
  private static String key(Period period) {
    return period.end() == null
        ? period.label().toLowerCase(Locale.ROOT).replace('-', ' ')
        : period.start() + " " + period.end();
  }

  /// Single values of one name's metric and one kind, in the text's order.
  Iterable<List<Integer>> all() {
    return byMetric.values();
  }

  /// The one value of `metric` that goes with fact `i`, of the same name and period: -1 when there
  /// is none, or when there are several. Where one of two facts names no period, the other's is
  /// taken for granted when they stand near each other.
  int beside(int i, String metric, Kind kind) {
    Fact fact = facts.get(i);
    String key = key(fact.entityId(), metric, kind);
    Period period = fact.period();
    if (period != null) {
      Integer found = byPeriod.get(key + ' ' + key(period));
      if (found != null && found != i) {
        return found;
      }
    }
    int found = -1;
    for (int j = Math.max(0, i - NEAR); j <= Math.min(facts.size() - 1, i + NEAR); j++) {
      Fact other = facts.get(j);
      boolean goesWith = period == null || other.period() == null;
      if (j == i
          || !goesWith
          || other.value() == null
          || !key(other.entityId(), other.metric(), other.kind()).equals(key)) {
        continue;
      }
      if (found >= 0 && !Objects.equals(other.value(), facts.get(found).value())) {
        return -1;
      }
      found = found < 0 ? j : found;
    }
    return found;
  }

  /// Whether two periods are sure to be the same one.
  static boolean samePeriod(@Nullable Period a, @Nullable Period b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return key(a).equals(key(b));
  }
}
