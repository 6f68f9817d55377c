package io.readthrough.local.pipeline;

import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.endpoint.EmbeddedAws;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Where the pipeline can be tested on this machine: on the embedded endpoints always, on
/// LocalStack when there is Docker, and on whatever `AWS_ENDPOINT_URL` names. Prints what is left
/// out, and why.
final class Environments {
  /// The last image that needs no token.
  private static final DockerImageName LOCALSTACK =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final int LOCALSTACK_PORT = 4566;

  private Environments() {}

  /// A way to start an installation.
  record Environment(String name, Start start) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Start {
    Installation in(Path folder) throws IOException;
  }

  static List<Environment> available() {
    List<Environment> available = new ArrayList<>();
    available.add(new Environment("embedded endpoints", Environments::embedded));
    String why = whyNoDocker();
    if (why == null) {
      available.add(new Environment(LOCALSTACK.toString(), Environments::localStack));
    } else {
      System.out.println("PipelineIT: skipped on " + LOCALSTACK + ": " + why);
    }
    String endpoint = System.getenv("AWS_ENDPOINT_URL");
    if (endpoint == null || endpoint.isBlank()) {
      System.out.println(
          "PipelineIT: skipped on an endpoint of yours: AWS_ENDPOINT_URL is not set");
    } else {
      URI uri = URI.create(endpoint);
      available.add(new Environment(endpoint, folder -> on(Aws.at(uri), () -> {}, folder)));
    }
    return available;
  }

  private static @Nullable String whyNoDocker() {
    try {
      return DockerClientFactory.instance().isDockerAvailable() ? null : "there is no Docker here";
    } catch (RuntimeException e) {
      return "Docker does not answer: " + e.getMessage();
    }
  }

  private static Installation embedded(Path folder) throws IOException {
    EmbeddedAws endpoints = EmbeddedAws.start(folder, EmbeddedAws.Ports.FREE);
    Aws aws = endpoints.aws();
    SqsClient sqs = aws.sqsClient();
    return Installation.create(
        () -> {
          sqs.close();
          endpoints.close();
        },
        aws,
        resources -> endpoints.notifications().to(new Notifications(sqs, resources)),
        folder);
  }

  private static Installation localStack(Path folder) throws IOException {
    GenericContainer<?> container =
        new GenericContainer<>(LOCALSTACK)
            .withEnv("SERVICES", "s3,sqs,dynamodb")
            .withEnv("AWS_DEFAULT_REGION", Aws.REGION.id())
            .withExposedPorts(LOCALSTACK_PORT)
            .waitingFor(Wait.forHttp("/_localstack/health").forPort(LOCALSTACK_PORT));
    container.start();
    URI uri =
        URI.create(
            "http://" + container.getHost() + ':' + container.getMappedPort(LOCALSTACK_PORT));
    return on(Aws.at(uri), container::close, folder);
  }

  private static Installation on(Aws aws, Closeable endpoint, Path folder) throws IOException {
    return Installation.create(endpoint, aws, resources -> notifications(aws, resources), folder);
  }

  /// The buckets' notification configuration of template.yaml.
  private static void notifications(Aws aws, Resources resources) {
    try (S3Client s3 = aws.s3Client()) {
      s3.putBucketNotificationConfiguration(
          n ->
              n.bucket(resources.notesBucket())
                  .notificationConfiguration(
                      c ->
                          c.queueConfigurations(
                              QueueConfiguration.builder()
                                  .queueArn(resources.parseQueue().arn())
                                  .events(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED)
                                  .build())));
      s3.putBucketNotificationConfiguration(
          n ->
              n.bucket(resources.parsedBucket())
                  .notificationConfiguration(
                      c ->
                          c.queueConfigurations(
                              QueueConfiguration.builder()
                                  .queueArn(resources.scoreQueue().arn())
                                  .events(Event.S3_OBJECT_CREATED)
                                  .filter(
                                      f ->
                                          f.key(
                                              k ->
                                                  k.filterRules(
                                                      FilterRule.builder()
                                                          .name(FilterRuleName.PREFIX)
                                                          .value("parsed/")
                                                          .build())))
                                  .build())));
    }
  }
}
