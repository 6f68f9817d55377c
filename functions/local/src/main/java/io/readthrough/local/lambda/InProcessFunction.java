package io.readthrough.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/// A function whose handler runs in this JVM.
///
/// @param name as it is deployed
public record InProcessFunction(String name, RequestStreamHandler handler)
    implements LambdaFunction {
  @Override
  public byte[] invoke(byte[] event) throws FunctionException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event),
          answer,
          new InvocationContext(
              UUID.randomUUID().toString(), name, Instant.now().plus(InvocationContext.TIMEOUT)));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new FunctionException("the " + name + " function failed: " + e, e);
    }
    return answer.toByteArray();
  }
}
