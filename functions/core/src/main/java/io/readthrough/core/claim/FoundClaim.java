package io.readthrough.core.claim;

import io.readthrough.core.note.Claim;
import java.util.List;

/// A claim and the expressions in it. The scorer gives the claim its id and ties it to its
/// evidence: here the id is empty and no evidence is named.
///
/// @param expressions indexes into the note's expressions
public record FoundClaim(Claim claim, List<Integer> expressions) {
  public FoundClaim {
    expressions = List.copyOf(expressions);
  }
}
