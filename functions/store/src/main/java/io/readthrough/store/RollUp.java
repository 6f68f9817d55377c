package io.readthrough.store;

import io.readthrough.core.note.SentimentLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The notes of a day, or of several, on one name, counted, so that a series of years costs one
/// request. Sums are exact: what a revision added goes without a trace when the next replaces it.
///
/// @param notes how many
/// @param sum of their scores
/// @param squares sum of the squares of their scores
/// @param positive how many are labelled bullish or somewhat bullish
/// @param negative how many are labelled bearish or somewhat bearish
public record RollUp(
    long notes, BigDecimal sum, BigDecimal squares, long positive, long neutral, long negative) {
  /// Which roll-up item a note's score counts in.
  record Key(String ticker, YearMonth month) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTicker = ticker.compareTo(other.ticker);
      return byTicker != 0 ? byTicker : month.compareTo(other.month);
    }
  }

  /// What the change from one revision to the next does to the roll-ups: by item, by day of the
  /// month; days and items that stay as they are have no entry.
  static Map<Key, Map<Integer, RollUp>> changes(
      NoteState.@Nullable Contributed before, NoteState.@Nullable Contributed after) {
    Map<Key, Map<Integer, RollUp>> changes = new TreeMap<>();
    add(changes, before, true);
    add(changes, after, false);
    changes.values().forEach(days -> days.values().removeIf(RollUp::isZero));
    changes.values().removeIf(Map::isEmpty);
    return changes;
  }

  private static void add(
      Map<Key, Map<Integer, RollUp>> changes,
      NoteState.@Nullable Contributed contributed,
      boolean undone) {
    if (contributed == null) {
      return;
    }
    LocalDate date = date(contributed.time());
    for (NoteState.Contributed.Score each : contributed.scores()) {
      RollUp one = undone ? one(each.score()).negated() : one(each.score());
      changes
          .computeIfAbsent(new Key(each.ticker(), YearMonth.from(date)), key -> new TreeMap<>())
          .merge(date.getDayOfMonth(), one, RollUp::plus);
    }
  }

  private static LocalDate date(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /// One note.
  private static RollUp one(BigDecimal score) {
    long positive = 0;
    long neutral = 0;
    long negative = 0;
    switch (SentimentLabel.of(score.doubleValue())) {
      case BULLISH, SOMEWHAT_BULLISH -> positive = 1;
      case NEUTRAL -> neutral = 1;
      case BEARISH, SOMEWHAT_BEARISH -> negative = 1;
    }
    return new RollUp(1, score, score.multiply(score), positive, neutral, negative);
  }

  /// The mean of the scores, in [-1, 1]; each note counts once.
  public double mean() {
    return sum.doubleValue() / notes;
  }

  /// The standard deviation of the scores, in [0, 1].
  public double dispersion() {
    BigDecimal n = BigDecimal.valueOf(notes);
    // n^2 times the variance, without rounding.
    BigDecimal deviations = n.multiply(squares).subtract(sum.multiply(sum));
    return Math.sqrt(Math.max(0, deviations.doubleValue())) / notes;
  }

  /// These notes and others.
  public RollUp plus(RollUp other) {
    return new RollUp(
        notes + other.notes,
        sum.add(other.sum),
        squares.add(other.squares),
        positive + other.positive,
        neutral + other.neutral,
        negative + other.negative);
  }

  private RollUp negated() {
    return new RollUp(-notes, sum.negate(), squares.negate(), -positive, -neutral, -negative);
  }

  private boolean isZero() {
    return notes == 0
        && sum.signum() == 0
        && squares.signum() == 0
        && positive == 0
        && neutral == 0
        && negative == 0;
  }
}
