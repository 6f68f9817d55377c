package io.readthrough.query;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Region;
import io.readthrough.query.Problem.Kind;
import io.readthrough.query.Problem.ParameterError;
import io.readthrough.store.NoteStore;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.StoredNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// `GET /v1/notes/{note_id}` and `/text`. Asks for the note once, for a revision that was replaced
/// once more, and for its text once.
final class NoteEndpoint {
  static final List<String> PARAMETERS = List.of("revision");
  static final List<String> TEXT_PARAMETERS = List.of("start", "revision");

  /// The longest part of a text that one answer holds, in UTF-16 units. At worst each takes 7 bytes
  /// of the response (a control character, escaped twice).
  static final int MAX_UNITS = 500_000;

  /// The most regions that one answer holds; at worst each takes about 100 bytes.
  static final int MAX_REGIONS = 10_000;

  /// In place of a revision: the newest, whichever that is.
  private static final int NEWEST = 0;

  private final NoteStore notes;
  private final ParsedNoteStore parsed;

  NoteEndpoint(NoteStore notes, ParsedNoteStore parsed) {
    this.notes = notes;
    this.parsed = parsed;
  }

  /// The note.
  Answer answer(FirmId firm, String noteId, String query) {
    QueryParameters parameters = new QueryParameters(query, PARAMETERS);
    check(noteId, parameters);
    int revision = revision(parameters);
    if (!parameters.errors().isEmpty()) {
      return Problem.invalid(parameters.errors());
    }
    return answer(firm, noteId, revision, note -> answer(firm, note));
  }

  private static Answer answer(FirmId firm, StoredNote note) {
    String noteId = note.noteId().value();
    return switch (note.status()) {
      case SCORED -> Answer.Found.own(scored(note), firm, noteId, note.revision());
      case UNPACKED, REJECTED -> Answer.Found.own(unscored(note), firm, noteId, note.revision());
      case DELETED -> gone(note);
    };
  }

  /// The note's text.
  Answer textAnswer(FirmId firm, String noteId, String query) {
    QueryParameters parameters = new QueryParameters(query, TEXT_PARAMETERS);
    check(noteId, parameters);
    int start = parameters.integer("start", 0, Integer.MAX_VALUE, 0);
    int revision = revision(parameters);
    if (!parameters.errors().isEmpty()) {
      return Problem.invalid(parameters.errors());
    }
    return answer(firm, noteId, revision, note -> textAnswer(firm, note, start));
  }

  private Answer textAnswer(FirmId firm, StoredNote note, int start) {
    String noteId = note.noteId().value();
    return switch (note.status()) {
      case SCORED -> text(firm, note, start);
      case UNPACKED ->
          Problem.of(
              Kind.NOT_FOUND, "note " + noteId + " has no text, its parts have: " + note.detail());
      case REJECTED ->
          Problem.of(
              Kind.NOT_FOUND, "note " + noteId + " was rejected and has no text: " + note.detail());
      case DELETED -> gone(note);
    };
  }

  private static int revision(QueryParameters parameters) {
    return parameters.integer("revision", 1, Integer.MAX_VALUE, NEWEST);
  }

  /// What `told` makes of the revision that is asked for. A note that was removed has none: all
  /// that it said is gone.
  private Answer answer(
      FirmId firm, String noteId, int revision, Function<StoredNote, Answer> told) {
    NoteId id = new NoteId(noteId);
    StoredNote newest = notes.find(firm, id).orElse(null);
    if (newest == null) {
      return unknown(noteId);
    }
    if (newest.status() == StoredNote.Status.DELETED) {
      return gone(newest);
    }
    if (revision == NEWEST || revision == newest.revision()) {
      return told.apply(newest);
    }
    return notes
        .replaced(firm, id, revision)
        .map(told)
        .orElseGet(
            () ->
                Problem.of(
                    Kind.NOT_FOUND,
                    "note "
                        + noteId
                        + " has no revision "
                        + revision
                        + "; its newest is "
                        + newest.revision()
                        + ", and those from before it was last removed are gone"));
  }

  private static void check(String noteId, QueryParameters parameters) {
    if (!NoteId.isValid(noteId)) {
      parameters.wrong(
          "note_id",
          "is " + QueryParameters.quoted(noteId) + ": it is n_ and 26 characters of a-z and 2-7",
          null);
    }
  }

