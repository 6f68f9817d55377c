package io.readthrough.core.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointsTest {
  @Test
  void aFeatureIsWorthWhatItsRowSaysAndWithoutOneNothing() {
    Points points = Points.read(PointsTest.class, "points.tsv", List.of("far", "near", "same"));
    assertThat(points.of(0)).isEqualTo(-0.25);
    assertThat(points.of(1)).isEqualTo(1.5);
    assertThat(points.of(2)).isZero();
  }

  @Test
  void aRowOfNoFeatureIsAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Points.read(PointsTest.class, "points.tsv", List.of("near")))
        .withMessageContaining("points.tsv", "'far'", "remove the row");
  }
}
