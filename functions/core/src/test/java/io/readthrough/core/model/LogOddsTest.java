package io.readthrough.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.text.Rows;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LogOddsTest {
  private static final int FEATURES = 40;

  private final SentimentModel model = model();

  @Test
  void everyPartAddsExactlyWhatItSays() {
    long seed = Long.getLong("seed", 20260102L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 2000; round++) {
      LogOdds odds = new LogOdds(model, 3, 5);
      double size = Math.pow(10, random.nextInt(-9, 4));
      for (int i = random.nextInt(12); i > 0; i--) {
        int feature = model.find(random.nextInt(FEATURES));
        if (random.nextBoolean()) {
          odds.add(feature, size * random.nextGaussian(), size, random.nextInt(-1, 3));
        } else {
          odds.addWords(
              feature, size * random.nextGaussian(), random.nextInt(3), 3 + random.nextInt(2));
        }
      }
      double sum = odds.baseline();
      for (int i = 0; i < 3; i++) {
        sum += odds.ofExpression(i);
      }
      for (int i = 0; i < 5; i++) {
        sum += odds.ofToken(i);
      }
      assertThat(sum).as("seed %d round %d", seed, round).isCloseTo(odds.score(), within(1e-9));
      assertThat(odds.positive() + odds.neutral() + odds.negative()).isCloseTo(1, within(1e-9));
      assertThat(odds.score()).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void wordsCountWhereTheyStandWhateverTheOrder() {
    int tokens = 500;
    long seed = Long.getLong("seed", 20260103L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 200; round++) {
      LogOdds odds = new LogOdds(model, 0, tokens);
      double[] expected = new double[tokens];
      for (int i = 1 + random.nextInt(20); i > 0; i--) {
        int key = random.nextInt(FEATURES);
        int first = random.nextInt(tokens);
        int end = Math.min(tokens, first + 1 + random.nextInt(5));
        odds.addWords(model.find(key), 0.01, first, end);
        double part = model.direction(model.find(key)) * 0.01;
        expected[first] += part / 2;
        expected[end - 1] += part / 2;
      }
      double all = Arrays.stream(expected).sum();
      double scale = all == 0 ? 0 : odds.score() / all;
      for (int i = 0; i < tokens; i++) {
        String place = "seed " + seed + " round " + round + " token " + i;
        assertThat(odds.ofToken(i)).as(place).isCloseTo(expected[i] * scale, within(1e-9));
      }
      int middle = random.nextInt(tokens);
      assertThat(odds.ofTokens(0, middle) + odds.ofTokens(middle, tokens))
          .as("seed %d round %d", seed, round)
          .isCloseTo(odds.score(), within(1e-9));
    }
  }

  @Test
  void nothingIsNoView() {
    assertThat(new LogOdds(model, 0, 0).score()).isZero();
  }

  @Test
  void refusesWhatIsNoModelFile() {
    assertThatThrownBy(() -> ModelFile.read(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RTM1");
    byte[] cut = ModelFile.bytes(new long[] {1}, new short[] {2}, new short[] {3});
    assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(cut, cut.length - 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("19 bytes");
  }

  @Test
  void theShippedModelIsReadAndHasADigest() {
    SentimentModel shipped = SentimentModel.standard();
    assertThat(shipped.size()).isGreaterThan(10_000);
    assertThat(Rows.text(SentimentModel.class, "MODEL_CARD.md"))
        .as("the card is of these weights")
        .contains(shipped.digest());
  }

  private static SentimentModel model() {
    long[] keys = new long[FEATURES];
    short[] directions = new short[FEATURES];
    short[] intensities = new short[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      keys[i] = i;
      directions[i] = (short) (i * 131 % 4001 - 2000);
      intensities[i] = (short) (i * 71 % 3001 - 1500);
    }
    return ModelFile.read(ModelFile.bytes(keys, directions, intensities));
  }
}
