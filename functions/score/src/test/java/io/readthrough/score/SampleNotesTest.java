package io.readthrough.score;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.store.ScoredNotes;
import io.readthrough.store.json.ScoredNoteInvariants;
import io.readthrough.store.json.ScoredNoteJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sample notes keep all invariants through the real scorer: as they lie in the file, which is
/// harder than what the parser makes of them.
class SampleNotesTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../events/notes"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsTheSchemaAndTheInvariants(Path sample) throws IOException {
    String text = new String(Files.readAllBytes(sample), StandardCharsets.UTF_8);
    ParsedNote parsed =
        new ParsedNote(
            ScoredNotes.source(
                new FirmId("acme"),
                "firms/acme/inbox/" + sample.getFileName(),
                new Sequencer("0A")),
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
    ScoredNote note = SCORER.score(parsed);
    ScoredNoteInvariants.check(ScoredNoteJson.write(note, 1, Instant.EPOCH), text);
    ScoredNoteInvariants.check(ScoredNoteJson.write(note, 1, Instant.EPOCH, 2), text);
  }
}
