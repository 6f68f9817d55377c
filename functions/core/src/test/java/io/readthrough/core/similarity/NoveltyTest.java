package io.readthrough.core.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoveltyTest {
  private static final Instant NOW = Instant.parse("2026-10-14T07:00:00Z");
  private static final FirmId FIRM = new FirmId("acme");
  private static final int WORDS = 300;

  @Test
  void theSameWordsAreADuplicateWhateverTheirLayout() {
    String text = text(1, WORDS);
    Novelty novelty =
        novelty(
            text.toUpperCase(java.util.Locale.ROOT).replace(" ", " \n "), earlier("a", text, 2));
    assertThat(novelty.score()).isZero();
    assertThat(novelty.duplicateOf()).isEqualTo(id("a"));
    assertThat(novelty.similarCounts()).containsEntry("12h", 1).containsEntry("7d", 1);
  }

  @Test
  void aCorrectedFigureIsADuplicateAndAnotherTextIsNew() {
    String text = text(1, WORDS);
    String corrected = text.replaceFirst(" \\S+ ", " 4.75 ");
    Novelty novelty = novelty(corrected, earlier("a", text, 30), earlier("b", text(2, WORDS), 1));
    assertThat(novelty.score()).isBetween(0.0, 0.1);
    assertThat(novelty.duplicateOf()).isEqualTo(id("a"));
    assertThat(novelty.similarCounts()).containsEntry("24h", 0).containsEntry("3d", 1);
    assertThat(novelty(text(3, WORDS), earlier("a", text, 1)).score()).isEqualTo(1);
  }

  @Test
  void aNoteThatQuotesHalfOfAnotherIsSimilarAndNoDuplicate() {
    String other = text(1, WORDS);
    Novelty novelty = novelty(other + " " + text(2, WORDS), earlier("a", other, 1));
    assertThat(novelty.duplicateOf()).isNull();
    assertThat(novelty.similar()).extracting(Novelty.Similar::noteId).containsExactly(id("a"));
    assertThat(novelty.score()).isBetween(0.35, 0.65);
  }

  @Test
  void theMostSimilarNotesAreNamedTheNearestFirst() {
    String text = text(1, WORDS);
    SketchedNote[] earlier = new SketchedNote[Novelty.MOST_SIMILAR + 3];
    for (int i = 0; i < earlier.length; i++) {
      int shared = text.length() / 2 + i * text.length() / 20;
      earlier[i] = earlier("n" + i, text.substring(0, shared) + " " + text(i + 2, 40), 9 - i);
    }
    Novelty novelty = novelty(text, earlier);
    assertThat(novelty.similar())
        .hasSize(Novelty.MOST_SIMILAR)
        .isSortedAccordingTo(Comparator.comparingDouble(Novelty.Similar::similarity).reversed())
        .allMatch(each -> each.similarity() >= Novelty.SIMILAR);
    assertThat(novelty.similar().getFirst().noteId()).isEqualTo(id("n" + (earlier.length - 1)));
    assertThat(novelty.score()).isEqualTo(1 - novelty.similar().getFirst().similarity());
    assertThat(novelty.similarCounts()).containsEntry("12h", earlier.length);
  }

  @Test
  void theEarliestOfSeveralIsTheOriginal() {
    String text = text(1, WORDS);
    Novelty novelty = novelty(text, earlier("later", text, 1), earlier("first", text, 9));
    assertThat(novelty.duplicateOf()).isEqualTo(id("first"));
  }

  @Test
  void anOlderRevisionOfTheNoteItselfIsNoEarlierNote() {
    String text = text(1, WORDS);
    assertThat(novelty(text, earlier("own", text, 1)).score()).isEqualTo(1);
  }

  @Test
  void aTextOfAFewWordsIsComparedWithNothing() {
    assertThat(TextSketch.of("Revenue rose and the margin widened.")).isEmpty();
    assertThat(TextSketch.similarity(new byte[0], new byte[0])).isZero();
  }

  /// The estimate against the similarity itself, on texts that share more and more of their words:
  /// four standard errors.
  @Test
  void theEstimateIsNearTheSimilarity() {
    for (int shared = 0; shared <= WORDS; shared += 50) {
      String one = text(1, shared) + " " + text(2, WORDS - shared);
      String other = text(1, shared) + " " + text(3, WORDS - shared);
      double estimate = TextSketch.similarity(TextSketch.of(one), TextSketch.of(other));
      double exact = jaccard(runs(one), runs(other));
      double error = Math.sqrt(exact * (1 - exact) / TextSketch.SIZE);
      assertThat(estimate).isBetween(exact - 4 * error - 0.02, exact + 4 * error + 0.02);
    }
  }

  private static Novelty novelty(String text, SketchedNote... earlier) {
    return Novelty.of(id("own"), TextSketch.of(text), NOW, List.of(earlier));
  }

  private static SketchedNote earlier(String name, String text, int hoursAgo) {
    return new SketchedNote(id(name), NOW.minus(Duration.ofHours(hoursAgo)), TextSketch.of(text));
  }

  private static NoteId id(String name) {
    return NoteId.of(FIRM, name);
  }

  private static String text(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append("word").append(random.nextInt(5_000));
    }
    return text.toString();
  }

  private static Set<String> runs(String text) {
    String[] words = text.strip().split("\\s+", -1);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + TextSketch.RUN <= words.length; i++) {
      runs.add(String.join(" ", List.of(words).subList(i, i + TextSketch.RUN)));
    }
    return runs;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }
}
