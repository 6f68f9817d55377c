package io.readthrough.local.pipeline;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.demo.ApiClient;
import io.readthrough.local.demo.ApiClient.Reply;
import io.readthrough.local.endpoint.Aws;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The pipeline at work on some endpoint, with names of its own, and what a test does with it.
final class Installation implements AutoCloseable {
  static final FirmId FIRM = new FirmId("demo");

  /// What failed is tried again at once, so that a test need not wait.
  private static final Duration VISIBILITY = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Closeable endpoint;
  private final Aws aws;
  private final Resources resources;
  private final Recorder parse;
  private final Recorder score;
  private final Deployment deployment;
  private final TokenIssuer issuer;
  private final S3Client s3;

  private Installation(
      Closeable endpoint,
      Aws aws,
      Resources resources,
      Recorder parse,
      Recorder score,
      Deployment deployment,
      TokenIssuer issuer) {
    this.endpoint = endpoint;
    this.aws = aws;
    this.resources = resources;
    this.parse = parse;
    this.score = score;
    this.deployment = deployment;
    this.issuer = issuer;
    this.s3 = aws.s3Client();
  }

  /// Makes buckets, queues and a table, and sets the functions to work on them.
  ///
  /// @param endpoint is closed with the installation
  /// @param notify makes the buckets tell their changes to the queues
  static Installation create(Closeable endpoint, Aws aws, Consumer<Resources> notify, Path folder)
      throws IOException {
    Resources resources =
        Resources.create(aws, "it-" + UUID.randomUUID().toString().substring(0, 8), VISIBILITY, 3);
    notify.accept(resources);
    PrintStream console = System.out;
    Functions functions;
    try {
      System.setOut(
          new PrintStream(
              Files.newOutputStream(
                  folder.resolve("functions.log"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND),
              true,
              StandardCharsets.UTF_8));
      functions =
          Functions.inProcess(
              aws,
              resources,
              NoteScorer.standard(),
              "a secret that only tests have and know",
              InstantSource.system());
    } finally {
      System.setOut(console);
    }
    Recorder parse = new Recorder(functions.parse());
    Recorder score = new Recorder(functions.score());
    TokenIssuer issuer = TokenIssuer.open(folder.resolve("token-key.json"));
    Deployment deployment =
        Deployment.start(
            aws,
            resources,
            new Functions(parse, score, functions.query()),
            issuer,
            0,
            trouble -> {});
    return new Installation(endpoint, aws, resources, parse, score, deployment, issuer);
  }

  Aws aws() {
    return aws;
  }

  Resources resources() {
    return resources;
  }

  Recorder parse() {
    return parse;
  }

  Recorder score() {
    return score;
  }

  /// Puts an object into the notes bucket.
  void put(String key, byte[] content) {
    s3.putObject(
        p -> p.bucket(resources.notesBucket()).key(key).contentType("text/plain"),
        RequestBody.fromBytes(content));
  }

  void put(String key, String content) {
    put(key, content.getBytes(StandardCharsets.UTF_8));
  }

  void delete(String key) {
    s3.deleteObject(d -> d.bucket(resources.notesBucket()).key(key));
  }

  /// Asks the API as a firm.
  Reply get(FirmId firm, String path) throws IOException {
    try (ApiClient api =
        new ApiClient(deployment.uri(), issuer.token(firm, Instant.now(), Duration.ofMinutes(5)))) {
      return api.get(path);
    }
  }

  Reply note(String key) throws IOException {
    return get(FIRM, "/v1/notes/" + NoteId.of(FIRM, key));
  }

  /// Asks for a note until the answer is as it should be; the last answer when it does not become
  /// so in time.
  Reply await(FirmId firm, String key, Predicate<Reply> done) throws IOException {
    return await(firm, NoteId.of(firm, key), done);
  }

  /// The same for a note of [#FIRM] by its id.
  Reply awaitNote(String noteId, Predicate<Reply> done) throws IOException {
    return await(FIRM, new NoteId(noteId), done);
  }

  private Reply await(FirmId firm, NoteId noteId, Predicate<Reply> done) throws IOException {
    try (ApiClient api =
        new ApiClient(deployment.uri(), issuer.token(firm, Instant.now(), Duration.ofMinutes(5)))) {
      String path = "/v1/notes/" + noteId;
      long end = System.nanoTime() + PATIENCE.toNanos();
      Reply reply = api.get(path);
      while (!done.test(reply) && System.nanoTime() < end) {
        LockSupport.parkNanos(PAUSE.toNanos());
        reply = api.get(path);
      }
      return reply;
    }
  }

  /// Waits for the revision of a note of [#FIRM].
  Reply awaitRevision(String key, int revision) throws IOException {
    return await(
        FIRM, key, r -> r.status() == 200 && r.body().path("revision").asInt() == revision);
  }

  /// Waits for the first answer for a note of [#FIRM].
  Reply awaitAnswer(String key) throws IOException {
    return await(FIRM, key, r -> r.status() == 200);
  }

  @Override
  public void close() throws IOException {
    s3.close();
    deployment.close();
    endpoint.close();
  }
}
