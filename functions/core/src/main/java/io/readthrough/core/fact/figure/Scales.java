package io.readthrough.core.fact.figure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words and letters that scale a number: "million", "bn", "crore".
public final class Scales {
  private static final Map<String, Integer> ZEROS = new HashMap<>();

  static {
    put(3, "k thousand thousands tsd");
    put(5, "lakh lakhs");
    put(6, "m mm mn mln mio million millions");
    put(7, "cr crore crores");
    put(9, "b bn bln mrd mld billion billions");
    put(12, "t tn trln trillion trillions");
  }

  private Scales() {}

  private static void put(int zeros, String words) {
    for (String word : words.split(" ", -1)) {
      ZEROS.put(word, zeros);
    }
  }

  /// The zeros that a word in lower case adds to a number; null when it adds none.
  public static @Nullable Integer zeros(String word) {
    return ZEROS.get(word);
  }
}
