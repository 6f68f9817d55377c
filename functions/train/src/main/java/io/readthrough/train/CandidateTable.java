package io.readthrough.train;

import java.util.Locale;

/// Writes the weights of features that speak for candidates as a table.
public final class CandidateTable {
  private CandidateTable() {}

  /// The table, lines ended by a line feed: a feature and its weight. Features whose weight is 0
  /// have no row.
  ///
  /// @param about what the weights are, for the comment at the top
  public static String of(CandidateWeights weights, String about) {
    StringBuilder table = new StringBuilder();
    table
        .append("# ")
        .append(about)
        .append(" Learned: 'readthrough.jar train-content' writes it anew.\n")
        .append("# 1 the feature\n")
        .append("# 2 what it adds to the log odds of a candidate that has it\n");
    for (int i = 0; i < weights.features().size(); i++) {
      if (weights.of(i) != 0) {
        table
            .append(weights.features().get(i))
            .append('\t')
            .append(String.format(Locale.ROOT, "%.2f", weights.of(i)))
            .append('\n');
      }
    }
    return table.toString();
  }
}
