package io.readthrough.store;

import java.util.function.Supplier;

/// Lets some calls through, fails some, and lets the rest through again. Stores that share it fail
/// together, as when a process ends.
public final class Faults {
  private int first;
  private int failing;
  private final boolean afterwards;

  /// @param first the calls that succeed
  /// @param failing the calls after these that fail
  /// @param afterwards whether a failing call has its effect all the same, as when an answer is
  ///   lost; only the first of the failing calls reaches as far
  public Faults(int first, int failing, boolean afterwards) {
    this.first = first;
    this.failing = failing;
    this.afterwards = afterwards;
  }

  /// Makes a call, or fails.
  synchronized <T> T call(Supplier<T> call) {
    if (first > 0) {
      first--;
      return call.get();
    }
    if (failing == 0) {
      return call.get();
    }
    if (afterwards && first == 0) {
      var _ = call.get();
    }
    first = -1;
    failing--;
    throw new IllegalStateException("a fault of the test");
  }
}
