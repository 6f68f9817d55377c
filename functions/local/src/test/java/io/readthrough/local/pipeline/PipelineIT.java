package io.readthrough.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.local.demo.ApiClient.Reply;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.pipeline.Environments.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What becomes of an object, from its drop to the API's answer, by real AWS APIs and with the
/// events that the endpoint itself delivers.
@ParameterizedClass(name = "{0}")
@MethodSource("environments")
final class PipelineIT {
  private static final Path SAMPLES = Path.of("..", "..", "events", "notes");
  private static final FirmId FIRM = Installation.FIRM;
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private static final String GOOD =
      """
      Chip maker raises its outlook

      Nvidia (NASDAQ: NVDA) reported quarterly revenue of $30.0 billion, up 94% from a year ago,
      and beat expectations. Management raised its guidance for the next quarter.
      """;

  private static final String OTHER =
      """
      Chip maker cuts its outlook

      Intel (NASDAQ: INTC) missed expectations and cut its guidance. Revenue fell 20%.
      """;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before each run of the class
  private static Installation pipeline;

  /// @param environment what [#start] has started already
  PipelineIT(Environment environment) {}

  static List<Environment> environments() {
    return Environments.available();
  }

  @BeforeParameterizedClassInvocation
  static void start(Environment environment) throws IOException {
    pipeline = environment.start().in(Files.createTempDirectory(folder, "data-"));
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    pipeline.close();
  }

  @Test
  void aDroppedNoteIsScoredAndAnswered() throws IOException {
    String key = inbox("cleanspark.txt");
    String text = Files.readString(SAMPLES.resolve("cleanspark-hybrid-power.txt"));

    pipeline.put(key, text);

    JsonNode note = scored(pipeline.awaitAnswer(key));
    assertThat(note.path("revision").asInt()).isEqualTo(1);
    assertThat(note.path("source").path("key").asText()).isEqualTo(key);
    assertThat(tickers(note)).contains("CLSK");
    JsonNode read =
        pipeline.get(FIRM, "/v1/notes/" + note.path("note_id").asText() + "/text").body();
    for (JsonNode evidence : note.path("evidence")) {
      assertThat(
              read.path("text")
                  .asText()
                  .substring(evidence.path("start").asInt(), evidence.path("end").asInt()))
          .isEqualTo(evidence.path("quote").asText());
    }
    assertThat(feed("tickers=CLSK")).contains(id(key));
    assertThat(pipeline.get(FIRM, "/v1/tickers/CLSK/sentiment").status()).isEqualTo(200);
  }

  @Test
  void everySampleIsScored() throws IOException {
    List<String> keys = new ArrayList<>();
    try (var samples = Files.list(SAMPLES)) {
      for (Path sample : samples.sorted().toList()) {
        keys.add(inbox("samples/" + sample.getFileName()));
        pipeline.put(keys.getLast(), Files.readAllBytes(sample));
      }
    }

    assertThat(keys).hasSizeGreaterThanOrEqualTo(12);
    for (String key : keys) {
      scored(pipeline.awaitAnswer(key));
    }
  }

  @Test
  void theSameKeyAgainIsANewRevisionThatReplacesTheOld() throws IOException {
    String key = inbox("revised.txt");
    pipeline.put(key, GOOD);
    scored(pipeline.awaitRevision(key, 1));
    assertThat(feed("tickers=NVDA")).contains(id(key));

    pipeline.put(key, OTHER);

    JsonNode note = scored(pipeline.awaitRevision(key, 2));
    assertThat(tickers(note)).contains("INTC").doesNotContain("NVDA");
    assertThat(feed("tickers=NVDA")).doesNotContain(id(key));
    assertThat(feed("tickers=INTC")).containsOnlyOnce(id(key));
  }

  @Test
  void anEventThatComesTwiceHasOneEffect() throws IOException, FunctionException {
    String key = inbox("twice.txt");
    pipeline.put(key, GOOD);
    JsonNode first = pipeline.awaitRevision(key, 1).body();

    pipeline.parse().replay(pipeline.parse().eventsWith("twice.txt"));
    pipeline.score().replay(pipeline.score().eventsWith(id(key)));
    pipeline.score().replay(pipeline.score().eventsWith(id(key)));

    assertThat(pipeline.note(key).body()).isEqualTo(first);
    assertThat(feed("tickers=NVDA")).containsOnlyOnce(id(key));
  }

