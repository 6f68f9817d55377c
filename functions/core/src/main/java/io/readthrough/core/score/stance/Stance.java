package io.readthrough.core.score.stance;

/// A view that the author takes of a name: "we stay Underweight", "Rating: Buy", "we are short".
///
/// @param name which name, by its number
/// @param first the first token of the words that say it
/// @param end the token after the last
/// @param sentence the sentence it stands in
/// @param sign +1 for a buy, -1 for a sell, 0 for a hold
/// @param held whether it is a position that the author holds, long or short, and no rating
public record Stance(int name, int first, int end, int sentence, int sign, boolean held) {}
