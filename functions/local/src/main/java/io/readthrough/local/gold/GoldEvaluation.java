package io.readthrough.local.gold;

import io.readthrough.core.evaluation.ContentComparison;
import io.readthrough.core.evaluation.ContentMeasure;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.evaluation.NoteContent;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.parse.NoteParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Has the program read the notes of a gold set, as it would read notes that a firm drops, and
/// compares what it says with what the annotations say.
public final class GoldEvaluation {
  private static final FirmId FIRM = new FirmId("gold");
  private static final LocalTime RECEIVED = LocalTime.NOON;

  private final NoteParser parser = new NoteParser();
  private final NoteScorer scorer;
  private final Consumer<String> complaints;

  /// An evaluation of `scorer`.
  ///
  /// @param complaints is given a sentence for each thing that could not be measured
  public GoldEvaluation(NoteScorer scorer, Consumer<String> complaints) {
    this.scorer = scorer;
    this.complaints = complaints;
  }

  /// The notes of one folder.
  ///
  /// @param folder as it was named
  /// @param notes in the order of their names
  public record Half(String folder, List<ComparedNote> notes) {
    public Half {
      notes = List.copyOf(notes);
    }

    /// The sums of the measures over the notes.
    Map<ContentMeasure, Detection> measures() {
      Map<ContentMeasure, Detection> sums = new EnumMap<>(ContentMeasure.class);
      for (ContentMeasure measure : ContentMeasure.values()) {
        sums.put(
            measure,
            notes.stream()
                .map(note -> note.comparison().detection(measure))
                .reduce(Detection.NONE, Detection::plus));
      }
      return sums;
    }
  }

  /// A note with the text as the program read it.
  public record ComparedNote(String slug, String text, ContentComparison comparison) {}

  /// Evaluates a folder of notes, or each folder of notes in it.
  ///
  /// @throws MalformedGoldException when an annotation is not complete, or there is none
  public List<Half> evaluate(Path folder) throws IOException, MalformedGoldException {
    List<Half> halves = new ArrayList<>();
    for (Path half : GoldNote.isFolderOfNotes(folder) ? List.of(folder) : folders(folder)) {
      List<ComparedNote> compared = new ArrayList<>();
      for (GoldNote note : GoldNote.readAll(half)) {
        compare(note, half, compared);
      }
      if (!compared.isEmpty()) {
        halves.add(new Half(half.toString(), compared));
      }
    }
    if (halves.isEmpty()) {
      throw new MalformedGoldException(
          folder, "there is no note in it: a note is a .txt with a .json of the same name", null);
    }
    return halves;
  }

  /// The folders in `folder` by their names.
  static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void compare(GoldNote note, Path folder, List<ComparedNote> compared)
      throws MalformedGoldException {
    switch (parser.parse(raw(note)).getFirst()) {
      case ParseOutcome.Parsed parsed -> {
        String text = parsed.note().text();
        NoteContent gold =
            Contents.of(
                note,
                text,
                quote ->
                    complaints.accept(note.slug() + ": the parser did not keep '" + quote + "'."));
        NoteContent predicted = Contents.of(scorer.score(parsed.note()));
        compared.add(new ComparedNote(note.slug(), text, new ContentComparison(gold, predicted)));
      }
      case ParseOutcome.Unpacked unpacked ->
          throw new IllegalStateException("a text holds no other notes");
      case ParseOutcome.Rejected rejected ->
          throw new MalformedGoldException(folder.resolve(note.slug()), rejected.detail(), null);
      case ParseOutcome.Removed removed ->
          throw new IllegalStateException("a note that was read is not removed");
    }
  }

  /// A note as a firm would drop it.
  static RawNote raw(GoldNote note) {
    String filename = note.slug() + ".txt";
    String key = "firms/" + FIRM + "/inbox/" + filename;
    Instant received =
        LocalDate.parse(note.annotation().published()).atTime(RECEIVED).toInstant(ZoneOffset.UTC);
    return new RawNote(
        FIRM,
        NoteId.of(FIRM, key),
        new SourceObject("none", key, null, null, new Sequencer("0"), received),
        filename,
        note.text().getBytes(StandardCharsets.UTF_8));
  }
}
