package io.readthrough.core.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The S3 object that an event spoke of.
///
/// @param key URL-decoded
/// @param sequencer the event's place among the events of this key
/// @param eventTime when S3 says it happened: the note's `received_at`
public record SourceObject(
    String bucket,
    String key,
    @Nullable String versionId,
    @Nullable String etag,
    Sequencer sequencer,
    Instant eventTime) {
  /// The same object as another event speaks of it.
  public SourceObject with(Sequencer sequencer) {
    return new SourceObject(bucket, key, versionId, etag, sequencer, eventTime);
  }
}
