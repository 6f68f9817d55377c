package io.readthrough.parse.structure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14 October 2026 07:10 BST | 2026-10-14T06:10:00Z",
        "14 October 2026, 09:20 EDT | 2026-10-14T13:20:00Z",
        "19 Nov 2026 06:05 GMT | 2026-11-19T06:05:00Z",
        "14th of October 2026 at 7.10am (CET) | 2026-10-14T06:10:00Z",
        "October 14, 2026 12:05 p.m. ET | 2026-10-14T16:05:00Z",
        "Dec. 1st, 2026 12:05 am ET | 2026-12-01T05:05:00Z",
        "2026-10-14T07:10:00Z | 2026-10-14T07:10:00Z",
        "2026-10-14T07:10:00.123+01:00 | 2026-10-14T06:10:00Z",
        "2026-10-14 07:10 UTC+8 | 2026-10-13T23:10:00Z",
        "Wed, 14 Oct 2026 07:10:30 -0530 | 2026-10-14T12:40:30Z",
        "14 October 2026 18:30 HKT | 2026-10-14T10:30:00Z",
        "14 October 2026 08:00 JST | 2026-10-13T23:00:00Z",
        "14 October 2026 08:00 CEST | 2026-10-14T06:00:00Z",
        "14 January 2026 08:00 New York time | 2026-01-14T13:00:00Z",
        "07:10 BST, 14 October 2026 | 2026-10-14T06:10:00Z",
        "16:45 EDT on Thursday 30 July 2026 | 2026-07-30T20:45:00Z"
      })
  void readsAMoment(String printed, Instant moment) {
    assertThat(requireNonNull(PrintedDate.in(printed)).moment()).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sunday 25 October 2026 | 2026-10-25",
        "25/10/2026 | 2026-10-25",
        "10/25/2026 | 2026-10-25",
        "4.4.2026 | 2026-04-04",
        "2026/10/14 | 2026-10-14",
        "2026年10月14日 | 2026-10-14",
        "14 October 2026 07:10 | 2026-10-14",
        "14 October 2026 07:10 CST | 2026-10-14",
        "14 October 2026 27:10 GMT | 2026-10-14",
        "31 February 2026 or 1 March 2026 | 2026-03-01"
      })
  void readsADayWithoutACertainMoment(String printed, LocalDate day) {
    PrintedDate date = requireNonNull(PrintedDate.in(printed));
    assertThat(date.date()).isEqualTo(day);
    assertThat(date.moment()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2026", "3.4.2026 07:10 GMT", "Date: 11-12-2026"})
  void doesNotGuessTheOrderOfDigits(String printed) {
    PrintedDate date = requireNonNull(PrintedDate.in(printed));
    assertThat(date.date()).isNull();
    assertThat(date.moment()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "18 August", "2Q 2026", "1,234 2026", "42 October 2026", "$1.5/2.6/2026"})
  void findsNoDateWhereThereIsNone(String printed) {
    assertThat(PrintedDate.in(printed)).isNull();
  }
}
