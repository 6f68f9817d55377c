package io.readthrough.benchmark;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The text of the sample notes, cut into notes of 5,000 characters.
final class SampleNotes {
  /// Characters of a note.
  static final int LENGTH = 5_000;

  private static final Path FOLDER = Path.of("events", "notes");

  private SampleNotes() {}

  static List<String> texts() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        if (!file.toString().endsWith(".html")) {
          all.append(Files.readString(file)).append("\n\n");
        }
      }
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i + LENGTH <= all.length(); i += LENGTH) {
      texts.add(all.substring(i, i + LENGTH));
    }
    return texts;
  }

  /// A note whose whole text is its body.
  static ParsedNote note(String text) {
    FirmId firm = new FirmId("bench");
    String key = "firms/bench/inbox/note.txt";
    SourceObject object =
        new SourceObject("notes", key, "v", "e", new Sequencer("01"), Instant.EPOCH);
    return new ParsedNote(
        new NoteSource(
            firm, NoteId.of(firm, key), object, "note.txt", "", "text/plain", text.length()),
        text,
        "en",
        null,
        null,
        null,
        null,
        Publication.UNKNOWN,
        List.of(new Region(RegionKind.BODY, new TextSpan(0, text.length()), null)),
        List.of(),
        "text/1",
        1,
        List.of());
  }
}
