package io.readthrough.core.fact.period;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.Tokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in a text a period is being read, and what it is made of there.
final class PeriodCursor {
  private static final Map<String, Part> PARTS =
      Map.of(
          "quarter", Part.QUARTER,
          "year", Part.YEAR,
          "half", Part.HALF,
          "month", Part.MONTH,
          "week", Part.WEEK);

  final Tokens tokens;

  /// The token that the period starts at.
  int first;

  /// Before this token it ends.
  int end;

  /// The token after what has been read of it.
  int at;

  PeriodCursor(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Begins at token `i`.
  void start(int i, int end) {
    this.first = i;
    this.end = end;
    this.at = i;
  }

  boolean is(int i, String word) {
    return i >= 0 && i < end && tokens.is(i, word);
  }

  boolean isMark(int i, char mark) {
    return i < end && tokens.isMark(i, mark);
  }

  /// Whether token `i` is a dash between two ends.
  boolean isDash(int i) {
    return isMark(i, '-') || isMark(i, '\u2013');
  }

  boolean isDigit(int place) {
    char c = tokens.foldedAt(place);
    return c >= '0' && c <= '9';
  }

  /// The part of a year that token `i` names; null when it names none.
  @Nullable Part part(int i) {
    return i < end ? PARTS.get(tokens.folded(i)) : null;
  }

  /// What was read as a period of which no more is told.
  PrintedPeriod whole(Part part) {
    return period(part, 0, null, false, false);
  }

  PrintedPeriod period(
      Part part, int number, @Nullable Integer year, boolean fiscal, boolean estimate) {
    return new PrintedPeriod(part, label(), number, null, year, fiscal, null, false, estimate);
  }

  /// @param shift as many of such periods from the one that the note is written in
  PrintedPeriod relative(Part part, boolean fiscal, int shift) {
    return new PrintedPeriod(part, label(), 0, null, null, fiscal, shift, false, false);
  }

  /// What was read as the time that ends where `last` does.
  PrintedPeriod upTo(Part part, PrintedPeriod last) {
    return new PrintedPeriod(
        part, label(), last.number(), last.day(), last.year(), false, null, false, false);
  }

  /// The last day of what was read.
  PrintedPeriod closing(Part part, int number, @Nullable Integer day, @Nullable Integer year) {
    return new PrintedPeriod(part, label(), number, day, year, false, null, true, false);
  }

  private String label() {
    return tokens.span(first, at).of(tokens.text());
  }
}
