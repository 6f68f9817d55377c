package io.readthrough.core.claim;

import io.readthrough.core.claim.EarlierNote.Held;
import io.readthrough.core.claim.EarlierNote.Made;
import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Lifecycle;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.View;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares a note with the firm's earlier notes on the same names: which of its claims are new,
/// repeated, changed or resolved, and which ratings, targets and guidance have moved.
public final class Continuity {
  private static final CueTable RESOLUTIONS =
      CueTable.read(Continuity.class, "resolution-cues.tsv");

  private static final String RESOLVED = "resolved";
  private static final String CHANGED = "changed";

  /// Two statements this alike are on the same matter.
  private static final double ALIKE = 0.5;

  /// What happened since shares fewer words with what was ahead.
  private static final double RESOLVING = 0.34;

  private static final int LEAST_COMMON = 3;
  private static final int LEAST_RESOLVING = 2;

  private Continuity() {}

  static CueTable table() {
    return RESOLUTIONS;
  }

  /// `note` with the lifecycle of its claims and the changes of its views.
  ///
  /// @param earlier by entity id, the newest note first
  public static ScoredNote compare(ScoredNote note, Map<String, List<EarlierNote>> earlier) {
    List<Claim> claims =
        note.claims().stream().map(claim -> claim.with(lifecycle(claim, earlier))).toList();
    List<View> views = new ArrayList<>();
    for (View view : note.views()) {
      views.add(compared(view, earlier.getOrDefault(view.entityId(), List.of())));
    }
    return note.with(claims, views);
  }

  private static Lifecycle lifecycle(Claim claim, Map<String, List<EarlierNote>> earlier) {
    for (Map.Entry<String, List<EarlierNote>> name : earlier.entrySet()) {
      Made made = Made.of(claim, name.getKey());
      if (made != null) {
        Lifecycle lifecycle = lifecycle(claim, made, name.getValue());
        if (lifecycle != Lifecycle.NEW) {
          return lifecycle;
        }
      }
    }
    return Lifecycle.NEW;
  }

  private static Lifecycle lifecycle(Claim claim, Made made, List<EarlierNote> earlier) {
    List<Integer> resolving = resolving(claim);
    for (EarlierNote note : earlier) {
      Made nearest = null;
      for (Made before : note.claims()) {
        if (nearest == null || made.likeness(before) > made.likeness(nearest)) {
          nearest = before;
        }
      }
      if (nearest == null) {
        continue;
      }
      double likeness = made.likeness(nearest);
      int common = made.common(nearest);
      if (resolving != null
          && isNews(resolving, made, nearest)
          && likeness >= RESOLVING
          && common >= LEAST_RESOLVING) {
        return Lifecycle.RESOLVED;
      }
      if (likeness >= ALIKE && common >= LEAST_COMMON) {
        boolean repeated =
            made.words().equals(nearest.words())
                || (isSame(made, nearest) && !says(claim, CHANGED));
        return repeated ? Lifecycle.REPEATED : Lifecycle.CHANGED;
      }
    }
    return Lifecycle.NEW;
  }

  /// Whether they say the same of their matter.
  private static boolean isSame(Made one, Made other) {
    boolean turned =
        one.direction() != other.direction()
            && one.direction() != Direction.NEUTRAL
            && other.direction() != Direction.NEUTRAL;
    return !turned
        && (one.modality() == Modality.NEGATED) == (other.modality() == Modality.NEGATED);
  }

  /// Whether the earlier claim did not yet say that its matter is settled: "a signed lease would"
  /// does not. Of which type it is does not count: what authors wait for and fear stands in theses
  /// too.
  private static boolean isNews(List<Integer> resolving, Made claim, Made earlier) {
    boolean asSo =
        switch (earlier.modality()) {
          case ASSERTED, NEGATED -> true;
          case EXPECTED, POSSIBLE, CONDITIONAL -> false;
        };
    boolean toldBefore = asSo && !resolving.isEmpty() && earlier.words().containsAll(resolving);
    return !toldBefore && !claim.words().equals(earlier.words());
  }

  /// Marks of the words by which a claim says that something is settled, none where they are no
  /// words that are remembered ("is over"); null for a claim that does not say so.
  private static @Nullable List<Integer> resolving(Claim claim) {
    Tokens tokens = Tokens.of(claim.statement());
    List<Hit> hits = hits(tokens, RESOLVED);
    if (hits.isEmpty() || claim.modality() == Modality.CONDITIONAL) {
      return null;
    }
    List<Integer> resolving = new ArrayList<>();
    hits.forEach(hit -> resolving.addAll(Made.marks(tokens, hit.first(), hit.end())));
    return resolving;
  }

  private static boolean says(Claim claim, String kind) {
    return !hits(Tokens.of(claim.statement()), kind).isEmpty();
  }

  private static List<Hit> hits(Tokens tokens, String kind) {
    return RESOLUTIONS.find(tokens, RESOLUTIONS.ids(tokens), 0, tokens.size()).stream()
        .filter(hit -> hit.is(kind))
        .toList();
  }

  /// A view that the note itself compares stays as it is.
  private static View compared(View view, List<EarlierNote> earlier) {
    if (view.previous() != null) {
      return view;
    }
    for (EarlierNote note : earlier) {
      for (Held held : note.views()) {
        if (held.kind() == view.kind() && Objects.equals(held.metric(), view.metric())) {
          return new View(
              view.kind(),
              view.entityId(),
              view.metric(),
              view.value(),
              view.number(),
              held.value(),
              change(held.number(), view.number()),
              note.noteId().value(),
              view.evidenceIds());
        }
      }
    }
    return view;
  }

  private static View.Change change(@Nullable Double before, @Nullable Double now) {
    if (before == null || now == null) {
      return View.Change.NEW;
    }
    int order = now.compareTo(before);
    if (order == 0) {
      return View.Change.UNCHANGED;
    }
    return order > 0 ? View.Change.RAISED : View.Change.LOWERED;
  }
}
