package io.readthrough.core.fact.period;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import io.readthrough.core.note.Publication;
import io.readthrough.core.text.Tokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodCalendarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Q2                          | actual   | 2026-08-19 | 2026-04-01 | 2026-06-30
          second quarter              | actual   | 2026-07-30 | 2026-04-01 | 2026-06-30
          Q2 2025                     | actual   | 2026-07-30 | 2025-04-01 | 2025-06-30
          2Q25                        | actual   | 2026-07-30 | 2025-04-01 | 2025-06-30
          third quarter of 2027       | estimate | 2026-07-30 | 2027-07-01 | 2027-09-30
          Q4                          | guidance | 2026-10-20 | 2026-10-01 | 2026-12-31
          Q3                          | estimate | 2026-10-10 | 2026-07-01 | 2026-09-30
          1H26                        | actual   | 2026-08-01 | 2026-01-01 | 2026-06-30
          2027E                       | estimate | 2026-08-01 | 2027-01-01 | 2027-12-31
          2026                        | estimate | 2026-08-01 | 2026-01-01 | 2026-12-31
          full year                   | guidance | 2026-08-01 | 2026-01-01 | 2026-12-31
          full year                   | actual   | 2026-02-11 | 2025-01-01 | 2025-12-31
          this year                   | guidance | 2026-08-01 | 2026-01-01 | 2026-12-31
          next year                   | estimate | 2026-08-01 | 2027-01-01 | 2027-12-31
          last quarter                | actual   | 2026-08-01 | 2026-04-01 | 2026-06-30
          August                      | actual   | 2026-09-04 | 2026-08-01 | 2026-08-31
          August                      | actual   | 2026-02-04 | 2025-08-01 | 2025-08-31
          first nine months of 2026   | actual   | 2026-11-04 | 2026-01-01 | 2026-09-30
          June quarter                | actual   | 2026-08-04 | 2026-04-01 | 2026-06-30
          quarter-end                 | actual   | 2026-08-04 |            | 2026-06-30
          30 June 2026                | actual   | 2026-08-04 |            | 2026-06-30
          30 June                     | actual   | 2026-08-04 |            | 2026-06-30
          end of 2027                 | estimate | 2026-08-04 |            | 2027-12-31
          9M26                                  | actual   | 2026-11-04 | 2026-01-01 | 2026-09-30
          Q3/26                                 | actual   | 2026-11-04 | 2026-07-01 | 2026-09-30
          2026-09-30                            | actual   | 2026-11-04 |            | 2026-09-30
          three months ended September 30, 2026 | actual   | 2026-11-04 | 2026-07-01 | 2026-09-30
          six months ended 30 June 2026         | actual   | 2026-11-04 | 2026-01-01 | 2026-06-30
          nine months ended Sept. 30, 2026      | actual   | 2026-11-04 | 2026-01-01 | 2026-09-30
          year ended 31 March 2026              | actual   | 2026-05-04 | 2025-04-01 | 2026-03-31
          year ended January 3, 2026            | actual   | 2026-03-04 | 2025-01-01 | 2025-12-31
          quarter ended June 30                 | actual   | 2026-08-04 | 2026-04-01 | 2026-06-30
          year ending March 31                  | guidance | 2026-08-04 | 2026-04-01 | 2027-03-31
          February 29, 2028                     | actual   | 2028-03-04 |            | 2028-02-29
          """)
  void givesPeriodsTheirDays(
      String printed, String kind, LocalDate published, @Nullable LocalDate start, LocalDate end) {
    Period period = resolve(printed, kind, published, null);
    assertThat(period.label()).isEqualTo(printed);
    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period.reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Q2                         | actual   | equity:CLSK | 2026-05-10 | 2026-01-01 | 2026-03-31
          Q3 of fiscal 2027          | actual   | equity:NVDA | 2026-11-19 | 2026-08-01 | 2026-10-31
          fiscal 2026                | estimate | equity:TGT  | 2026-08-19 | 2026-02-01 | 2027-01-31
          fiscal 2027                | estimate | equity:WMT  | 2026-08-19 | 2026-02-01 | 2027-01-31
          FY26                       | actual   | equity:AAPL | 2026-11-01 | 2025-10-01 | 2026-09-30
          Q1                         | actual   | equity:NKE  | 2026-10-02 | 2026-06-01 | 2026-08-31
          2QFY27                     | actual   | equity:INFY | 2026-10-20 | 2026-07-01 | 2026-09-30
          this year                  | guidance | equity:NVDA | 2026-08-01 | 2026-01-01 | 2026-12-31
          """)
  void knowsTheFiscalYearsOfCompanies(
      String printed,
      String kind,
      String entity,
      LocalDate published,
      LocalDate start,
      LocalDate end) {
    Period period = resolve(printed, kind, published, entity);
    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Q2                 | actual   |             |            | no year is printed, and the note has no date
          Q2                 | actual   |             | 2026-05-10 | ended too long before the note
          fiscal 2027        | estimate | equity:ZZZZ | 2026-05-10 | fiscal year ends
          ltm                | actual   |             | 2026-05-10 | does not print where
          this year          | guidance |             |            | no date
          30 June            | actual   |             |            | no year is printed
          September 31, 2026 | actual   |             | 2026-11-05 | no day 31
          September 31       | actual   |             | 2026-11-05 | no day 31
          February 29, 2026  | actual   |             | 2026-11-05 | no day 29
          quarter ended September 31, 2026 | actual |    | 2026-11-05 | no day 31
          """)
  void saysWhyDaysCannotBeTold(
      String printed,
      String kind,
      @Nullable String entity,
      @Nullable LocalDate published,
      String reason) {
    Period period = resolve(printed, kind, published, entity);
    assertThat(period.label()).isEqualTo(printed);
    assertThat(period.start()).isNull();
    assertThat(period.end()).isNull();
    assertThat(period.reason()).contains(reason);
  }

  @Test
  void takesNothingFromTheTimeAnObjectWasStored() {
    Publication stored =
        new Publication(
            LocalDate.of(2026, 8, 1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            Publication.Basis.OBJECT_TIME);
    assertThat(new PeriodCalendar(stored).resolve(printed("Q2"), null, Kind.ACTUAL).end()).isNull();
  }

  private static Period resolve(
      String printed, String kind, @Nullable LocalDate published, @Nullable String entity) {
    Publication publication =
        published == null
            ? Publication.UNKNOWN
            : new Publication(
                published.atStartOfDay(ZoneOffset.UTC).toInstant(), Publication.Basis.DOCUMENT);
    Kind of = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new PeriodCalendar(publication).resolve(printed(printed), entity, of);
  }

  private static PrintedPeriod printed(String text) {
    Tokens tokens = Tokens.of(text);
    PeriodReader.Read read =
        requireNonNull(new PeriodReader(tokens).at(0, tokens.size()), "no period: " + text);
    assertThat(read.to()).as(text).isEqualTo(tokens.size());
    return read.period();
  }
}
