package io.readthrough.store;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local in memory, on a free port of loopback, for the tests of one class.
final class LocalDynamoDb implements AutoCloseable {
  private static final AtomicInteger TABLES = new AtomicInteger();

  private final LocalDynamoDBRequestHandler requests;
  private final Server server = new Server();
  private final DynamoDbClient client;

  LocalDynamoDb() throws Exception {
    boolean inMemory = true;
    requests = new LocalDynamoDBRequestHandler(0, inMemory, null, true, false);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new LocalDynamoDBServerHandler(requests, null));
    server.start();
    client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  DynamoDbClient client() {
    return client;
  }

  /// Creates an empty table and tells its name.
  String newTable() {
    String table = "notes" + TABLES.incrementAndGet();
    NotesTable.create(client, table);
    return table;
  }

  @Override
  public void close() {
    client.close();
    LifeCycle.stop(server);
    requests.shutdown();
  }
}
