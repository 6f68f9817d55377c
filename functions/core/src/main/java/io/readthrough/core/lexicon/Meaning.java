package io.readthrough.core.lexicon;

/// What an entry of the lexicon means to the composition of a sentence.
public enum Meaning {
  UP(Family.DIRECTION, "up"),
  DOWN(Family.DIRECTION, "down"),
  FLAT(Family.DIRECTION, "flat"),

  GOOD_WHEN_UP(Family.METRIC, "up"),
  GOOD_WHEN_DOWN(Family.METRIC, "down"),
  CONTEXT(Family.METRIC, "context"),

  POSITIVE(Family.POLAR, "+"),
  NEGATIVE(Family.POLAR, "-"),
  GUARD(Family.POLAR, "0"),

  RELIEVE(Family.SHIFTER, "relieve"),
  BLOCK(Family.SHIFTER, "block"),
  WORSEN(Family.SHIFTER, "worsen"),

  AMPLIFY(Family.MODIFIER, "amplify"),
  DIMINISH(Family.MODIFIER, "diminish"),

  NOT(Family.NEGATOR, "not"),

  POSSIBLE(Family.HEDGE, "possible"),
  EXPECTED(Family.HEDGE, "expected"),
  PLANNED(Family.HEDGE, "planned"),

  IF(Family.CONDITION, "if"),
  UNLESS(Family.CONDITION, "unless"),
  UNTIL(Family.CONDITION, "until"),

  MAIN(Family.CONTRAST, "main"),
  CONCEDE(Family.CONTRAST, "concede"),
  OFFSET(Family.CONTRAST, "offset"),

  REPORTED(Family.ATTRIBUTION, "reported"),

  ABOVE(Family.EXPECTATION, "above"),
  BELOW(Family.EXPECTATION, "below"),
  INLINE(Family.EXPECTATION, "inline"),
  REFERENCE(Family.EXPECTATION, "reference");

  private final Family family;
  private final String word;

  Meaning(Family family, String word) {
    this.family = family;
    this.word = word;
  }

  /// The class of meanings it belongs to.
  public Family family() {
    return family;
  }

  /// As the lexicon's files write it in their fourth column.
  public String word() {
    return word;
  }

  /// +1 for what goes or is up or good, -1 for down or bad, 0 for the rest. A metric's sign says
  /// which way it must go to be good; a shifter's, whether it keeps or turns what it acts on.
  public int sign() {
    return switch (this) {
      case UP, GOOD_WHEN_UP, POSITIVE, WORSEN, ABOVE -> 1;
      case DOWN, GOOD_WHEN_DOWN, NEGATIVE, RELIEVE, BLOCK, BELOW -> -1;
      case FLAT,
          CONTEXT,
          GUARD,
          AMPLIFY,
          DIMINISH,
          NOT,
          POSSIBLE,
          EXPECTED,
          PLANNED,
          IF,
          UNLESS,
          UNTIL,
          MAIN,
          CONCEDE,
          OFFSET,
          REPORTED,
          INLINE,
          REFERENCE ->
          0;
    };
  }

  /// A class of meanings, as the lexicon's files write it in their third column.
  public enum Family {
    DIRECTION("direction", 0),
    METRIC("metric", 1),
    POLAR("polar", 2),
    SHIFTER("shifter", 3),
    MODIFIER("modifier", 4),
    NEGATOR("negator", 5),
    HEDGE("hedge", 6),
    CONDITION("condition", 7),
    CONTRAST("contrast", 8),
    ATTRIBUTION("attribution", 9),
    EXPECTATION("expectation", 10);

    private final String word;
    private final int bit;

    Family(String word, int number) {
      this.word = word;
      this.bit = 1 << number;
    }

    /// One bit, another for each family, to hold several in a number.
    public int bit() {
      return bit;
    }

    /// As the lexicon's files write it.
    public String word() {
      return word;
    }
  }
}
