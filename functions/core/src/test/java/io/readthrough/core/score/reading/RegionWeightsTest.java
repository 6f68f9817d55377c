package io.readthrough.core.score.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.BodyNote;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a sentence weighs by the kind of its region.
class RegionWeightsTest {
  private static final String BEFORE = "Nothing is said here. ".repeat(20);
  private static final String SENTENCE = "Revenue rose.";

  @ParameterizedTest
  @EnumSource(RegionKind.class)
  void aSentenceWeighsSomethingWhereItsRegionIsScored(RegionKind kind) {
    assertThat(weight(kind) > 0).isEqualTo(kind.isScored());
  }

  @Test
  void headingsAndListsWeighAsTheBodyAndWhatIsSetApartAsTheLead() {
    double body = weight(RegionKind.BODY);
    double lead = weight(RegionKind.LEAD);
    assertThat(lead).isGreaterThan(body);
    assertThat(List.of(weight(RegionKind.HEADING), weight(RegionKind.BULLETS))).containsOnly(body);
    assertThat(List.of(weight(RegionKind.KEY_POINTS), weight(RegionKind.RATING_BOX)))
        .containsOnly(lead);
  }

  @Test
  void aSentenceThatGoesOnInAListWeighsAsOneInTheBody() {
    String sentence = "The company has three divisions\n- pumps";
    int list = BEFORE.length() + sentence.indexOf('-');
    String text = BEFORE + sentence;
    double[] weights =
        weights(
            text,
            new Region(RegionKind.BODY, new TextSpan(0, list - 1), null),
            new Region(RegionKind.BULLETS, new TextSpan(list, text.length()), null));
    assertThat(weights[weights.length - 1]).isEqualTo(weight(RegionKind.BODY));
  }

  private static double weight(RegionKind kind) {
    String text = BEFORE + SENTENCE;
    double[] weights =
        weights(
            text,
            new Region(RegionKind.BODY, new TextSpan(0, BEFORE.length() - 1), null),
            new Region(kind, new TextSpan(BEFORE.length(), text.length()), null));
    return weights[weights.length - 1];
  }

  private static double[] weights(String text, Region... regions) {
    Tokens tokens = Tokens.of(text);
    return new Weights(BodyNote.of(text, regions), tokens, Sentences.of(tokens)).all();
  }
}
