package io.readthrough.core.score.target;

/// A place where a text names something.
///
/// @param name which name, from 0; two places with one number are one name
/// @param first the first token
/// @param end the token after the last
public record NameMention(int name, int first, int end) {}
