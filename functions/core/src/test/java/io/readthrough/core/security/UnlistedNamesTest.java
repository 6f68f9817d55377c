package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlistedNamesTest {
  private final SecurityMentions mentions = SecurityMentions.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          The price assumes the purchase of Tindrel Lifts by then. ~ Tindrel Lifts
          It went quiet after the integration of Morvane, and Morvane grows. ~ Morvane Morvane
          A rival, Tindrel, which is private, cut prices. ~ Tindrel
          Morvane Shipping lost two ships. ~ Morvane Shipping
          We met Orvel plc in London. ~ Orvel
          They hold a stake in Orvel & Morvane. ~ Orvel & Morvane
          The rival Tindrel cut its prices. ~ Tindrel
          The put on the Orvel stake can be exercised. ~ Orvel
          They hold 4% of Tindrel's shares. ~ Tindrel
          It lost to the Permira-backed Tindrel in May. ~ Permira Tindrel
          Morvane, whose owner wants to sell, is next. ~ Morvane
          The backlog is owed by Tindrel, a joint venture with others. ~ Tindrel
          The cargo-system makers (Tindrel, Morvane) feel the same gap. ~ cargo-system makers Tindrel Morvane
          We have heard this from two other DSOs, Tindrel and Morvane. ~ Tindrel Morvane
          It loses to rivals such as Tindrel and Morvane. ~ rivals Tindrel Morvane
          """)
  void findsCompaniesByTheWordsAroundThem(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Tindrel and Oracle gain most. ~ Tindrel Oracle
          The winners are Oracle, Tindrel and Morvane. ~ Oracle Tindrel Morvane
          They sell to Oracle, Tindrel and to others. ~ Oracle Tindrel
          """)
  void findsCompaniesInAListWithAnother(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Elsewhere, Oracle rose.",
        "In Germany, Oracle rose.",
        "Oracle rose, as did prices in France and Germany.",
        "Oracle and EBITDA were mentioned.",
        "Oracle and ROVs were mentioned."
      })
  void takesNoOtherCapitalForACompany(String text) {
    assertThat(found(text)).isEqualTo("Oracle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lisa Morvane walked through Tindrel with Orvel.",
        "Morvane Research AG does not hold a net position.",
        "Morvane Partners Ltd. is regulated by the FCA.",
        "Second, the private island earns more.",
        "Class B shares and Phase III data came in May.",
        "Orange County bonds fell.",
        "South Korean shares fell.",
        "Tell the companies (Monday, London) what we saw.",
        "Like other companies, Tindrel walked on.",
        "Lisa Morvane, an analyst, asked the maker."
      })
  void takesNoCapitalAloneForACompany(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aNameWithoutAListIsAMentionWithoutATicker() {
    Mention mention = mentions.find(Tokens.of("It has since bought Morvane Homes.")).getFirst();
    assertThat(mention.security())
        .isEqualTo(
            new Security("private:morvane-homes", null, "Morvane Homes", null, AssetType.PRIVATE));
  }

  private String found(String text) {
    List<Mention> found = mentions.find(Tokens.of(text));
    return String.join(" ", found.stream().map(m -> m.span().of(text)).toList());
  }
}
