package io.readthrough.core.fact.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.period.PrintedPeriod.Part;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dec. 31, 2026  | 12 | 31 | 2026
          Sep. 30, 2026  | 9  | 30 | 2026
          Sept. 30, 2026 | 9  | 30 | 2026
          Sept 30, 2026  | 9  | 30 | 2026
          30 Sept. 2026  | 9  | 30 | 2026
          Sept. 30       | 9  | 30 |
          Sept 2026      | 9  |    | 2026
          Sept. 2026     | 9  |    | 2026
          2026-09-30     | 9  | 30 | 2026
          2026-10-05     | 10 | 5  | 2026
          2026/09/30     | 9  | 30 | 2026
          9/30/2026      | 9  | 30 | 2026
          30/9/2026      | 9  | 30 | 2026
          9/9/2026       | 9  | 9  | 2026
          """)
  void readsShortMonthsAndDatesInFigures(
      String printed, int month, @Nullable Integer day, @Nullable Integer year) {
    PrintedPeriod date = only("cash of $5bn at " + printed + " was up", printed);
    assertThat(date.part()).isEqualTo(day == null ? Part.MONTH : Part.DAY);
    assertThat(date.number()).isEqualTo(month);
    assertThat(date.day()).isEqualTo(day);
    assertThat(date.year()).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9/10/2026", "13/13/2026", "2026-13-45", "9/32/2026"})
  void takesOnlyTheYearOfWhatMayBeNoDateOrTwo(String printed) {
    PrintedPeriod year = only("cash of $5bn at " + printed + " was up", "2026");
    assertThat(year.part()).isEqualTo(Part.YEAR);
    assertThat(year.year()).isEqualTo(2026);
  }

  @Test
  void aFullStopBehindAMonthMayEndTheSentence() {
    assertThat(labels("It rose in Dec. It fell in May. 30 stores closed"))
        .containsExactly("Dec", "May");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FY2025/26  | YEAR        | 0 | 2026 | true
          FY25/26    | YEAR        | 0 | 2026 | true
          2025/26    | YEAR        | 0 | 2026 | true
          Q3 FY25/26 | QUARTER     | 3 | 2026 | true
          FY3/2027   | YEAR        | 0 | 2027 | true
          Q3 26      | QUARTER     | 3 | 2026 | false
          Q3-26      | QUARTER     | 3 | 2026 | false
          Q3/26      | QUARTER     | 3 | 2026 | false
          Q3'26      | QUARTER     | 3 | 2026 | false
          3Q/26      | QUARTER     | 3 | 2026 | false
          H1/2026    | HALF        | 1 | 2026 | false
          H1/26E     | HALF        | 1 | 2026 | false
          9M 2026    | NINE_MONTHS | 0 | 2026 | false
          9M26       | NINE_MONTHS | 0 | 2026 | false
          9M2026     | NINE_MONTHS | 0 | 2026 | false
          9M/26      | NINE_MONTHS | 0 | 2026 | false
          9M FY26    | NINE_MONTHS | 0 | 2026 | true
          6M26       | HALF        | 1 | 2026 | false
          """)
  void readsTheYearsOfCodes(String printed, Part part, int number, int year, boolean fiscal) {
    PrintedPeriod code = only("revenue in " + printed + " was higher", printed);
    assertThat(code.part()).isEqualTo(part);
    assertThat(code.number()).isEqualTo(number);
    assertThat(code.year()).isEqualTo(year);
    assertThat(code.fiscal()).isEqualTo(fiscal);
  }

  @Test
  void aFigureBehindACodeIsNoYear() {
    assertThat(labels("Margin Q3 26% and Q2 25 million, Q1 26 28 30, Q4 12"))
        .containsExactly("Q3", "Q2", "Q1", "Q4");
    assertThat(labels("It sold 9m in 2026, and 9m before")).containsExactly("2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          three months ended September 30, 2026   | QUARTER_TO     | 9 | 30 | 2026
          3 months ended Sept. 30, 2026           | QUARTER_TO     | 9 | 30 | 2026
          six months ended 30 June 2026           | HALF_TO        | 6 | 30 | 2026
          nine months ending September 30, 2026   | NINE_MONTHS_TO | 9 | 30 | 2026
          twelve months ended June 2026           | YEAR_TO        | 6 |    | 2026
          quarter ended 30 June 2026              | QUARTER_TO     | 6 | 30 | 2026
          third quarter ended 2026-09-30          | QUARTER_TO     | 9 | 30 | 2026
          half ended 30 June 2026                 | HALF_TO        | 6 | 30 | 2026
          half-year ended 30 June 2026            | HALF_TO        | 6 | 30 | 2026
          year ended 31 March 2026                | YEAR_TO        | 3 | 31 | 2026
          fiscal year ended May 31, 2026          | YEAR_TO        | 5 | 31 | 2026
          year ended March 31                     | YEAR_TO        | 3 | 31 |
          """)
  void readsATimeByTheDayOnWhichItEnded(
      String printed, Part part, int month, @Nullable Integer day, @Nullable Integer year) {
    PrintedPeriod ended = only("revenue for the " + printed + " was higher", printed);
    assertThat(ended.part()).isEqualTo(part);
    assertThat(ended.number()).isEqualTo(month);
    assertThat(ended.day()).isEqualTo(day);
    assertThat(ended.year()).isEqualTo(year);
    assertThat(ended.end()).isFalse();
  }

  @Test
  void whatOnlyEndedIsNoPeriod() {
    assertThat(labels("the quarter ended well and the three months ended in losses")).isEmpty();
  }

  /// The one period of `text`, which is printed so.
  private static PrintedPeriod only(String text, String printed) {
    assertThat(labels(text)).containsExactly(printed);
    return read(text).getFirst();
  }
}
