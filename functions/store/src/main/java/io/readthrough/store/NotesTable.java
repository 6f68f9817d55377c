package io.readthrough.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The table's definition, for tests and for the local run; on AWS the template makes the same.
public final class NotesTable {
  private NotesTable() {}

  /// Creates the table, unless it exists, and waits until it can be used.
  public static void create(DynamoDbClient client, String table) {
    try {
      client.createTable(definition(table));
    } catch (ResourceInUseException e) {
      // It exists.
    }
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(request -> request.tableName(table));
    }
  }

  /// The table's keys and billing.
  public static CreateTableRequest definition(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .attributeDefinitions(text(TableKeys.PK), text(TableKeys.SK))
        .keySchema(key(TableKeys.PK, KeyType.HASH), key(TableKeys.SK, KeyType.RANGE))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
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
