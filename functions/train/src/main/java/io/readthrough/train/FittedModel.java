package io.readthrough.train;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.evaluation.Prediction;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.model.ModelFile;
import io.readthrough.core.score.feature.FeatureReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Weights that were fitted to examples: a multinomial logistic model with the log odds `v + u/2 :
/// 0 : v - u/2` of positive, neutral and negative, `u` and `v` linear in the features, by penalised
/// maximum likelihood, which is convex.
///
/// Each set has a bias of its own while the weights are fitted, so that the mixture of labels that
/// somebody collected does not pass for a property of texts; the bias is then dropped. A set
/// without neutral labels teaches only which way.
///
/// Answers that somebody speaks are learned twice: as any text, for what they share with others,
/// and with weights of their own, which alone read such answers where they say no clear news. Of
/// answers there is hardly more than one set, so these have no bias of a set to drop.
public final class FittedModel {
  private static final long ALWAYS = FeatureKeys.of(FeatureFamily.KIND, "always");
  private static final int NO_SET = -1;
  private static final double LARGEST = Short.MAX_VALUE * ModelFile.STEP;

  private final Linear text;
  private final Map<String, Integer> sets;
  private final Linear speech;

  private FittedModel(Linear text, Map<String, Integer> sets, Linear speech) {
    this.text = text;
    this.sets = sets;
    this.speech = speech;
  }

  /// The weights of numbered features, for direction and for intensity in turn.
  @SuppressWarnings("ArrayRecordComponent") // As many numbers as there are weights.
  private record Linear(Map<Long, Integer> index, double[] weights) {
    Sums sums(Example example) {
      double u = 0;
      double v = 0;
      for (int i = 0; i < example.keys().length; i++) {
        Integer feature = index.get(example.keys()[i]);
        if (feature != null) {
          u += weights[2 * feature] * example.direction()[i];
          v += weights[2 * feature + 1] * example.intensity()[i];
        }
      }
      return new Sums(u, v);
    }
  }

  /// The direction and the intensity of an example.
  record Sums(double direction, double intensity) {
    Prediction prediction() {
      double positive = StrictMath.exp(intensity + direction / 2);
      double negative = StrictMath.exp(intensity - direction / 2);
      double score = (positive - negative) / (positive + 1 + negative);
      Polarity label =
          positive >= negative
              ? (positive > 1 ? Polarity.POSITIVE : Polarity.NEUTRAL)
              : (negative > 1 ? Polarity.NEGATIVE : Polarity.NEUTRAL);
      return new Prediction(label, score);
    }

    double probability(Polarity label) {
      double positive = StrictMath.exp(intensity + direction / 2);
      double negative = StrictMath.exp(intensity - direction / 2);
      double all = positive + 1 + negative;
      return switch (label) {
        case POSITIVE -> positive / all;
        case NEUTRAL -> 1 / all;
        case NEGATIVE -> negative / all;
      };
    }

    Sums times(double factor) {
      return new Sums(factor * direction, factor * intensity);
    }
  }

  /// Fits the weights to `examples`.
  public static FittedModel fit(List<Example> examples, Settings settings) {
    Map<Long, Integer> index = index(examples, false, settings);
    Map<String, Integer> sets = new HashMap<>();
    Set<String> withNeutral = new HashSet<>();
    Set<String> withNames = new HashSet<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (Example example : examples) {
      sets.putIfAbsent(example.set(), index.size() + sets.size());
      sizes.merge(example.set(), 1, Integer::sum);
      if (example.label() == Polarity.NEUTRAL) {
        withNeutral.add(example.set());
      }
      if (!example.isWhole()) {
        withNames.add(example.set());
      }
    }
    int features = index.size() + sets.size();
    double[] penalties = penalties(index, features, settings);
    sets.forEach(
        (set, i) -> {
          penalties[2 * i] = Settings.SET_DIRECTION_PENALTY;
          penalties[2 * i + 1] = Settings.SET_PENALTY;
        });
    Row[] rows = new Row[examples.size()];
    for (int e = 0; e < rows.length; e++) {
      Example example = examples.get(e);
      double weight =
          StrictMath.pow(
              sizes.getOrDefault(example.set(), 1) / Settings.USUAL_SIZE, -Settings.DAMPING);
      if (example.isWhole() && withNames.contains(example.set())) {
        weight *= Settings.WHOLE_BESIDE_NAMES;
      }
      if (example.contested()) {
        weight *= Settings.CONTESTED;
      }
      boolean twoWay = !withNeutral.contains(example.set());
      rows[e] = Row.of(example, index, sets.getOrDefault(example.set(), 0), weight, twoWay);
    }
    Linear text = new Linear(index, minimum(rows, penalties));
    return new FittedModel(text, sets, speech(examples, settings));
  }

