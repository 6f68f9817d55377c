package io.readthrough.core.fact.choice;

/// What can speak for a period that a figure may be for. What each is worth stands in
/// `period-points.tsv`.
@SuppressWarnings("EnumOrdinal") // The signs of a series follow each other.
public enum PeriodSign {
  /// The figure is for no period.
  NONE,
  /// It is, and the fact is about another name than the note's first.
  NONE_OF_ANOTHER,
  /// The reading of the sentence took it: the period before the metric, or close behind the figure.
  READ,
  /// It is printed before the figure in its sentence, so many items off at most.
  LEFT_2,
  LEFT_5,
  LEFT_10,
  LEFT_20,
  LEFT_FAR,
  /// The same behind it.
  RIGHT_2,
  RIGHT_5,
  RIGHT_10,
  RIGHT_20,
  RIGHT_FAR,
  /// It is the nearest such, or one further off.
  LEFT_FIRST,
  LEFT_LATER,
  RIGHT_FIRST,
  RIGHT_LATER,
  /// Another figure, a comma, a conjunction or the end of a clause stands between.
  LEFT_FIGURE,
  LEFT_COMMA,
  LEFT_JOIN,
  LEFT_BREAK,
  RIGHT_FIGURE,
  RIGHT_COMMA,
  RIGHT_JOIN,
  RIGHT_BREAK,
  /// Its sentence starts with it.
  LEADING,
  /// "from Q2", "than last year", "after Q1": a time before.
  FORMER,
  /// "by 2028", "in Q3", "for 2027".
  IN,
  /// The fact before in the sentence is for it, and of the same metric or kind, or of others.
  CARRIED,
  CARRIED_METRIC,
  CARRIED_KIND,
  CARRIED_OTHER_KIND,
  /// The sentence before names it last, or before its last.
  PREVIOUS_LAST,
  PREVIOUS_EARLIER,
  /// The sentence before stands in another paragraph.
  PREVIOUS_PARAGRAPH,
  /// The note's last fact of the metric was for it.
  SAME_METRIC,
  /// The last fact of the paragraph was for it.
  PARAGRAPH_TOLD,
  /// It is the first that the paragraph names.
  PARAGRAPH_FIRST,
  /// It names it later.
  PARAGRAPH_LATER,
  /// It was named last before the sentence.
  LAST,
  /// The note's top names it.
  TITLE,
  /// It does, and the fact is about another name than the note's first.
  TITLE_OF_ANOTHER,
  /// The note names it most often, of parts of years or of years.
  MAIN,
  MAIN_YEAR,
  /// The sentence names a period, and it is not this one.
  NOT_OF_SENTENCE,
  /// The figure is for none, as is the fact before in the sentence, or the last of the paragraph.
  CARRIED_NONE,
  PARAGRAPH_NONE,
  /// The sentence says "the quarter" or "the half", and this is the one the note is about.
  SAID,
  /// The verb nearest to the figure tells of the past or of now, and the note's top names this one.
  TITLE_PAST,
  TITLE_PRESENT,
  /// It does so, and the figure is for none.
  NONE_PAST,
  NONE_PRESENT,
  /// The last fact of the paragraph of the same metric was for it, or for none.
  PARAGRAPH_METRIC,
  PARAGRAPH_METRIC_NONE;

  private static final int[] DISTANCES = {2, 5, 10, 20};

  /// The sign of the series that starts with this one for so many items between.
  public PeriodSign at(int distance) {
    int step = 0;
    while (step < DISTANCES.length && distance > DISTANCES[step]) {
      step++;
    }
    return values()[ordinal() + step];
  }
}
