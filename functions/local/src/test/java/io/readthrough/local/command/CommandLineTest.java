package io.readthrough.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What all commands have in common: what cannot be understood is said in a sentence, status 2.
class CommandLineTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "run, --port, 99999, 0 to 65535",
    "run, --port, -1, 0 to 65535",
    "run, --s3-port, 65536, 0 to 65535",
    "run, --dynamodb-port, 4294967296, 0 to 65535",
    "run, --sqs-port, eighty, 0 to 65535",
    "bench, --drops, 0, 2 to 1000000",
    "bench, --drops, 1, 2 to 1000000",
    "bench, --starts, -1, 0 to 1000",
    "securities, --bench, -5, 1 to 100000",
    "securities, --bench, 100001, 1 to 100000",
    "train, --errors, -1, 0 to 100000",
  })
  void aNumberOutOfItsBoundsIsNamedWithThem(
      String command, String option, String value, String bounds) {
    Run run = Run.of(command, option + "=" + value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("'" + option + "'", "'" + value + "'", bounds, "Usage: readthrough " + command)
        .doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theBenchmarkSaysOfWhatItsNoteIsMade() throws IOException {
    Files.writeString(folder.resolve("note.html"), "<p>Acme rose</p>");
    Run empty = Run.of("bench", "--samples", folder.toString());
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).contains(folder + " has no .txt file with words");

    String nowhere = folder.resolve("none").toString();
    Run missing = Run.of("bench", "--samples", nowhere);
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no folder " + nowhere);
  }

  @Test
  void aDataFolderThatCannotBeMadeIsToldWithTheReason() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Run onFile = Run.of("run", "--samples", folder.toString(), "--data", file.toString());
    assertThat(onFile.status()).isEqualTo(1);
    assertThat(onFile.err())
        .isEqualToIgnoringNewLines(
            "readthrough: %s: it is a file, where a folder is needed; name another path."
                .formatted(file));

    String below = file.resolve("below").toString();
    Run belowFile = Run.of("run", "--samples", folder.toString(), "--data", below);
    assertThat(belowFile.status()).isEqualTo(1);
    assertThat(belowFile.err())
        .containsOnlyOnce(below)
        .startsWith("readthrough: " + below + ": it cannot be read or written (");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Run.of("help").out()).contains("Usage: readthrough", "score", "evaluate");
    Run ofScore = Run.of("help", "score");
    assertThat(ofScore.status()).isZero();
    assertThat(ofScore.out()).contains("Usage: readthrough score", "--firm");
  }

  @Test
  void anUnknownCommandIsNamedAndTheNearestTold() {
    Run near = Run.of("scroe", "file");
    assertThat(near.status()).isEqualTo(2);
    assertThat(near.err()).contains("there is no command 'scroe'", "score").doesNotContain("index");

    Run far = Run.of("foo");
    assertThat(far.status()).isEqualTo(2);
    assertThat(far.err()).contains("there is no command 'foo'", "Usage: readthrough", "evaluate");

    Run option = Run.of("--foo");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err()).contains("'--foo'").doesNotContain("no command");
  }
}
