package io.readthrough.query;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedQuery;
import io.readthrough.store.NoteStore;
import io.readthrough.store.RollUp;
import io.readthrough.store.StoredNote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A store with nothing in it, for tests to say what it holds instead. The query function never
/// writes.
class ReadOnlyNoteStore implements NoteStore {
  @Override
  public Effect apply(ScoredNote note, Instant now) {
    throw new AssertionError("a query has written");
  }

  @Override
  public Effect apply(ParseOutcome.Unpacked unpacked, Instant now) {
    throw new AssertionError("a query has written");
  }

  @Override
  public Effect apply(ParseOutcome.Rejected rejected, Instant now) {
    throw new AssertionError("a query has written");
  }

  @Override
  public Effect apply(ParseOutcome.Removed removed, Instant now) {
    throw new AssertionError("a query has written");
  }

  @Override
  public void settle(FirmId firm, NoteId noteId, Sequencer sequencer) {
    throw new AssertionError("a query has written");
  }

  @Override
  public Optional<StoredNote> find(FirmId firm, NoteId noteId) {
    return Optional.empty();
  }

  @Override
  public Optional<StoredNote> replaced(FirmId firm, NoteId noteId, int revision) {
    return Optional.empty();
  }

  @Override
  public Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds) {
    return Map.of();
  }

  @Override
  public List<EarlierNote> earlier(FirmId firm, String ticker, Instant before, NoteId except) {
    throw new AssertionError("a query reads what is stored");
  }

  @Override
  public SortedMap<LocalDate, RollUp> daily(
      FirmId firm, String ticker, LocalDate from, LocalDate to) {
    return new TreeMap<>();
  }

  @Override
  public FeedPage feed(FirmId firm, FeedQuery query) {
    return new FeedPage(List.of(), null);
  }
}
