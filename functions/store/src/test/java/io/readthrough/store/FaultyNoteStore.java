package io.readthrough.store;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// A note store that fails for a while.
public final class FaultyNoteStore implements NoteStore {
  private final NoteStore store;
  private final Faults faults;

  public FaultyNoteStore(NoteStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  @Override
  public Effect apply(ScoredNote note, Instant now) {
    return faults.call(() -> store.apply(note, now));
  }

  @Override
  public Effect apply(ParseOutcome.Unpacked unpacked, Instant now) {
    return faults.call(() -> store.apply(unpacked, now));
  }

  @Override
  public Effect apply(ParseOutcome.Rejected rejected, Instant now) {
    return faults.call(() -> store.apply(rejected, now));
  }

  @Override
  public Effect apply(ParseOutcome.Removed removed, Instant now) {
    return faults.call(() -> store.apply(removed, now));
  }

  @Override
  public void settle(FirmId firm, NoteId noteId, Sequencer sequencer) {
    faults.call(
        () -> {
          store.settle(firm, noteId, sequencer);
          return true;
        });
  }

  @Override
  public Optional<StoredNote> find(FirmId firm, NoteId noteId) {
    return faults.call(() -> store.find(firm, noteId));
  }

  @Override
  public Optional<StoredNote> replaced(FirmId firm, NoteId noteId, int revision) {
    return faults.call(() -> store.replaced(firm, noteId, revision));
  }

  @Override
  public Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds) {
    return faults.call(() -> store.find(firm, noteIds));
  }

  @Override
  public List<EarlierNote> earlier(FirmId firm, String ticker, Instant before, NoteId except) {
    return faults.call(() -> store.earlier(firm, ticker, before, except));
  }

  @Override
  public SortedMap<LocalDate, RollUp> daily(
      FirmId firm, String ticker, LocalDate from, LocalDate to) {
    return faults.call(() -> store.daily(firm, ticker, from, to));
  }

  @Override
  public FeedPage feed(FirmId firm, FeedQuery query) {
    return faults.call(() -> store.feed(firm, query));
  }
}
