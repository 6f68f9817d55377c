package io.readthrough.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // Keys begin with the number of their family.
class SentimentModelTest {
  private final long seed = Long.getLong("seed", 20261126L);
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

  @Test
  void findsWhatItHasAndNothingElse() {
    for (int size : new int[] {0, 1, 2, 7, 8, 9, 100, 3_000}) {
      Map<Long, Integer> weights = new HashMap<>();
      while (weights.size() < size) {
        weights.put(key(), weights.size());
      }
      SentimentModel model = model(weights);
      assertThat(model.size()).isEqualTo(size);
      weights.forEach(
          (key, weight) -> {
            int found = model.find(key);
            assertThat(found).as("seed %d key %d", seed, key).isNotEqualTo(FeatureIndex.ABSENT);
            assertThat(model.direction(found)).isEqualTo(weight * ModelFile.STEP);
            assertThat(model.intensity(found)).isEqualTo(-weight * ModelFile.STEP);
          });
      for (int i = 0; i < 1_000; i++) {
        long key = key();
        assertThat(model.find(key) == FeatureIndex.ABSENT)
            .as("seed %d key %d", seed, key)
            .isNotEqualTo(weights.containsKey(key));
      }
    }
  }

  @Test
  void findsManyAsItFindsEach() {
    Map<Long, Integer> weights = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      // Keys that are alike crowd the same places of the table.
      weights.put(i % 2 == 0 ? key() : (long) i, i);
    }
    SentimentModel model = model(weights);
    long[] known = weights.keySet().stream().mapToLong(Long::longValue).toArray();
    for (int round = 0; round < 50; round++) {
      long[] keys = new long[random.nextInt(300)];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = random.nextBoolean() ? known[random.nextInt(known.length)] : key();
      }
      int count = keys.length == 0 ? 0 : random.nextInt(keys.length);
      int[] features = new int[keys.length];
      model.find(keys, count, features);
      for (int i = 0; i < keys.length; i++) {
        int expected = i < count ? model.find(keys[i]) : 0;
        assertThat(features[i]).as("seed %d key %d", seed, keys[i]).isEqualTo(expected);
      }
    }
  }

  private long key() {
    int families = FeatureFamily.values().length;
    return FeatureKeys.of(FeatureFamily.values()[random.nextInt(families)], random.nextLong());
  }

  private static SentimentModel model(Map<Long, Integer> weights) {
    long[] keys = new long[weights.size()];
    short[] directions = new short[keys.length];
    short[] intensities = new short[keys.length];
    int next = 0;
    for (Map.Entry<Long, Integer> entry : weights.entrySet()) {
      keys[next] = entry.getKey();
      directions[next] = entry.getValue().shortValue();
      intensities[next] = (short) -entry.getValue();
      next++;
    }
    return new SentimentModel(keys, directions, intensities, "");
  }
}
