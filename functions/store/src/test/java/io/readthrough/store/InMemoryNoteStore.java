package io.readthrough.store;

import static java.util.Objects.requireNonNull;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.fact.check.EarlierNotes;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.core.similarity.SketchedNote;
import io.readthrough.core.similarity.TextSketch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A note store for tests: the newest state of each note, and feeds made by looking at all of them.
public final class InMemoryNoteStore implements NoteStore {
  private final Map<FirmId, Map<NoteId, Kept>> firms = new HashMap<>();
  private final List<Replaced> replaced = new ArrayList<>();

  private record Replaced(FirmId firm, NoteState state) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(
      NoteState state,
      @Nullable FeedEntry entry,
      @Nullable FactIndex facts,
      Map<String, EarlierNote> memory,
      byte[] sketch) {
    static Kept unlisted(NoteState state) {
      return new Kept(state, null, null, Map.of(), new byte[0]);
    }

    Kept settled() {
      return new Kept(state.settled(), entry, facts, memory, sketch);
    }
  }

  /// The notes on the entry's first ticker, or all where it has none, within the window.
  private List<SketchedNote> sketched(FirmId firm, FeedEntry entry) {
    List<SketchedNote> earlier = new ArrayList<>();
    for (Kept kept : notes(firm).values()) {
      FeedEntry other = kept.entry();
      if (other != null
          && kept.sketch().length > 0
          && Duration.between(other.time(), entry.time()).abs().compareTo(Novelty.WINDOW) <= 0
          && (entry.tickers().isEmpty()
              || other.tickers().stream()
                  .anyMatch(each -> each.ticker().equals(entry.tickers().getFirst().ticker())))) {
        earlier.add(new SketchedNote(other.noteId(), other.availableAt(), kept.sketch()));
      }
    }
    return earlier;
  }

  @Override
  public Effect apply(ScoredNote note, Instant now) {
    NoteSource source = note.parsed().source();
    FactIndex index = FactIndex.of(note);
    return apply(
        source,
        note.parsed().parts(),
        revision -> {
          var known = reported(source.firm(), index);
          ScoredNote compared =
              note.with(
                  EarlierNotes.compare(note.facts(), FactIndex.others(source.noteId(), known)));
          byte[] sketch = TextSketch.of(note.parsed());
          FeedEntry entry = FeedEntry.of(compared, revision, now);
          Novelty novelty = Novelty.of(entry.noteId(), sketch, now, sketched(source.firm(), entry));
          FeedEntry listed = entry.withNovelty(novelty.score());
          return new Kept(
              NoteState.scored(compared, listed, novelty, List.copyOf(index.byItem().keySet())),
              listed,
              index,
              NoteMemory.of(compared),
              sketch);
        });
  }

  @Override
  public Effect apply(ParseOutcome.Unpacked unpacked, Instant now) {
    return apply(
        unpacked.source(),
        unpacked.parts(),
        revision -> Kept.unlisted(NoteState.unpacked(unpacked, revision, now)));
  }

  @Override
  public Effect apply(ParseOutcome.Rejected rejected, Instant now) {
    return apply(
        rejected.source(),
        List.of(),
        revision -> Kept.unlisted(NoteState.rejected(rejected, revision, now)));
  }

  @Override
  public synchronized Effect apply(ParseOutcome.Removed removed, Instant now) {
    NoteSource source = removed.source();
    Effect effect =
        apply(
            source,
            List.of(),
            revision -> Kept.unlisted(NoteState.deleted(removed, revision, now)));
    replaced.removeIf(
        each ->
            each.firm().equals(source.firm())
                && each.state().noteId().equals(source.noteId())
                && each.state().sequencer().compareTo(source.object().sequencer()) < 0);
    return effect;
  }

