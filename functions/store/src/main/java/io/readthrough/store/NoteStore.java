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

/// What the functions know of each note. Every effect is one transaction, conditional on the
/// revision it replaces and on the event's sequencer: however often and in whatever order events
/// arrive, each has exactly one effect.
public interface NoteStore {
  /// The most notes that are found at once.
  int MAX_FOUND = 50;

  /// The most requests to the table that finding several notes costs.
  int MAX_FIND_REQUESTS = 8;

  /// The most earlier notes that a note is compared with.
  int MAX_EARLIER = 5;

  /// Makes `note` the newest revision: what the revision before it contributed is replaced.
  ///
  /// @param now becomes the revision's `available_at`
  Effect apply(ScoredNote note, Instant now);

  /// Stores that the object holds other notes and is none itself; a revision scored before
  /// contributes no longer.
  Effect apply(ParseOutcome.Unpacked unpacked, Instant now);

  /// Stores that the object was rejected, and why; a revision scored before contributes no longer.
  Effect apply(ParseOutcome.Rejected rejected, Instant now);

  /// Removes the note and all it contributed; only the fact that it was there, and when it went, is
  /// kept.
  Effect apply(ParseOutcome.Removed removed, Instant now);

  /// Forgets the orphans of the revision that the event with this sequencer made, once others have
  /// been told to remove them; nothing happens when a newer event came between.
  void settle(FirmId firm, NoteId noteId, Sequencer sequencer);

  /// The newest revision of a note in whatever state; empty when the firm never had one.
  Optional<StoredNote> find(FirmId firm, NoteId noteId);

  /// A revision of a note that was replaced; empty when the firm never had it, or when the note is
  /// removed since.
  ///
  /// @param revision one before the newest
  Optional<StoredNote> replaced(FirmId firm, NoteId noteId, int revision);

  /// The notes with these ids in whatever state, by id; those that the firm never had are left out.
  /// Asks the table at most [#MAX_FIND_REQUESTS] times: where it answers less than it was asked
  /// for, notes are left out too.
  ///
  /// @param noteIds at most [#MAX_FOUND], without repeats
  Map<NoteId, StoredNote> find(FirmId firm, List<NoteId> noteIds);

  /// What is remembered of the firm's notes that have `ticker` for a subject, the newest first, as
  /// of a time: at most [#MAX_EARLIER]. One request to the table.
  ///
  /// @param before only notes of an earlier time (published, or received where that is unknown)
  /// @param except this note is left out
  List<EarlierNote> earlier(FirmId firm, String ticker, Instant before, NoteId except);

  /// The firm's scored notes on `ticker`, counted by the day (UTC) of their time (published, or
  /// received where that is unknown); days without any are left out. Asks the table once for some
  /// twenty years.
  ///
  /// @param to the last day, no earlier than `from`
  SortedMap<LocalDate, RollUp> daily(FirmId firm, String ticker, LocalDate from, LocalDate to);

  /// A page of the firm's scored notes. Asks the table a bounded number of requests; a page may
  /// therefore be short, or empty, and still name a next position.
  FeedPage feed(FirmId firm, FeedQuery query);

  /// A part of an object that the newest event on the object does not speak of.
  ///
  /// @param sequencer of that event: the part is to be removed by it
  record Orphan(NoteId noteId, Sequencer sequencer) {}

  /// What came of an event.
  sealed interface Effect {
    /// The newest revision of the note.
    int revision();

    /// The parts to be removed now. They are told again when the event comes again, until it is
    /// settled.
    List<Orphan> orphans();

    /// The event changed the note, which is now at `revision`.
    record Applied(int revision, List<Orphan> orphans) implements Effect {
      public Applied {
        orphans = List.copyOf(orphans);
      }
    }

    /// The event was known already or came too late: nothing changed.
    record Stale(int revision, List<Orphan> orphans) implements Effect {
      public Stale {
        orphans = List.copyOf(orphans);
      }
    }
  }
}
