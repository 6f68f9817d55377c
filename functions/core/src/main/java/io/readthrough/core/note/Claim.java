package io.readthrough.core.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the author holds to be so, or to come.
///
/// @param statement an extract of the note
/// @param polarity in [-1, 1], for the targets taken together
/// @param condition the words that the claim hangs on, when it hangs on any
public record Claim(
    String id,
    Type type,
    String statement,
    double polarity,
    Modality modality,
    @Nullable String condition,
    List<Target> targets,
    List<String> evidenceIds) {
  public Claim {
    targets = List.copyOf(targets);
    evidenceIds = List.copyOf(evidenceIds);
  }

  /// What sort of claim.
  public enum Type {
    THESIS,
    SECOND_ORDER,
    CATALYST,
    RISK,
    READ_THROUGH,
    CONTRARIAN,
    VALUATION,
    WHAT_TO_WATCH
  }

  /// How firmly it is held.
  public enum Modality {
    ASSERTED,
    EXPECTED,
    POSSIBLE,
    CONDITIONAL,
    NEGATED
  }

  /// A name that the claim is about.
  public record Target(String entityId, Direction direction) {
    /// What the claim means for it.
    public enum Direction {
      POSITIVE,
      NEGATIVE,
      MIXED,
      NEUTRAL
    }
  }
}
