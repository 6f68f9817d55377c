package io.readthrough.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventsTest {
  private static final String NOTIFICATION =
      """
      {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1",
        "eventTime":"2026-03-05T14:02:11.120Z","eventName":"ObjectCreated:Put",
        "userIdentity":{"principalId":"EXAMPLE"},"requestParameters":{"sourceIPAddress":"192.0.2.1"},
        "s3":{"s3SchemaVersion":"1.0","configurationId":"notes",
          "bucket":{"name":"notes","ownerIdentity":{"principalId":"EXAMPLE"},"arn":"arn:aws:s3:::notes"},
          "object":{"key":"firms/acme/inbox/Q2+note%2C+caf%C3%A9.txt","size":5120,"eTag":"9a0364b9",
            "versionId":"L4kqtJlcpXro","sequencer":"0055aed6dcd90281e5"}}}]}
      """;

  @Test
  void readsAnObjectCreatedThroughAQueue() throws IOException {
    assertThat(read(EventJson.batch(EventJson.message("m1", NOTIFICATION))))
        .containsExactly(new EventMessage("m1", List.of(created()), List.of()));
  }

  @Test
  void readsANotificationWithoutAQueue() throws IOException {
    assertThat(read(NOTIFICATION))
        .containsExactly(new EventMessage(null, List.of(created()), List.of()));
  }

  private static ObjectEvent.Created created() {
    return new ObjectEvent.Created(
        new SourceObject(
            "notes",
            "firms/acme/inbox/Q2 note, café.txt",
            "L4kqtJlcpXro",
            "9a0364b9",
            new Sequencer("0055AED6DCD90281E5"),
            Instant.parse("2026-03-05T14:02:11.120Z")),
        5120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ObjectRemoved:Delete", "ObjectRemoved:DeleteMarkerCreated"})
  void readsARemoval(String eventName) throws IOException {
    assertThat(events(NOTIFICATION.replace("ObjectCreated:Put", eventName)))
        .containsExactly(new ObjectEvent.Removed(created().object()));
  }

  @Test
  void readsAnEmulatorsPrefixedEventName() throws IOException {
    assertThat(events(NOTIFICATION.replace("ObjectCreated:Put", "s3:ObjectCreated:Copy")))
        .containsExactly(created());
  }

  @Test
  void leavesEventsOfOtherKindsAlone() throws IOException {
    assertThat(read(NOTIFICATION.replace("ObjectCreated:Put", "ObjectTagging:Put")))
        .containsExactly(new EventMessage(null, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "a+b%2Bc.txt, a b+c.txt",
    "%E6%97%A5%E6%9C%AC.txt, 日本.txt",
    "100%25.txt, 100%.txt",
    "100%.txt, 100%.txt"
  })
  void decodesKeys(String encoded, String key) throws IOException {
    String event = NOTIFICATION.replace("Q2+note%2C+caf%C3%A9.txt", encoded);
    assertThat(events(event).getFirst().object().key()).isEqualTo("firms/acme/inbox/" + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-05T14:02:11.120345Z", "2026-03-05T14:02:11.120345"})
  void makesASequencerOfTheTimeWhereNoneIsSent(String time) throws IOException {
    String event =
        NOTIFICATION
            .replace("\"sequencer\"", "\"other\"")
            .replace("2026-03-05T14:02:11.120Z", time);
    long micros = 1_772_719_331_120_345L;
    assertThat(events(event).getFirst().object().sequencer())
        .isEqualTo(new Sequencer("%016X".formatted(micros)));
  }

  @Test
  void takesATestEventForNothing() throws IOException {
    String test =
        "{\"Service\":\"Amazon"
            + " S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-03-05T14:02:11.120Z\","
            + "\"Bucket\":\"notes\",\"RequestId\":\"5582815E1AEA5ADF\",\"HostId\":\"8cLeGAmw098X\"}";
    assertThat(read(EventJson.batch(EventJson.message("m1", test))))
        .containsExactly(new EventMessage("m1", List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"Records\":[]}", "{\"Records\":null}", "{\"Records\":{\"a\":[1]}}"})
  void takesNoRecordsForNoEvents(String input) throws IOException {
    assertThat(read(input)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret words",
        "[]",
        "\"secret\"",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"",
        "{\"Records\":[null]}",
        "{\"Records\":[[[{}]]]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-03-05T14:02:11Z\"}]}",
        "{\"Records\":[{\"eventName\":{\"secret\":1},\"s3\":[{}],\"bucket\":7}]}"
      })
  void dropsABodyThatIsNoNotificationAndKeepsItsNeighbours(String body) throws IOException {
    List<EventMessage> messages =
        read(
            EventJson.batch(
                EventJson.message("m1", NOTIFICATION),
                EventJson.message("m2", body),
                EventJson.message("m3", NOTIFICATION)));
    assertThat(messages).extracting(EventMessage::id).containsExactly("m1", "m2", "m3");
    assertThat(messages.get(0).events()).containsExactly(created());
    assertThat(messages.get(1).events()).isEmpty();
    assertThat(messages.get(1).dropped()).singleElement().asString().doesNotContain("secret");
    assertThat(messages.get(2).events()).containsExactly(created());
  }

  @Test
  void keepsTheGoodRecordsOfANotificationWithABadOne() throws IOException {
    String twice = NOTIFICATION.strip();
    String record = twice.substring(twice.indexOf('[') + 1, twice.lastIndexOf(']'));
    String bad = record.replace("2026-03-05T14:02:11.120Z", "yesterday");
    assertThat(read("{\"Records\":[" + bad + "," + record + "]}"))
        .containsExactly(
            new EventMessage(
                null,
                List.of(created()),
                List.of("a record's eventTime 'yesterday' is not a time")));
  }

  @Test
  void dropsABodyNestedWithoutEnd() throws IOException {
    String deep = "{\"Records\":" + "[".repeat(100_000);
    assertThat(read(EventJson.batch(EventJson.message("m1", deep))).getFirst().dropped())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "words", "{\"Records\":["})
  void refusesAnInputThatIsNoEvent(String input) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(input))
        .withMessageContaining("send an SQS batch or an S3 notification");
  }

  private static List<ObjectEvent> events(String notification) throws IOException {
    return read(notification).getFirst().events();
  }

  private static List<EventMessage> read(String input) throws IOException {
    return S3Events.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }
}
