package io.readthrough.train;

import io.readthrough.core.choice.ChoiceWeights;
import java.util.Locale;

/// Writes weights as the table that [ChoiceWeights] reads.
public final class ChoiceTable {
  private ChoiceTable() {}

  /// The table, lines ended by a line feed. Features whose weights are all 0 have no row.
  ///
  /// @param about what the weights are, for the comment at the top
  public static String of(ChoiceWeights weights, String about) {
    StringBuilder table = new StringBuilder();
    table
        .append("# ")
        .append(about)
        .append(" Learned: 'readthrough.jar train-content' writes it anew.\n")
        .append("# What each feature adds to the log odds of each class, columns by tabs.\n")
        .append("feature");
    weights.classes().forEach(each -> table.append('\t').append(each));
    table.append('\n');
    for (String feature : weights.features()) {
      StringBuilder row = new StringBuilder(feature);
      boolean any = false;
      for (double weight : weights.of(feature)) {
        any |= weight != 0;
        row.append('\t').append(weight == 0 ? "" : String.format(Locale.ROOT, "%.2f", weight));
      }
      table.append(any ? row.append('\n') : "");
    }
    return table.toString();
  }
}
