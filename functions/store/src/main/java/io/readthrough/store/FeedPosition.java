package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import java.time.Instant;
import java.util.Comparator;

/// A place in a feed: just after the entry with this time and id. The earlier place is the lesser.
public record FeedPosition(Instant time, NoteId noteId) implements Comparable<FeedPosition> {
  private static final Comparator<FeedPosition> BY_TIME_AND_ID =
      Comparator.comparing(FeedPosition::time).thenComparing(position -> position.noteId().value());

  /// The place of an entry.
  public static FeedPosition of(FeedEntry entry) {
    return new FeedPosition(entry.time(), entry.noteId());
  }

  @Override
  public int compareTo(FeedPosition other) {
    return BY_TIME_AND_ID.compare(this, other);
  }
}
