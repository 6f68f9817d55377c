package io.readthrough.core.fact.metric;

/// What can speak for a metric that a figure may be of. What each is worth stands in
/// `metric-points.tsv`.
public enum MetricSign {
  /// The reading of the figure took it from no metric that is named: from a price, a verb, a name.
  READ_LOOSELY,
  /// Figures of its kind are often of it.
  USUAL,
  /// It found only what the unit tells.
  READ_BY_UNIT,
  /// It took it from a word that is no metric, such as "earned".
  READ_FROM_WORD,
  /// It took a metric that is named, and called it by the figure's unit: a target in percent.
  READ_RENAMED,
  /// It took a metric that is named before the figure, with so many other words between.
  READ_LEFT_0,
  READ_LEFT_1,
  READ_LEFT_2,
  READ_LEFT_3,
  READ_LEFT_5,
  READ_LEFT_8,
  /// The same behind it.
  READ_RIGHT_0,
  READ_RIGHT_1,
  READ_RIGHT_2,
  READ_RIGHT_3,
  READ_RIGHT_5,
  READ_RIGHT_8,
  /// It is named before the figure in its clause, with so many other words between.
  LEFT_0,
  LEFT_1,
  LEFT_2,
  LEFT_3,
  LEFT_5,
  LEFT_8,
  /// It is the nearest such, the next, or one further off.
  LEFT_FIRST,
  LEFT_SECOND,
  LEFT_LATER,
  /// Another figure, a comma or a conjunction stands between.
  LEFT_FIGURE,
  LEFT_COMMA,
  LEFT_JOIN,
  LEFT_RENAMED,
  /// The same behind the figure.
  RIGHT_0,
  RIGHT_1,
  RIGHT_2,
  RIGHT_3,
  RIGHT_5,
  RIGHT_8,
  RIGHT_FIRST,
  RIGHT_SECOND,
  RIGHT_LATER,
  RIGHT_FIGURE,
  RIGHT_COMMA,
  RIGHT_JOIN,
  RIGHT_RENAMED,
  /// "$263 million in charges": "of" or "in" ties it to an amount of money. "12% of sales" is none
  /// of sales.
  RIGHT_LINKED,
  /// The last figure of this sentence with such a unit is of it, one of the sentence before, or one
  /// of an earlier sentence of the paragraph.
  CARRIED_SENTENCE,
  CARRIED_PREVIOUS,
  CARRIED_EARLIER,
  /// Somebody is said to have the figure: "we had 640".
  CARRIED_SPOKEN,
  /// The figure's clause has a subject of its own.
  CARRIED_SUBJECT,
  /// The figure before is about as large, of the same order, or of another.
  CARRIED_NEAR,
  CARRIED_LIKE,
  CARRIED_FAR,
  /// Its last word alone stands before the figure, and the note has called it by its whole name.
  SHORT_LEFT_0,
  SHORT_LEFT_1,
  SHORT_LEFT_2,
  SHORT_LEFT_3,
  SHORT_LEFT_5,
  SHORT_LEFT_8,
  /// The same behind the figure.
  SHORT_RIGHT_0,
  SHORT_RIGHT_1,
  SHORT_RIGHT_2,
  SHORT_RIGHT_3,
  SHORT_RIGHT_5,
  SHORT_RIGHT_8,
  /// It is named directly before or behind the figure.
  LEFT_BESIDE,
  RIGHT_BESIDE,
  /// A rating stands before an amount: "Buy, 1,690p".
  RATED_BEFORE,
  /// It is what a multiple of the metric is that stands directly behind: "46x fee revenue".
  MULTIPLE_OF,
  /// It is the multiple that the note named or told last.
  LAST_MULTIPLE,
  /// The note had the same figure before, and it was of it.
  SAME_VALUE,
  /// The last figure that stood in the same way was of it: in brackets behind a name, in a cell.
  SAME_FRAME,
  /// An amount stands behind the name of a security that is traded.
  NAME_BEFORE,
  /// A sentence without figures names it directly before.
  TOPIC,
  /// The sentence before names it, with figures or without.
  BEFORE_NAMED,
  /// The same, and no other behind it.
  BEFORE_NAMED_LAST,
  /// A hint at it stands in the sentence before.
  BEFORE_HINTED,
  /// Points over a rate of reference: "S+450".
  OVER_REFERENCE,
  /// A hint stands before the figure, so many tokens off at most.
  HINT_BEFORE_1,
  HINT_BEFORE_3,
  HINT_BEFORE_7,
  HINT_BEFORE_14,
  HINT_BEFORE_24,
  /// The same behind it.
  HINT_BEHIND_1,
  HINT_BEHIND_3,
  HINT_BEHIND_7,
  HINT_BEHIND_14,
  HINT_BEHIND_24,
  /// A hint that may stand on either side stands before it.
  HINT_AROUND_BEFORE_1,
  HINT_AROUND_BEFORE_3,
  HINT_AROUND_BEFORE_7,
  HINT_AROUND_BEFORE_14,
  HINT_AROUND_BEFORE_24,
  /// The same behind it.
  HINT_AROUND_BEHIND_1,
  HINT_AROUND_BEHIND_3,
  HINT_AROUND_BEHIND_7,
  HINT_AROUND_BEHIND_14,
  HINT_AROUND_BEHIND_24,
  /// A word that more metrics are called by stands before the figure.
  SHARED_BEFORE_1,
  SHARED_BEFORE_3,
  SHARED_BEFORE_7,
  SHARED_BEFORE_14,
  SHARED_BEFORE_24,
  /// The same behind it.
  SHARED_BEHIND_1,
  SHARED_BEHIND_3,
  SHARED_BEHIND_7,
  SHARED_BEHIND_14,
  SHARED_BEHIND_24,
  /// How many words around the figure are words of it, the rarer and the nearer ones counting more.
  ALIKE,
  /// It shares most with what stands around the figure, next most, or less.
  ALIKE_FIRST,
  ALIKE_SECOND,
  ALIKE_LATER,
  /// How many of its words the note holds, the rarer ones counting more.
  NOTE_ALIKE,
  /// The note named it before.
  NOTE_NAMED,
  /// Figures of the note before were of it.
  NOTE_TOLD,
  /// The hint has more than one word.
  HINT_PHRASE,
  /// The name has more than one word.
  NAMED_PHRASE,
  /// "8% of the capacity".
  PART_OF,
  /// A security stands beside the figure, whose price moves.
  NAME_BESIDE,
  /// It is what the unit alone tells.
  OTHER_AMOUNT,
  OTHER_PERCENTAGE,
  OTHER_SHARE,
  OTHER_MULTIPLE,
  OTHER_QUANTITY,
  OTHER_DURATION,
  /// The figure is as large as figures of it usually are, smaller or larger, and by more than
  /// twice.
  SIZE_USUAL,
  SIZE_SMALL,
  SIZE_LARGE,
  SIZE_FAR_OFF,
  /// It is a sum of money of a whole company, and the amount is less than a thousand.
  SMALL_FOR_TOTAL,
  /// It is money for one of something, and the amount is a million or more.
  LARGE_FOR_PRICE;

  /// How many words, and how many tokens, the signs of a series tell apart.
  private static final int[] WORDS = {0, 1, 2, 4, 7};

  private static final int[] TOKENS = {1, 3, 7, 14};

  private static final MetricSign[] SIGNS = values();

  /// The sign of the series that starts with this one for so many words between.
  public MetricSign words(int words) {
    return plus(step(WORDS, words));
  }

  /// The sign of the series that starts with this one for a gap of so many tokens.
  MetricSign tokens(int gap) {
    return plus(step(TOKENS, gap));
  }

  /// The sign that stands `steps` after this one, which starts a series of what tells one thing at
  /// growing distances.
  @SuppressWarnings("EnumOrdinal") // The signs of a series stand in its order.
  public MetricSign plus(int steps) {
    return SIGNS[ordinal() + steps];
  }

  private static int step(int[] most, int number) {
    int step = 0;
    while (step < most.length && number > most[step]) {
      step++;
    }
    return step;
  }
}
