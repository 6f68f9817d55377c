package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import java.time.Instant;

/// A place in a feed: just after the entry with this time and id.
public record FeedPosition(Instant time, NoteId noteId) {}
