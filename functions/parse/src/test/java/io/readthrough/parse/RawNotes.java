package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.parse.extract.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Notes for tests, as a firm drops them.
public final class RawNotes {
  /// When the notes are dropped: after every date that one of them prints.
  static final Instant RECEIVED = Instant.parse("2026-12-31T12:00:00Z");

  private static final FirmId FIRM = new FirmId("acme");

  /// The standard limits, but for the time: a busy machine must not decide what comes of a
  /// document.
  private static final Limits PATIENT = patient(Limits.STANDARD);

  private RawNotes() {}

  /// The folder of the sample notes.
  public static Path samples() {
    return Path.of(System.getProperty("basedir", ".")).resolve("../../events/notes").normalize();
  }

  private static Limits patient(Limits limits) {
    return new Limits(
        limits.bytes(),
        limits.characters(),
        limits.pages(),
        limits.depth(),
        limits.parts(),
        limits.expandedBytes(),
        limits.expansionRatio(),
        limits.elements(),
        300_000);
  }

  public static RawNote raw(String filename, byte[] bytes) {
    String key = "firms/acme/inbox/" + filename;
    return new RawNote(
        FIRM,
        NoteId.of(FIRM, key),
        new SourceObject("notes", key, null, null, new Sequencer("01"), RECEIVED),
        filename,
        bytes);
  }

  /// The outcome of an object that is dropped under that name.
  public static ParseOutcome parse(String filename, byte[] bytes) {
    return parseAll(filename, bytes).getFirst();
  }

  /// The outcomes of such an object and of its parts.
  public static List<ParseOutcome> parseAll(String filename, byte[] bytes) {
    return new NoteParser(PATIENT).parse(raw(filename, bytes));
  }

  /// Parses what must be readable.
  public static ParsedNote parsed(String filename, String text) {
    return parsed(parse(filename, text.getBytes(UTF_8)));
  }

  public static ParsedNote parsed(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome).note();
  }

  public static ParseOutcome.Rejected rejected(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Rejected.class);
    return (ParseOutcome.Rejected) outcome;
  }

  /// The text of all regions of a kind.
  public static List<String> regions(ParsedNote note, RegionKind kind) {
    return note.regions().stream()
        .filter(region -> region.kind() == kind)
        .map(region -> region.span().of(note.text()))
        .toList();
  }

  /// Checks what is true of every parsed note.
  public static void checkInvariants(ParsedNote note) {
    String text = note.text();
    int end = 0;
    for (Region region : note.regions()) {
      int start = region.span().start();
      assertThat(region.span().length()).isPositive();
      assertThat(text.substring(end, start)).as("between regions").isBlank();
      end = region.span().end();
      assertThat(Character.isWhitespace(text.charAt(start))).isFalse();
      assertThat(Character.isWhitespace(text.charAt(end - 1))).isFalse();
    }
    assertThat(text.substring(end)).as("after the last region").isBlank();
    RatingBox box = note.ratingBox();
    if (box != null) {
      assertThat(box.span().of(text)).isEqualTo(box.span().of(text).strip()).isNotEmpty();
      assertThat(Stream.of(box.rating(), box.previousRating(), box.target(), box.previousTarget()))
          .anyMatch(Objects::nonNull);
    }
    note.vendorScores()
        .forEach(score -> assertThat(score.span().of(text)).isEqualTo(score.printed()));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
      boolean bidi = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
      if (control || bidi) {
        throw new AssertionError("U+" + Integer.toHexString(c) + " at " + i);
      }
    }
    assertThat(note.textCoverage()).isBetween(0.0, 1.0);
  }
}
