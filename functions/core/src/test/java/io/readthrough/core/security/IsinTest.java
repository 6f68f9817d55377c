package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsinTest {
  @ParameterizedTest
  @ValueSource(strings = {"US0378331005", "DE000BASF111", "GB00BP6MXD84", "NL0010273215"})
  void acceptsARightCheckDigit(String isin) {
    assertThat(Isin.isValid(isin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "US0378331006",
        "US0378331050",
        "us0378331005",
        "US037833100",
        "US03783310055",
        "120378331005",
        "US037833100X",
        "US03783310\u0660\u0661",
        ""
      })
  void refusesAnythingElse(String isin) {
    assertThat(Isin.isValid(isin)).isFalse();
  }
}
