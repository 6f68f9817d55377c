package io.readthrough.local.gold;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An annotation that cannot be measured against, with the file and the reason.
public final class MalformedGoldException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedGoldException(Path file, String reason, @Nullable Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
