package io.readthrough.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.parse.NoteParser;
import io.readthrough.store.json.ScoredNoteJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores files and prints what the API would answer; stores nothing.
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Prints the scored note of each file as a line of JSON. Stores nothing.")
final class ScoreCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final String BUCKET = "local";

  @Option(
      names = "--firm",
      paramLabel = "FIRM",
      description = "The firm that the notes are of; their ids follow from it. Default: demo")
  private String firm = "demo";

  @Option(names = "--pretty", description = "Indent the JSON.")
  private boolean pretty;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The notes; - reads one from standard input.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (!FirmId.isValid(firm)) {
      throw new IOException(
          "'" + firm + "' cannot name a firm: use 1 to 63 lower-case letters, digits and hyphens");
    }
    NoteParser parser = new NoteParser();
    NoteScorer scorer = NoteScorer.standard();
    int failed = 0;
    for (String file : files) {
      try {
        RawNote note = read(file);
        switch (parser.parse(note)) {
          case ParseOutcome.Parsed parsed ->
              print(
                  ScoredNoteJson.write(scorer.score(parsed.note()), 1, note.object().eventTime()));
          case ParseOutcome.Rejected rejected -> failed += complain(file, rejected.detail());
          case ParseOutcome.Removed _ -> throw new IllegalStateException("a file was removed");
        }
      } catch (NoSuchFileException e) {
        failed += complain(file, "there is no such file");
      } catch (IOException e) {
        failed += complain(file, "cannot be read: " + e.getMessage());
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private static int complain(String file, String why) {
    System.err.println("readthrough: " + file + ": " + why);
    return 1;
  }

  /// A file as if it lay in the firm's inbox since it was last changed.
  private RawNote read(String file) throws IOException {
    boolean piped = file.equals(STANDARD_INPUT);
    Path path = Path.of(file);
    String filename = piped ? "standard-input" : String.valueOf(path.getFileName());
    // One byte more than a note may have is enough for the parser to refuse it.
    byte[] bytes;
    try (InputStream in = piped ? System.in : Files.newInputStream(path)) {
      bytes = in.readNBytes(NoteParser.MAX_BYTES + 1);
    }
    FirmId owner = new FirmId(firm);
    String key = "firms/" + owner + "/inbox/" + filename;
    Instant time = piped ? Instant.now() : Files.getLastModifiedTime(path).toInstant();
    return new RawNote(
        owner,
        NoteId.of(owner, key),
        new SourceObject(BUCKET, key, null, null, new Sequencer("0"), time),
        filename,
        bytes,
        "application/octet-stream");
  }

  private void print(byte[] json) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    JsonFactory factory = new JsonFactory();
    try (JsonParser in = factory.createParser(json);
        JsonGenerator out = factory.createGenerator(line)) {
      if (pretty) {
        out.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      in.nextToken();
      out.copyCurrentStructure(in);
    }
    PrintStream out = System.out;
    out.write(line.toByteArray());
    out.println();
    out.flush();
  }
}
