package io.readthrough.core.lexicon;

/// How a word of a text is inflected from the dictionary form that it matched.
public enum Form {
  BASE,
  /// A plural noun or a verb in the third person.
  S,
  /// A past tense or a past participle.
  PAST,
  ING,
  /// A comparative or a superlative.
  GRADED;

  /// Whether a word of this part of speech is ever inflected so.
  boolean fits(PartOfSpeech pos) {
    return switch (this) {
      case BASE -> true;
      case S -> pos == PartOfSpeech.NOUN || pos == PartOfSpeech.VERB || pos == PartOfSpeech.PHRASE;
      case PAST, ING -> pos == PartOfSpeech.VERB || pos == PartOfSpeech.PHRASE;
      case GRADED -> pos == PartOfSpeech.ADJ || pos == PartOfSpeech.ADV;
    };
  }
}
