package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParseOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrimingTest {
  /// A store that had been out of reach would have made a 503 of these.
  @Test
  void answersFromNowhere() {
    List<Integer> statuses =
        Priming.responses().stream()
            .map(Contract.JSON::readTree)
            .map((JsonNode response) -> response.path("statusCode").asInt())
            .toList();
    assertThat(statuses).containsExactly(200, 404, 200, 200, 200);
  }

  @Test
  void readsATextFromNowhere() {
    assertThat(Priming.outcome())
        .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class));
  }
}
