package io.readthrough.parse;

import static io.readthrough.store.event.EventJson.batch;
import static io.readthrough.store.event.EventJson.message;
import static io.readthrough.store.event.EventJson.notification;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.Sequencer;
import io.readthrough.parse.corpus.Mails;
import io.readthrough.parse.extract.Limits;
import io.readthrough.store.AwsClients;
import io.readthrough.store.Environment;
import io.readthrough.store.InMemoryNoteObjectStore;
import io.readthrough.store.InMemoryParsedNoteStore;
import io.readthrough.store.NoteObjectStore;
import io.readthrough.store.event.EventBatch.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ParseHandlerTest {
  private static final String BUCKET = "notes";
  private static final String CREATED = "ObjectCreated:Put";
  private static final String REMOVED = "ObjectRemoved:Delete";
  private static final String KEY = "firms/acme/inbox/a.txt";
  private static final Sequencer SEQUENCER = new Sequencer("0A");
  private static final Instant TIME = Instant.parse("2026-10-14T07:00:00Z");
  private static final String TEXT =
      "Northwind beat our estimates and raised its guidance. Revenue rose 12%.";
  private static final String NO_FAILURE = "{\"batchItemFailures\":[]}";

  private final InMemoryNoteObjectStore objects = new InMemoryNoteObjectStore();
  private final InMemoryParsedNoteStore parsed = new InMemoryParsedNoteStore();

  @Test
  void storesTheNoteThatWasDropped() throws IOException {
    drop(KEY, "Margin rose 3%.");
    assertThat(handle(message("m1", event(CREATED, KEY)))).isEqualTo(NO_FAILURE);

    ParseOutcome.Parsed outcome = (ParseOutcome.Parsed) outcome(KEY);
    assertThat(outcome.note().text()).isEqualTo("Margin rose 3%.");
    assertThat(outcome.source().firm()).isEqualTo(new FirmId("acme"));
    assertThat(outcome.source().object().eventTime()).isEqualTo(TIME);
    assertThat(outcome.source().filename()).isEqualTo("a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firms/acme/inbox/Q3 note + read-through.txt",
        "firms/acme/inbox/日本 – résumé 100% (1).txt",
        "firms/acme/inbox/2026/10/a=b&c.txt"
      })
  void readsAKeyOfAnyCharacters(String key) throws IOException {
    drop(key, "Margin rose 3%.");
    assertThat(handle(message("m1", event(CREATED, key)))).isEqualTo(NO_FAILURE);
    assertThat(outcome(key)).isInstanceOf(ParseOutcome.Parsed.class);
    assertThat(outcome(key).source().object().key()).isEqualTo(key);
  }

  @Test
  void aRepeatedEventHasOneOutcome() throws IOException {
    drop(KEY, "Margin rose 3%.");
    handle(message("m1", event(CREATED, KEY)), message("m2", event(CREATED, KEY)));
    handle(message("m3", event(CREATED, KEY)));
    assertThat(parsed.keys()).hasSize(1);
  }

  @Test
  void badNeighboursBlockNobody() throws IOException {
    drop("firms/acme/inbox/empty.txt", "");
    drop("firms/acme/inbox/garbage.txt", "\u0001\u0002\u0003".repeat(500));
    drop("outside.txt", "Margin rose.");
    drop(KEY, "Margin rose 3%.");
    String answer =
        handle(
            message("m1", event(CREATED, "firms/acme/inbox/empty.txt")),
            message("m2", "{ no JSON"),
            message("m3", event(CREATED, "firms/acme/inbox/garbage.txt")),
            message("m4", "{\"Records\":[]}"),
            message(
                "m5",
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"notes\"}"),
            message("m6", event(CREATED, "outside.txt")),
            message("m7", event(CREATED, KEY)));

    assertThat(answer).isEqualTo(NO_FAILURE);
    assertThat(reason("firms/acme/inbox/empty.txt")).isEqualTo(Reason.EMPTY);
    assertThat(reason("firms/acme/inbox/garbage.txt")).isEqualTo(Reason.UNREADABLE);
    assertThat(outcome(KEY)).isInstanceOf(ParseOutcome.Parsed.class);
    assertThat(parsed.keys()).hasSize(4);
  }

  @Test
  void aFirmsListIsNoNote() throws IOException {
    String list = "firms/acme/reference/securities.csv";
    drop(list, "name,ticker");
    assertThat(handle(message("m1", event(CREATED, list)), message("m2", event(REMOVED, list))))
        .isEqualTo(NO_FAILURE);
    assertThat(parsed.keys()).isEmpty();
  }

  @Test
  void whatLiesOutsideAnInboxIsRejectedUnread() throws IOException {
    handle(message("m1", event(CREATED, "firms/acme/a.txt")));
    assertThat(reason("firms/acme/a.txt")).isEqualTo(Reason.MISPLACED);

    handle(message("m1", event(CREATED, "a.txt")));
    ParseOutcome.Rejected outcome = (ParseOutcome.Rejected) outcome(FirmId.UNASSIGNED, "a.txt");
    assertThat(outcome.reason()).isEqualTo(Reason.MISPLACED);
    assertThat(outcome.detail()).contains("firms/<firm>/inbox/");
  }

  @ParameterizedTest
  @CsvSource({"unassigned, no firm may be called", "Acme, lower-case letters"})
  void aNameThatIsNoFirmsIsRejectedWithTheReason(String name, String reason) throws IOException {
    String key = "firms/" + name + "/inbox/a.txt";
    handle(message("m1", event(CREATED, key)));
    ParseOutcome.Rejected outcome = (ParseOutcome.Rejected) outcome(FirmId.UNASSIGNED, key);
    assertThat(outcome.reason()).isEqualTo(Reason.MISPLACED);
    assertThat(outcome.detail()).contains("'" + name + "'", reason);
  }

  @Test
  void anotherBucketsObjectTouchesNoFirm() throws IOException {
    objects.put("other", KEY, "Margin rose.".getBytes(UTF_8));
    handle(message("m1", notification(CREATED, "other", KEY, SEQUENCER, TIME)));
    handle(message("m2", notification(REMOVED, "other", KEY, new Sequencer("0B"), TIME)));

    assertThat(parsed.get(new FirmId("acme"), NoteId.of(new FirmId("acme"), KEY), SEQUENCER))
        .isEmpty();
    ParseOutcome.Rejected outcome = (ParseOutcome.Rejected) outcome(FirmId.UNASSIGNED, KEY);
    assertThat(outcome.reason()).isEqualTo(Reason.MISPLACED);
    assertThat(outcome.detail()).contains("'other'", "'notes'");
  }

  @Test
  void theRemovalOfAVersionLeavesTheOneThatLiesThereAfterwards() throws IOException {
    Instant put = TIME.minusSeconds(86_400);
    objects.put(BUCKET, KEY, "Acme beat estimates.".getBytes(UTF_8), put);
    assertThat(handle(message("m1", event(REMOVED, KEY)))).isEqualTo(NO_FAILURE);

    ParseOutcome.Parsed outcome = (ParseOutcome.Parsed) outcome(KEY);
    assertThat(outcome.note().text()).isEqualTo("Acme beat estimates.");
    assertThat(outcome.source().object().eventTime()).isEqualTo(put);
  }

  @Test
  void theRemovalOfAVersionOfAMisplacedObjectLeavesItMisplaced() throws IOException {
    String key = "firms/acme/a.txt";
    drop(key, "Acme beat estimates.");
    assertThat(handle(message("m1", event(REMOVED, key)))).isEqualTo(NO_FAILURE);
    assertThat(reason(key)).isEqualTo(Reason.MISPLACED);
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "firms/acme/a.txt"})
  void aRemovedObjectIsRemoved(String key) throws IOException {
    assertThat(handle(message("m1", event(REMOVED, key)))).isEqualTo(NO_FAILURE);
    assertThat(outcome(key)).isInstanceOf(ParseOutcome.Removed.class);
  }

  @Test
  void anObjectThatIsGoneIsLeftToItsRemoval() throws IOException {
    assertThat(handle(message("m1", event(CREATED, KEY)))).isEqualTo(NO_FAILURE);
    assertThat(parsed.keys()).isEmpty();
  }

  @Test
  void aTooLargeObjectIsRejectedUnread() throws IOException {
    objects.put(BUCKET, KEY, new byte[NoteParser.MAX_BYTES + 1]);
    handle(message("m1", event(CREATED, KEY)));
    ParseOutcome.Rejected outcome = (ParseOutcome.Rejected) outcome(KEY);
    assertThat(outcome.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(outcome.source().bytes()).isEqualTo(NoteParser.MAX_BYTES + 1);
  }

  @Test
  void anObjectThatTheBucketRefusesForGoodIsRejectedWithTheReason() throws IOException {
    NoteObjectStore refusing =
        (bucket, key, version, max) -> new NoteObjectStore.Content.Refused("It is archived.");
    assertThat(
            handle(new ParseHandler(refusing, parsed, BUCKET), message("m1", event(CREATED, KEY))))
        .isEqualTo(NO_FAILURE);
    ParseOutcome.Rejected outcome = (ParseOutcome.Rejected) outcome(KEY);
    assertThat(outcome.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(outcome.detail()).isEqualTo("It is archived.");
  }

  @Test
  void aFaultOfTheStoreBringsBackItsMessageOnly() throws IOException {
    drop(KEY, "Margin rose 3%.");
    NoteObjectStore failing =
        (bucket, key, version, max) -> {
          if (key.endsWith("fails.txt")) {
            throw new IllegalStateException("the bucket is out of reach");
          }
          return objects.read(bucket, key, version, max);
        };
    String answer =
        handle(
            new ParseHandler(failing, parsed, BUCKET),
            message("m1", event(CREATED, "firms/acme/inbox/fails.txt")),
            message("m2", event(CREATED, KEY)));
    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(outcome(KEY)).isInstanceOf(ParseOutcome.Parsed.class);
  }

  @Test
  void aNoteCostsOneRequestToRead() throws IOException {
    drop(KEY, "Margin rose 3%.");
    List<@Nullable String> reads = new ArrayList<>();
    NoteObjectStore counting =
        (bucket, key, version, max) -> {
          reads.add(key);
          return objects.read(bucket, key, version, max);
        };
    handle(new ParseHandler(counting, parsed, BUCKET), message("m1", event(CREATED, KEY)));
    assertThat(reads).containsExactly(KEY);
  }

  @Test
  void aBatchEndsInTimeThoughNoCallIsAnswered() throws IOException {
    List<String> template =
        Files.readAllLines(RawNotes.samples().resolve("../../template.yaml"), UTF_8);
    int function = template.indexOf("  ParseFunction:");
    Duration limit = Duration.ofSeconds(setting(template, function, "Timeout"));
    long objects = setting(template, function, "BatchSize");
    Duration parsing = Duration.ofMillis((long) Limits.STANDARD.millis() * Limits.OBJECT_SHARE);
    try (S3Client s3 =
        AwsClients.s3(ParseHandler.CALL)
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      ClientOverrideConfiguration calls = s3.serviceClientConfiguration().overrideConfiguration();
      Duration call = calls.apiCallTimeout().orElseThrow();
      assertThat(calls.apiCallAttemptTimeout().orElseThrow().multipliedBy(2)).isLessThan(call);
      assertThat(parsing.plus(call).multipliedBy(objects)).isLessThan(limit);
    }
  }

  private static long setting(List<String> template, int from, String name) {
    return template.stream()
        .skip(from)
        .map(String::strip)
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(
            () -> new Environment(Map.of("PARSED_BUCKET", " ")).required("PARSED_BUCKET"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PARSED_BUCKET is not set");
  }

  @Test
  void aMailAndWhatIsAttachedToItAreNotesOfTheirOwn() throws IOException {
    String key = "firms/acme/inbox/a.eml";
    objects.put(
        BUCKET,
        key,
        Mails.withAttachments("note.txt", TEXT.getBytes(UTF_8), "news.json", Mails.newsObject()));
    handle(message("m1", event(CREATED, key)));

    ParseOutcome.Parsed mail = (ParseOutcome.Parsed) outcome(key);
    FirmId firm = new FirmId("acme");
    assertThat(mail.parts())
        .containsExactly(NoteId.of(firm, key, "note.txt"), NoteId.of(firm, key, "news.json"));
    for (NoteId part : mail.parts()) {
      ParseOutcome.Parsed read =
          (ParseOutcome.Parsed) parsed.get(firm, part, SEQUENCER).orElseThrow();
      assertThat(read.source().part())
          .extracting(NoteSource.Part::parent)
          .isEqualTo(mail.source().noteId());
      assertThat(read.source().object().key()).isEqualTo(key);
    }
    assertThat(parsed.keys()).hasSize(3);
  }

  @Test
  void limitsAreSettings() {
    Limits limits =
        ParseSettings.limits(new Environment(Map.of("MAX_PAGES", "7", "MAX_PARTS", " 9 ")));
    assertThat(limits.pages()).isEqualTo(7);
    assertThat(limits.parts()).isEqualTo(9);
    assertThat(limits.bytes()).isEqualTo(Limits.STANDARD.bytes());
    assertThatThrownBy(() -> ParseSettings.limits(new Environment(Map.of("MAX_MILLIS", "ten"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MAX_MILLIS is 'ten'");
  }

  @Test
  void primingHandlesANoteOfEachFormat() {
    assertThat(Priming.run()).containsExactly(NO_FAILURE, NO_FAILURE, NO_FAILURE);
  }

  private void drop(String key, String text) {
    objects.put(BUCKET, key, text.getBytes(UTF_8));
  }

  private static String event(String name, String key) {
    return notification(name, BUCKET, key, SEQUENCER, TIME);
  }

  private String handle(String... messages) throws IOException {
    return handle(new ParseHandler(objects, parsed, BUCKET), messages);
  }

  private static String handle(ParseHandler handler, String... messages) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handle(
        new ByteArrayInputStream(batch(messages).getBytes(UTF_8)), output, Time.UNLIMITED);
    return output.toString(UTF_8);
  }

  private ParseOutcome outcome(String key) {
    return outcome(new FirmId("acme"), key);
  }

  private ParseOutcome outcome(FirmId firm, String key) {
    Optional<ParseOutcome> outcome = parsed.get(firm, NoteId.of(firm, key), SEQUENCER);
    assertThat(outcome).isPresent();
    return outcome.orElseThrow();
  }

  private Reason reason(String key) {
    return ((ParseOutcome.Rejected) outcome(key)).reason();
  }
}
