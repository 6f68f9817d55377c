package io.readthrough.local.endpoint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local with its tables in a folder. Its own server listens on every interface, so its
/// handler stands behind a server of ours that listens on loopback only.
public final class EmbeddedDynamoDb implements AutoCloseable {
  private static final int THREADS = 16;

  private final LocalDynamoDBRequestHandler requests;
  private final Server server;
  private final ServerConnector connector;

  private EmbeddedDynamoDb(
      LocalDynamoDBRequestHandler requests, Server server, ServerConnector connector) {
    this.requests = requests;
    this.server = server;
    this.connector = connector;
  }

  /// Starts it on loopback.
  ///
  /// @param folder where the tables are kept; made when missing
  /// @param port 0 takes a free one
  public static EmbeddedDynamoDb start(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    LocalDynamoDBRequestHandler requests =
        new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
    Server server = new Server(new QueuedThreadPool(THREADS));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(Loopback.HOST);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new LocalDynamoDBServerHandler(requests, null));
    Loopback.start("DynamoDB", port, server::start);
    return new EmbeddedDynamoDb(requests, server, connector);
  }

  /// Where it listens.
  public URI uri() {
    return Loopback.uri(connector.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    Loopback.stop("DynamoDB", server::stop);
    requests.shutdown();
  }
}
