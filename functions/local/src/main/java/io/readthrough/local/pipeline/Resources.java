package io.readthrough.local.pipeline;

import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.lambda.Queue;
import io.readthrough.store.NotesTable;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The buckets, queues and the table of one installation.
public record Resources(
    String notesBucket, String parsedBucket, String table, Queue parseQueue, Queue scoreQueue) {
  /// Creates them, or finds them as they are.
  ///
  /// @param name that all their names begin with
  /// @param visibility of a queue's message: how soon what failed is tried again
  public static Resources create(Aws aws, String name, Duration visibility, int maxReceives) {
    try (S3Client s3 = aws.s3Client();
        SqsClient sqs = aws.sqsClient();
        DynamoDbClient dynamoDb = aws.dynamoDbClient()) {
      createBucket(s3, name + "-notes");
      createBucket(s3, name + "-parsed");
      NotesTable.create(dynamoDb, name + "-notes");
      return new Resources(
          name + "-notes",
          name + "-parsed",
          name + "-notes",
          Queue.create(sqs, name + "-parse", visibility, maxReceives),
          Queue.create(sqs, name + "-score", visibility, maxReceives));
    }
  }

  private static void createBucket(S3Client s3, String bucket) {
    try {
      s3.createBucket(b -> b.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
      return;
    }
  }
}
