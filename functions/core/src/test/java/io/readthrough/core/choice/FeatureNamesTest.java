package io.readthrough.core.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureNamesTest {
  private enum Size {
    SMALL,
    VERY_LARGE
  }

  private final FeatureNames names = new FeatureNames();

  @Test
  void numbersFeaturesInTheOrderOfTheirNames() {
    assertThat(names.add("bias")).isZero();
    assertThat(names.addEach("size", Size.values())).containsExactly(1, 2);
    assertThat(names.addEach("colour", List.of("red"))).containsExactly(3);
    assertThat(names.all()).containsExactly("bias", "size:small", "size:very_large", "colour:red");
    assertThat(names.name(2)).isEqualTo("size:very_large");
  }

  @Test
  void aVectorGrowsAndTellsWhatItHas() {
    FeatureVector vector = new FeatureVector();
    for (int feature = 0; feature < 1000; feature++) {
      vector.addIf(feature % 2 == 0, feature);
    }
    assertThat(vector.size()).isEqualTo(500);
    assertThat(vector.has(998)).isTrue();
    assertThat(vector.has(999)).isFalse();
  }
}
