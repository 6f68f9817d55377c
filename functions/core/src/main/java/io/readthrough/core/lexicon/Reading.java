package io.readthrough.core.lexicon;

/// A dictionary form that a word of a text can come from.
///
/// @param word id of the lexicon's word
record Reading(int word, Form form) {}
