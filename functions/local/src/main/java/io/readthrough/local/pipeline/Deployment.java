package io.readthrough.local.pipeline;

import io.readthrough.local.api.HttpApi;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.lambda.QueuePoller;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The functions at work on any endpoint: fed from their queues, and behind the HTTP API.
///
/// @param sqs what the queues are read with
public record Deployment(
    SqsClient sqs, Functions functions, QueuePoller parsing, QueuePoller scoring, HttpApi api)
    implements AutoCloseable {
  private static final int POLLERS = 2;

  /// Starts the pollers and the API. The functions are closed with it.
  ///
  /// @param apiPort 0 takes a free one
  /// @param trouble is told, a sentence each, what fails
  public static Deployment start(
      Aws aws,
      Resources resources,
      Functions functions,
      TokenIssuer issuer,
      int apiPort,
      Consumer<String> trouble)
      throws IOException {
    HttpApi api;
    try {
      api = HttpApi.start(apiPort, functions.query(), issuer, trouble);
    } catch (IOException e) {
      functions.close();
      throw e;
    }
    SqsClient sqs = aws.sqsClient();
    QueuePoller parsing = new QueuePoller(sqs, resources.parseQueue(), functions.parse(), trouble);
    QueuePoller scoring = new QueuePoller(sqs, resources.scoreQueue(), functions.score(), trouble);
    parsing.start(POLLERS);
    scoring.start(POLLERS);
    return new Deployment(sqs, functions, parsing, scoring, api);
  }

  /// Where the API listens.
  public URI uri() {
    return api.uri();
  }

  @Override
  public void close() throws IOException {
    parsing.stop();
    scoring.stop();
    api.close();
    parsing.close();
    scoring.close();
    functions.close();
    sqs.close();
  }
}
