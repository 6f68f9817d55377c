package io.readthrough.core.evaluation;

import io.readthrough.core.note.Sentiment;
import java.util.Locale;
import java.util.Optional;

/// The three classes that labelled data sort texts into.
public enum Polarity {
  NEGATIVE(-1),
  NEUTRAL(0),
  POSITIVE(1);

  private final int score;

  Polarity(int score) {
    this.score = score;
  }

  /// The class as a score: -1, 0 or 1.
  public int score() {
    return score;
  }

  /// The class's name in data files: "positive".
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class that a data file names so, if there is one.
  public static Optional<Polarity> ofWord(String word) {
    for (Polarity each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The likeliest class; neutral where it is as likely as another, then positive.
  public static Polarity of(Sentiment sentiment) {
    double most =
        Math.max(sentiment.neutral(), Math.max(sentiment.positive(), sentiment.negative()));
    if (sentiment.neutral() == most) {
      return NEUTRAL;
    }
    return sentiment.positive() == most ? POSITIVE : NEGATIVE;
  }
}
