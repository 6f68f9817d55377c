package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.store.Environment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TABLE_NAME", "table",
          "PARSED_BUCKET", "bucket",
          "FIRM_CLAIM", "custom:firm",
          "REQUIRED_SCOPE", "notes:read",
          "CURSOR_KEY", TestApi.KEY);

  @Test
  void readsTheEnvironment() {
    QuerySettings settings = QuerySettings.from(new Environment(ENVIRONMENT));
    assertThat(settings.firmClaim()).isEqualTo("custom:firm");
    assertThat(settings.requiredScope()).contains("notes:read");
    assertThat(settings.toString()).doesNotContain(TestApi.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TABLE_NAME", "PARSED_BUCKET", "FIRM_CLAIM", "REQUIRED_SCOPE", "CURSOR_KEY"})
  void namesWhatIsMissing(String name) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);
    assertThatIllegalStateException()
        .isThrownBy(() -> QuerySettings.from(new Environment(environment)))
        .withMessageContaining(name);
    environment.put(name, " ");
    assertThatIllegalStateException()
        .isThrownBy(() -> QuerySettings.from(new Environment(environment)))
        .withMessageContaining(name);
  }

  @Test
  void aShortKeyIsRefusedAndNotPrinted() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("CURSOR_KEY", "short-key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuerySettings.from(new Environment(environment)))
        .withMessageContaining("CURSOR_KEY has 9 characters")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("short-key"));
  }

  @Test
  void noneAsksForNoScope() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("REQUIRED_SCOPE", "none");
    assertThat(QuerySettings.from(new Environment(environment)).requiredScope()).isEmpty();
  }
}
