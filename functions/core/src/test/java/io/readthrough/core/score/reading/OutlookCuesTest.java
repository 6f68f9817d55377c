package io.readthrough.core.score.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.cue.CueExamples;
import org.junit.jupiter.api.Test;

class OutlookCuesTest {
  @Test
  void everyWordingIsFoundInItsExample() {
    assertThat(CueExamples.missed(OutlookCues.table())).isEmpty();
  }
}
