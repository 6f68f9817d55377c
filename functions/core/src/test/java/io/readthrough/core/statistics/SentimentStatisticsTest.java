package io.readthrough.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SentimentStatisticsTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

  @Test
  void aNewSureNoteOnTheNameWeighsOneAndHalfAfterTheHalfLife() {
    assertThat(Window.WEEK.weight(1, 1, 1, Duration.ZERO)).isEqualTo(1);
    assertThat(Window.WEEK.weight(1, 1, 1, Duration.ofDays(3))).isEqualTo(0.5);
    assertThat(Window.MONTH.weight(1, 1, 1, Duration.ofDays(14))).isEqualTo(0.25);
    assertThat(Window.QUARTER.weight(0.5, 0.5, 0.5, Duration.ofDays(14))).isEqualTo(0.0625);
  }

  @Test
  void aNoteFromTheFutureHasNoWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.WEEK.weight(1, 1, 1, Duration.ofSeconds(-1)))
        .withMessageContaining("PT-1S");
  }

  @Test
  void oneNoteIsShrunkByHalf() {
    assertThat(of(new Observation(0.8, 1))).isEqualTo(new SentimentStatistics(0.4, 1, 0, 0));
  }

  @Test
  void agreesWithFiguresWorkedOutByHand() {
    SentimentStatistics s =
        of(new Observation(0.6, 1), new Observation(-0.2, 0.5), new Observation(0.1, 0.5));
    // sum w = 2, sum w s = 0.55, sum w^2 = 1.5, sum w |s| = 0.75, mean = 0.275
    assertThat(s.sentiment()).isCloseTo(0.55 / 3, EXACTLY);
    assertThat(s.effectiveN()).isCloseTo(4 / 1.5, EXACTLY);
    // sum w (s - mean)^2 = 0.105625 + 0.1128125 + 0.0153125 = 0.23375
    assertThat(s.dispersion()).isCloseTo(Math.sqrt(0.23375 / 2), EXACTLY);
    assertThat(s.disagreement()).isCloseTo(1 - 0.55 / 0.75, EXACTLY);
  }

  @Test
  void nothingIsKnownWithoutWeight() {
    assertThat(SentimentStatistics.of(List.of())).isEmpty();
    assertThat(SentimentStatistics.of(List.of(new Observation(0.9, 0)))).isEmpty();
  }

  @Test
  void disagreementTellsSplitFromNeutral() {
    assertThat(of(new Observation(0.7, 1), new Observation(-0.7, 1)).disagreement()).isEqualTo(1);
    assertThat(of(new Observation(0, 1), new Observation(0, 1)).disagreement()).isZero();
  }

  @Test
  void refusesWhatIsNoScoreOrWeight() {
    for (double score : new double[] {1.01, -1.01, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Observation(score, 1));
    }
    for (double weight : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Observation(0, weight));
    }
  }

  @Test
  void whateverTheNotesTheMeasuresKeepTheirBounds() {
    System.out.println("SentimentStatisticsTest bounds: replay with -Dseed=" + seed);
    for (int i = 0; i < 2_000; i++) {
      List<Observation> notes = notes();
      SentimentStatistics s = SentimentStatistics.of(notes).orElseThrow();
      double strongest = notes.stream().mapToDouble(o -> Math.abs(o.score())).max().orElseThrow();
      assertThat(Math.abs(s.sentiment())).isLessThanOrEqualTo(strongest);
      assertThat(s.effectiveN()).isBetween(1 - 1e-9, notes.size() + 1e-9);
      assertThat(s.dispersion()).isBetween(0.0, 1.0);
      assertThat(s.disagreement()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theOrderOfNotesDoesNotMatterAndMirroredScoresMirrorTheSentiment() {
    System.out.println("SentimentStatisticsTest symmetry: replay with -Dseed=" + seed);
    for (int i = 0; i < 500; i++) {
      List<Observation> notes = notes();
      SentimentStatistics s = SentimentStatistics.of(notes).orElseThrow();
      List<Observation> mirrored = new ArrayList<>();
      for (Observation note : notes) {
        mirrored.add(new Observation(-note.score(), note.weight()));
      }
      Collections.shuffle(mirrored, new Random(random.nextLong()));
      SentimentStatistics m = SentimentStatistics.of(mirrored).orElseThrow();
      assertThat(m.sentiment()).isCloseTo(-s.sentiment(), EXACTLY);
      assertThat(m.effectiveN()).isCloseTo(s.effectiveN(), within(1e-9));
      assertThat(m.dispersion()).isCloseTo(s.dispersion(), within(1e-9));
      assertThat(m.disagreement()).isCloseTo(s.disagreement(), within(1e-9));
    }
  }

  @Test
  void moreOfTheSameEvidenceMovesSentimentAwayFromZero() {
    double before = 0;
    List<Observation> notes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      notes.add(new Observation(0.5, 1));
      double after = SentimentStatistics.of(notes).orElseThrow().sentiment();
      assertThat(after).isGreaterThan(before).isLessThan(0.5);
      before = after;
    }
  }

  @Test
  void weightsTooSmallToSquareStillCount() {
    SentimentStatistics s = of(new Observation(0.5, 1e-200), new Observation(-0.5, 1e-200));
    assertThat(s.effectiveN()).isCloseTo(2, EXACTLY);
    assertThat(s.disagreement()).isEqualTo(1);
  }

  private static SentimentStatistics of(Observation... notes) {
    return SentimentStatistics.of(List.of(notes)).orElseThrow();
  }

  private List<Observation> notes() {
    List<Observation> notes = new ArrayList<>();
    for (int i = random.nextInt(1, 30); i > 0; i--) {
      notes.add(
          new Observation(
              random.nextInt(10) == 0 ? random.nextInt(-1, 2) : random.nextDouble(-1, 1),
              Math.pow(10, random.nextDouble(-12, 0))));
    }
    return notes;
  }
}
