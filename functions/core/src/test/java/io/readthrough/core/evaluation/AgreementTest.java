package io.readthrough.core.evaluation;

import static io.readthrough.core.evaluation.Polarity.NEGATIVE;
import static io.readthrough.core.evaluation.Polarity.NEUTRAL;
import static io.readthrough.core.evaluation.Polarity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.note.Sentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final List<Polarity> POLARITIES = List.of(Polarity.values());

  @Test
  void agreesWithFiguresWorkedOutByHand() {
    Agreement agreement = new Agreement();
    agreement.add(POSITIVE, new Prediction(POSITIVE, 0.8));
    agreement.add(POSITIVE, new Prediction(NEUTRAL, 0.1));
    agreement.add(NEUTRAL, new Prediction(NEUTRAL, -0.1));
    agreement.add(NEGATIVE, new Prediction(POSITIVE, 0.4));

    assertThat(agreement.count()).isEqualTo(4);
    assertThat(agreement.count(POSITIVE, NEUTRAL)).isEqualTo(1);
    assertThat(agreement.count(NEUTRAL, POSITIVE)).isZero();
    assertThat(agreement.accuracy()).hasValue(0.5);
    assertThat(agreement.f1(POSITIVE)).hasValue(0.5);
    assertThat(agreement.f1(NEUTRAL).orElseThrow()).isCloseTo(2 / 3.0, EXACTLY);
    assertThat(agreement.f1(NEGATIVE)).hasValue(0);
    assertThat(agreement.macroF1().orElseThrow()).isCloseTo((0.5 + 2 / 3.0) / 3, EXACTLY);
    // Errors 0.2, 0.9, 0.1, 1.4.
    assertThat(agreement.meanSquaredError().orElseThrow()).isCloseTo(2.82 / 4, EXACTLY);
    // Products sum to 0.8 + 0.1 - 0.4 = 0.5, squares to 3 and to 0.82.
    assertThat(agreement.cosine().orElseThrow()).isCloseTo(0.5 / Math.sqrt(3 * 0.82), EXACTLY);
    // Means 0.25 and 0.3: co-moment 0.5 - 0.3, moments 3 - 0.25 and 0.82 - 0.36.
    assertThat(agreement.pearson().orElseThrow()).isCloseTo(0.2 / Math.sqrt(2.75 * 0.46), EXACTLY);
  }

  @Test
  void measuresWithoutAValueAreEmpty() {
    Agreement none = new Agreement();
    assertThat(none.accuracy()).isEmpty();
    assertThat(none.macroF1()).isEmpty();
    assertThat(none.meanSquaredError()).isEmpty();
    assertThat(none.pearson()).isEmpty();
    assertThat(none.cosine()).isEmpty();

    Agreement alike = new Agreement();
    for (int i = 0; i < 7; i++) {
      alike.add(POSITIVE, new Prediction(POSITIVE, 0.1));
    }
    assertThat(alike.pearson()).isEmpty();
    assertThat(alike.cosine().orElseThrow()).isCloseTo(1, EXACTLY);
    assertThat(alike.f1(NEGATIVE)).isEmpty();
    assertThat(alike.macroF1()).hasValue(1);
  }

  @Test
  void alwaysTheSameAnswerScoresTheCommonestClassOnly() {
    Agreement constant = new Agreement();
    for (int i = 0; i < 100; i++) {
      Polarity label = i < 60 ? NEUTRAL : i < 90 ? POSITIVE : NEGATIVE;
      constant.add(label, new Prediction(NEUTRAL, 0));
    }
    assertThat(constant.accuracy()).hasValue(0.6);
    assertThat(constant.macroF1().orElseThrow()).isCloseTo(0.75 / 3, EXACTLY);
    assertThat(constant.pearson()).isEmpty();
    assertThat(constant.cosine()).isEmpty();
  }

  @Test
  void predictsTheLikeliestPolarityAndNeutralWhenInDoubt() {
    assertThat(prediction(0.5, 0.3, 0.2).label()).isEqualTo(POSITIVE);
    assertThat(prediction(0.2, 0.3, 0.5).label()).isEqualTo(NEGATIVE);
    assertThat(prediction(0.4, 0.4, 0.2).label()).isEqualTo(NEUTRAL);
    assertThat(prediction(0.2, 0.4, 0.4).label()).isEqualTo(NEUTRAL);
    assertThat(prediction(0.4, 0.2, 0.4).label()).isEqualTo(POSITIVE);
    assertThat(prediction(0.5, 0.3, 0.2).score()).isEqualTo(0.25);
  }

  @Test
  void measuresStayInTheirRangesAndIgnoreTheOrder() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("AgreementTest: replay with -Dseed=" + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 200; round++) {
      List<Pair> pairs = new ArrayList<>();
      int size = 2 + random.nextInt(40);
      for (int i = 0; i < size; i++) {
        pairs.add(new Pair(any(random), new Prediction(any(random), random.nextDouble(-1, 1))));
      }
      Agreement forwards = agreement(pairs);
      Agreement backwards = agreement(pairs.reversed());

      assertThat(forwards.accuracy().orElseThrow()).isBetween(0.0, 1.0);
      assertThat(forwards.macroF1().orElseThrow()).isBetween(0.0, 1.0);
      assertThat(forwards.meanSquaredError().orElseThrow()).isBetween(0.0, 4.0);
      assertThat(forwards.accuracy()).isEqualTo(backwards.accuracy());
      assertThat(forwards.macroF1()).isEqualTo(backwards.macroF1());
      assertThat(forwards.pearson().isPresent()).isEqualTo(backwards.pearson().isPresent());
      assertThat(forwards.pearson().orElse(0))
          .isBetween(-1.0, 1.0)
          .isCloseTo(backwards.pearson().orElse(0), within(1e-9));
      assertThat(forwards.cosine().orElse(0))
          .isBetween(-1.0, 1.0)
          .isCloseTo(backwards.cosine().orElse(0), within(1e-9));
    }
  }

  private record Pair(Polarity label, Prediction prediction) {}

  private static Agreement agreement(List<Pair> pairs) {
    Agreement agreement = new Agreement();
    for (Pair each : pairs) {
      agreement.add(each.label, each.prediction);
    }
    return agreement;
  }

  private static Polarity any(RandomGenerator random) {
    return POLARITIES.get(random.nextInt(POLARITIES.size()));
  }

  private static Prediction prediction(double positive, double neutral, double negative) {
    return Prediction.of(new Sentiment(0.25, positive, neutral, negative, 0, 1, 0, 0));
  }
}
