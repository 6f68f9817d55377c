package io.readthrough.store.event;

import io.readthrough.core.note.SourceObject;

/// What S3 tells about one object.
public sealed interface ObjectEvent {
  /// The object, its key URL-decoded.
  SourceObject object();

  /// The object was put, copied or completed.
  ///
  /// @param bytes its size as the event has it; 0 where the event does not say
  record Created(SourceObject object, long bytes) implements ObjectEvent {}

  /// The object was deleted, or hidden by a delete marker.
  record Removed(SourceObject object) implements ObjectEvent {}
}
