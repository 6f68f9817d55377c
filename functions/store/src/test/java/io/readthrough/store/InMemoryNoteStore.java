package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.similarity.EarlierNote;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.core.similarity.TextSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A note store for tests: the newest state of each note, and feeds made by looking at all of them.
public final class InMemoryNoteStore implements NoteStore {
  private final Map<FirmId, Map<NoteId, Kept>> firms = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(NoteState state, @Nullable FeedEntry entry, byte[] sketch) {
    Kept(NoteState state, @Nullable FeedEntry entry) {
      this(state, entry, new byte[0]);
    }
  }

  /// The notes on the entry's first ticker, or all where it has none, within the window.
  private List<EarlierNote> earlier(FirmId firm, FeedEntry entry) {
    List<EarlierNote> earlier = new ArrayList<>();
    for (Kept kept : notes(firm).values()) {
      FeedEntry other = kept.entry();
      if (other != null
          && kept.sketch().length > 0
          && Duration.between(other.time(), entry.time()).abs().compareTo(Novelty.WINDOW) <= 0
          && (entry.tickers().isEmpty()
              || other.tickers().stream()
                  .anyMatch(each -> each.ticker().equals(entry.tickers().getFirst().ticker())))) {
        earlier.add(new EarlierNote(other.noteId(), other.availableAt(), kept.sketch()));
      }
    }
    return earlier;
  }

  @Override
  public Effect apply(ScoredNote note, Instant now) {
    return apply(
        note.parsed().source(),
        note.parsed().parts(),
        revision -> {
          byte[] sketch = TextSketch.of(note.parsed());
          FeedEntry entry = FeedEntry.of(note, revision, now);
          Novelty novelty =
              Novelty.of(
                  entry.noteId(), sketch, now, earlier(note.parsed().source().firm(), entry));
          FeedEntry compared = entry.withNovelty(novelty.score());
          return new Kept(NoteState.scored(note, compared, novelty), compared, sketch);
        });
  }

  @Override
  public Effect apply(ParseOutcome.Unpacked unpacked, Instant now) {
    return apply(
        unpacked.source(),
        unpacked.parts(),
        revision -> new Kept(NoteState.unpacked(unpacked, revision, now), null));
  }

  @Override
  public Effect apply(ParseOutcome.Rejected rejected, Instant now) {
    return apply(
        rejected.source(),
        List.of(),
        revision -> new Kept(NoteState.rejected(rejected, revision, now), null));
  }

  @Override
  public Effect apply(ParseOutcome.Removed removed, Instant now) {
    return apply(
        removed.source(),
        List.of(),
        revision -> new Kept(NoteState.deleted(removed, revision, now), null));
  }

  private synchronized Effect apply(NoteSource source, List<NoteId> parts, IntFunction<Kept> next) {
    Map<NoteId, Kept> notes = firms.computeIfAbsent(source.firm(), firm -> new HashMap<>());
    Kept before = notes.get(source.noteId());
    if (before == null) {
      notes.put(source.noteId(), next.apply(1));
      return new Effect.Applied(1);
    }
    int revision = before.state().revision();
    if (source.object().sequencer().compareTo(before.state().sequencer()) <= 0) {
      return before.state().stale(source.object().sequencer(), parts);
    }
    Kept kept = next.apply(revision + 1);
    NoteState state = kept.state().after(before.state());
    notes.put(source.noteId(), new Kept(state, kept.entry(), kept.sketch()));
    return state.applied();
  }

  @Override
  public synchronized Optional<StoredNote> find(FirmId firm, NoteId noteId) {
    return Optional.ofNullable(notes(firm).get(noteId)).map(kept -> kept.state().stored());
  }

  @Override
  public synchronized FeedPage feed(FirmId firm, FeedQuery query) {
    Comparator<FeedPosition> order = query.order().comparator();
    List<FeedEntry> matches = new ArrayList<>();
    for (Kept kept : notes(firm).values()) {
      FeedEntry entry = kept.entry();
      if (entry != null
          && query.accepts(entry)
          && (query.after() == null || order.compare(FeedPosition.of(entry), query.after()) > 0)) {
        matches.add(entry);
      }
    }
    matches.sort(Comparator.comparing(FeedPosition::of, order));
    if (matches.size() <= query.limit()) {
      return new FeedPage(matches, null);
    }
    List<FeedEntry> page = matches.subList(0, query.limit());
    return new FeedPage(page, FeedPosition.of(page.getLast()));
  }

  private Map<NoteId, Kept> notes(FirmId firm) {
    return firms.getOrDefault(firm, Map.of());
  }
}