  private Map<FactIndex.Key, Map<String, List<ReportedFact>>> reported(
      FirmId firm, FactIndex index) {
    Map<FactIndex.Key, Map<String, List<ReportedFact>>> reported = new HashMap<>();
    notes(firm)
        .forEach(
            (noteId, kept) -> {
              if (kept.facts() != null) {
                kept.facts()
                    .byItem()
                    .forEach(
                        (key, facts) -> {
                          if (index.byItem().containsKey(key)) {
                            reported
                                .computeIfAbsent(key, k -> new HashMap<>())
                                .put(noteId.value(), facts);
                          }
                        });
              }
            });
    return reported;
  }

  private synchronized Effect apply(NoteSource source, List<NoteId> parts, IntFunction<Kept> next) {
    Map<NoteId, Kept> notes = firms.computeIfAbsent(source.firm(), firm -> new HashMap<>());
    Kept before = notes.get(source.noteId());
    if (before == null) {
      notes.put(source.noteId(), next.apply(1));
      return new Effect.Applied(1, List.of());
    }
    int revision = before.state().revision();
    if (source.object().sequencer().compareTo(before.state().sequencer()) <= 0) {
      return before.state().stale(source.object().sequencer(), parts);
    }
    replaced.add(new Replaced(source.firm(), before.state()));
    Kept kept = next.apply(revision + 1);
    NoteState state = kept.state().after(before.state());
    notes.put(
        source.noteId(), new Kept(state, kept.entry(), kept.facts(), kept.memory(), kept.sketch()));
    return state.applied();
  }

  @Override
  public synchronized void settle(FirmId firm, NoteId noteId, Sequencer sequencer) {
    Kept kept = requireNonNull(notes(firm).get(noteId));
    if (kept.state().sequencer().equals(sequencer)) {
      notes(firm).put(noteId, kept.settled());
    }
  }

  @Override
  public synchronized Optional<StoredNote> find(FirmId firm, NoteId noteId) {
    return Optional.ofNullable(notes(firm).get(noteId)).map(kept -> kept.state().stored());
  }

  @Override
  public synchronized Optional<StoredNote> replaced(FirmId firm, NoteId noteId, int revision) {
    return replaced.stream()
        .filter(each -> each.firm().equals(firm))
        .map(Replaced::state)
        .filter(state -> state.noteId().equals(noteId) && state.revision() == revision)
        .map(NoteState::stored)
        .findFirst();
  }

  @Override
  public synchronized Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds) {
    Map<NoteId, StoredNote> found = new HashMap<>();
    noteIds.forEach(id -> find(firm, id).ifPresent(note -> found.put(id, note)));
    return found;
  }

  @Override
  public synchronized List<EarlierNote> earlier(
      FirmId firm, String ticker, Instant before, NoteId except) {
    List<Kept> about = new ArrayList<>();
    for (Kept kept : notes(firm).values()) {
      FeedEntry entry = kept.entry();
      if (entry != null
          && kept.memory().containsKey(ticker)
          && entry.time().isBefore(before)
          && !entry.noteId().equals(except)) {
        about.add(kept);
      }
    }
    about.sort(Comparator.comparing(InMemoryNoteStore::position).reversed());
    List<EarlierNote> earlier = new ArrayList<>();
    for (Kept kept : about.subList(0, Math.min(MAX_EARLIER, about.size()))) {
      EarlierNote memory = kept.memory().get(ticker);
      if (memory != null) {
        earlier.add(memory);
      }
    }
    return earlier;
  }

  private static FeedPosition position(Kept kept) {
    return FeedPosition.of(requireNonNull(kept.entry()));
  }

  @Override
  public synchronized SortedMap<LocalDate, RollUp> daily(
      FirmId firm, String ticker, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, RollUp> days = new TreeMap<>();
    for (Kept kept : notes(firm).values()) {
      RollUp.changes(null, kept.state().contributed())
          .forEach(
              (key, added) -> {
                if (key.ticker().equals(ticker)) {
                  added.forEach(
                      (day, one) -> days.merge(key.month().atDay(day), one, RollUp::plus));
                }
              });
    }
    return new TreeMap<>(days.subMap(from, to.plusDays(1)));
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
