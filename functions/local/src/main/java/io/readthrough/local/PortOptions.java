package io.readthrough.local;

import io.readthrough.local.command.WholeNumber;
import io.readthrough.local.endpoint.EmbeddedAws;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The ports of a run.
final class PortOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Port of the API. Default: 8480; a free one with --once")
  private Optional<Integer> api = Optional.empty();

  @Option(
      names = "--s3-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Port of S3. Default: a free one")
  private int s3;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Port of DynamoDB. Default: a free one")
  private int dynamoDb;

  @Option(
      names = "--sqs-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Port of the queues. Default: a free one")
  private int sqs;

  /// The API's port; `otherwise` where none is given.
  int api(int otherwise) {
    return api.orElse(otherwise);
  }

  /// The other ports.
  EmbeddedAws.Ports endpoints() {
    return new EmbeddedAws.Ports(s3, dynamoDb, sqs);
  }

  /// A port as an option; 0 is a free one.
  static final class Port extends WholeNumber {
    private static final int MOST = 65_535;

    Port() {
      super(0, MOST);
    }
  }
}
