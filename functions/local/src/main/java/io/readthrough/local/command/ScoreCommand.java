package io.readthrough.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.parse.NoteParser;
import io.readthrough.store.json.ScoredNoteJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Scores files as the functions would, and prints the scored notes. Nothing is stored.
///
/// A file is what the firm would have dropped into its inbox under the file's name: it has that
/// note's id, its first revision, and was received and available at the same moment, now or as
/// `--at` says. All else depends on the bytes, the name and the model alone.
@Command(
    name = "score",
    description = "Prints the scored note of each file as a line of JSON. Stores nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ScoreCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final String NO_BUCKET = "none";
  private static final Sequencer ONLY_EVENT = new Sequencer("0");
  private static final int FIRST_REVISION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private final Console console;
  private final NoteParser parser = new NoteParser();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Files with notes: PDF, Office, RTF, e-mail, HTML, Markdown, plain text, JSON, ZIP; - is"
              + " standard input. A mail and what is attached to it are notes of their own.")
  private List<String> files = List.of();

  @Option(
      names = "--firm",
      paramLabel = "FIRM",
      defaultValue = "demo",
      converter = Firm.class,
      description = "The firm whose notes they are; part of their ids (${DEFAULT-VALUE}).")
  private FirmId firm = new FirmId("demo");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Time.class,
      description =
          "When they were received, as 2026-01-31T09:30:00Z; now unless given. With it, the same"
              + " files give the same bytes.")
  private @Nullable Instant at;

  @Option(
      names = "--securities",
      paramLabel = "LIST",
      description =
          "A list of your own securities, as under firms/<firm>/reference/: CSV, or the SEC's"
              + " company_tickers_exchange.json. Can be given again.")
  private List<String> securities = List.of();

  @Option(names = "--pretty", description = "Print each note over several lines.")
  private boolean pretty;

  /// A command that reads standard input from `console` and speaks to it.
  public ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    NoteScorer scorer = scorer();
    if (scorer == null) {
      return 1;
    }
    Instant received = at == null ? console.clock().instant() : at;
    int status = 0;
    for (String file : files) {
      if (!score(file, scorer, received)) {
        status = 1;
      }
      if (console.out().checkError()) {
        // Nobody reads any more: `score ... | head`.
        return 1;
      }
    }
    return status;
  }

  /// The scorer that knows the firm's own securities too; null when one of the lists cannot be
  /// taken, and the console says why.
  private @Nullable NoteScorer scorer() {
    NoteScorer standard = NoteScorer.standard();
    if (securities.isEmpty()) {
      return standard;
    }
    SecurityFiles lists = new SecurityFiles(console);
    boolean all = true;
    for (String list : securities) {
      all &= lists.add(list).isPresent();
    }
    return all ? standard.with(SecurityMentions.of(lists.securities())) : null;
  }

  /// Whether all notes of the file were scored; if not, the console says why.
  private boolean score(String file, NoteScorer scorer, Instant received) {
    byte @Nullable [] bytes = read(file);
    if (bytes == null) {
      return false;
    }
    if (bytes.length > NoteParser.MAX_BYTES) {
      console.complain(
          file,
          "it has more than "
              + NoteParser.MAX_BYTES
              + " bytes, the most of a note; save it without images, or in parts.");
      return false;
    }
    boolean all = true;
    for (ParseOutcome outcome : parser.parse(note(file, bytes, received))) {
      NoteSource.Part part = outcome.source().part();
      String name = part == null ? file : file + "!/" + part.path();
      all &=
          switch (outcome) {
            case ParseOutcome.Parsed parsed -> score(name, parsed.note(), scorer, received);
            case ParseOutcome.Unpacked unpacked -> true;
            case ParseOutcome.Rejected rejected -> {
              console.complain(name, rejected.detail());
              yield false;
            }
            case ParseOutcome.Removed removed ->
                throw new IllegalStateException("a note that was read is not removed");
          };
    }
    return all;
  }

  private boolean score(String file, ParsedNote note, NoteScorer scorer, Instant received) {
    byte[] json;
    try {
      json = ScoredNoteJson.write(scorer.score(note), FIRST_REVISION, received);
    } catch (RuntimeException e) {
      // One note that shows a fault of the scorer must not cost the others.
      console.complain(file, "the scorer failed on it (" + e + "); please report this fault.");
      return false;
    }
    print(json);
    return true;
  }

  private void print(byte[] json) {
    console.out().writeBytes(pretty ? indented(json) : json);
    console.out().write('\n');
  }

  /// At most one byte more than a note may have; null when the file cannot be read, and the console
  /// says why.
  private byte @Nullable [] read(String file) {
    if (file.equals(STANDARD_INPUT)) {
      try {
        return console.in().readNBytes(NoteParser.MAX_BYTES + 1);
      } catch (IOException e) {
        console.complain(file, "standard input cannot be read (" + e.getMessage() + ").");
        return null;
      }
    }
    try (InputStream in = Files.newInputStream(FileFault.path(file))) {
      return in.readNBytes(NoteParser.MAX_BYTES + 1);
    } catch (IOException e) {
      console.complain(file, FileFault.sentence(file, e));
      return null;
    }
  }

  private RawNote note(String file, byte[] bytes, Instant received) {
    String filename =
        file.equals(STANDARD_INPUT) ? "stdin" : String.valueOf(Path.of(file).getFileName());
    String key = "firms/" + firm + "/inbox/" + filename;
    return new RawNote(
        firm,
        NoteId.of(firm, key),
        new SourceObject(NO_BUCKET, key, null, null, ONLY_EVENT, received),
        filename,
        bytes);
  }

  private static byte[] indented(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser in = JSON.createParser(json);
        JsonGenerator out = JSON.createGenerator(bytes).setPrettyPrinter(new Indented())) {
      while (in.nextToken() != null) {
        out.copyCurrentEventExact(in);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be read and written", e);
    }
    return bytes.toByteArray();
  }

  /// A firm's name as an option.
  static final class Firm implements ITypeConverter<FirmId> {
    @Override
    public FirmId convert(String value) {
      if (!FirmId.isValid(value) || value.equals(FirmId.UNASSIGNED.value())) {
        throw new TypeConversionException(
            "'"
                + value
                + "' cannot name a firm: use 1 to 63 lower-case letters, digits and hyphens"
                + ", and not '"
                + FirmId.UNASSIGNED
                + "'");
      }
      return new FirmId(value);
    }
  }

  /// A time as an option.
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is no time in RFC 3339: write it as 2026-01-31T09:30:00Z");
      }
    }
  }
}
