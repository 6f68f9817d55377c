package io.readthrough.store;

class InMemoryParsedNoteStoreTest extends ParsedNoteStoreContract {
  private final InMemoryParsedNoteStore store = new InMemoryParsedNoteStore();

  @Override
  protected ParsedNoteStore emptyStore() {
    return store;
  }

  @Override
  protected void putRaw(String key, String content) {
    store.putRaw(key, content);
  }
}
