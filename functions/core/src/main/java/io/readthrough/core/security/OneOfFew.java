package io.readthrough.core.security;

import io.readthrough.core.text.ArrayReader;
import io.readthrough.core.text.ArrayWriter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// One of a few values for each security.
final class OneOfFew extends AbstractList<@Nullable String> implements RandomAccess {
  private final String[] values;
  private final int[] places;

  OneOfFew(ArrayReader in) {
    values = in.strings();
    places = in.numbers();
  }

  /// Writes the values, then for each security its place among them.
  static void write(ArrayWriter out, List<@Nullable String> all) {
    Map<String, Integer> known = new HashMap<>();
    List<String> values = new ArrayList<>();
    int[] places = new int[all.size()];
    for (int i = 0; i < places.length; i++) {
      String value = all.get(i);
      if (value != null && known.putIfAbsent(value, values.size()) == null) {
        values.add(value);
      }
      places[i] = value == null ? SecurityList.NONE : known.get(value);
    }
    out.strings(values);
    out.numbers(places);
  }

  @Override
  public @Nullable String get(int i) {
    return places[i] == SecurityList.NONE ? null : values[places[i]];
  }

  @Override
  public int size() {
    return places.length;
  }
}
