package io.readthrough.core.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A view that stands until it is changed: a rating, a price target, a company's guidance.
///
/// @param metric what guidance is for, with its period: "eps FY26"; null for a rating or a target
/// @param value as a person writes it: "Neutral", "114 USD", "6.8 to 7.6 USD"
/// @param number the value to compare by; null when it has no order
/// @param previous the value before, when the note or an earlier note of the firm gives it
/// @param previousNoteId the earlier note that gives it; null when the note itself does
public record View(
    Kind kind,
    String entityId,
    @Nullable String metric,
    String value,
    @Nullable Double number,
    @Nullable String previous,
    Change change,
    @Nullable String previousNoteId,
    List<String> evidenceIds) {
  public View {
    evidenceIds = List.copyOf(evidenceIds);
  }

  /// What is viewed.
  public enum Kind {
    RATING,
    PRICE_TARGET,
    GUIDANCE
  }

  /// What became of it.
  public enum Change {
    /// Nothing earlier is known.
    NEW,
    UNCHANGED,
    RAISED,
    LOWERED
  }
}
