package io.readthrough.local.lambda;

import io.readthrough.local.endpoint.Aws;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A function that runs as its own process, by the runtime interface client that Lambda runs Java
/// by, with nothing on its class path but that client and what its zip holds.
public final class ProcessFunction implements LambdaFunction {
  private static final Duration START = Duration.ofSeconds(30);
  private static final String RUNTIME_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /// The client and all that it needs.
  private static final List<Class<?>> CLIENT_JARS =
      List.of(
          com.amazonaws.services.lambda.runtime.Context.class,
          com.amazonaws.services.lambda.runtime.api.client.AWSLambda.class,
          com.amazonaws.services.lambda.runtime.serialization.PojoSerializer.class,
          software.amazon.awssdk.utilslite.SdkInternalThreadLocal.class);

  private final RuntimeApi api;
  private final Process process;
  private final Duration init;

  /// One process handles one event at a time, as on Lambda.
  private final ReentrantLock oneAtATime = new ReentrantLock();

  private ProcessFunction(RuntimeApi api, Process process, Duration init) {
    this.api = api;
    this.process = process;
    this.init = init;
  }

  /// Starts the process and waits until its init is over.
  ///
  /// @param log takes what the process prints
  public static ProcessFunction start(FunctionPackage function, Aws aws, Path log)
      throws IOException, FunctionException {
    RuntimeApi api = RuntimeApi.start(function.name());
    Process process = null;
    try {
      ProcessBuilder builder = new ProcessBuilder(command(function));
      builder.environment().clear();
      builder.environment().putAll(environment(function, aws, api));
      builder.directory(function.folder().toFile());
      builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      long started = System.nanoTime();
      process = builder.start();
      var _ =
          process
              .onExit()
              .thenAccept(
                  p ->
                      api.gone(
                          "the process of the %s function ended with status %d; see %s"
                              .formatted(function.name(), p.exitValue(), log)));
      api.awaitReady(START);
      return new ProcessFunction(api, process, Duration.ofNanos(System.nanoTime() - started));
    } catch (IOException | FunctionException e) {
      if (process != null) {
        process.destroyForcibly();
      }
      api.close();
      throw e;
    }
  }

  /// From the start of the process to its asking for the first event.
  public Duration init() {
    return init;
  }

  @Override
  public byte[] invoke(byte[] event) throws FunctionException {
    oneAtATime.lock();
    try {
      return api.invoke(event, InvocationContext.TIMEOUT);
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  /// The flags that matter of those that the managed runtime starts Java with: one compiler, the
  /// serial collector, five sixths of the memory for the heap.
  private static List<String> command(FunctionPackage function) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (Class<?> each : CLIENT_JARS) {
      classPath.add(jar(each).toString());
    }
    classPath.add(function.folder().toString());
    classPath.add(function.folder().resolve("lib") + File.separator + "*");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx" + InvocationContext.MEMORY_MB * 5 / 6 + "m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        String.join(File.pathSeparator, classPath),
        RUNTIME_CLIENT,
        function.handler());
  }

  private static Path jar(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the jar of " + type.getName() + " has no path", e);
    }
  }

  private static Map<String, String> environment(
      FunctionPackage function, Aws aws, RuntimeApi api) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", api.address(),
            "_HANDLER", function.handler(),
            "LAMBDA_TASK_ROOT", function.folder().toString(),
            "AWS_LAMBDA_FUNCTION_NAME", function.name(),
            "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(InvocationContext.MEMORY_MB),
            "AWS_LAMBDA_LOG_FORMAT", "JSON",
            "TZ", ":UTC",
            "LANG", "en_US.UTF-8"));
    environment.putAll(
        Map.of(
            "AWS_REGION", Aws.REGION.id(),
            "AWS_DEFAULT_REGION", Aws.REGION.id(),
            "AWS_ACCESS_KEY_ID", Aws.CREDENTIALS.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", Aws.CREDENTIALS.secretAccessKey(),
            "AWS_ENDPOINT_URL_S3", aws.s3().toString(),
            "AWS_ENDPOINT_URL_DYNAMODB", aws.dynamoDb().toString()));
    return environment;
  }
}
