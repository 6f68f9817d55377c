package io.readthrough.core.fact.check;

import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Check;
import io.readthrough.core.note.Fact;
import java.util.ArrayList;
import java.util.List;

/// The facts of a note with those that follow from them, and what came of comparing them.
///
/// @param facts as printed, in the text's order, then the derived ones
public record NoteFacts(List<Fact> facts, List<Check> checks) {
  public NoteFacts {
    facts = List.copyOf(facts);
    checks = List.copyOf(checks);
  }

  /// Derives what follows from the printed facts, and compares all of them.
  ///
  /// @param printed with their ids, entities and periods
  /// @param found the same facts as they were found, in the same order
  public static NoteFacts of(List<Fact> printed, List<FoundFact> found) {
    List<Fact> facts = new ArrayList<>(printed);
    FactGroups groups = new FactGroups(printed);
    facts.addAll(new DerivedFacts(printed, groups).all());
    return new NoteFacts(facts, new FactChecks(printed, found, facts, groups).all());
  }
}
