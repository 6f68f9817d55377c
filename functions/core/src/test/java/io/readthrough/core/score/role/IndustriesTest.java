package io.readthrough.core.score.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.score.role.Industries.Link;
import io.readthrough.core.security.Security;
import io.readthrough.core.security.SecurityList;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndustriesTest {
  private final Industries industries = Industries.standard();

  @ParameterizedTest
  @CsvSource({
    "equity:HAL, equity:COP, SELLS_TO",
    "equity:COP, equity:HAL, BUYS_FROM",
    "equity:PEP, equity:KO, SAME",
    "equity:SAF.PA, equity:LHA.DE, SELLS_TO",
    "equity:KO, equity:HAL, APART",
  })
  void tellsWhatOneCompanyIsToAnother(String company, String other, Link link) {
    assertThat(industries.links(named(company), named(other))).contains(link);
  }

  @Test
  void saysNothingOfWhatItDoesNotKnow() {
    assertThat(industries.links(named("equity:NOSUCH"), named("equity:KO"))).isEmpty();
    assertThat(industries.links(named("equity:KO"), named("commodity:sugar"))).isEmpty();
  }

  @Test
  void everyCompanyIsOneThatNotesCanName() {
    Set<String> known =
        SecurityList.builtIn().securities().stream()
            .map(Security::entityId)
            .map(id -> id.substring(id.indexOf(':') + 1))
            .collect(Collectors.toSet());
    assertThat(industries.companies()).hasSizeGreaterThan(2000).isSubsetOf(known);
  }

  @Test
  void whoIsSoldToIsAnIndustryItself() {
    assertThat(industries.industries()).containsAll(industries.customers());
  }

  private static Security named(String entityId) {
    return new Security(entityId, null, entityId, null, AssetType.EQUITY);
  }
}