  /// Fits weights to those of `examples` that somebody speaks; none when they are few.
  private static Linear speech(List<Example> examples, Settings settings) {
    List<Example> spoken = examples.stream().filter(Example::isSpoken).toList();
    if (spoken.size() < Settings.LEAST_SPOKEN) {
      return new Linear(Map.of(), new double[0]);
    }
    Map<Polarity, Integer> alike = new EnumMap<>(Polarity.class);
    spoken.forEach(example -> alike.merge(example.label(), 1, Integer::sum));
    Map<Long, Integer> index = index(spoken, true, settings);
    Row[] rows = new Row[spoken.size()];
    for (int e = 0; e < rows.length; e++) {
      Example example = spoken.get(e);
      double even = (double) spoken.size() / Polarity.values().length;
      double share = alike.getOrDefault(example.label(), 1) / even;
      rows[e] = Row.of(example, index, NO_SET, StrictMath.pow(share, -Settings.RARITY), false);
    }
    return new Linear(index, minimum(rows, penalties(index, index.size(), settings)));
  }

  private static double[] penalties(Map<Long, Integer> index, int features, Settings settings) {
    double[] penalties = new double[2 * features];
    index.forEach(
        (key, i) -> {
          FeatureFamily family = FeatureKeys.family(key);
          double penalty = key == ALWAYS ? Settings.ALWAYS_PENALTY : settings.penalty(family);
          penalties[2 * i] = penalty;
          penalties[2 * i + 1] = penalty;
        });
    return penalties;
  }

  private static double[] minimum(Row[] rows, double[] penalties) {
    return Lbfgs.minimise(penalties.length, (w, gradient) -> loss(rows, penalties, w, gradient));
  }

  /// An example with its features numbered.
  @SuppressWarnings("ArrayRecordComponent") // Hundreds of numbers each.
  private record Row(
      int[] features,
      float[] direction,
      float[] intensity,
      Polarity label,
      double weight,
      boolean twoWay) {
    static Row of(
        Example example, Map<Long, Integer> index, int set, double weight, boolean twoWay) {
      int count = 0;
      int[] features = new int[example.keys().length + 1];
      float[] direction = new float[features.length];
      float[] intensity = new float[features.length];
      for (int i = 0; i < example.keys().length; i++) {
        Integer feature = index.get(example.keys()[i]);
        if (feature != null) {
          features[count] = feature;
          direction[count] = example.direction()[i];
          intensity[count] = example.intensity()[i];
          count++;
        }
      }
      if (set != NO_SET) {
        features[count] = set;
        direction[count] = 1;
        intensity[count] = 1;
        count++;
      }
      return new Row(
          Arrays.copyOf(features, count),
          Arrays.copyOf(direction, count),
          Arrays.copyOf(intensity, count),
          example.label(),
          weight,
          twoWay);
    }
  }

