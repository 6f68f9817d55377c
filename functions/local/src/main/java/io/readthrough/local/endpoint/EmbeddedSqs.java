package io.readthrough.local.endpoint;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;

/// ElasticMQ: queues in memory, with visibility, long polling and redrive.
public final class EmbeddedSqs implements AutoCloseable {
  private final SQSRestServer server;
  private final int port;

  private EmbeddedSqs(SQSRestServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts it on loopback.
  ///
  /// @param port 0 takes a free one
  public static EmbeddedSqs start(int port) throws IOException {
    acceptUnsafeInPekko();
    TheSQSRestServerBuilder builder =
        SQSRestServerBuilder.withInterface(Loopback.HOST)
            .withAWSRegion(Aws.REGION.id())
            .withAWSAccountId(Aws.ACCOUNT);
    SQSRestServer server =
        (port == 0
                ? builder.withDynamicPort()
                : builder
                    .withPort(port)
                    .withServerAddress(new NodeAddress("http", Loopback.HOST, port, "")))
            .start();
    try {
      return new EmbeddedSqs(server, server.waitUntilStarted().localAddress().getPort());
    } catch (RuntimeException e) {
      throw Loopback.failure("SQS", port, e);
    }
  }

  /// Where it listens.
  public URI uri() {
    return Loopback.uri(port);
  }

  @Override
  public void close() {
    var _ = server.stopAndWait();
  }

  /// Pekko reads field offsets through `sun.misc.Unsafe`, of which JDK 25 warns once on the
  /// console; no user of this program could heed that warning, and its switch
  /// (`--sun-misc-unsafe-memory-access`) cannot stand in a jar's manifest. So the JVM is told that
  /// it has warned. Where there is no such field, it warns.
  private static void acceptUnsafeInPekko() {
    try {
      Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      warned.setAccessible(true);
      warned.setBoolean(null, true);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}
