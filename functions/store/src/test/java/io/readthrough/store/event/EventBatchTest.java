package io.readthrough.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.note.Sequencer;
import io.readthrough.store.log.JsonLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventBatchTest {
  private static final Instant NOW = Instant.parse("2026-03-05T14:02:11Z");

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final JsonLog log =
      new JsonLog(new PrintStream(logged, true, StandardCharsets.UTF_8), InstantSource.fixed(NOW));
  private final List<String> handled = new ArrayList<>();
  private EventBatch.Time time = EventBatch.Time.UNLIMITED;

  @Test
  void answersNoFailuresWhenAllSucceed() throws IOException {
    assertThat(run(EventJson.batch(message("m1", "a"), message("m2", "b")), this::handle))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handled).containsExactly("a", "b");
  }

  @Test
  void namesOnlyTheMessageThatFailedAndHandlesItsNeighbours() throws IOException {
    assertThat(
            run(
                EventJson.batch(message("m1", "a"), message("m2", "bad"), message("m3", "c")),
                this::handle))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    assertThat(handled).containsExactly("a", "c");
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("\"level\":\"ERROR\"", "\"event\":\"event_failed\"", "\"message_id\":\"m2\"")
        .doesNotContain("words of a note");
  }

  static List<Error> errorsOfOneRecord() {
    return List.of(
        new StackOverflowError(), new OutOfMemoryError(), new ExceptionInInitializerError());
  }

  @ParameterizedTest
  @MethodSource("errorsOfOneRecord")
  void survivesAnErrorInOneRecord(Error error) throws IOException {
    assertThat(
            run(
                EventJson.batch(message("m1", "a"), message("m2", "b")),
                event -> {
                  if (event.object().key().equals("a")) {
                    throw error;
                  }
                  handle(event);
                }))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(handled).containsExactly("b");
  }

  @Test
  void dropsGarbageByMessageIdWithoutARetry() throws IOException {
    assertThat(
            run(
                EventJson.batch(EventJson.message("m1", "words of a note"), message("m2", "b")),
                this::handle))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handled).containsExactly("b");
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("\"event\":\"event_dropped\"", "\"message_id\":\"m1\"")
        .doesNotContain("words of a note");
  }

  @Test
  void throwsForAFailureWithoutAQueueAfterAllEvents() {
    String both = notification("bad").replace("]}", "," + record("b") + "]}");
    assertThatIllegalStateException().isThrownBy(() -> run(both, this::handle));
    assertThat(handled).containsExactly("b");
  }

  @Test
  void givesBackWhatItHasNoTimeFor() throws IOException {
    int[] left = {20};
    time = new EventBatch.Time(() -> left[0], 10);
    Consumer<ObjectEvent> slow =
        event -> {
          handle(event);
          left[0] -= 6;
        };
    String three = EventJson.batch(message("m1", "a"), message("m2", "b"), message("m3", "c"));
    assertThat(run(three, slow)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m3\"}]}");
    assertThat(handled).containsExactly("a", "b");
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("\"event\":\"message_postponed\"", "\"message_id\":\"m3\"");
  }

  @Test
  void handlesOneMessageHoweverLittleTimeThereIs() throws IOException {
    time = new EventBatch.Time(() -> 0, 10);
    assertThat(run(EventJson.batch(message("m1", "a"), message("m2", "b")), this::handle))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    assertThat(handled).containsExactly("a");
  }

  private void handle(ObjectEvent event) {
    if (event.object().key().equals("bad")) {
      throw new IllegalStateException("words of a note");
    }
    handled.add(event.object().key());
  }

  private String run(String input, Consumer<ObjectEvent> action) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    EventBatch.run(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        output,
        log,
        time,
        action);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static String message(String id, String key) {
    return EventJson.message(id, notification(key));
  }

  private static String record(String key) {
    String notification = notification(key);
    return notification.substring(notification.indexOf('[') + 1, notification.lastIndexOf(']'));
  }

  private static String notification(String key) {
    return EventJson.notification("ObjectCreated:Put", "notes", key, new Sequencer("0A"), NOW);
  }
}
