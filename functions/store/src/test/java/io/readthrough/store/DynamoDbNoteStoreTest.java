package io.readthrough.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoDbNoteStoreTest extends NoteStoreContract {
  private static LocalDynamoDb dynamoDb;

  @BeforeAll
  static void start() throws Exception {
    dynamoDb = new LocalDynamoDb();
  }

  @AfterAll
  static void stop() {
    dynamoDb.close();
  }

  @Override
  protected NoteStore emptyStore() {
    return new DynamoDbNoteStore(dynamoDb.client(), dynamoDb.newTable());
  }
}
