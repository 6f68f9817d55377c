package io.readthrough.store;

class InMemoryNoteObjectStoreTest extends NoteObjectStoreContract {
  private final InMemoryNoteObjectStore store = new InMemoryNoteObjectStore();

  @Override
  protected NoteObjectStore emptyStore() {
    return store;
  }

  @Override
  protected void put(String key, byte[] bytes) {
    store.put(BUCKET, key, bytes);
  }
}
