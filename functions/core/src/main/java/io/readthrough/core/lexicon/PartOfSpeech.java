package io.readthrough.core.lexicon;

/// The part of speech of an entry. An expression's own head decides; [#PHRASE] is any other.
public enum PartOfSpeech {
  VERB,
  NOUN,
  ADJ,
  ADV,
  PHRASE
}
