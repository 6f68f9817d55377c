package io.readthrough.core.score.stance;

/// A view that the author takes of a name: "we stay Underweight", "Rating: Buy", "we are short"; or
/// that he takes none, "no read to Acme".
///
/// @param name which name, by its number
/// @param first the first token of the words that say it
/// @param end the token after the last
/// @param sentence the sentence it stands in
/// @param sign +1 for a buy, -1 for a sell, 0 for a hold or no view
public record Stance(int name, int first, int end, int sentence, int sign, Kind kind) {
  /// How a view is taken.
  public enum Kind {
    /// By a rating or a recommendation.
    RATING,
    /// By one that was another until now.
    MOVED,
    /// By a position, long or short.
    POSITION,
    /// None is: the name is said not to be concerned.
    NONE
  }
}
