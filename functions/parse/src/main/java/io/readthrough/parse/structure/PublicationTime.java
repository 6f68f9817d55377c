package io.readthrough.parse.structure;

import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Publication.Basis;
import io.readthrough.parse.extract.DocumentMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides when a note was published: by its masthead, else by its metadata, else by its file's
/// name, else nothing in it tells. A date more than a day after the note was received is left out:
/// the calendar is nowhere further ahead. Of several sources for one day the first with a certain
/// moment wins. Where there is only a day, or a time of day without a certain zone, it is the start
/// of that day in UTC, with a warning.
final class PublicationTime {
  static final String DAY_ONLY =
      "The publication date has no time of day with a certain time zone: the start of that day in"
          + " UTC was taken.";
  static final String AMBIGUOUS =
      "A date in digits can be read day first or month first and was left out: write the month as a"
          + " word, or the date as year-month-day.";

  private PublicationTime() {}

  /// The warning that a date was left out.
  static String future(LocalDate day) {
    return "The publication date "
        + day
        + " lies more than a day after the note was received and was left out: correct it and drop"
        + " the note again.";
  }

  /// @param at null when only the day is certain
  /// @param zone of that moment
  private record Candidate(
      LocalDate day, @Nullable Instant at, @Nullable ZoneId zone, Basis basis) {
    Instant earliest() {
      return at == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : at;
    }
  }

  /// Decides, and adds to `warnings` what was not certain.
  static Publication of(
      Masthead masthead,
      DocumentMetadata metadata,
      String filename,
      Instant received,
      List<String> warnings) {
    List<Candidate> candidates = candidates(masthead, metadata, filename, warnings);
    leaveOutFuture(candidates, received, warnings);
    if (candidates.isEmpty()) {
      return Publication.UNKNOWN;
    }
    LocalDate day = candidates.getFirst().day;
    for (Candidate each : candidates) {
      if (each.at != null && each.day.equals(day)) {
        return new Publication(each.at, each.basis, each.zone == null ? null : each.zone.getId());
      }
    }
    warnings.add(DAY_ONLY);
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Publication(start, candidates.getFirst().basis);
  }

  /// One warning is enough: a masthead may be all dates.
  private static void leaveOutFuture(
      List<Candidate> candidates, Instant received, List<String> warnings) {
    Instant last = received.plus(Duration.ofDays(1));
    Predicate<Candidate> isFuture = each -> each.earliest().isAfter(last);
    candidates.stream()
        .filter(isFuture)
        .findFirst()
        .ifPresent(each -> warnings.add(future(each.day)));
    candidates.removeIf(isFuture);
  }

  private static List<Candidate> candidates(
      Masthead masthead, DocumentMetadata metadata, String filename, List<String> warnings) {
    List<Candidate> candidates = new ArrayList<>();
    boolean ambiguous = false;
    for (PrintedDate each : masthead.dates()) {
      ambiguous |= !add(each, Basis.DOCUMENT, candidates);
    }
    PrintedDate published =
        metadata.published() == null ? null : PrintedDate.in(metadata.published());
    if (published != null) {
      ambiguous |= !add(published, metadata.basis(), candidates);
    }
    if (ambiguous) {
      warnings.add(AMBIGUOUS);
    }
    LocalDate named = PrintedDate.inFilename(filename);
    if (named != null) {
      candidates.add(new Candidate(named, null, null, Basis.FILENAME));
    }
    return candidates;
  }

  /// False when the date is ambiguous.
  private static boolean add(PrintedDate printed, Basis basis, List<Candidate> candidates) {
    if (printed.date() == null) {
      return false;
    }
    candidates.add(new Candidate(printed.date(), printed.moment(), printed.zone(), basis));
    return true;
  }
}