  @Test
  void anEventThatComesLateChangesNothing() throws IOException, FunctionException {
    String key = inbox("late.txt");
    pipeline.put(key, GOOD);
    scored(pipeline.awaitRevision(key, 1));
    List<byte[]> parsing = pipeline.parse().eventsWith("late.txt");
    List<byte[]> scoring = pipeline.score().eventsWith(id(key));
    pipeline.put(key, OTHER);
    JsonNode second = pipeline.awaitRevision(key, 2).body();

    pipeline.parse().replay(parsing);
    pipeline.score().replay(scoring);

    assertThat(pipeline.note(key).body()).isEqualTo(second);
  }

  @Test
  void aRemovedObjectTakesItsNoteAlong() throws IOException, FunctionException {
    String key = inbox("removed.txt");
    pipeline.put(key, GOOD);
    scored(pipeline.awaitAnswer(key));
    List<byte[]> parsing = pipeline.parse().eventsWith("removed.txt");
    List<byte[]> scoring = pipeline.score().eventsWith(id(key));

    pipeline.delete(key);

    assertThat(pipeline.await(FIRM, key, r -> r.status() == 410).status()).isEqualTo(410);
    assertThat(feed("tickers=NVDA")).doesNotContain(id(key));

    // What comes after the removal, of before it, does not bring it back; a new drop does.
    pipeline.parse().replay(parsing);
    pipeline.score().replay(scoring);
    assertThat(pipeline.note(key).status()).isEqualTo(410);
    pipeline.put(key, GOOD);
    scored(pipeline.awaitAnswer(key));
  }

  @Test
  void aMailAndItsAttachmentsAreNotesThatAreLinked() throws IOException {
    String key = inbox("mail.eml");
    String both = id(key, "good.txt");
    String lost = id(key, "other.txt");
    pipeline.put(key, mail("good.txt", GOOD, "other.txt", OTHER));

    JsonNode mail = scored(pipeline.awaitAnswer(key));
    assertThat(mail.path("title").asText()).isEqualTo("Two notes of today");
    assertThat(mail.path("times").path("published_at_basis").asText()).isEqualTo("email_header");
    assertThat(texts(mail.path("source").path("parts"))).containsExactly(both, lost);
    for (String part : List.of(both, lost)) {
      JsonNode note = scored(pipeline.awaitNote(part, r -> r.status() == 200));
      assertThat(note.path("source").path("parent_note_id").asText())
          .isEqualTo(mail.path("note_id").asText());
    }
    assertThat(feed("tickers=NVDA")).contains(both);

    pipeline.put(key, mail("good.txt", GOOD));
    pipeline.awaitRevision(key, 2);
    assertThat(pipeline.awaitNote(lost, r -> r.status() == 410).status()).isEqualTo(410);
    scored(pipeline.awaitNote(both, r -> r.status() == 200));

    pipeline.delete(key);
    assertThat(pipeline.awaitNote(both, r -> r.status() == 410).status()).isEqualTo(410);
    assertThat(feed("tickers=NVDA")).doesNotContain(both);
  }

