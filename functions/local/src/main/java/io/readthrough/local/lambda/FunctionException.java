package io.readthrough.local.lambda;

import java.io.Serial;

/// A function failed on an event, or did not start.
public final class FunctionException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public FunctionException(String message) {
    super(message);
  }

  public FunctionException(String message, Throwable cause) {
    super(message, cause);
  }
}
