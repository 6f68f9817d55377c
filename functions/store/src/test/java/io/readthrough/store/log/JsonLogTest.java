package io.readthrough.store.log;

import static io.readthrough.store.log.JsonLog.field;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonLog log =
      new JsonLog(
          new PrintStream(out, true, UTF_8),
          InstantSource.fixed(Instant.parse("2026-03-05T14:02:11Z")));

  @Test
  void printsOneObjectALine() {
    log.info("note_scored", field("firm", new FirmId("acme")), field("revision", 3));
    log.warn("event_dropped", field("detail", "two\nlines \"quoted\""), field("key", null));
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "{\"timestamp\":\"2026-03-05T14:02:11Z\",\"level\":\"INFO\",\"event\":\"note_scored\","
                + "\"firm\":\"acme\",\"revision\":3}",
            "{\"timestamp\":\"2026-03-05T14:02:11Z\",\"level\":\"WARN\",\"event\":\"event_dropped\",\"detail\":\"two\\n"
                + "lines \\\"quoted\\\"\"}");
  }

  @Test
  void tellsWhereAFaultIsWithoutItsWords() {
    Throwable fault =
        new IllegalStateException(
            "words of a note", SdkClientException.builder().message("connection refused").build());
    log.error("event_failed", fault, field("key", "firms/acme/inbox/q2.txt"));
    JsonNode line = JsonMapper.shared().readTree(out.toString(UTF_8));
    assertThat(line.toString()).doesNotContain("words of a note");
    assertThat(line.at("/faults/0/kind").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.at("/faults/0/at/0").asString()).contains("JsonLogTest");
    assertThat(line.at("/faults/1/message").asString()).contains("connection refused");
  }

  @Test
  void staysShortHoweverDeepTheFault() {
    Throwable fault = new IllegalStateException("innermost");
    for (int i = 0; i < 100; i++) {
      fault = new IllegalStateException(fault);
    }
    log.error("event_failed", fault);
    assertThat(out.size()).isLessThan(10_000);
  }
}