  private static Problem unknown(String noteId) {
    return Problem.of(
        Kind.NOT_FOUND,
        "there is no note " + noteId + "; /v1/notes lists the notes that there are");
  }

  private static Problem gone(StoredNote note) {
    return Problem.of(
        Kind.GONE,
        "note "
            + note.noteId()
            + " was removed at "
            + note.availableAt()
            + "; drop the object again to have it back");
  }

  private static String scored(StoredNote note) {
    byte[] json = note.json();
    if (json == null) {
      throw new IllegalStateException("note " + note.noteId() + " is scored and has no JSON");
    }
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String unscored(StoredNote note) {
    boolean unpacked = note.status() == StoredNote.Status.UNPACKED;
    return JsonText.object(
        out -> {
          out.writeStringField("note_id", note.noteId().value());
          out.writeStringField("status", unpacked ? "unpacked" : "rejected");
          out.writeNumberField("revision", note.revision());
          out.writeStringField("reason", unpacked ? "holds_notes" : note.reason());
          out.writeStringField("detail", note.detail());
          out.writeStringField("key", note.key());
          out.writeStringField("received_at", note.receivedAt().toString());
          out.writeStringField("available_at", note.availableAt().toString());
          if (unpacked) {
            out.writeArrayFieldStart("parts");
            for (NoteId part : note.parts()) {
              out.writeString(part.value());
            }
            out.writeEndArray();
          }
        });
  }

  private Answer text(FirmId firm, StoredNote note, int start) {
    Optional<ParseOutcome> outcome = parsed.get(firm, note.noteId(), note.sequencer());
    if (outcome.isPresent() && outcome.get() instanceof ParseOutcome.Parsed read) {
      return part(firm, note, read.note(), start);
    }
    // Removed between the two requests: the score function says so in the table first, then deletes
    // the text.
    return Problem.of(
            Kind.UNAVAILABLE, "note " + note.noteId() + " is just being removed: try again")
        .with("retry-after", "1");
  }

  private static Answer part(FirmId firm, StoredNote note, ParsedNote read, int start) {
    String text = read.text();
    if (start > 0 && start >= text.length()) {
      return Problem.invalid(
          List.of(
              new ParameterError(
                  "start",
                  "is " + start + ", but the text has " + text.length() + " UTF-16 units",
                  null)));
    }
    if (splitsPair(text, start)) {
      return Problem.invalid(
          List.of(
              new ParameterError(
                  "start",
                  "is " + start + ", the middle of a character",
                  String.valueOf(start - 1))));
    }
    int limit = (int) Math.min(text.length(), (long) start + MAX_UNITS);
    List<Region> from =
        read.regions().stream()
            .filter(r -> r.span().end() > start)
            .limit(MAX_REGIONS + 1L)
            .toList();
    if (from.size() > MAX_REGIONS) {
      limit = Math.min(limit, from.getLast().span().start());
    }
    int end = splitsPair(text, limit) ? limit - 1 : limit;
    List<Region> regions = from.stream().filter(r -> r.span().start() < end).toList();
    String json =
        JsonText.object(
            out -> {
              out.writeStringField("note_id", note.noteId().value());
              out.writeNumberField("revision", note.revision());
              out.writeStringField("language", read.language());
              out.writeNumberField("length", text.length());
              out.writeStringField("offset_unit", "utf16");
              out.writeNumberField("start", start);
              out.writeNumberField("end", end);
              if (end < text.length()) {
                out.writeNumberField("next_start", end);
              } else {
                out.writeNullField("next_start");
              }
              out.writeStringField("text", text.substring(start, end));
              out.writeArrayFieldStart("regions");
              for (Region region : regions) {
                out.writeStartObject();
                out.writeStringField("kind", region.kind().name().toLowerCase(Locale.ROOT));
                out.writeNumberField("start", region.span().start());
                out.writeNumberField("end", region.span().end());
                if (region.page() != null) {
                  out.writeNumberField("page", region.page());
                }
                out.writeEndObject();
              }
              out.writeEndArray();
            });
    return Answer.Found.own(json, firm, note.noteId(), note.revision(), start);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
