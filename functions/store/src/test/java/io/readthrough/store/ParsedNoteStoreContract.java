package io.readthrough.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [ParsedNoteStore] does: the fake keeps it, and so does the adapter.
public abstract class ParsedNoteStoreContract {
  private static final FirmId ACME = new FirmId("acme");
  private static final FirmId GLOBEX = new FirmId("globex");
  private static final String KEY = "firms/acme/inbox/a note.txt";
  private static final NoteId ID = NoteId.of(ACME, KEY);

  private ParsedNoteStore store;

  /// An empty store.
  protected abstract ParsedNoteStore emptyStore();

  /// Puts an object into the store that it would never write.
  protected abstract void putRaw(String key, String content);

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @Test
  void givesBackWhatWasPut() {
    Generated generated = Generated.withPrintedSeed("givesBackWhatWasPut");
    for (int i = 0; i < 20; i++) {
      ParseOutcome outcome = generated.outcome();
      NoteSource source = outcome.source();
      Sequencer sequencer = source.object().sequencer();
      store.put(outcome);
      store.put(outcome);
      assertThat(store.get(source.firm(), source.noteId(), sequencer)).contains(outcome);
      assertThat(store.get(ParsedNoteStore.key(source.firm(), source.noteId(), sequencer)))
          .contains(outcome);
    }
  }

  @Test
  void hasNothingUnderOtherKeys() {
    store.put(removed(ACME, "0A"));
    assertThat(store.get(ACME, ID, new Sequencer("0B"))).isEmpty();
    assertThat(store.get(GLOBEX, ID, new Sequencer("0A"))).isEmpty();
    assertThat(store.get("parsed/acme")).isEmpty();
  }

  @Test
  void refusesWhatIsNoOutcome() {
    putRaw("parsed/readme.txt", "words");
    assertThatIllegalArgumentException().isThrownBy(() -> store.get("parsed/readme.txt"));
  }

  @Test
  void tellsTheOutcomesOfANoteBeforeAnEvent() {
    assertThat(store.keysBefore(ACME, ID, new Sequencer("0B"))).isEmpty();
    List.of("09", "0A", "0AFF", "0B", "0C").forEach(each -> store.put(removed(ACME, each)));
    store.put(removed(GLOBEX, "0A"));
    assertThat(store.keysBefore(ACME, ID, new Sequencer("0B")))
        .containsExactlyInAnyOrder(key("09"), key("0A"), key("0AFF"));
    assertThat(store.keysBefore(ACME, ID, new Sequencer("FF")))
        .containsExactlyInAnyOrder(key("09"), key("0A"), key("0AFF"), key("0B"), key("0C"));
  }

  private static String key(String sequencer) {
    return ParsedNoteStore.key(ACME, ID, new Sequencer(sequencer));
  }

  @Test
  void deletesTheOutcomesOfANoteBeforeAnEvent() {
    store.put(removed(ACME, "0A"));
    store.put(removed(ACME, "0AFF"));
    store.put(removed(ACME, "0B"));
    store.put(removed(ACME, "0C"));
    store.put(removed(GLOBEX, "0A"));
    store.deleteBefore(ACME, ID, new Sequencer("0B"));
    store.deleteBefore(ACME, ID, new Sequencer("0B"));
    assertThat(store.get(ACME, ID, new Sequencer("0A"))).isEmpty();
    assertThat(store.get(ACME, ID, new Sequencer("0AFF"))).isEmpty();
    assertThat(store.get(ACME, ID, new Sequencer("0B"))).isPresent();
    assertThat(store.get(ACME, ID, new Sequencer("0C"))).isPresent();
    assertThat(store.get(GLOBEX, NoteId.of(GLOBEX, KEY), new Sequencer("0A"))).isPresent();
  }

  private static ParseOutcome removed(FirmId firm, String sequencer) {
    return new ParseOutcome.Removed(ScoredNotes.source(firm, KEY, new Sequencer(sequencer)));
  }
}
