package io.readthrough.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How often each label met each prediction.
final class ConfusionMatrix {
  private record Cell(Polarity label, Polarity predicted) {}

  private final Map<Cell, Long> counts = new HashMap<>();

  void add(Polarity label, Polarity predicted) {
    counts.merge(new Cell(label, predicted), 1L, Long::sum);
  }

  long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long count(Polarity label, Polarity predicted) {
    return counts.getOrDefault(new Cell(label, predicted), 0L);
  }

  OptionalDouble accuracy() {
    long hits = 0;
    for (Polarity each : Polarity.values()) {
      hits += count(each, each);
    }
    return ratio(hits, count());
  }

  /// 2 hits / (labels + predictions), which is the harmonic mean of precision and recall, and 0
  /// where one of them has no value.
  OptionalDouble f1(Polarity polarity) {
    long labels = 0;
    long predictions = 0;
    for (Polarity other : Polarity.values()) {
      labels += count(polarity, other);
      predictions += count(other, polarity);
    }
    return ratio(2 * count(polarity, polarity), labels + predictions);
  }

  OptionalDouble macroF1() {
    return Arrays.stream(Polarity.values())
        .map(this::f1)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::orElseThrow)
        .average();
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
