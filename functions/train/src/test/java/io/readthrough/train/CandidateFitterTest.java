package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.train.CandidateFitter.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateFitterTest {
  private static final List<String> FEATURES = List.of("named", "hinted", "unseen");
  private static final int NAMED = 0;
  private static final int HINTED = 1;
  private static final int UNSEEN = 2;

  @Test
  void learnsWhichFeatureTellsTheRightCandidate() {
    CandidateWeights weights =
        CandidateFitter.fit(FEATURES, examples(3, 1), CandidateFitterTest::noPrior, 1);
    assertThat(weights.of(NAMED)).isGreaterThan(weights.of(HINTED));
    assertThat(weights.of(UNSEEN)).isZero();
    assertThat(weights.best(List.of(vector(HINTED), vector(NAMED)))).isOne();
  }

  @Test
  void twoCandidatesHaveTheOddsThatTheyWereSeenWith() {
    // With hardly a penalty the difference of the weights is the logarithm of the odds, 3 : 1.
    CandidateWeights weights =
        CandidateFitter.fit(FEATURES, examples(30, 10), CandidateFitterTest::noPrior, 1e-3);
    assertThat(weights.of(NAMED) - weights.of(HINTED)).isCloseTo(Math.log(3), within(0.02));
  }

  @Test
  void aGreaterPenaltyHoldsWeightsCloserToZero() {
    double loose =
        CandidateFitter.fit(FEATURES, examples(3, 0), CandidateFitterTest::noPrior, 0.1).of(NAMED);
    double tight =
        CandidateFitter.fit(FEATURES, examples(3, 0), CandidateFitterTest::noPrior, 10).of(NAMED);
    assertThat(tight).isPositive().isLessThan(loose);
  }

  @Test
  void whatNoExampleTellsStaysWhereItIsHeld() {
    CandidateWeights weights =
        CandidateFitter.fit(
            FEATURES, examples(3, 1), feature -> feature.equals("unseen") ? 2 : 0, 1);
    assertThat(weights.of(UNSEEN)).isEqualTo(2);
  }

  @Test
  void noFeatureOfTheOnlyCandidateIsWorthAnything() {
    CandidateWeights weights =
        CandidateFitter.fit(
            FEATURES,
            List.of(new Example(List.of(vector(NAMED)), 0)),
            CandidateFitterTest::noPrior,
            1);
    assertThat(weights.of(NAMED)).isZero();
  }

  @Test
  void thereIsNoBestOfNoCandidates() {
    assertThat(new CandidateWeights(FEATURES, new double[3]).best(List.of())).isEqualTo(-1);
  }

  @Test
  void aLabelOutsideTheCandidatesIsNamed() {
    List<FeatureVector> candidates = List.of(vector(NAMED));
    assertThatThrownBy(() -> new Example(candidates, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1");
  }

  @Test
  void theTableHasARowForEachFeatureThatWeighs() {
    assertThat(
            CandidateTable.of(new CandidateWeights(FEATURES, new double[] {-0.5, 0, 0}), "About."))
        .startsWith("# About.")
        .endsWith("\nnamed\t-0.50\n");
  }

  /// Choices between a candidate that is named and one that is hinted at.
  private static List<Example> examples(int named, int hinted) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < named + hinted; i++) {
      List<FeatureVector> candidates = List.of(vector(NAMED), vector(HINTED));
      examples.add(new Example(candidates, i < named ? 0 : 1));
    }
    return examples;
  }

  private static FeatureVector vector(int feature) {
    FeatureVector vector = new FeatureVector();
    vector.add(feature);
    return vector;
  }

  private static double noPrior(String feature) {
    return 0;
  }
}
