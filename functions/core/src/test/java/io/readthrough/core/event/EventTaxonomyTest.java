package io.readthrough.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.cue.CueExamples;
import io.readthrough.core.cue.CueTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTaxonomyTest {
  static Stream<CueTable> tables() {
    return Stream.concat(EventFinder.tables().stream(), Stream.of(Topics.table()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findsEveryCueInItsExamples(CueTable table) {
    assertThat(CueExamples.missed(table)).isEqualTo(List.of());
  }

  @Test
  void hasSixtyTypesAtLeastInTwelveGroupsAndSaysWhatEachIs() {
    Map<String, String> taxonomy = EventFinder.taxonomy();
    Set<String> groups =
        taxonomy.keySet().stream()
            .map(type -> type.substring(0, type.indexOf('.')))
            .collect(Collectors.toSet());
    assertThat(groups).hasSize(12);
    assertThat(taxonomy).hasSizeGreaterThanOrEqualTo(60);
    assertThat(taxonomy.keySet()).allMatch(type -> type.matches("[a-z_]+\\.[a-z_]+"));
    assertThat(taxonomy.values()).noneMatch(String::isBlank).doesNotHaveDuplicates();
    assertThat(List.copyOf(taxonomy.keySet())).doesNotHaveDuplicates();
  }
}
