package io.readthrough.core.fact;

import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Fact.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The period that a note on results reports on: figures of the company's accounts that name none
/// are taken for those of the period that the note's top names, or else of the one that the text
/// named last. A figure keeps none where it would contradict what the note reports for that period.
final class ReportedPeriods {
  /// Metrics of the accounts and of operations, which are reported by period.
  private final Set<String> reported;

  private final Map<String, @Nullable Double> values = new HashMap<>();
  private @Nullable PrintedPeriod current;
  private final boolean titled;

  /// @param reported the ids of the metrics that are reported by period
  /// @param title the period that the note's top names; null when it names none
  ReportedPeriods(Set<String> reported, @Nullable PrintedPeriod title) {
    this.reported = reported;
    this.current = title;
    this.titled = title != null;
  }

  /// Notes what a fact is for.
  void tell(FoundFact fact) {
    PrintedPeriod period = fact.period();
    if (period != null && isOfAccounts(fact)) {
      if (period.isPast() && !titled) {
        current = period;
      }
      if (period.equals(current)) {
        agrees(fact);
      }
    }
  }

  /// A fact with the period that can be taken for granted, where it names none.
  FoundFact fill(FoundFact fact) {
    tell(fact);
    boolean lacking = fact.period() == null && isOfAccounts(fact) && current != null;
    return lacking && agrees(fact) ? fact.in(current) : fact;
  }

  private boolean isOfAccounts(FoundFact fact) {
    boolean told = fact.fact().kind() == Kind.ACTUAL || fact.fact().kind() == Kind.CONSENSUS;
    return told && reported.contains(fact.fact().metric());
  }

  /// Whether no other value is known for what the fact tells; it is known from now on.
  private boolean agrees(FoundFact fact) {
    Double value = fact.fact().value();
    if (value == null) {
      return true;
    }
    String label = fact.fact().label().toLowerCase(Locale.ROOT);
    String metric = fact.fact().metric() + ' ' + fact.fact().kind();
    String key = fact.fact().entityId() + ' ' + metric + ' ' + label;
    Double known = values.putIfAbsent(key, value);
    return known == null || Objects.equals(known, value);
  }
}
