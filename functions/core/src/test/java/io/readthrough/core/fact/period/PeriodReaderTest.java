package io.readthrough.core.fact.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodReaderTest {
  private static List<PrintedPeriod> read(String text) {
    Tokens tokens = Tokens.of(text);
    return new PeriodReader(tokens)
        .allIn(0, tokens.size()).stream().map(PeriodReader.Read::period).toList();
  }

  private static List<String> labels(String text) {
    return read(text).stream().map(PrintedPeriod::label).toList();
  }

  @Test
  void readsFiscalYearsByTheMonthInWhichTheyEnd() {
    assertThat(labels("It guides to 9% for FY12/27 and FY3/28."))
        .containsExactly("FY12/27", "FY3/28");
    assertThat(read("margin in FY12/27").getFirst().year()).isEqualTo(2027);
    assertThat(read("margin in FY3/2027").getFirst().year()).isEqualTo(2027);
    assertThat(labels("profit for the fiscal year to March 2028"))
        .containsExactly("fiscal year to March 2028");
  }

  @Test
  void readsYearsThatAreSplit() {
    PrintedPeriod split = read("capacity for winter 2029/30 cleared").getFirst();
    assertThat(split.label()).isEqualTo("2029/30");
    assertThat(split.year()).isEqualTo(2030);
    assertThat(labels("a ratio of 2029/45")).containsExactly("2029");
  }

  @Test
  void readsQuartersThatAreMarkedAsReported() {
    PrintedPeriod reported = read("revenue 3Q26A").getFirst();
    assertThat(reported.number()).isEqualTo(3);
    assertThat(reported.year()).isEqualTo(2026);
    assertThat(reported.estimate()).isFalse();
    assertThat(read("revenue 1Q27E").getFirst().estimate()).isTrue();
  }

  @Test
  void readsMonthsAndYearsByWhereTheyStandToNow() {
    assertThat(labels("raised last November")).containsExactly("last November");
    assertThat(labels("done this calendar year")).containsExactly("this calendar year");
    assertThat(labels("by the end of this year")).containsExactly("end of this year");
  }

  @Test
  void twelveMonthsAheadAreNotThoseBehind() {
    assertThat(read("over the next twelve months").getFirst().part()).isEqualTo(Part.OTHER);
    assertThat(read("over the last twelve months").getFirst().part()).isEqualTo(Part.TWELVE_MONTHS);
  }

  @Test
  void aRateIsAPeriodAndATimeAgoIsNone() {
    assertThat(labels("capex above $60 million a year")).containsExactly("a year");
    assertThat(labels("the same as a year ago")).isEmpty();
  }
}