  /// The penalised negative log likelihood, and its gradient.
  private static double loss(Row[] rows, double[] penalties, double[] w, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (Row row : rows) {
      double u = 0;
      double v = 0;
      for (int i = 0; i < row.features.length; i++) {
        u += w[2 * row.features[i]] * row.direction[i];
        v += w[2 * row.features[i] + 1] * row.intensity[i];
      }
      double up;
      double vp;
      double isPositive = row.label == Polarity.POSITIVE ? 1 : 0;
      double isNegative = row.label == Polarity.NEGATIVE ? 1 : 0;
      if (row.twoWay) {
        double positive = 1 / (1 + StrictMath.exp(-u));
        loss -= row.weight * StrictMath.log(isPositive == 1 ? positive : 1 - positive);
        up = row.weight * (positive - isPositive);
        vp = 0;
      } else {
        double largest = Math.max(0, v + Math.abs(u) / 2);
        double positive = StrictMath.exp(v + u / 2 - largest);
        double negative = StrictMath.exp(v - u / 2 - largest);
        double neutral = StrictMath.exp(-largest);
        double all = positive + neutral + negative;
        double seen = isPositive == 1 ? positive : isNegative == 1 ? negative : neutral;
        loss -= row.weight * StrictMath.log(seen / all);
        double offPositive = positive / all - isPositive;
        double offNegative = negative / all - isNegative;
        up = row.weight * (offPositive - offNegative) / 2;
        vp = row.weight * (offPositive + offNegative);
      }
      for (int i = 0; i < row.features.length; i++) {
        gradient[2 * row.features[i]] += up * row.direction[i];
        gradient[2 * row.features[i] + 1] += vp * row.intensity[i];
      }
    }
    for (int i = 0; i < w.length; i++) {
      loss += penalties[i] * w[i] * w[i] / 2;
      gradient[i] += penalties[i] * w[i];
    }
    return loss;
  }

  /// Numbers the features, those of speech or all others, that enough examples have.
  private static Map<Long, Integer> index(
      List<Example> examples, boolean ofSpeech, Settings settings) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Example example : examples) {
      for (long key : example.keys()) {
        counts.merge(key, 1, Integer::sum);
      }
    }
    List<Long> kept = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          FeatureFamily family = FeatureKeys.family(key);
          if (Example.isOfSpeech(key) == ofSpeech
              && !settings.without().contains(family)
              && count >= settings.least(family)) {
            kept.add(key);
          }
        });
    kept.sort(null);
    Map<Long, Integer> index = HashMap.newHashMap(kept.size());
    for (long key : kept) {
      index.put(key, index.size());
    }
    return index;
  }

  /// What the model makes of an example, whatever set it comes from.
  Sums sums(Example example) {
    Sums sums = text.sums(example);
    return isSpeech(example, sums) ? speech.sums(example) : sums;
  }

  /// The same when it is known how the labels of the example's set are mixed.
  Sums sumsWithin(Example example) {
    Sums sums = text.sums(example);
    if (isSpeech(example, sums)) {
      return speech.sums(example);
    }
    Integer bias = sets.get(example.set());
    return bias == null
        ? sums
        : new Sums(
            sums.direction() + text.weights[2 * bias],
            sums.intensity() + text.weights[2 * bias + 1]);
  }

  private boolean isSpeech(Example example, Sums asText) {
    return !speech.index.isEmpty()
        && example.isSpoken()
        && Math.abs(asText.prediction().score()) < FeatureReader.CLEAR_NEWS;
  }

  /// The model as the product reads it, all weights times `temperature`. Features whose weights are
  /// within [Settings#LEAST_WEIGHT] of 0 are left out, but for that which tells that the model
  /// knows speech.
  public byte[] bytes(double temperature) {
    long[] keys =
        Stream.of(text, speech)
            .flatMapToLong(linear -> linear.index.keySet().stream().mapToLong(key -> key))
            .sorted()
            .toArray();
    short[] directions = new short[keys.length];
    short[] intensities = new short[keys.length];
    int count = 0;
    for (long key : keys) {
      Linear linear = Example.isOfSpeech(key) ? speech : text;
      int feature = linear.index.getOrDefault(key, 0);
      short direction = rounded(temperature * linear.weights[2 * feature]);
      short intensity = rounded(temperature * linear.weights[2 * feature + 1]);
      boolean counts = Math.max(Math.abs(direction), Math.abs(intensity)) > Settings.LEAST_WEIGHT;
      if (counts || key == FeatureReader.OF_EVERY_ANSWER) {
        keys[count] = key;
        directions[count] = direction;
        intensities[count] = intensity;
        count++;
      }
    }
    return ModelFile.bytes(
        Arrays.copyOf(keys, count),
        Arrays.copyOf(directions, count),
        Arrays.copyOf(intensities, count));
  }

  private static short rounded(double weight) {
    return (short) Math.round(Math.clamp(weight, -LARGEST, LARGEST) / ModelFile.STEP);
  }

  /// How many features have weights.
  public int size() {
    return text.index.size() + speech.index.size();
  }
}
