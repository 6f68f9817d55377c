package io.readthrough.store;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Clients of AWS whose calls end before the function does that makes them, so that a store that
/// hangs costs one event or one request, and whoever waits is told.
public final class AwsClients {
  /// The largest object, an outcome of a million characters, is put in less than half of it.
  private static final Duration ATTEMPT = Duration.ofSeconds(5);

  private AwsClients() {}

  /// Builds clients of S3.
  ///
  /// @param call for how long a call may go on, with all attempts and the pauses between them
  public static S3ClientBuilder s3(Duration call) {
    return bounded(S3Client.builder(), call);
  }

  /// Builds clients of DynamoDB.
  ///
  /// @param call for how long a call may go on, with all attempts and the pauses between them
  public static DynamoDbClientBuilder dynamoDb(Duration call) {
    return bounded(DynamoDbClient.builder(), call);
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B bounded(
      B builder, Duration call) {
    return builder
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(ATTEMPT))
        .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(call));
  }
}
