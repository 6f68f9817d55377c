package io.readthrough.core.lexicon;

import java.util.List;

/// A place in a text where entries of the lexicon stand.
///
/// @param first the first token
/// @param end the token after the last
/// @param form how the word is inflected; [Form#BASE] for an expression of several words
/// @param entries those that these words can mean, in the lexicon's order
public record Match(int first, int end, Form form, List<Entry> entries) {}
