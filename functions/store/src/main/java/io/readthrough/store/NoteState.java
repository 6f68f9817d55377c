package io.readthrough.store;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.store.json.TextBounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One revision of a note as its item holds it.
///
/// @param body the compressed JSON, see [NoteBody]; null unless the status is SCORED
/// @param contributed what the revision put into feeds and roll-ups, so that the next can take it
///   out; null unless the status is SCORED
/// @param parts the notes that came out of the same object below this one
/// @param orphans parts of earlier revisions that this one has no more, until the event that made
///   it has told to remove them; the last [#MAX_ORPHANS]
@SuppressWarnings("ArrayRecordComponent") // handed from the codec to the answer, never compared
record NoteState(
    NoteId noteId,
    StoredNote.Status status,
    int revision,
    Sequencer sequencer,
    String key,
    Instant receivedAt,
    Instant availableAt,
    @Nullable String reason,
    @Nullable String detail,
    byte @Nullable [] body,
    @Nullable Contributed contributed,
    List<NoteId> parts,
    List<NoteId> orphans) {
  /// What an item can hold of them beside the rest.
  static final int MAX_ORPHANS = 1000;

  /// The longest sentence that tells why a note is rejected.
  static final int MAX_DETAIL = 2000;

  /// What a scored note put into the table beside itself.
  ///
  /// @param time of its feed entries
  /// @param facts the items of the index of facts that list it
  record Contributed(Instant time, List<Score> scores, List<FactIndex.Key> facts) {
    Contributed {
      scores = List.copyOf(scores);
      facts = List.copyOf(facts);
    }

    /// The score of one name, to 6 decimals: sums of these are exact, so that taking one out of a
    /// sum leaves no trace.
    record Score(String ticker, BigDecimal score) {}

    static Contributed of(FeedEntry entry, List<FactIndex.Key> facts) {
      return new Contributed(
          entry.time(),
          entry.tickers().stream()
              .map(each -> new Score(each.ticker(), exact(each.score())))
              .toList(),
          facts);
    }

    private static BigDecimal exact(double score) {
      return BigDecimal.valueOf(score).setScale(6, RoundingMode.HALF_EVEN);
    }
  }

  static NoteState scored(
      ScoredNote note, FeedEntry entry, Novelty novelty, List<FactIndex.Key> facts) {
    return of(
        note.parsed().source(),
        StoredNote.Status.SCORED,
        entry.revision(),
        entry.availableAt(),
        null,
        null,
        NoteBody.of(note, entry.revision(), entry.availableAt(), novelty),
        Contributed.of(entry, facts),
        note.parsed().parts());
  }

  static NoteState rejected(ParseOutcome.Rejected rejected, int revision, Instant availableAt) {
    return of(
        rejected.source(),
        StoredNote.Status.REJECTED,
        revision,
        availableAt,
        rejected.reason().name().toLowerCase(Locale.ROOT),
        TextBounds.cut(rejected.detail(), MAX_DETAIL),
        null,
        null,
        List.of());
  }

  static NoteState unpacked(ParseOutcome.Unpacked unpacked, int revision, Instant availableAt) {
    String sentences =
        "It holds "
            + unpacked.parts().size()
            + " notes and is none itself. "
            + String.join(" ", unpacked.warnings());
    return of(
        unpacked.source(),
        StoredNote.Status.UNPACKED,
        revision,
        availableAt,
        null,
        TextBounds.cut(sentences.strip(), MAX_DETAIL),
        null,
        null,
        unpacked.parts());
  }

  static NoteState deleted(ParseOutcome.Removed removed, int revision, Instant availableAt) {
    return of(
        removed.source(),
        StoredNote.Status.DELETED,
        revision,
        availableAt,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static NoteState of(
      NoteSource source,
      StoredNote.Status status,
      int revision,
      Instant availableAt,
      @Nullable String reason,
      @Nullable String detail,
      byte @Nullable [] body,
      @Nullable Contributed contributed,
      List<NoteId> parts) {
    return new NoteState(
        source.noteId(),
        status,
        revision,
        source.object().sequencer(),
        source.object().key(),
        source.object().eventTime(),
        availableAt,
        reason,
        detail,
        body,
        contributed,
        parts,
        List.of());
  }

  /// This state as the one after `before`: what that one had of parts and this one has not are
  /// orphans. Those of `before` still are where its event was killed before it told to remove them.
  NoteState after(@Nullable NoteState before) {
    if (before == null) {
      return this;
    }
    Set<NoteId> lost = new LinkedHashSet<>(before.parts);
    lost.addAll(before.orphans);
    parts.forEach(lost::remove);
    return withOrphans(lost.stream().limit(MAX_ORPHANS).toList());
  }

  /// This state once its orphans are told to be removed.
  NoteState settled() {
    return withOrphans(List.of());
  }

  private NoteState withOrphans(List<NoteId> lost) {
    return new NoteState(
        noteId,
        status,
        revision,
        sequencer,
        key,
        receivedAt,
        availableAt,
        reason,
        detail,
        body,
        contributed,
        parts,
        lost);
  }

  /// What comes of an event when this is the state that it made.
  NoteStore.Effect.Applied applied() {
    return new NoteStore.Effect.Applied(revision, orphans(orphans));
  }

  /// What comes of an event when this is the state that it found, made by itself before or by a
  /// later one.
  ///
  /// @param theirs the parts that it speaks of
  NoteStore.Effect.Stale stale(Sequencer event, List<NoteId> theirs) {
    List<NoteId> lost =
        event.equals(sequencer)
            ? orphans
            : theirs.stream().filter(part -> !parts.contains(part)).toList();
    return new NoteStore.Effect.Stale(revision, orphans(lost));
  }

  private List<NoteStore.Orphan> orphans(List<NoteId> parts) {
    return parts.stream().map(part -> new NoteStore.Orphan(part, sequencer)).toList();
  }

  StoredNote stored() {
    return new StoredNote(
        noteId,
        status,
        revision,
        sequencer,
        key,
        receivedAt,
        availableAt,
        reason,
        detail,
        body == null ? null : NoteBody.json(body),
        parts);
  }
}
