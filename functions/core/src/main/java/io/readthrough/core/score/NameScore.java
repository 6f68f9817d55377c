package io.readthrough.core.score;

/// The score of a name of a note.
///
/// @param name its number among the note's names
record NameScore(int name, UnitScore score) {}
