package io.readthrough.core.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers features in the order in which they are named, so that a [FeatureVector] holds numbers
/// and a table of weights holds names.
public final class FeatureNames {
  private final List<String> names = new ArrayList<>();

  /// Names a feature and answers its number.
  public int add(String name) {
    names.add(name);
    return names.size() - 1;
  }

  /// Names a feature `family:value` for each value of an enum, in its order, and answers their
  /// numbers.
  public int[] addEach(String family, Enum<?>[] values) {
    int[] features = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      features[i] = add(family + ":" + values[i].name().toLowerCase(Locale.ROOT));
    }
    return features;
  }

  /// Names a feature `family:level` for each level and answers their numbers.
  public int[] addEach(String family, List<String> levels) {
    int[] features = new int[levels.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = add(family + ":" + levels.get(i));
    }
    return features;
  }

  /// The name of a feature that has been named.
  public String name(int feature) {
    return names.get(feature);
  }

  /// All names, by their numbers.
  public List<String> all() {
    return List.copyOf(names);
  }
}
