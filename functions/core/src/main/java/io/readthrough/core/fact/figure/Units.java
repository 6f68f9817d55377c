package io.readthrough.core.fact.figure;

import io.readthrough.core.text.Rows;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The units behind plain numbers: `units.tsv`.
public final class Units {
  private static final Map<String, Unit> ALL = new HashMap<>();

  static {
    for (String[] row : Rows.of(Units.class, "units.tsv", 4)) {
      Figure.Kind kind = Figure.Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String word : Rows.parts(row[3])) {
        ALL.put(word, new Unit(kind, row[1], Integer.parseInt(row[2])));
      }
    }
  }

  private Units() {}

  /// What figures can be counted in.
  ///
  /// @param zeros of the power of ten that it stands for: 3 for thousand tonnes
  public record Unit(Figure.Kind kind, String name, int zeros) {}

  /// The unit that a word in lower case names; null when it names none.
  public static @Nullable Unit of(String word) {
    return ALL.get(word);
  }
}
