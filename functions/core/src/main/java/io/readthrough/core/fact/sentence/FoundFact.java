package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import org.jspecify.annotations.Nullable;

/// A fact and where it stands. The scorer gives the fact its id, its days and its evidence: here
/// the id is empty, and neither period nor evidence is named.
///
/// @param fact its entity is null where the sentence names none; the scorer then takes the name
///   that the sentence is about, unless nobody is
/// @param period as printed; null when none is
/// @param prior what the value was before, where that is printed
/// @param nobodys whether the figure is of no name, but of an economy
public record FoundFact(
    TextSpan span,
    Fact fact,
    @Nullable PrintedPeriod period,
    @Nullable Double prior,
    boolean nobodys) {
  /// The same fact in `period`.
  public FoundFact in(@Nullable PrintedPeriod period) {
    return new FoundFact(span, fact, period, prior, nobodys);
  }
}
