package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import java.util.List;
import java.util.Optional;

/// The files that a firm keeps under `firms/<firm>/reference/` in the notes bucket, such as its own
/// list of securities; and of each the content that could be read last, for the time when the
/// newest cannot.
public interface ReferenceStore {
  /// How many files a firm may have; of those beyond, one is told.
  int MOST_FILES = 32;

  /// A file as it is now.
  ///
  /// @param etag changes with the content
  record ReferenceFile(String key, String etag, long bytes) {
    /// The name after the last slash.
    public String name() {
      return key.substring(key.lastIndexOf('/') + 1);
    }
  }

  /// Tells a firm's files in the order of their keys, at most one more than [#MOST_FILES]; the
  /// marker of a folder is none. Costs one request.
  List<ReferenceFile> list(FirmId firm);

  /// The content of a file; empty when it is gone or another by now.
  Optional<byte[]> read(ReferenceFile file);

  /// Keeps the content of a file as the last that could be read.
  void keep(ReferenceFile file, byte[] content);

  /// What was kept last under the key of `file`.
  Optional<byte[]> kept(ReferenceFile file);

  /// Whether a key is the marker of a folder, which consoles make.
  static boolean isFolder(String key) {
    return key.endsWith("/");
  }

  /// Where a firm's files lie in the notes bucket.
  static String prefix(FirmId firm) {
    return "firms/" + firm + "/reference/";
  }
}
