package io.readthrough.core.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceWeightsTest {
  private static final List<String> CLASSES = List.of("risk", "thesis");
  private static final List<String> FEATURES = List.of("bias", "cue", "we");

  private final ChoiceWeights weights =
      ChoiceWeights.of(CLASSES, FEATURES, new double[] {-1, -0.5, 3, 0, 0, 0.5});

  @Test
  void theProbabilityOfAClassIsThatOfALogisticChoice() {
    FeatureVector vector = new FeatureVector();
    vector.add(0);
    vector.add(1, 0.5);
    double risk = Math.exp(-1 + 1.5);
    double thesis = Math.exp(-0.5);
    double all = 1 + risk + thesis;
    assertThat(weights.numbered(FEATURES).probabilities(vector))
        .containsExactly(new double[] {risk / all, thesis / all}, within(1e-12));
  }

  @Test
  void theLikeliestClassIsOneOfThosePossibleThatIsLikelierThanNone() {
    ChoiceWeights.Numbered numbered = weights.numbered(FEATURES);
    FeatureVector cue = new FeatureVector();
    cue.add(0);
    cue.add(1);
    assertThat(numbered.likeliest(cue)).isZero();
    assertThat(numbered.likeliest(cue, place -> place == 1)).isEqualTo(ChoiceWeights.Numbered.NONE);
    FeatureVector bias = new FeatureVector();
    bias.add(0);
    assertThat(numbered.likeliest(bias)).isEqualTo(ChoiceWeights.Numbered.NONE);
  }

  @Test
  void oddsBeyondWhatANumberHoldsAreStillProbabilities() {
    FeatureVector vector = new FeatureVector();
    vector.add(1, 1e6);
    assertThat(weights.numbered(FEATURES).probabilities(vector)).containsExactly(1, 0);
  }

  @Test
  void featuresAreFoundByNameInWhateverOrderTheyAreNumbered() {
    FeatureVector vector = new FeatureVector();
    vector.add(0);
    double[] probabilities =
        weights.numbered(List.of("cue", "we", "bias", "new")).probabilities(vector);
    assertThat(probabilities[0]).isEqualTo(Math.exp(3) / (Math.exp(3) + 2), within(1e-12));
  }

  @Test
  void aWeightThatNoTextCanHaveIsAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> weights.numbered(List.of("bias", "cue")))
        .withMessageContaining("we");
  }

  @Test
  void aTableWithOtherColumnsIsAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ChoiceWeights.read(ChoiceWeightsTest.class, "weights.tsv", CLASSES))
        .withMessageContaining("[risk, catalyst]");
  }

  @Test
  void anEmptyCellIsNoWeight() {
    ChoiceWeights read =
        ChoiceWeights.read(ChoiceWeightsTest.class, "weights.tsv", List.of("risk", "catalyst"));
    assertThat(read.features()).containsExactly("bias", "cue:risk");
    assertThat(read.of("cue:risk")).containsExactly(1.25, 0);
    assertThat(read.of("unknown")).containsExactly(0, 0);
  }

  @Test
  void aVectorKnowsItsFeaturesHoweverMany() {
    FeatureVector vector = new FeatureVector();
    for (int i = 0; i < 1000; i++) {
      vector.add(i, i);
    }
    assertThat(vector.size()).isEqualTo(1000);
    assertThat(vector.has(999)).isTrue();
    assertThat(vector.has(1000)).isFalse();
    assertThat(vector.value(700)).isEqualTo(700);
  }
}
