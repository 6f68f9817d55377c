package io.readthrough.core.note;

import java.util.List;

/// What one horizon, or one aspect, adds to a score. The parts of a score add up to it.
///
/// @param key the horizon's or the aspect's name; [#UNSPECIFIED] for what the note leaves open, the
///   score's baseline among it
/// @param score what the part adds, as its contributions do
/// @param evidenceIds of those contributions, in the text's order
public record SentimentPart(String key, double score, List<String> evidenceIds) {
  /// The key of what the note leaves open.
  public static final String UNSPECIFIED = "unspecified";

  public SentimentPart {
    evidenceIds = List.copyOf(evidenceIds);
  }
}
