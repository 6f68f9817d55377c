package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import java.util.List;
import java.util.Optional;

/// A parsed bucket that fails for a while.
public final class FaultyParsedNoteStore implements ParsedNoteStore {
  private final ParsedNoteStore store;
  private final Faults faults;

  public FaultyParsedNoteStore(ParsedNoteStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  @Override
  public void put(ParseOutcome outcome) {
    faults.call(
        () -> {
          store.put(outcome);
          return true;
        });
  }

  @Override
  public Optional<ParseOutcome> get(String key) {
    return faults.call(() -> store.get(key));
  }

  @Override
  public List<String> keysBefore(FirmId firm, NoteId noteId, Sequencer before) {
    return faults.call(() -> store.keysBefore(firm, noteId, before));
  }

  @Override
  public void deleteBefore(FirmId firm, NoteId noteId, Sequencer before) {
    faults.call(
        () -> {
          store.deleteBefore(firm, noteId, before);
          return true;
        });
  }
}
