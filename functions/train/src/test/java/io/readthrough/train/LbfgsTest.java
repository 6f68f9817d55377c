package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void findsTheLeastOfABowlWithUnequalSides() {
    double[] centre = {3, -2, 0.5, 100};
    double[] steep = {1, 50, 0.2, 7};
    double[] found =
        Lbfgs.minimise(
            centre.length,
            (x, gradient) -> {
              double value = 0;
              for (int i = 0; i < x.length; i++) {
                double off = x[i] - centre[i];
                value += steep[i] * off * off / 2;
                gradient[i] = steep[i] * off;
              }
              return value;
            });
    for (int i = 0; i < centre.length; i++) {
      assertThat(found[i]).isCloseTo(centre[i], within(0.1));
    }
  }

  @Test
  void staysWhereItIsBest() {
    double[] found =
        Lbfgs.minimise(
            2,
            (x, gradient) -> {
              gradient[0] = 2 * x[0];
              gradient[1] = 2 * x[1];
              return x[0] * x[0] + x[1] * x[1];
            });
    assertThat(found).containsExactly(0, 0);
  }
}
