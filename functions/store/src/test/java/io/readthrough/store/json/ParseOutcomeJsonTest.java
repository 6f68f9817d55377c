package io.readthrough.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.readthrough.core.note.ParseOutcome;
import io.readthrough.store.Generated;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseOutcomeJsonTest {
  private static final int CASES = 500;

  @Test
  void readsBackExactlyWhatWasWritten() {
    Generated generated = Generated.withPrintedSeed("readsBackExactlyWhatWasWritten");
    for (int i = 0; i < CASES; i++) {
      ParseOutcome outcome = generated.outcome();
      assertThat(ParseOutcomeJson.read(ParseOutcomeJson.write(outcome))).isEqualTo(outcome);
    }
  }

  @Test
  void refusesEveryTruncation() {
    Generated generated = Generated.withPrintedSeed("refusesEveryTruncation");
    byte[] json = ParseOutcomeJson.write(new ParseOutcome.Parsed(generated.note()));
    for (int end = 0; end < json.length; end++) {
      byte[] truncated = Arrays.copyOf(json, end);
      assertThatIllegalArgumentException().isThrownBy(() -> ParseOutcomeJson.read(truncated));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "{}",
        "{\"outcome\":\"parsed\"}",
        "{\"outcome\":7,\"source\":[]}",
        "secret words of a note"
      })
  void refusesOtherContentWithoutQuotingIt(String content) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParseOutcomeJson.read(content.getBytes(StandardCharsets.UTF_8)))
        .withMessageNotContaining("secret");
  }

  @Test
  void keepsOffsetsWhereASurrogateHasNoPair() {
    ParseOutcome.Rejected rejected =
        new ParseOutcome.Rejected(
            Generated.withPrintedSeed("keepsOffsets").note().source(),
            ParseOutcome.Reason.UNREADABLE,
            "a\uD800b");
    assertThat(ParseOutcomeJson.read(ParseOutcomeJson.write(rejected)))
        .isEqualTo(
            new ParseOutcome.Rejected(rejected.source(), ParseOutcome.Reason.UNREADABLE, "a?b"));
  }
}
