package io.readthrough.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The bucket that the firms drop their notes into, read only.
public interface NoteObjectStore {
  /// Reads one object whole, or tells why not. An object above `maxBytes` is not read.
  ///
  /// @param key URL-decoded
  /// @param versionId the version that the event spoke of; null for the newest
  /// @throws RuntimeException when the bucket cannot be reached, or refuses us and not this object
  ///   alone: try again later
  Content read(String bucket, String key, @Nullable String versionId, long maxBytes);

  /// What lies under a key.
  sealed interface Content {
    /// The object.
    ///
    /// @param put when it was put under its key, to the second; null where the bucket does not say
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Found(byte[] bytes, @Nullable Instant put) implements Content {}

    /// Nothing: removed since the event was sent. Its removal has an event of its own.
    record Missing() implements Content {}

    /// More than was asked for.
    record TooLarge(long bytes) implements Content {}

    /// An object that is given out to nobody who asks as we do, however often: archived, or
    /// encrypted with a key that is not ours to use.
    ///
    /// @param detail a sentence for a person: what is wrong, with which value, and how to mend it
    record Refused(String detail) implements Content {}
  }
}
