package io.readthrough.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.score.NoteScorer;
import org.junit.jupiter.api.Test;

class PrimingTest {
  @Test
  void handlesTheBuiltInNoteWithoutAFault() {
    assertThat(Priming.run(NoteScorer.standard())).isEqualTo("{\"batchItemFailures\":[]}");
  }
}