  private static String mail(String... namesAndTexts) {
    StringBuilder mail =
        new StringBuilder(
            """
            From: Ann Other <ann@example.com>
            Subject: Two notes of today
            Date: Wed, 14 Oct 2026 07:10:00 +0100
            Message-ID: <1@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b

            Please find attached what we have published this morning.
            """
                .replace("\n", "\r\n"));
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      mail.append("--b\r\nContent-Disposition: attachment; filename=\"")
          .append(namesAndTexts[i])
          .append("\"\r\n\r\n")
          .append(namesAndTexts[i + 1])
          .append("\r\n");
    }
    return mail.append("--b--\r\n").toString();
  }

  private static String id(String key, String path) {
    return NoteId.of(FIRM, key, path).value();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInput")
  void badInputIsScoredOrRejectedWithAReason(String name, String status, byte[] content)
      throws IOException {
    String key = inbox("bad/" + name);
    String neighbour = inbox("bad/beside-" + name);

    pipeline.put(key, content);
    pipeline.put(neighbour, GOOD);

    JsonNode note = pipeline.awaitAnswer(key).body();
    assertThat(note.path("status").asText()).describedAs("%s", note).isEqualTo(status);
    if (status.equals("rejected")) {
      assertThat(note.path("reason").asText()).isNotBlank();
      assertThat(note.path("detail").asText()).hasSizeGreaterThan(20);
      assertThat(note.path("key").asText()).isEqualTo(key);
    }
    scored(pipeline.awaitAnswer(neighbour));
  }

  static List<Arguments> badInput() {
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);
    byte[] line = new byte[TEN_MEGABYTES];
    Arrays.fill(line, (byte) 'a');
    byte[] tooLarge = Arrays.copyOf(line, TEN_MEGABYTES + 1);
    ByteArrayOutputStream invalid = new ByteArrayOutputStream();
    invalid.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
    invalid.write(0xC3);
    invalid.write('(');
    return List.of(
        Arguments.of("empty.txt", "rejected", new byte[0]),
        Arguments.of("white-space.txt", "rejected", " \n\t\n".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("one-line.txt", "scored", line),
        Arguments.of("too-large.txt", "rejected", tooLarge),
        Arguments.of("garbage.txt", "rejected", garbage),
        Arguments.of("invalid-utf8.txt", "scored", invalid.toByteArray()),
        Arguments.of("bom.txt", "scored", ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)),
        Arguments.of("utf16.txt", "scored", GOOD.getBytes(StandardCharsets.UTF_16)),
        Arguments.of(
            "windows-1252.txt",
            "scored",
            ("\u201CWe beat,\u201D it said. " + GOOD).getBytes(Charset.forName("windows-1252"))),
        Arguments.of(
            "script.html",
            "scored",
            ("<html><head><script>alert('crash')</script></head><body><p>" + GOOD + "</p></body>")
                .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aScriptIsNoText() throws IOException {
    String key = inbox("active.html");

    pipeline.put(
        key, "<html><body><script>let secret = 1;</script><p>" + GOOD + "</p></body></html>");

    scored(pipeline.awaitAnswer(key));
    assertThat(pipeline.get(FIRM, "/v1/notes/" + id(key) + "/text").body().path("text").asText())
        .contains("Nvidia")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words.txt",
        "a+b.txt",
        "100% (final).txt",
        "über ñandú 日本.txt",
        "q&a=1;x.txt",
        "folder/below/it.txt"
      })
  void aKeyMayHaveAnyCharacters(String filename) throws IOException {
    String key = inbox(filename);

    pipeline.put(key, GOOD);

    JsonNode note = scored(pipeline.awaitAnswer(key));
    assertThat(note.path("source").path("key").asText()).isEqualTo(key);
  }

  @Test
  void anObjectOutsideTheInboxIsRejected() throws IOException {
    String outbox = "firms/demo/outbox/note.txt";
    String nowhere = "note.txt";
    pipeline.put(outbox, GOOD);
    pipeline.put(nowhere, GOOD);

    JsonNode ofFirm = pipeline.awaitAnswer(outbox).body();
    JsonNode ofNobody = pipeline.await(FirmId.UNASSIGNED, nowhere, r -> r.status() == 200).body();

    assertThat(ofFirm.path("status").asText()).isEqualTo("rejected");
    assertThat(ofFirm.path("detail").asText()).contains("firms/demo/inbox/");
    assertThat(ofNobody.path("status").asText()).isEqualTo("rejected");
    assertThat(ofNobody.path("detail").asText()).contains("firms/<firm>/inbox/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[]}",
        "{}",
        "no JSON at all",
        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"x\"}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\"}]}"
      })
  void anEventOfNoObjectIsTakenOnceAndBlocksNobody(String body) throws IOException {
    String key = inbox("beside-" + Integer.toHexString(body.hashCode()) + ".txt");
    try (SqsClient sqs = pipeline.aws().sqsClient()) {
      sqs.sendMessage(m -> m.queueUrl(pipeline.resources().parseQueue().url()).messageBody(body));
      pipeline.put(key, GOOD);

      scored(pipeline.awaitAnswer(key));
      assertThat(pipeline.resources().parseQueue().deadLetters(sqs)).isZero();
      assertThat(pipeline.resources().scoreQueue().deadLetters(sqs)).isZero();
    }
  }

  @Test
  void aFirmSeesItsOwnNotesOnly() throws IOException {
    FirmId other = new FirmId("other");
    String mine = inbox("mine.txt");
    String theirs = "firms/other/inbox/theirs.txt";
    pipeline.put(mine, GOOD);
    pipeline.put(theirs, GOOD);
    scored(pipeline.awaitAnswer(mine));
    scored(pipeline.await(other, theirs, r -> r.status() == 200));

    assertThat(pipeline.get(other, "/v1/notes/" + id(mine)).status()).isEqualTo(404);
    assertThat(pipeline.get(other, "/v1/notes/" + id(mine) + "/text").status()).isEqualTo(404);
    assertThat(pipeline.get(FIRM, "/v1/notes/" + NoteId.of(other, theirs)).status()).isEqualTo(404);
    assertThat(ids(pipeline.get(other, "/v1/notes?limit=1000")))
        .containsExactly(NoteId.of(other, theirs).value());
    assertThat(feed("limit=1000")).doesNotContain(NoteId.of(other, theirs).value());
  }

  @Test
  void aFirmsOwnSecuritiesTakeEffectForItsNextNoteAndForNobodyElse() throws IOException {
    FirmId owner = new FirmId("owner");
    FirmId stranger = new FirmId("stranger");
    String list = "firms/owner/reference/securities.csv";
    assertThat(tickersOf(owner, "before.txt")).doesNotContain("KSTL.L");

    pipeline.put(list, "name,ticker,exchange\nKestrel Foods plc,KSTL,XLON\n");
    assertThat(tickersOf(owner, "after.txt")).contains("KSTL.L");
    assertThat(tickersOf(stranger, "theirs.txt")).doesNotContain("KSTL.L", "KFDS");
    assertThat(pipeline.get(owner, "/v1/notes/" + NoteId.of(owner, list)).status()).isEqualTo(404);
    assertThat(ids(pipeline.get(owner, "/v1/notes?tickers=KSTL.L")))
        .containsExactly(NoteId.of(owner, "firms/owner/inbox/after.txt").value());

    pipeline.put(list, "name,ticker,exchange\nKestrel Foods plc,KSTL,XLONDON\n");
    JsonNode withBrokenList = answered(owner, "broken.txt");
    assertThat(tickers(withBrokenList)).contains("KSTL.L");
    assertThat(withBrokenList.path("quality").path("warnings").toString())
        .contains("line 2, column exchange: 'XLONDON'", "the one before it counts on");

    pipeline.put(
        "firms/owner/reference/company_tickers_exchange.json",
        "{\"fields\":[\"cik\",\"name\",\"ticker\",\"exchange\"],"
            + "\"data\":[[1,\"KESTREL FOODS INC\",\"KFDS\",\"NYSE\"]]}");
    pipeline.delete(list);
    assertThat(tickersOf(owner, "register.txt")).contains("KFDS").doesNotContain("KSTL.L");
    assertThat(tickersOf(stranger, "theirs-too.txt")).doesNotContain("KSTL.L", "KFDS");
  }

  private static List<String> tickersOf(FirmId firm, String filename) throws IOException {
    return tickers(answered(firm, filename));
  }

  private static JsonNode answered(FirmId firm, String filename) throws IOException {
    String key = "firms/" + firm + "/inbox/" + filename;
    pipeline.put(key, "Kestrel Foods raised its guidance. Kestrel Foods beat expectations.");
    return scored(pipeline.await(firm, key, r -> r.status() == 200));
  }

  private static String inbox(String filename) {
    return "firms/" + FIRM + "/inbox/" + filename;
  }

  private static String id(String key) {
    return NoteId.of(FIRM, key).value();
  }

  private static JsonNode scored(Reply reply) {
    assertThat(reply.body().path("status").asText())
        .describedAs("%s", reply)
        .isIn("scored", "partial");
    return reply.body();
  }

  private static List<String> tickers(JsonNode note) {
    List<String> tickers = new ArrayList<>();
    note.path("ticker_sentiment").forEach(t -> tickers.add(t.path("ticker").asText()));
    return tickers;
  }

  private static List<String> feed(String query) throws IOException {
    return ids(pipeline.get(FIRM, "/v1/notes?" + query));
  }

  private static List<String> ids(Reply reply) {
    List<String> ids = new ArrayList<>();
    reply.body().path("feed").forEach(n -> ids.add(n.path("note_id").asText()));
    return ids;
  }
}
