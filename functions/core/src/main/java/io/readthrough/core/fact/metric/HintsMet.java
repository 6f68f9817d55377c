package io.readthrough.core.fact.metric;

import io.readthrough.core.text.PhraseIndex;
import java.util.Arrays;

/// The hints that a sentence holds, in its order.
public final class HintsMet {
  private int[] starts = new int[8];
  private long[] found = new long[8];
  private int size;

  /// Adds a hint that starts behind all that are there.
  ///
  /// @param hint as [PhraseIndex#find] answers it
  public void add(int start, long hint) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      found = Arrays.copyOf(found, 2 * size);
    }
    starts[size] = start;
    found[size++] = hint;
  }

  int size() {
    return size;
  }

  /// The token at which a hint starts.
  int start(int index) {
    return starts[index];
  }

  /// The token after it.
  int end(int index) {
    return PhraseIndex.end(found[index]);
  }

  /// Its number.
  int number(int index) {
    return PhraseIndex.value(found[index]);
  }

  /// The first hint that starts at or behind `token`; the size when there is none.
  int from(int token) {
    int index = Arrays.binarySearch(starts, 0, size, token);
    return index < 0 ? -index - 1 : index;
  }
}
