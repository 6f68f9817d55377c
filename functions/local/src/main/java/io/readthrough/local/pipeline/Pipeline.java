package io.readthrough.local.pipeline;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.endpoint.EmbeddedAws;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.Queue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The whole pipeline on loopback, in one JVM: an object put into the notes bucket is told to the
/// parse queue, parsed, told to the score queue, scored, and answered by the API.
public final class Pipeline implements AutoCloseable {
  private static final String NAME = "readthrough";

  /// How soon what failed is tried again.
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  private static final Duration TOKEN_LIFE = Duration.ofDays(7);
  private static final int CURSOR_KEY_BYTES = 32;

  private final EmbeddedAws endpoints;
  private final Aws aws;
  private final Resources resources;
  private final Deployment deployment;
  private final TokenIssuer issuer;
  private final ScorerModel model;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Pipeline(
      EmbeddedAws endpoints,
      Resources resources,
      Deployment deployment,
      TokenIssuer issuer,
      ScorerModel model) {
    this.endpoints = endpoints;
    this.aws = endpoints.aws();
    this.resources = resources;
    this.deployment = deployment;
    this.issuer = issuer;
    this.model = model;
  }

  /// What to start.
  ///
  /// @param data the folder that everything is kept in
  /// @param apiPort 0 takes a free one
  /// @param packages to run each function's zip as a process; empty to run the handlers in this JVM
  public record Settings(
      Path data, int apiPort, EmbeddedAws.Ports ports, Optional<Packages> packages) {}

  /// Starts everything.
  ///
  /// @param trouble is told, a sentence each, what fails while it runs
  public static Pipeline start(Settings settings, Consumer<String> trouble)
      throws IOException, FunctionException {
    Path data = Files.createDirectories(settings.data());
    CompletableFuture<NoteScorer> scorer = CompletableFuture.supplyAsync(NoteScorer::standard);
    TokenIssuer issuer = TokenIssuer.open(data.resolve("token-key.json"));
    String cursorKey = cursorKey(data.resolve("cursor-key"));
    EmbeddedAws endpoints = EmbeddedAws.start(data, settings.ports());
    try {
      Aws aws = endpoints.aws();
      Resources resources = Resources.create(aws, NAME, VISIBILITY, Queue.MAX_RECEIVES);
      Functions functions =
          settings.packages().isPresent()
              ? Functions.processes(aws, resources, settings.packages().get(), cursorKey)
              : Functions.inProcess(
                  aws, resources, scorer.join(), cursorKey, InstantSource.system());
      Deployment deployment =
          Deployment.start(aws, resources, functions, issuer, settings.apiPort(), trouble);
      endpoints.notifications().to(new Notifications(deployment.sqs(), resources));
      return new Pipeline(endpoints, resources, deployment, issuer, scorer.join().model());
    } catch (IOException | FunctionException | RuntimeException e) {
      endpoints.close();
      throw e;
    }
  }

  /// Where the AWS APIs answer.
  public Aws aws() {
    return aws;
  }

  /// The buckets, queues and the table.
  public Resources resources() {
    return resources;
  }

  /// Where the HTTP API answers.
  public URI uri() {
    return deployment.uri();
  }

  /// The model that notes are scored with.
  public ScorerModel model() {
    return model;
  }

  /// A token for the API.
  public String token(FirmId firm) {
    return issuer.token(firm, Instant.now(), TOKEN_LIFE);
  }

  /// Tells the queues again what a run that was killed left undelivered.
  ///
  /// @return how many changes were told
  public int tellUndelivered() {
    return new Undelivered(aws, resources, endpoints.s3()).tell();
  }

  /// How many events no function could handle, in this run.
  public int deadLetters() {
    return resources.parseQueue().deadLetters(deployment.sqs())
        + resources.scoreQueue().deadLetters(deployment.sqs());
  }

  /// Stops everything; a second time does nothing.
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      deployment.close();
      endpoints.close();
    }
  }

  private static String cursorKey(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] key = new byte[CURSOR_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      TokenIssuer.writePrivately(file, HexFormat.of().formatHex(key));
    }
    return Files.readString(file);
  }
}
