package io.readthrough.local;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.bench.ColdStarts;
import io.readthrough.local.bench.Timings;
import io.readthrough.local.command.WholeNumber;
import io.readthrough.local.demo.Answer;
import io.readthrough.local.demo.ApiClient;
import io.readthrough.local.demo.NoteDropper;
import io.readthrough.local.endpoint.EmbeddedAws;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.FunctionPackage;
import io.readthrough.local.pipeline.Packages;
import io.readthrough.local.pipeline.Pipeline;
import io.readthrough.parse.NoteParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

/// Measures speed on this machine, in a data folder of its own that is gone afterwards.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures, on this machine: from drop to answer and scoring of a 5 kB note, warm; and the"
            + " cold start of each function beside an empty one.")
final class BenchCommand implements Callable<Integer> {
  private static final FirmId FIRM = new FirmId("bench");
  private static final int NOTE_BYTES = 5_000;
  private static final int SCORINGS = 500;
  private static final String FILENAME = "bench.txt";
  private static final String CURSOR_KEY = "0123456789abcdef0123456789abcdef";

  @Option(
      names = "--drops",
      paramLabel = "N",
      converter = Drops.class,
      description = "Notes to drop, after half as many to warm up. Default: ${DEFAULT-VALUE}")
  private int drops = 200;

  @Option(
      names = "--starts",
      paramLabel = "N",
      converter = Starts.class,
      description = "Cold starts of each function; 0 for none. Default: ${DEFAULT-VALUE}")
  private int starts = 7;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "Folder whose .txt files the 5 kB note is made of. Default: ${DEFAULT-VALUE}")
  private Path samples = Path.of("events", "notes");

  @Option(
      names = "--functions",
      paramLabel = "DIR",
      description = "Where <name>/target/<name>.zip is found. Default: ${DEFAULT-VALUE}")
  private Path functions = Path.of("functions");

  @Override
  public Integer call() throws IOException {
    byte[] note = note();
    Path data = Files.createTempDirectory("readthrough-bench-");
    try {
      measure(note, new DataFolder(data));
    } catch (FunctionException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      FunctionPackage.delete(data);
    }
    return 0;
  }

  private void measure(byte[] note, DataFolder data) throws IOException, FunctionException {
    PrintStream console = data.redirectFunctionOutput();
    Consumer<String> trouble = console::println;
    console.println(Timings.HEAD);
    console.println(scoring(note).toLine("score a 5 kB note, warm"));
    Packages packages =
        new Packages(functions, data.path().resolve("unpacked"), data.functionLog());
    try (Pipeline pipeline =
            Pipeline.start(
                new Pipeline.Settings(data.path(), 0, EmbeddedAws.Ports.FREE, Optional.empty()),
                trouble);
        S3Client s3 = pipeline.aws().s3Client();
        ApiClient api = new ApiClient(pipeline.uri(), pipeline.token(FIRM))) {
      NoteDropper dropper =
          new NoteDropper(s3, pipeline.resources().notesBucket(), api, FIRM, pipeline.model());
      console.println(
          dropping(note, dropper).toLine("drop a 5 kB note until it is answered, warm"));
      if (starts > 0) {
        new ColdStarts(pipeline, packages, FIRM, NoteDropper.key(FIRM, FILENAME))
            .measure(starts, CURSOR_KEY)
            .forEach(
                (name, result) -> {
                  console.println(result.init().toLine("cold start, " + name + ": init"));
                  console.println(
                      result.firstCall().toLine("cold start, " + name + ": first call"));
                  console.println(result.total().toLine("cold start, " + name + ": both"));
                });
      }
    }
  }

  /// The samples' words, as many as make a note of 5 kB.
  private byte[] note() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(samples)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no folder " + samples + ": run from the project's folder, or give --samples",
          e);
    }
    if (text.isEmpty()) {
      throw new IOException(
          "the folder " + samples + " has no .txt file with words: give --samples another one");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, Math.min(bytes.length, NOTE_BYTES));
  }

  private Timings scoring(byte[] note) throws IOException {
    String key = NoteDropper.key(FIRM, FILENAME);
    RawNote raw =
        new RawNote(
            FIRM,
            NoteId.of(FIRM, key),
            new SourceObject("bench", key, null, null, new Sequencer("0"), Instant.now()),
            FILENAME,
            note);
    if (!(new NoteParser().parse(raw).getFirst() instanceof ParseOutcome.Parsed parsed)) {
      throw new IOException("the samples in " + samples + " make no note");
    }
    NoteScorer scorer = NoteScorer.standard();
    return Timings.of(SCORINGS, SCORINGS, () -> scorer.score(parsed.note()));
  }

  /// Each drop is a new revision of the note.
  private Timings dropping(byte[] note, NoteDropper dropper) throws IOException {
    byte[] content = note.clone();
    int[] revision = {0};
    return Timings.of(
        drops / 2,
        drops,
        () -> {
          byte[] stamp = "%08d".formatted(revision[0]++).getBytes(StandardCharsets.US_ASCII);
          System.arraycopy(stamp, 0, content, content.length - stamp.length, stamp.length);
          if (!(dropper.drop(FILENAME, content).answer() instanceof Answer.Scored)) {
            throw new IOException("a note was not answered as scored");
          }
        });
  }

  /// How many notes to drop, as an option: at least one warms up.
  static final class Drops extends WholeNumber {
    Drops() {
      super(2, 1_000_000);
    }
  }

  /// How many cold starts, as an option.
  static final class Starts extends WholeNumber {
    Starts() {
      super(0, 1_000);
    }
  }
}
