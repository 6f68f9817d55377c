package io.readthrough.core.fact.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.note.Fact.GoodWhen;
import io.readthrough.core.text.Phrase;
import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricWordsTest {
  private static final int METRICS = 400;

  private final Metric fares = metric(0, "passenger_yield");
  private final Metric rent = metric(1, "rent");
  private final MetricWords words =
      new MetricWords(
          Phrase.cut(List.of("airline fares", "the office rent")), List.of(fares, rent), METRICS);

  private static Metric metric(int number, String id) {
    return new Metric(
        number, id, GoodWhen.UP, Set.of(Figure.Kind.MONEY), Metric.Owner.COMPANY, 0, null);
  }

  private MetricWords.Shared shared(String text, int figure, int clearFrom) {
    Tokens tokens = Tokens.of(text);
    MetricWords.Shared shared = new MetricWords.Shared(METRICS);
    MetricHints.Stretch around = new MetricHints.Stretch(0, figure, figure + 1, tokens.size());
    MetricHints.Stretch clear =
        new MetricHints.Stretch(clearFrom, figure, figure + 1, tokens.size());
    words.tell(words.in(tokens), around, clear, Figure.Kind.MONEY, false, shared);
    return shared;
  }

  @Test
  void ranksMetricsByTheWordsThatTheyShare() {
    MetricWords.Shared shared = shared("an airline asks fares of $80 beside an office", 5, 0);
    assertThat(shared.at(0)).isEqualTo(fares);
    assertThat(shared.at(1)).isEqualTo(rent);
    assertThat(shared.at(2)).isNull();
  }

  @Test
  void knowsWordsInTheSingularAndThePlural() {
    assertThat(shared("the fare is $80", 3, 0).at(0)).isEqualTo(fares);
    assertThat(shared("both rents are $80", 3, 0).at(0)).isEqualTo(rent);
  }

  @Test
  void countsAWordMoreTheNearerItStands() {
    double near = shared("the rent is $80", 3, 0).of(rent);
    double far = shared("the rent that they all agreed on is $80", 8, 0).of(rent);
    assertThat(near).isGreaterThan(far);
  }

  @Test
  void countsAWordLessThatStandsBehindAnotherFigure() {
    double clear = shared("the rent of $90 and $80", 5, 0).of(rent);
    double divided = shared("the rent of $90 and $80", 5, 4).of(rent);
    assertThat(divided).isPositive().isLessThan(clear);
  }

  @Test
  void forgetsWhatAFigureShares() {
    MetricWords.Shared shared = shared("the rent is $80", 3, 0);
    shared.clear();
    assertThat(shared.at(0)).isNull();
    assertThat(shared.of(rent)).isZero();
  }

  @Test
  void tellsWhatATextSpeaksOf() {
    MetricWords.Text text = words.in(Tokens.of("Airlines raise fares"));
    assertThat(text.share(fares)).isPositive();
    assertThat(text.share(rent)).isZero();
  }
}
