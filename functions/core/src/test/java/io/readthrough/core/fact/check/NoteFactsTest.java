package io.readthrough.core.fact.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.FactFinder;
import io.readthrough.core.fact.PrintedFacts;
import io.readthrough.core.fact.period.PeriodCalendar;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Check;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteFactsTest {
  @Test
  void derivesWhatFollowsFromTheSampleNote() throws IOException {
    NoteFacts facts =
        facts(Files.readString(Path.of("../../events/notes/cleanspark-hybrid-power.txt")));
    assertThat(derived(facts))
        .containsExactly(
            "revenue 181300000 USD = revenue / (1 + change) of f1",
            "average_price 100000 USD = average_price / (1 + change) of f2",
            "net_loss_before_charge 115000000 USD = net_loss - mark_to_market_charge of f3 f4",
            "implied_price_per_coin 68210 USD = coins_held_value / coins_held of f8 f7");
    assertThat(checks(facts)).containsExactly("pass part_within_whole", "warn price_per_coin");
    assertThat(facts.checks().getLast().detail())
        .isEqualTo(
            "The coins held are valued at about 68,210 USD each, 10.3% below the average price of"
                + " about 76,000 USD.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Revenue was $200m and gross profit $90m in Q2 2026. ~ gross_margin 45 % = gross_profit / revenue of f2 f1
          EPS of $2.31 beat consensus of $2.20. ~ surprise 5 % = eps / consensus - 1 of f1 f2
          Net debt of $3.0bn compares with EBITDA of $1.5bn. ~ leverage 2 x = net_debt / ebitda of f1 f2
          Price target: $120. Last close: $100. ~ upside 20 % = price_target / share_price - 1 of f1 f2
          Revenue rose 25% year on year to $500m in Q2 2026. ~ revenue 400000000 USD = revenue / (1 + change) of f1
          Gross margin was 45% on revenue of $200m and gross profit of $90m. ~ -
          Revenue of $200m was reported. Net debt stood at £3bn. ~ -
          """)
  void derivesWhatFollows(String text, String expected) {
    assertThat(String.join("; ", derived(facts(text))))
        .isEqualTo(expected.equals("-") ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Q2 2026 revenue was $136m. Later it says Q2 2026 revenue was $146m. ~ fail figures_agree
          Q2 2026 revenue was $136m. Later it says Q2 2026 revenue was $136.4m. ~ pass figures_agree
          Q2 2026 revenue was $136m. Q2 2025 revenue was $146m. ~ -
          Q2 2026 cloud revenue was $136m. Q2 2026 revenue was $146m. ~ -
          Revenue rose 10% to $110m from $100m. ~ pass change_agrees
          Revenue rose 25% to $110m from $100m. ~ fail change_agrees
          EPS of $2.00 was 20% below consensus of $2.50. ~ pass surprise_agrees
          EPS of $2.00 was 35% below consensus of $2.50. ~ fail surprise_agrees
          Revenue was $200m, gross profit $90m and the gross margin 45%. ~ pass margin_agrees
          Revenue was $200m, gross profit $90m and the gross margin 55%. ~ warn margin_agrees
          The net loss was $100m, of which $140m was a mark-to-market charge. ~ warn part_within_whole
          """)
  void comparesFiguresAndResolvesNothing(String text, String expected) {
    NoteFacts facts = facts(text);
    assertThat(String.join("; ", checks(facts))).isEqualTo(expected.equals("-") ? "" : expected);
    assertThat(facts.checks())
        .allSatisfy(check -> assertThat(check.factIds()).isNotEmpty().isSubsetOf(ids(facts)));
  }

  @Test
  void warnsOfFiguresThatItCannotRead() {
    String text = "Revenue of 5,7 and EBITDA of 1,2,3 are hard to read; sales of $5m are not.";
    FactFinder.FoundFacts found = PrintedFacts.find(text);
    assertThat(found.facts()).hasSize(1);
    assertThat(found.unreadable().stream().map(span -> span.of(text)))
        .containsExactly("5,7", "1,2,3");
  }

  private static List<String> ids(NoteFacts facts) {
    return facts.facts().stream().map(Fact::id).toList();
  }

  private static NoteFacts facts(String text) {
    List<FoundFact> found = PrintedFacts.find(text).facts();
    PeriodCalendar calendar =
        new PeriodCalendar(
            new Publication(Instant.parse("2026-08-10T00:00:00Z"), Publication.Basis.DOCUMENT));
    List<Fact> printed = new ArrayList<>();
    for (FoundFact each : found) {
      Fact fact = each.fact();
      PrintedPeriod period = each.period();
      printed.add(
          fact.placed(
              "f" + (printed.size() + 1),
              fact.metric().equals("average_price") ? fact.entityId() : "equity:CLSK",
              period == null ? null : calendar.resolve(period, null, fact.kind()),
              List.of("e" + (printed.size() + 1))));
    }
    return NoteFacts.of(printed, found);
  }

  private static List<String> derived(NoteFacts facts) {
    return facts.facts().stream()
        .filter(fact -> fact.kind() == Kind.DERIVED)
        .map(NoteFactsTest::derivation)
        .toList();
  }

  private static String derivation(Fact fact) {
    Fact.Derivation derivation = requireNonNull(fact.derivation());
    String figure = PrintedFacts.line(fact, "").replaceAll("derived |about | \\[].*", "");
    return figure + " = " + derivation.formula() + " of " + String.join(" ", derivation.inputs());
  }

  private static List<String> checks(NoteFacts facts) {
    return facts.checks().stream().map(NoteFactsTest::line).toList();
  }

  private static String line(Check check) {
    return check.result().name().toLowerCase(Locale.ROOT) + " " + check.name();
  }
}
