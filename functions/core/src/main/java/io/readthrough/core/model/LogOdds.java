package io.readthrough.core.model;

import java.util.List;

/// Adds up what a model makes of the features of one reading, and what of it comes from which
/// expression and which word.
///
/// The score is the expected label, `P(positive) - P(negative)`. It equals `u * scale` with `scale
/// = (P(positive) - P(negative)) / u`, which is positive, finite and smooth in 0; so whatever adds
/// `d` to `u` adds exactly `d * scale` to the score.
public final class LogOdds implements FeatureSink {
  /// Below this the scale is taken at its limit, where the quotient loses its digits.
  private static final double NEAR_ZERO = 1e-6;

  /// Log odds beyond this are certain as they stand, and larger ones would overflow.
  private static final double CERTAIN = 40;

  /// Room for the tokens of a sentence or two.
  private static final int LEAST_ROOM = 32;

  private final SentimentModel model;
  private final double[] ofExpression;
  private final int tokens;
  private double direction;
  private double intensity;
  private double baseline;

  // What each token adds from `firstToken` to `endToken`. Those that speak of a name are few in a
  // text, so there is no room for the others until they are needed.
  private double[] ofToken = {};
  private int firstToken;
  private int endToken;

  // What follows from the sums, worked out when first asked for; NaN until then.
  private double scale = Double.NaN;
  private double oddsOfPositive;
  private double oddsOfNegative;

  /// @param expressions how many the reading has
  /// @param tokens how many the text has
  public LogOdds(SentimentModel model, int expressions, int tokens) {
    this.model = model;
    this.ofExpression = new double[expressions];
    this.tokens = tokens;
  }

  /// Adds what is known without the model.
  ///
  /// @param place that says so, or [FeatureSink#NOWHERE]
  public void tell(double direction, double intensity, int place) {
    scale = Double.NaN;
    this.direction += direction;
    this.intensity += intensity;
    if (place == NOWHERE) {
      baseline += direction;
    } else {
      ofExpression[place] += direction;
    }
  }

  @Override
  public void add(int feature, double direction, double intensity, int expression) {
    if (feature == FeatureIndex.ABSENT) {
      return;
    }
    scale = Double.NaN;
    double part = model.direction(feature) * direction;
    this.direction += part;
    this.intensity += model.intensity(feature) * intensity;
    if (expression == NOWHERE) {
      baseline += part;
    } else {
      ofExpression[expression] += part;
    }
  }

  @Override
  public void addWords(int feature, double value, int first, int end) {
    if (feature == FeatureIndex.ABSENT) {
      return;
    }
    scale = Double.NaN;
    double part = model.direction(feature) * value;
    direction += part;
    intensity += model.intensity(feature) * value;
    // A run of words is shared by its first and last.
    if (first < firstToken || end > endToken) {
      makeRoom(first, end);
    }
    ofToken[first - firstToken] += part / 2;
    ofToken[end - 1 - firstToken] += part / 2;
  }

  /// Grows fourfold at least, to the side where room is missing.
  private void makeRoom(int first, int end) {
    int length = ofToken.length;
    int more = Math.max(3 * length, LEAST_ROOM);
    int from = length == 0 ? first : firstToken;
    int to = length == 0 ? end : endToken;
    from = first < from ? Math.max(0, Math.min(first, from - more)) : from;
    to = end > to || length == 0 ? Math.min(tokens, Math.max(end, to + more)) : to;
    double[] grown = new double[to - from];
    System.arraycopy(ofToken, 0, grown, length == 0 ? 0 : firstToken - from, length);
    ofToken = grown;
    firstToken = from;
    endToken = to;
  }

  /// Puts a conclusion before what leads up to it: all that was added so far counts by `keep`, and
  /// the conclusion adds `direction`, in equal parts for its expressions, and `intensity`.
  public void conclude(double keep, double direction, double intensity, List<Integer> expressions) {
    scale = Double.NaN;
    this.direction *= keep;
    this.intensity *= keep;
    baseline *= keep;
    for (int i = 0; i < ofExpression.length; i++) {
      ofExpression[i] *= keep;
    }
    for (int i = 0; i < ofToken.length; i++) {
      ofToken[i] *= keep;
    }
    this.direction += direction;
    this.intensity += intensity;
    for (int expression : expressions) {
      ofExpression[expression] += direction / expressions.size();
    }
  }

  /// What speaks for no place of the text, in units of the score.
  public double baseline() {
    return baseline * scale();
  }

  /// What expression `i` adds to the score; nothing when the reading has none of that number.
  public double ofExpression(int i) {
    return i < ofExpression.length ? ofExpression[i] * scale() : 0;
  }

  /// What the word at token `i` adds to the score beside the expression it may stand in; nothing
  /// where words were not read.
  public double ofToken(int i) {
    return i >= firstToken && i < endToken ? ofToken[i - firstToken] * scale() : 0;
  }

  /// What the words from token `first` to token `end`, exclusive, add to the score.
  public double ofTokens(int first, int end) {
    double scale = scale();
    double sum = 0;
    for (int i = Math.max(first, firstToken); i < Math.min(end, endToken); i++) {
      sum += ofToken[i - firstToken] * scale;
    }
    return sum;
  }

  /// In (-1, 1).
  public double score() {
    settle();
    return (oddsOfPositive - oddsOfNegative) / total();
  }

  /// The score if what adds `part` to it were not there.
  public double scoreWithout(double part) {
    double without = direction - part / scale();
    double positive = odds(without);
    double negative = odds(-without);
    return (positive - negative) / (positive + 1 + negative);
  }

  /// The probability that a reader finds the text positive.
  public double positive() {
    settle();
    return oddsOfPositive / total();
  }

  /// The probability that a reader finds the text negative.
  public double negative() {
    settle();
    return oddsOfNegative / total();
  }

  /// The probability that a reader finds the text neutral.
  public double neutral() {
    settle();
    return 1 / total();
  }

  private double scale() {
    settle();
    return scale;
  }

  private void settle() {
    if (Double.isNaN(scale)) {
      oddsOfPositive = odds(direction);
      oddsOfNegative = odds(-direction);
      double odds = odds(0);
      scale =
          Math.abs(direction) < NEAR_ZERO
              ? odds / (2 * odds + 1)
              : (oddsOfPositive - oddsOfNegative) / total() / direction;
    }
  }

  private double odds(double u) {
    return StrictMath.exp(
        Math.clamp(intensity, -CERTAIN, CERTAIN) + Math.clamp(u, -CERTAIN, CERTAIN) / 2);
  }

  private double total() {
    return oddsOfPositive + 1 + oddsOfNegative;
  }
}
