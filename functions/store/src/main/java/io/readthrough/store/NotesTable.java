package io.readthrough.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// The table's definition, for tests and for the local run; on AWS the template makes the same.
public final class NotesTable {
  /// Items with this attribute go when its time, in epoch seconds, has come.
  public static final String TTL_ATTRIBUTE = "expires_at";

  private NotesTable() {}

  /// Creates the table, unless it exists, and waits until it can be used.
  public static void create(DynamoDbClient client, String table) {
    boolean created = isCreated(client, table);
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(request -> request.tableName(table));
    }
    if (created) {
      client.updateTimeToLive(
          request ->
              request
                  .tableName(table)
                  .timeToLiveSpecification(t -> t.attributeName(TTL_ATTRIBUTE).enabled(true)));
    }
  }

  /// The table's keys, billing and stream.
  public static CreateTableRequest definition(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .attributeDefinitions(text(ScoredNoteItem.PK), text(ScoredNoteItem.SK))
        .keySchema(key(ScoredNoteItem.PK, KeyType.HASH), key(ScoredNoteItem.SK, KeyType.RANGE))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .streamSpecification(
            s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
        .build();
  }

  /// Whether this call creates the table; false when it exists.
  private static boolean isCreated(DynamoDbClient client, String table) {
    try {
      client.createTable(definition(table));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
