package io.readthrough.core.choice;

import java.util.Arrays;

/// What is so of one thing that is to be judged: numbers of features, each with its value.
public final class FeatureVector {
  /// Enough for most sentences.
  private static final int INITIAL = 128;

  private int[] features = new int[INITIAL];
  private double[] values = new double[INITIAL];
  private int size;

  /// How many features it has.
  public int size() {
    return size;
  }

  /// The number of the feature at `i`.
  public int feature(int i) {
    return features[i];
  }

  /// The value of the feature at `i`.
  public double value(int i) {
    return values[i];
  }

  /// Adds a feature that is so.
  public void add(int feature) {
    add(feature, 1);
  }

  /// Adds a feature with its value. One that is added twice counts twice.
  public void add(int feature, double value) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    features[size] = feature;
    values[size] = value;
    size++;
  }

  /// Adds a feature where it is so.
  public void addIf(boolean isSo, int feature) {
    if (isSo) {
      add(feature);
    }
  }

  /// Whether it has a feature.
  public boolean has(int feature) {
    for (int i = 0; i < size; i++) {
      if (features[i] == feature) {
        return true;
      }
    }
    return false;
  }
}
