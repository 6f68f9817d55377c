package io.readthrough.core.note;

/// The five bands of a score, as the users of news-sentiment APIs know them.
public enum SentimentLabel {
  BEARISH("Bearish"),
  SOMEWHAT_BEARISH("Somewhat-Bearish"),
  NEUTRAL("Neutral"),
  SOMEWHAT_BULLISH("Somewhat-Bullish"),
  BULLISH("Bullish");

  /// Scores at or beyond this are bearish or bullish.
  public static final double STRONG = 0.35;

  /// Scores at or beyond this, short of [#STRONG], are somewhat bearish or bullish.
  public static final double MILD = 0.15;

  /// The bands in words, for answers that hold a score: what users of news-sentiment APIs look for.
  public static final String BANDS =
      "x <= -0.35: Bearish; -0.35 < x <= -0.15: Somewhat-Bearish; -0.15 < x < 0.15: Neutral;"
          + " 0.15 <= x < 0.35: Somewhat-Bullish; x >= 0.35: Bullish";

  private final String printed;

  SentimentLabel(String printed) {
    this.printed = printed;
  }

  /// As the API prints it: "Somewhat-Bullish".
  public String printed() {
    return printed;
  }

  /// The band of a score in [-1, 1].
  public static SentimentLabel of(double score) {
    if (score <= -STRONG) {
      return BEARISH;
    }
    if (score <= -MILD) {
      return SOMEWHAT_BEARISH;
    }
    if (score < MILD) {
      return NEUTRAL;
    }
    return score < STRONG ? SOMEWHAT_BULLISH : BULLISH;
  }
}
