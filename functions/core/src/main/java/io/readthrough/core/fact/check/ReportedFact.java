package io.readthrough.core.fact.check;

import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reported figure by what makes it comparable with those of other notes: whose it is, what it is
/// and for which days. Only single values that are reported as such, of a name, a unit and a period
/// whose last day is known, are comparable.
///
/// @param qualifier what the note says before the metric's own words, in lower case: "cloud"; empty
///   for the metric by itself
/// @param start the period's first day; null for an instant
/// @param approximate whether the note says "about"
public record ReportedFact(
    String entityId,
    String metric,
    String qualifier,
    @Nullable LocalDate start,
    LocalDate end,
    double value,
    String unit,
    boolean approximate) {
  /// What `fact` reports; empty when it is not comparable.
  public static Optional<ReportedFact> of(Fact fact) {
    Double value = fact.value();
    Period period = fact.period();
    String entityId = fact.entityId();
    String unit = fact.unit();
    if (fact.kind() != Kind.ACTUAL
        || value == null
        || period == null
        || period.end() == null
        || entityId == null
        || unit == null
        || fact.metric().startsWith("other_")) {
      return Optional.empty();
    }
    String qualifier = FactVocabulary.standard().qualifier(fact.label());
    return Optional.of(
        new ReportedFact(
            entityId,
            fact.metric(),
            qualifier,
            period.start(),
            period.end(),
            value,
            unit,
            fact.approximate()));
  }

  /// Whether `other` is a value for the same thing and the same days.
  public boolean isOfSame(ReportedFact other) {
    return entityId.equals(other.entityId)
        && metric.equals(other.metric)
        && qualifier.equals(other.qualifier)
        && unit.equals(other.unit)
        && end.equals(other.end)
        && Objects.equals(start, other.start);
  }

  /// Whether both can be the same value, rounded.
  public boolean agreesWith(ReportedFact other) {
    return FactChecks.agree(value, other.value, approximate || other.approximate);
  }
}
