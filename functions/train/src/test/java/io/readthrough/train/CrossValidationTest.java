package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final long TELLING = FeatureKeys.of(FeatureFamily.RELATION, "telling");

  @Test
  void predictsEveryExampleOnce() {
    List<Example> examples = examples(true);
    for (CrossValidation.By by : CrossValidation.By.values()) {
      CrossValidation.Result result = CrossValidation.run(examples, Settings.standard(), by);
      long predicted = result.sets().stream().mapToLong(set -> set.wholes().count()).sum();
      assertThat(predicted).isEqualTo(examples.size());
      assertThat(result.reliability().stream().mapToLong(Calibration.Bin::count).sum())
          .isEqualTo(examples.size());
      long right =
          result.sets().stream()
              .mapToLong(
                  set -> Math.round(set.wholes().accuracy().orElseThrow() * set.wholes().count()))
              .sum();
      assertThat(result.misses()).hasSize(examples.size() - (int) right);
    }
  }

  @Test
  void findsWhatCarriesOverToAnotherSet() {
    CrossValidation.Result result =
        CrossValidation.run(examples(true), Settings.standard(), CrossValidation.By.SET);
    for (CrossValidation.OfSet set : result.sets()) {
      assertThat(set.wholes().accuracy().orElseThrow()).isGreaterThan(0.9);
    }
  }

  @Test
  void findsNothingWhereNothingCarriesOver() {
    // With labels by chance no held-out label can be known: a leak would show as a success.
    CrossValidation.Result result =
        CrossValidation.run(examples(false), Settings.standard(), CrossValidation.By.FOLD);
    for (CrossValidation.OfSet set : result.sets()) {
      assertThat(set.wholes().accuracy().orElseThrow()).isLessThan(0.65);
    }
  }

  /// @param telling whether a feature tells the label; else each example has one of its own only
  private static List<Example> examples(boolean telling) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260102L);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      int sign = random.nextInt(3) - 1;
      Polarity label =
          sign > 0 ? Polarity.POSITIVE : sign < 0 ? Polarity.NEGATIVE : Polarity.NEUTRAL;
      long own = FeatureKeys.of(FeatureFamily.WORD, "own" + i);
      long[] keys = telling ? new long[] {TELLING, own} : new long[] {own};
      float[] direction = telling ? new float[] {sign * 4, 1} : new float[] {1};
      float[] intensity = telling ? new float[] {sign == 0 ? -4 : 4, 1} : new float[] {1};
      examples.add(
          new Example("set" + i % 3, "id" + i, "", label, false, keys, direction, intensity));
    }
    return examples;
  }
}
