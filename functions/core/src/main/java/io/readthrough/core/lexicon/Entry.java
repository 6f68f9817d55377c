package io.readthrough.core.lexicon;

/// An entry of the lexicon.
///
/// @param id its place in the lexicon, from 0
/// @param term words in dictionary form, lower case, single spaces, no hyphens
/// @param strength 0.1 to 1.0; for a modifier, hedge, contrast and the like the factor that it puts
///   on what it governs
/// @param sense what it means here, for a reader
public record Entry(
    int id, String term, PartOfSpeech pos, Meaning meaning, double strength, String sense) {
  /// Whether an expectation word says good or bad by itself ("beat"), whatever the metric. Others
  /// go with the metric: costs that exceed a forecast are bad.
  public boolean isOutcome() {
    return sense.startsWith("outcome");
  }

  /// As a rule names it: "direction:fall".
  public String label() {
    return meaning.family().word() + ":" + term;
  }
}
