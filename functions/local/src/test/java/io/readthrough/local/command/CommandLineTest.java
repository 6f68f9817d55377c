package io.readthrough.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What all commands have in common: what cannot be understood is said in a sentence, status 2.
class CommandLineTest {
  @ParameterizedTest
  @CsvSource({
    "run, --port, 99999, 0 to 65535",
    "run, --port, -1, 0 to 65535",
    "run, --s3-port, 65536, 0 to 65535",
    "run, --dynamodb-port, 4294967296, 0 to 65535",
    "run, --sqs-port, eighty, 0 to 65535",
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
}
