package io.readthrough.core.score.feature;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.model.FeatureKeys;
import java.util.List;

/// The hashes of the lexicon's entries, computed once. Thread-safe.
public final class EntryKeys {
  private final long[] hashes;

  /// Hashes every entry.
  ///
  /// @param entries of the lexicon, in the order of their ids
  public EntryKeys(List<Entry> entries) {
    hashes = new long[entries.size()];
    for (Entry entry : entries) {
      hashes[entry.id()] = FeatureKeys.hash(entry.label());
    }
  }

  /// The hash of an entry: of its family and term, so that it outlives changes of the lexicon.
  long of(Entry entry) {
    return entry.id() >= 0 ? hashes[entry.id()] : FeatureKeys.hash(entry.label());
  }
}
