package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.train.ChoiceFitter.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceFitterTest {
  private static final List<String> CLASSES = List.of("risk", "thesis");
  private static final List<String> FEATURES = List.of("bias", "danger", "view", "unseen");

  @Test
  void learnsWhatTheExamplesHaveInCommon() {
    ChoiceWeights.Numbered weights = fit(0.5, (feature, choice) -> 0).numbered(FEATURES);
    assertThat(weights.probabilities(vector(1))[0]).isGreaterThan(0.8);
    assertThat(weights.probabilities(vector(2))[1]).isGreaterThan(0.8);
    assertThat(1 - weights.probabilities(vector())[0] - weights.probabilities(vector())[1])
        .isGreaterThan(0.8);
  }

  @Test
  void keepsThePriorOfWhatNoExampleHas() {
    ChoiceWeights weights = fit(1, (feature, choice) -> feature.equals("unseen") ? 2 : 0);
    assertThat(weights.of("unseen")[0]).isCloseTo(2, within(0.01));
  }

  @Test
  void aGreaterPenaltyHoldsWeightsCloserToThePrior() {
    double loose = fit(0.1, (feature, choice) -> 0).of("danger")[0];
    double tight = fit(10, (feature, choice) -> 0).of("danger")[0];
    assertThat(loose).isGreaterThan(tight);
    assertThat(tight).isPositive();
  }

  @Test
  void theTableHasARowForEachFeatureThatWeighs() {
    ChoiceWeights weights =
        ChoiceWeights.of(CLASSES, FEATURES, new double[] {-1, 0, 0, 0.1234, 0, 0, 2, 1});
    assertThat(ChoiceTable.of(weights, "About."))
        .startsWith("# About.")
        .contains("feature\trisk\tthesis")
        .contains("bias\t-1.00\t")
        .contains("danger\t\t0.12")
        .contains("unseen\t2.00\t1.00")
        .doesNotContain("view");
  }

  private static ChoiceWeights fit(double penalty, ChoiceFitter.Prior prior) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      examples.add(new Example(vector(1), 0));
      examples.add(new Example(vector(2), 1));
      examples.add(new Example(vector(), -1));
    }
    return ChoiceFitter.fit(CLASSES, FEATURES, examples, prior, penalty);
  }

  private static FeatureVector vector(int... features) {
    FeatureVector vector = new FeatureVector();
    vector.add(0);
    for (int feature : features) {
      vector.add(feature);
    }
    return vector;
  }
}
