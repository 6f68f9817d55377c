package io.readthrough.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.cue.CueExamples;
import io.readthrough.core.cue.CueTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of the tables of cues has an example, and each example has the row's cue.
class ClaimCuesTest {
  static Stream<CueTable> tables() {
    return Stream.of(
            ClaimSignals.tables(),
            ClaimTargets.tables(),
            List.of(
                Sections.table(),
                Horizons.table(),
                Aspects.table(),
                Continuity.table(),
                ClaimFeatures.table(),
                PolarityFeatures.table()))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findsEveryCueInItsExamples(CueTable table) {
    assertThat(table.cues()).isNotEmpty();
    assertThat(CueExamples.missed(table)).isEqualTo(List.of());
  }
}
