package io.readthrough.core.similarity;

import io.readthrough.core.note.NoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How new a note was among the firm's when it came.
///
/// @param score 1 less the greatest similarity to an earlier note: 0 for what was there word by
///   word
/// @param duplicateOf the earliest note that this one repeats, at [#DUPLICATE] or more
/// @param similar the most similar notes, at [#SIMILAR] or more, the most similar first and at most
///   [#MOST_SIMILAR]; of equal ones the earlier first
/// @param similarCounts how many similar notes came in the last so many hours or days, by the
///   window's name
public record Novelty(
    double score,
    @Nullable NoteId duplicateOf,
    List<Similar> similar,
    Map<String, Integer> similarCounts) {
  /// From here on a note is the same in other words, or a correction.
  public static final double SIMILAR = 0.3;

  /// From here on a note is the same note: sent again, syndicated, a figure corrected.
  public static final double DUPLICATE = 0.8;

  /// How many similar notes are named.
  public static final int MOST_SIMILAR = 5;

  /// How far back a note is compared.
  public static final Duration WINDOW = Duration.ofDays(7);

  private static final Map<String, Duration> WINDOWS = windows();

  /// Of a note that was compared with nothing.
  public static final Novelty NEW = new Novelty(1, null, List.of(), Map.of());

  /// A note that is similar.
  ///
  /// @param similarity from [#SIMILAR] to 1
  public record Similar(NoteId noteId, double similarity) {}

  public Novelty {
    similar = List.copyOf(similar);
    similarCounts = Collections.unmodifiableMap(new LinkedHashMap<>(similarCounts));
  }

  private static Map<String, Duration> windows() {
    Map<String, Duration> windows = new LinkedHashMap<>();
    windows.put("12h", Duration.ofHours(12));
    windows.put("24h", Duration.ofHours(24));
    windows.put("3d", Duration.ofDays(3));
    windows.put("5d", Duration.ofDays(5));
    windows.put("7d", WINDOW);
    return windows;
  }

  /// Compares a note with those before it.
  ///
  /// @param own the note itself: an older revision of it is no earlier note
  public static Novelty of(NoteId own, byte[] sketch, Instant now, List<SketchedNote> earlier) {
    List<Similar> similar = new ArrayList<>();
    SketchedNote duplicate = null;
    Map<String, Integer> counts = new LinkedHashMap<>();
    WINDOWS.keySet().forEach(name -> counts.put(name, 0));
    List<SketchedNote> inOrder =
        earlier.stream()
            .filter(each -> !each.noteId().equals(own))
            .sorted(
                Comparator.comparing(SketchedNote::availableAt)
                    .thenComparing(each -> each.noteId().value()))
            .toList();
    for (SketchedNote each : inOrder) {
      double similarity = TextSketch.similarity(sketch, each.sketch());
      if (similarity < SIMILAR) {
        continue;
      }
      similar.add(new Similar(each.noteId(), similarity));
      if (similarity >= DUPLICATE && duplicate == null) {
        duplicate = each;
      }
      Duration age = Duration.between(each.availableAt(), now);
      WINDOWS.forEach(
          (name, window) -> counts.merge(name, age.compareTo(window) <= 0 ? 1 : 0, Integer::sum));
    }
    NoteId duplicateOf = duplicate == null ? null : duplicate.noteId();
    similar.sort(Comparator.comparingDouble(Similar::similarity).reversed());
    double most = similar.isEmpty() ? 0 : similar.getFirst().similarity();
    List<Similar> named = similar.subList(0, Math.min(MOST_SIMILAR, similar.size()));
    return new Novelty(1 - most, duplicateOf, named, counts);
  }
}
