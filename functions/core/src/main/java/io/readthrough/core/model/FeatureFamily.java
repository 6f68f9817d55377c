package io.readthrough.core.model;

/// A kind of features that is learned, and can be left out, together.
public enum FeatureFamily {
  /// What is there before a word is read: the kind of text, its length, how many it names.
  KIND,
  /// What the composed expressions say, summed by how they belong to the name.
  RELATION,
  /// The same by which rule composed them, and how they are said: hedged, asked, conceded.
  RULE,
  /// The part that the name plays in its sentence: subject, possessor, source, compared.
  ROLE,
  /// Where in the text it is said.
  PLACE,
  /// A single entry of the lexicon, in what the rules made of it.
  ENTRY,
  /// Single words, those of names and figures masked.
  WORD,
  /// Runs of two words.
  WORD_PAIR,
  /// Words and pairs in texts of one kind: headlines, posts, speech, prose.
  KIND_WORD,
  /// Words next to the name.
  NEIGHBOUR,
  /// Words of the name's clause, by the side of the name they stand on.
  SIDE,
  /// How an expression stands to the name and to others in the sentence.
  ORDER,
  /// The same for single entries.
  ORDER_ENTRY,
  /// What somebody says in an answer: texts that are spoken are read by these alone. The last, so
  /// that the keys of all others stay.
  SPEECH
}
