package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.model.FeatureSink;
import java.util.Arrays;

/// Features of one name, each with the place of the text that it comes from.
public final class OutlookVector {
  private final FeatureVector features = new FeatureVector();
  private int[] places = new int[64];

  /// Adds a feature that is so of the name as such.
  void add(int feature) {
    add(feature, 1, FeatureSink.NOWHERE);
  }

  /// Adds a feature with its value and its place: the number of an expression or of other words, or
  /// [FeatureSink#NOWHERE].
  void add(int feature, double value, int place) {
    if (features.size() == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[features.size()] = place;
    features.add(feature, value);
  }

  /// The features without their places.
  public FeatureVector features() {
    return features;
  }

  /// Where the feature at `i` comes from.
  int place(int i) {
    return places[i];
  }
}
