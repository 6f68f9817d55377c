package io.readthrough.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a feed.
///
/// @param next where the next page begins; null when nothing follows
public record FeedPage(List<FeedEntry> entries, @Nullable FeedPosition next) {
  public FeedPage {
    entries = List.copyOf(entries);
  }
}
