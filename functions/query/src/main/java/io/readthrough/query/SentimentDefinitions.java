package io.readthrough.query;

/// What the numbers of an answer mean, in the answer itself.
final class SentimentDefinitions {
  static final String SCORE =
      "x <= -0.35: Bearish; -0.35 < x <= -0.15: Somewhat-Bearish; -0.15 < x < 0.15: Neutral;"
          + " 0.15 <= x < 0.35: Somewhat-Bullish; x >= 0.35: Bullish";

  static final String RELEVANCE = "0 < x <= 1";

  private SentimentDefinitions() {}
}
