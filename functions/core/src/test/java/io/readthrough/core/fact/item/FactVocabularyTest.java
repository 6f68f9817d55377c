package io.readthrough.core.fact.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactVocabularyTest {
  private final FactVocabulary vocabulary = FactVocabulary.standard();

  @Test
  void givesEveryMetricAnIdOfItsOwnAndAUnit() {
    List<Metric> metrics = vocabulary.all();
    assertThat(metrics).hasSizeGreaterThan(250);
    assertThat(metrics).extracting(Metric::id).doesNotHaveDuplicates();
    assertThat(metrics).allMatch(metric -> metric.id().matches("[a-z][a-z0-9_]*"));
    assertThat(metrics).noneMatch(metric -> metric.units().isEmpty());
  }

  @Test
  void holdsTheMetricsThatTheReaderNamesItself() {
    for (String id : List.of("average_price", "coins_held_value", "eps", "price_target")) {
      assertThat(vocabulary.metric(id).id()).isEqualTo(id);
    }
  }

  @Test
  void hasAWordingForEveryCue() {
    for (Cue cue : Cue.values()) {
      assertThat(isUsed(cue)).as(cue.name()).isTrue();
    }
  }

  private boolean isUsed(Cue cue) {
    String everyKind =
        "rose fell rise drop flat about more than less than of in at to from by earned averaging"
            + " worth above below beat missed consensus guidance forecast our yoy qoq mom and the"
            + " due to we raise we cut";
    Tokens tokens = Tokens.of(everyKind);
    for (int i = 0; i < tokens.size(); i++) {
      long found = vocabulary.findCue(tokens, i, tokens.size());
      if (found != PhraseIndex.NONE && vocabulary.cue(PhraseIndex.value(found)) == cue) {
        return true;
      }
    }
    return false;
  }
}
