package io.readthrough.core.score;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import java.time.Instant;
import java.util.List;

/// Notes of which nothing matters but the text and its regions.
public final class BodyNote {
  private BodyNote() {}

  /// A note that is nothing but its body.
  public static ParsedNote of(String text) {
    return text.isBlank()
        ? of(text, new Region[0])
        : of(text, new Region(RegionKind.BODY, new TextSpan(0, text.length()), null));
  }

  /// A note with these regions.
  public static ParsedNote of(String text, Region... regions) {
    FirmId firm = new FirmId("acme");
    String key = "firms/acme/inbox/note.txt";
    NoteSource source =
        new NoteSource(
            firm,
            NoteId.of(firm, key),
            new SourceObject("notes", key, null, null, new Sequencer("0"), Instant.EPOCH),
            "note.txt",
            "",
            "text/plain",
            text.length());
    return new ParsedNote(
        source,
        text,
        "en",
        null,
        null,
        null,
        null,
        Publication.UNKNOWN,
        List.of(regions),
        List.of(),
        "test",
        1,
        List.of());
  }
}
