package io.readthrough.core.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the author holds to be so, or to come.
///
/// @param span of the statement
/// @param statement exactly the text of the span
/// @param polarity in [-1, 1], for the targets taken together
/// @param condition the words that the claim hangs on, when it hangs on any
/// @param falsifier what would change the view, in the note's words, when the note says so
/// @param lifecycle against the firm's earlier notes on the same name
public record Claim(
    String id,
    Type type,
    TextSpan span,
    String statement,
    double polarity,
    Modality modality,
    @Nullable String condition,
    Horizon horizon,
    List<Target> targets,
    @Nullable String falsifier,
    Lifecycle lifecycle,
    List<String> evidenceIds) {
  public Claim {
    targets = List.copyOf(targets);
    evidenceIds = List.copyOf(evidenceIds);
  }

  /// This claim with another lifecycle.
  public Claim with(Lifecycle other) {
    return new Claim(
        id,
        type,
        span,
        statement,
        polarity,
        modality,
        condition,
        horizon,
        targets,
        falsifier,
        other,
        evidenceIds);
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

  /// What became of it since the firm's earlier notes.
  public enum Lifecycle {
    NEW,
    REPEATED,
    /// Made before, of the same name and on the same matter, with another direction or modality.
    CHANGED,
    /// What was ahead has happened, or is off the table.
    RESOLVED
  }

  /// A name that the claim is about.
  ///
  /// @param relation what the name is to the one the note is about; null when the note does not
  ///   tell
  /// @param mechanism the words that say how the name is affected; null when none do
  public record Target(
      String entityId,
      @Nullable Relation relation,
      Direction direction,
      @Nullable String mechanism) {
    /// What the claim means for it.
    public enum Direction {
      POSITIVE,
      NEGATIVE,
      MIXED,
      NEUTRAL
    }

    /// What a name is to the one that the note is about.
    public enum Relation {
      SELF,
      SUPPLIER,
      CUSTOMER,
      COMPETITOR,
      PEER,
      SUBSTITUTE,
      COMPLEMENT,
      SECTOR
    }
  }
}
