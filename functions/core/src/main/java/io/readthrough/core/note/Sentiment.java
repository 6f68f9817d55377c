package io.readthrough.core.note;

/// A sentiment with its shape: the three probabilities sum to 1.
///
/// @param score in [-1, 1]; the label follows from it
/// @param mixed the share of the evidence's weight that speaks against the score's sign, 0 to 1
/// @param confidence how much evidence stands behind it, 0 to 1
/// @param low lower end of the range that the score would keep were any single piece of evidence
///   left out
/// @param high upper end of it
public record Sentiment(
    double score,
    double positive,
    double neutral,
    double negative,
    double mixed,
    double confidence,
    double low,
    double high) {
  /// No evidence at all: neutral, and sure of nothing.
  public static final Sentiment NONE = new Sentiment(0, 0, 1, 0, 0, 0, 0, 0);

  public Sentiment {
    if (!(Math.abs(score) <= 1)) {
      throw new IllegalArgumentException("score " + score + " is outside [-1, 1]");
    }
    if (!(Math.abs(positive + neutral + negative - 1) < 1e-6)) {
      throw new IllegalArgumentException(
          "probabilities " + positive + ", " + neutral + ", " + negative + " do not sum to 1");
    }
  }

  /// The band the score lies in.
  public SentimentLabel label() {
    return SentimentLabel.of(score);
  }
}
