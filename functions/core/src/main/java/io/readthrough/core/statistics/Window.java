package io.readthrough.core.statistics;

import java.time.Duration;

/// How far back a statistic looks, and how fast a note fades within it.
public enum Window {
  WEEK("7d", Duration.ofDays(7), Duration.ofDays(3)),
  MONTH("30d", Duration.ofDays(30), Duration.ofDays(7)),
  QUARTER("90d", Duration.ofDays(90), Duration.ofDays(14));

  private final String printed;
  private final Duration length;
  private final Duration halfLife;

  Window(String printed, Duration length, Duration halfLife) {
    this.printed = printed;
    this.length = length;
    this.halfLife = halfLife;
  }

  /// As the API prints it: "30d".
  public String printed() {
    return printed;
  }

  /// How far back it looks.
  public Duration length() {
    return length;
  }

  /// The age at which a note weighs half of what it weighed new.
  public Duration halfLife() {
    return halfLife;
  }

  /// A note's weight: `relevance * confidence * novelty * 0.5^(age / half-life)`, each factor and
  /// so the weight in [0, 1].
  ///
  /// @param age 0 or more
  public double weight(double relevance, double confidence, double novelty, Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("age " + age + " is negative");
    }
    return relevance
        * confidence
        * novelty
        * Math.pow(0.5, (double) age.toMillis() / halfLife.toMillis());
  }
}
