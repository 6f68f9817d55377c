package io.readthrough.local.lambda;

import java.io.IOException;

/// A function: the JSON of an event in, JSON out.
public interface LambdaFunction extends AutoCloseable {
  /// Runs it once.
  ///
  /// @throws FunctionException when the function failed; Lambda would call it an error of the
  ///   invocation
  byte[] invoke(byte[] event) throws FunctionException;

  @Override
  default void close() throws IOException {}
}
