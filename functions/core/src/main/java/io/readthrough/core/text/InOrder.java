package io.readthrough.core.text;

import java.util.List;
import java.util.function.ToIntFunction;

/// Searches what stands in the order of a text: a sentence can have as many names as wordings, and
/// going through one for each of the other would cost their product.
public final class InOrder {
  private InOrder() {}

  /// The number of the first of `items` that starts at or after `token`; their count when none
  /// does.
  ///
  /// @param start the token at which an item starts
  public static <T> int firstFrom(List<T> items, ToIntFunction<T> start, int token) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.applyAsInt(items.get(middle)) < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
