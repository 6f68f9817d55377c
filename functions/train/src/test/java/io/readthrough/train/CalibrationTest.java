package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.evaluation.Polarity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void coolsALoudModel() {
    // It claims 0.98 and is right in 8 of 10.
    List<Calibration.Held> held = held(8, 8.5, 0.6);
    double temperature = Calibration.temperature(held);
    assertThat(temperature).isLessThan(0.7);
    double before = Calibration.error(Calibration.reliability(held, 1));
    double after = Calibration.error(Calibration.reliability(held, temperature));
    assertThat(after).isLessThan(before);
  }

  @Test
  void measuresTheDistanceOfProbabilityAndAccuracy() {
    List<Calibration.Held> held = held(5, 8.5, 0.6);
    double claimed = held.getFirst().sums().probability(Polarity.POSITIVE);
    double error = Calibration.error(Calibration.reliability(held, 1));
    assertThat(error).isCloseTo(claimed - 0.5, within(1e-9));
  }

  @Test
  void probabilitiesSumToOne() {
    FittedModel.Sums sums = new FittedModel.Sums(-1.7, 0.4);
    double all = 0;
    for (Polarity polarity : Polarity.values()) {
      all += sums.probability(polarity);
    }
    assertThat(all).isCloseTo(1, within(1e-12));
    assertThat(sums.prediction().label()).isEqualTo(Polarity.NEGATIVE);
  }

  /// Ten examples that a model finds positive, of which `hits` are.
  private static List<Calibration.Held> held(int hits, double direction, double intensity) {
    List<Calibration.Held> held = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Polarity label = i < hits ? Polarity.POSITIVE : Polarity.NEGATIVE;
      Example example =
          new Example("set", "id" + i, "", label, false, new long[0], new float[0], new float[0]);
      held.add(new Calibration.Held(example, new FittedModel.Sums(direction, intensity)));
    }
    return held;
  }
}
