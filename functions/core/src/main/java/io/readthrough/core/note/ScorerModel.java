package io.readthrough.core.note;

/// Which scorer made a score. Same bytes and same digest: same score, on every machine.
///
/// @param digest SHA-256 of weights, lexicons and configuration, lower-case hexadecimal
public record ScorerModel(String scorer, String version, String digest) {}
