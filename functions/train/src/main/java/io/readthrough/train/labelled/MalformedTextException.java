package io.readthrough.train.labelled;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A line of a file of labelled texts that is not one.
public final class MalformedTextException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedTextException(Path file, int line, String reason, @Nullable Throwable cause) {
    super(file + " line " + line + ": " + reason, cause);
  }
}
