package io.readthrough.store;

class InMemoryNoteStoreTest extends NoteStoreContract {
  @Override
  protected NoteStore emptyStore() {
    return new InMemoryNoteStore();
  }
}
