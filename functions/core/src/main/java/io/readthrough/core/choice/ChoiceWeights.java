package io.readthrough.core.choice;

import io.readthrough.core.text.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Weights of a multinomial logistic model: what each feature adds to the log odds of each class,
/// against the thing being of none of them. They ship as a table: a row for each feature, a column
/// for each class, its head in the first row.
public final class ChoiceWeights {
  private final List<String> classes;
  private final Map<String, double[]> rows = new HashMap<>();
  private final List<String> features = new ArrayList<>();

  private ChoiceWeights(List<String> classes) {
    this.classes = List.copyOf(classes);
  }

  /// Reads the table `resource` beside `owner`.
  ///
  /// @param classes as the table's head must name them
  /// @throws IllegalStateException when the product ships a table that cannot be read
  public static ChoiceWeights read(Class<?> owner, String resource, List<String> classes) {
    ChoiceWeights weights = new ChoiceWeights(classes);
    List<String[]> all = Rows.of(owner, resource, 1 + classes.size());
    List<String> head = List.of(all.getFirst());
    List<String> columns = head.subList(1, head.size());
    if (!columns.equals(classes)) {
      throw new IllegalStateException(
          resource + " has the columns " + columns + ", and not " + classes);
    }
    for (String[] row : all.subList(1, all.size())) {
      double[] numbers = new double[classes.size()];
      for (int c = 0; c < numbers.length; c++) {
        numbers[c] = row[c + 1].isEmpty() ? 0 : Double.parseDouble(row[c + 1]);
      }
      if (weights.rows.put(row[0], numbers) != null) {
        throw new IllegalStateException(resource + " has '" + row[0] + "' twice");
      }
      weights.features.add(row[0]);
    }
    return weights;
  }

  /// Weights that were fitted.
  ///
  /// @param weights of each feature for each class, feature by feature
  public static ChoiceWeights of(List<String> classes, List<String> features, double[] weights) {
    ChoiceWeights all = new ChoiceWeights(classes);
    for (int f = 0; f < features.size(); f++) {
      int from = f * classes.size();
      all.features.add(features.get(f));
      all.rows.put(features.get(f), Arrays.copyOfRange(weights, from, from + classes.size()));
    }
    return all;
  }

  /// The features that have weights, in the table's order.
  public List<String> features() {
    return List.copyOf(features);
  }

  /// The weights with the features numbered as in `names`, which name all that have weights.
  public Numbered numbered(List<String> names) {
    double[] numbered = new double[names.size() * classes.size()];
    int known = 0;
    for (int feature = 0; feature < names.size(); feature++) {
      double[] row = rows.get(names.get(feature));
      if (row != null) {
        System.arraycopy(row, 0, numbered, feature * classes.size(), row.length);
        known++;
      }
    }
    if (known < features.size()) {
      throw new IllegalStateException(
          "no text has the features " + features.stream().filter(f -> !names.contains(f)).toList());
    }
    return new Numbered(numbered, classes.size());
  }

  /// The classes, in the table's order.
  public List<String> classes() {
    return classes;
  }

  /// What `feature` adds to the log odds of each class.
  public double[] of(String feature) {
    double[] row = rows.get(feature);
    return row == null ? new double[classes.size()] : row.clone();
  }

  /// Weights of features that are known by their numbers.
  public static final class Numbered {
    /// Stands for none of the classes.
    public static final int NONE = -1;

    private final double[] weights;
    private final int classes;

    private Numbered(double[] weights, int classes) {
      this.weights = weights;
      this.classes = classes;
    }

    /// The place of the likeliest class, or [#NONE] where none of them is likelier.
    public int likeliest(FeatureVector vector) {
      return likeliest(vector, place -> true);
    }

    /// The same among the classes whose place is possible.
    public int likeliest(FeatureVector vector, IntPredicate isPossible) {
      double[] probabilities = probabilities(vector);
      double most = 1 - Arrays.stream(probabilities).sum();
      int likeliest = NONE;
      for (int place = 0; place < probabilities.length; place++) {
        if (probabilities[place] > most && isPossible.test(place)) {
          most = probabilities[place];
          likeliest = place;
        }
      }
      return likeliest;
    }

    /// The probability of each class; what is left to 1 is that of none.
    public double[] probabilities(FeatureVector vector) {
      double[] sums = new double[classes];
      for (int i = 0; i < vector.size(); i++) {
        int row = vector.feature(i) * classes;
        double value = vector.value(i);
        for (int c = 0; c < classes; c++) {
          sums[c] += weights[row + c] * value;
        }
      }
      double largest = 0;
      for (double sum : sums) {
        largest = Math.max(largest, sum);
      }
      double all = StrictMath.exp(-largest);
      for (int c = 0; c < classes; c++) {
        sums[c] = StrictMath.exp(sums[c] - largest);
        all += sums[c];
      }
      for (int c = 0; c < classes; c++) {
        sums[c] /= all;
      }
      return sums;
    }
  }
}
