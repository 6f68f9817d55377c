package io.readthrough.core.evaluation;

import static io.readthrough.core.evaluation.Polarity.NEGATIVE;
import static io.readthrough.core.evaluation.Polarity.NEUTRAL;
import static io.readthrough.core.evaluation.Polarity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.note.Sentiment;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  @Test
  void macroF1IsTheMeanOverTheClassesThatOccur() {
    ClassificationReport report =
        ClassificationReport.of(
            List.of(POSITIVE, POSITIVE, NEGATIVE, NEGATIVE),
            List.of(POSITIVE, NEGATIVE, NEGATIVE, NEGATIVE));

    assertThat(report.accuracy()).isEqualTo(0.75);
    // Positive: precision 1, recall 1/2; negative: precision 2/3, recall 1; no neutral anywhere.
    assertThat(report.macroF1()).isCloseTo((2.0 / 3 + 4.0 / 5) / 2, within(1e-12));
  }

  @Test
  void alwaysTheCommonestClassScoresItsShare() {
    List<Polarity> actual = List.of(NEUTRAL, NEUTRAL, NEUTRAL, POSITIVE, NEGATIVE);

    ClassificationReport report =
        ClassificationReport.of(actual, Collections.nCopies(actual.size(), NEUTRAL));

    assertThat(report.accuracy()).isEqualTo(0.6);
    assertThat(report.macroF1()).isCloseTo(2 * 0.6 / 1.6 / 3, within(1e-12));
  }

  @Test
  void nothingToCompareIsNoSuccess() {
    assertThat(ClassificationReport.of(List.of(), List.of()).accuracy()).isZero();
    assertThat(ScoreReport.of(new double[0], new double[0]).meanSquaredError()).isEmpty();
  }

  @Test
  void scoresAreComparedByErrorCorrelationAndAngle() {
    ScoreReport report = ScoreReport.of(new double[] {1, 0, -1}, new double[] {0.5, 0, -0.5});

    assertThat(report.meanSquaredError()).hasValueCloseTo(0.5 / 3, within(1e-12));
    assertThat(report.pearson()).hasValueCloseTo(1, within(1e-12));
    assertThat(report.cosine()).hasValueCloseTo(1, within(1e-12));
    assertThat(ScoreReport.of(new double[] {1, -1}, new double[] {-0.2, 0.2}).pearson())
        .hasValueCloseTo(-1, within(1e-12));
  }

  @Test
  void whatDoesNotVaryHasNoCorrelation() {
    ScoreReport report = ScoreReport.of(new double[] {1, 0}, new double[] {0.3, 0.3});

    assertThat(report.pearson()).isEmpty();
    assertThat(report.cosine()).isPresent();
    assertThat(ScoreReport.of(new double[] {1, 0}, new double[2]).cosine()).isEmpty();
  }

  @Test
  void listsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> ScoreReport.of(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClassificationReport.of(List.of(POSITIVE), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLikeliestClassIsPredictedAndATieIsNeutral() {
    assertThat(Polarity.of(sentiment(0.2, 0.3, 0.5))).isEqualTo(NEGATIVE);
    assertThat(Polarity.of(sentiment(0.5, 0.2, 0.3))).isEqualTo(POSITIVE);
    assertThat(Polarity.of(sentiment(0.4, 0.4, 0.2))).isEqualTo(NEUTRAL);
    assertThat(Polarity.of(sentiment(0.4, 0.2, 0.4))).isEqualTo(POSITIVE);
  }

  @Test
  void wordsNameTheClasses() {
    assertThat(Polarity.ofWord("negative")).contains(NEGATIVE);
    assertThat(Polarity.ofWord("Negative")).isEmpty();
  }

  private static Sentiment sentiment(double positive, double neutral, double negative) {
    return new Sentiment(0, positive, neutral, negative, 0, 0, 0, 0);
  }
}
