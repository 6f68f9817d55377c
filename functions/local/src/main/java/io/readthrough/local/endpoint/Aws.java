package io.readthrough.local.endpoint;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Where the AWS APIs answer: the embedded endpoints, or an emulator's.
public record Aws(URI s3, URI dynamoDb, URI sqs) {
  /// The one region there is.
  public static final Region REGION = Region.US_EAST_1;

  /// The account that emulators take for granted.
  public static final String ACCOUNT = "000000000000";

  /// No secret: nothing that takes them can be reached from another machine.
  public static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("local", "local");

  /// One emulator for all three.
  public static Aws at(URI emulator) {
    return new Aws(emulator, emulator, emulator);
  }

  /// A client of the S3 endpoint.
  public S3Client s3Client() {
    return configure(S3Client.builder(), s3).forcePathStyle(true).build();
  }

  /// A client of the DynamoDB endpoint.
  public DynamoDbClient dynamoDbClient() {
    return configure(DynamoDbClient.builder(), dynamoDb).build();
  }

  /// A client of the SQS endpoint.
  public SqsClient sqsClient() {
    return configure(SqsClient.builder(), sqs).build();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
