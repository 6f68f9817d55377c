package io.readthrough.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.store.NoteObjectStore.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [NoteObjectStore] does: the fake keeps it, and so does the adapter.
public abstract class NoteObjectStoreContract {
  /// The bucket that [#put] puts into.
  protected static final String BUCKET = "notes";

  private static final String KEY = "firms/acme/inbox/a note + é.txt";

  private NoteObjectStore store;

  /// An empty store.
  protected abstract NoteObjectStore emptyStore();

  /// Drops an object as a firm does.
  protected abstract void put(String key, byte[] bytes);

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @Test
  void readsAnObject() {
    byte[] bytes = "Revenue fell.".getBytes(UTF_8);
    put(KEY, bytes);
    assertThat(store.read(BUCKET, KEY, null, bytes.length))
        .isInstanceOfSatisfying(
            Content.Found.class, found -> assertThat(found.bytes()).isEqualTo(bytes));
  }

  @Test
  void readsAnEmptyObject() {
    put(KEY, new byte[0]);
    assertThat(store.read(BUCKET, KEY, null, 10))
        .isInstanceOfSatisfying(Content.Found.class, found -> assertThat(found.bytes()).isEmpty());
  }

  @Test
  void tellsThatAnObjectIsGone() {
    assertThat(store.read(BUCKET, KEY, null, 10)).isEqualTo(new Content.Missing());
  }

  @Test
  void readsNothingOfAnObjectThatIsTooLarge() {
    put(KEY, new byte[11]);
    assertThat(store.read(BUCKET, KEY, null, 10)).isEqualTo(new Content.TooLarge(11));
  }
}
