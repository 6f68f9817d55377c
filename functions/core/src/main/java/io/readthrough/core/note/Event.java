package io.readthrough.core.note;

import java.util.List;

/// Something that happened, is to happen, or is said to.
///
/// @param type from the taxonomy, group.type: "earnings.reported"
/// @param entityIds whom it happens to, the first of them foremost; may be empty
/// @param sentiment what the note says of it for those names, in [-1, 1]
/// @param similarityKey the same for the same event in another note: type, foremost name and period
public record Event(
    String type,
    FactLevel level,
    List<String> entityIds,
    double sentiment,
    String similarityKey,
    List<String> evidenceIds) {
  public Event {
    entityIds = List.copyOf(entityIds);
    evidenceIds = List.copyOf(evidenceIds);
  }

  /// How sure it is, from what is reported to what is disputed.
  public enum FactLevel {
    FACT,
    GUIDANCE,
    FORECAST,
    OPINION,
    RUMOUR,
    DENIAL
  }
}
