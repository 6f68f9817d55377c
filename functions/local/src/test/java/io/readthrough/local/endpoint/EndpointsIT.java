package io.readthrough.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The embedded endpoints through the AWS SDK: what the pipeline relies on.
final class EndpointsIT {
  @TempDir Path folder;

  @Test
  void s3TellsEveryChangeOfAnObjectInTheOrderOfItsSequencers() throws IOException {
    List<ObjectChange> changes = new CopyOnWriteArrayList<>();
    String key = "firms/demo/inbox/a b+c (ü).txt";
    try (EmbeddedS3 server = EmbeddedS3.start(folder, 0, changes::add);
        S3Client s3 = new Aws(server.uri(), server.uri(), server.uri()).s3Client()) {
      s3.createBucket(b -> b.bucket("notes"));
      String etag =
          s3.putObject(b -> b.bucket("notes").key(key), RequestBody.fromString("one")).eTag();
      s3.copyObject(
          b ->
              b.sourceBucket("notes")
                  .sourceKey(key)
                  .destinationBucket("notes")
                  .destinationKey("copy.txt"));
      s3.putObject(b -> b.bucket("notes").key(key), RequestBody.fromString("second"));
      s3.deleteObject(b -> b.bucket("notes").key(key));
      s3.deleteObject(b -> b.bucket("notes").key(key));

      assertThat(changes).hasSize(4);
      assertThat(changes).extracting(ObjectChange::key).containsExactly(key, "copy.txt", key, key);
      assertThat(changes.getFirst())
          .isInstanceOfSatisfying(
              ObjectChange.Created.class,
              created -> {
                assertThat(created.size()).isEqualTo(3);
                assertThat('"' + created.etag() + '"').isEqualTo(etag);
              });
      assertThat(changes.getFirst().toJson())
          .contains("\"key\":\"firms/demo/inbox/a+b%2Bc+%28%C3%BC%29.txt\"")
          .contains("\"eventName\":\"ObjectCreated:Put\"");
      assertThat(changes.getLast().toJson()).contains("\"eventName\":\"ObjectRemoved:Delete\"");
      assertThat(changes).extracting(ObjectChange::sequencer).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void s3FailsTheWriteWhoseChangeCannotBeTold() throws IOException {
    try (EmbeddedS3 server =
            EmbeddedS3.start(
                folder,
                0,
                change -> {
                  throw new IllegalStateException("no queue");
                });
        S3Client s3 = new Aws(server.uri(), server.uri(), server.uri()).s3Client()) {
      s3.createBucket(b -> b.bucket("notes"));

      assertThatThrownBy(
              () -> s3.putObject(b -> b.bucket("notes").key("k"), RequestBody.fromString("one")))
          .isInstanceOf(S3Exception.class);
    }
  }

  @Test
  void objectsAndItemsSurviveARestart() throws IOException {
    Map<String, AttributeValue> item = Map.of("PK", AttributeValue.fromS("x"));
    try (EmbeddedS3 server = EmbeddedS3.start(folder.resolve("s3"), 0, change -> {});
        S3Client s3 = new Aws(server.uri(), server.uri(), server.uri()).s3Client()) {
      s3.createBucket(b -> b.bucket("notes"));
      s3.putObject(b -> b.bucket("notes").key("a/b"), RequestBody.fromString("one"));
    }
    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.start(folder.resolve("dynamodb"), 0);
        DynamoDbClient client =
            new Aws(server.uri(), server.uri(), server.uri()).dynamoDbClient()) {
      client.createTable(
          t ->
              t.tableName("notes")
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("PK")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("PK")
                          .keyType(KeyType.HASH)
                          .build()));
      client.putItem(p -> p.tableName("notes").item(item));
    }

    try (EmbeddedS3 server = EmbeddedS3.start(folder.resolve("s3"), 0, change -> {});
        S3Client s3 = new Aws(server.uri(), server.uri(), server.uri()).s3Client()) {
      assertThat(s3.getObjectAsBytes(b -> b.bucket("notes").key("a/b")).asUtf8String())
          .isEqualTo("one");
    }
    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.start(folder.resolve("dynamodb"), 0);
        DynamoDbClient client =
            new Aws(server.uri(), server.uri(), server.uri()).dynamoDbClient()) {
      assertThat(client.getItem(g -> g.tableName("notes").key(item)).item()).isEqualTo(item);
    }
  }

  @Test
  void sqsMovesAMessageThatNobodyDeletesToTheDeadLetterQueue() throws IOException {
    try (EmbeddedSqs server = EmbeddedSqs.start(0);
        SqsClient sqs = new Aws(server.uri(), server.uri(), server.uri()).sqsClient()) {
      String dead = sqs.createQueue(q -> q.queueName("dead")).queueUrl();
      String live =
          sqs.createQueue(
                  q ->
                      q.queueName("live")
                          .attributes(
                              Map.of(
                                  QueueAttributeName.VISIBILITY_TIMEOUT,
                                  "0",
                                  QueueAttributeName.REDRIVE_POLICY,
                                  "{\"deadLetterTargetArn\":\"arn:aws:sqs:"
                                      + Aws.REGION
                                      + ":"
                                      + Aws.ACCOUNT
                                      + ":dead\",\"maxReceiveCount\":\"2\"}")))
              .queueUrl();
      sqs.sendMessage(m -> m.queueUrl(live).messageBody("x"));

      for (int i = 0; i < 2; i++) {
        assertThat(receive(sqs, live)).hasSize(1);
      }
      assertThat(receive(sqs, live)).isEmpty();
      assertThat(receive(sqs, dead)).extracting(Message::body).containsExactly("x");
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (EmbeddedDynamoDb first = EmbeddedDynamoDb.start(folder.resolve("1"), 0)) {
      int taken = first.uri().getPort();

      assertThatThrownBy(() -> EmbeddedDynamoDb.start(folder.resolve("2"), taken))
          .hasMessageStartingWith("port " + taken + " is taken");
      assertThatThrownBy(() -> EmbeddedS3.start(folder.resolve("2"), taken, change -> {}))
          .hasMessageStartingWith("port " + taken + " is taken");
      assertThatThrownBy(() -> EmbeddedSqs.start(taken))
          .hasMessageStartingWith("port " + taken + " is taken");
    }
  }

  private static List<Message> receive(SqsClient sqs, String queue) {
    return sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(1)).messages();
  }
}
