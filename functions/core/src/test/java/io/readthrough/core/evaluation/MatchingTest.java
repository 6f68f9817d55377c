package io.readthrough.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.evaluation.Matching.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void eachItemHasOnePartner() {
    Matching<Integer> matching = Matching.of(List.of(1, 1, 2), List.of(1, 3), Integer::equals);
    assertThat(matching.pairs()).containsExactly(new Pair<>(1, 1));
    assertThat(matching.missed()).containsExactly(1, 2);
    assertThat(matching.invented()).containsExactly(3);
    assertThat(matching.detection()).isEqualTo(new Detection(1, 2, 1));
  }

  @Test
  void anItemGivesUpItsPartnerWhenItCanHaveAnother() {
    // 1 fits 10 and 11, 2 fits 10 alone: the first come must not have 10.
    Matching<Integer> matching =
        Matching.of(
            List.of(1, 2), List.of(10, 11), (gold, predicted) -> gold == 1 || predicted == 10);
    assertThat(matching.pairs()).containsExactly(new Pair<>(2, 10), new Pair<>(1, 11));
    assertThat(matching.detection()).isEqualTo(new Detection(2, 0, 0));
  }

  @Test
  void nothingMatchesNothing() {
    assertThat(Matching.of(List.<String>of(), List.of(), String::equals).detection())
        .isEqualTo(Detection.NONE);
  }

  @Test
  void noOtherMatchingHasMorePairs() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MatchingTest: replay with -Dseed=" + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 300; round++) {
      boolean[][] fits = new boolean[5][5];
      for (boolean[] row : fits) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(3) == 0;
        }
      }
      List<Integer> all = List.of(0, 1, 2, 3, 4);
      Matching<Integer> matching =
          Matching.of(all, all, (gold, predicted) -> fits[gold][predicted]);
      assertThat(matching.pairs()).allMatch(pair -> fits[pair.gold()][pair.predicted()]);
      assertThat(matching.pairs().stream().map(Pair::gold)).doesNotHaveDuplicates();
      assertThat(matching.pairs()).hasSize(most(fits, 0, new ArrayList<>()));
    }
  }

  /// The size of the largest matching, by trying all of them.
  private static int most(boolean[][] fits, int gold, List<Integer> taken) {
    if (gold == fits.length) {
      return 0;
    }
    int most = most(fits, gold + 1, taken);
    for (int predicted = 0; predicted < fits[gold].length; predicted++) {
      if (fits[gold][predicted] && !taken.contains(predicted)) {
        List<Integer> now = new ArrayList<>(taken);
        now.add(predicted);
        most = Math.max(most, 1 + most(fits, gold + 1, now));
      }
    }
    return most;
  }
}
