package io.readthrough.store;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A notes bucket for tests. It keeps the newest version of each object, under any version id.
public final class InMemoryNoteObjectStore implements NoteObjectStore {
  private final Map<String, Content.Found> objects = new ConcurrentHashMap<>();

  /// Drops an object.
  public void put(String bucket, String key, byte[] bytes) {
    put(bucket, key, bytes, null);
  }

  /// Drops an object at a time.
  public void put(String bucket, String key, byte[] bytes, @Nullable Instant time) {
    objects.put(path(bucket, key), new Content.Found(bytes.clone(), time));
  }

  @Override
  public Content read(String bucket, String key, @Nullable String versionId, long maxBytes) {
    Content.Found found = objects.get(path(bucket, key));
    if (found == null) {
      return new Content.Missing();
    }
    return found.bytes().length > maxBytes ? new Content.TooLarge(found.bytes().length) : found;
  }

  private static String path(String bucket, String key) {
    return bucket + "/" + key;
  }
}
