package io.readthrough.core.evaluation;

import io.readthrough.core.note.Sentiment;

/// What a scorer says where people gave a label.
///
/// @param score in [-1, 1]
public record Prediction(Polarity label, double score) {
  /// The likeliest polarity of `sentiment` and its score; of equally likely polarities neutral
  /// first, then positive.
  public static Prediction of(Sentiment sentiment) {
    return new Prediction(likeliest(sentiment), sentiment.score());
  }

  private static Polarity likeliest(Sentiment sentiment) {
    if (sentiment.neutral() >= Math.max(sentiment.positive(), sentiment.negative())) {
      return Polarity.NEUTRAL;
    }
    return sentiment.positive() >= sentiment.negative() ? Polarity.POSITIVE : Polarity.NEGATIVE;
  }
}
