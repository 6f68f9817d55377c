package io.readthrough.local.pipeline;

import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps every event that a function was given, so that a test can give it again.
final class Recorder implements LambdaFunction {
  private final LambdaFunction function;
  private final List<byte[]> events = new CopyOnWriteArrayList<>();

  Recorder(LambdaFunction function) {
    this.function = function;
  }

  @Override
  public byte[] invoke(byte[] event) throws FunctionException {
    events.add(event);
    return function.invoke(event);
  }

  /// The events whose JSON has `words` in it, in the order they came.
  List<byte[]> eventsWith(String words) {
    return events.stream()
        .filter(event -> new String(event, StandardCharsets.UTF_8).contains(words))
        .toList();
  }

  /// Gives events again, past the queue.
  void replay(List<byte[]> past) throws FunctionException {
    for (byte[] event : past) {
      var _ = function.invoke(event);
    }
  }

  @Override
  public void close() throws IOException {
    function.close();
  }
}
