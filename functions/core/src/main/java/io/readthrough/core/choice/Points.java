package io.readthrough.core.choice;

import io.readthrough.core.text.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each feature is worth to a candidate that has it, in log odds. They ship as a table with a
/// row for each feature that is worth something.
public final class Points {
  private final double[] worth;

  private Points(double[] worth) {
    this.worth = worth;
  }

  /// Points that were fitted.
  ///
  /// @param worth of each feature, by their numbers
  public static Points of(double[] worth) {
    return new Points(worth.clone());
  }

  /// Reads the table `resource` beside `owner`.
  ///
  /// @param features the names of all features, by their numbers
  /// @throws IllegalStateException when a row of the table names no feature
  public static Points read(Class<?> owner, String resource, List<String> features) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      numbers.put(features.get(i), i);
    }
    double[] worth = new double[features.size()];
    for (String[] row : Rows.of(owner, resource, 2)) {
      Integer number = numbers.get(row[0]);
      if (number == null) {
        throw new IllegalStateException(
            resource + " has '" + row[0] + "', which is no feature: remove the row, or fit anew");
      }
      worth[number] = Double.parseDouble(row[1]);
    }
    return new Points(worth);
  }

  /// What the feature of this number is worth.
  public double of(int feature) {
    return worth[feature];
  }
}
