package io.readthrough.local;

import io.readthrough.core.note.FirmId;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.demo.Answer;
import io.readthrough.local.demo.AnswerTable;
import io.readthrough.local.demo.ApiClient;
import io.readthrough.local.demo.InboxWatcher;
import io.readthrough.local.demo.NoteDropper;
import io.readthrough.local.demo.NoteDropper.Dropped;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.pipeline.Packages;
import io.readthrough.local.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// Starts the whole pipeline on loopback, drops the sample notes, and shows what the API answers.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Starts S3, DynamoDB, the queues, the functions and the API on this machine, drops the"
            + " sample notes, shows what the API answers, watches an inbox folder, and stays until"
            + " Ctrl-C.")
final class RunCommand implements Callable<Integer> {
  private static final FirmId FIRM = new FirmId("demo");
  private static final int API_PORT = 8480;

  @Option(
      names = "--once",
      description =
          "End after the samples: status 0 only when the API answered each as scored, or as"
              + " unpacked into notes of their own.")
  private boolean once;

  @Option(
      names = "--processes",
      description = "Run each function's zip as a process of its own, as Lambda does.")
  private boolean processes;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of(".readthrough");

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "The notes to drop at the start. Default: ${DEFAULT-VALUE}")
  private Path samples = Path.of("events", "notes");

  @Option(
      names = "--functions",
      paramLabel = "DIR",
      description = "Where --processes finds <name>/target/<name>.zip. Default: ${DEFAULT-VALUE}")
  private Path functions = Path.of("functions");

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "The folder to watch. Default: inbox in the data folder")
  private Optional<Path> inbox = Optional.empty();

  @Option(
      names = "--with-parent",
      description = "End when the process that started this one ends: a build does not orphan it.")
  private boolean withParent;

  @Mixin private PortOptions ports = new PortOptions();

  @Override
  public Integer call() throws IOException {
    List<Path> notes = samples();
    DataFolder folder = new DataFolder(data);
    PrintStream console = folder.redirectFunctionOutput();
    Packages packages = new Packages(functions, data.resolve("unpacked"), folder.functionLog());
    try (Pipeline pipeline =
        Pipeline.start(
            new Pipeline.Settings(
                data,
                ports.api(once ? 0 : API_PORT),
                ports.endpoints(),
                processes ? Optional.of(packages) : Optional.empty()),
            console::println)) {
      if (withParent) {
        ProcessHandle.current().parent().ifPresent(RunCommand::endWith);
      }
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(pipeline)));
      String token = pipeline.token(FIRM);
      TokenIssuer.writePrivately(folder.token(), token);
      introduce(pipeline, folder, console);
      try (S3Client s3 = pipeline.aws().s3Client();
          ApiClient api = new ApiClient(pipeline.uri(), token)) {
        NoteDropper dropper =
            new NoteDropper(s3, pipeline.resources().notesBucket(), api, FIRM, pipeline.model());
        List<Dropped> dropped = drop(notes, dropper, console);
        if (once) {
          return report(dropped, pipeline, folder);
        }
        stay(pipeline, folder, dropper, console);
        return 0;
      }
    } catch (FunctionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(1));
  }

  private static void stop(Pipeline pipeline) {
    try {
      pipeline.close();
    } catch (IOException e) {
      System.err.println("readthrough: " + e.getMessage());
    }
  }

  private List<Path> samples() throws IOException {
    if (!Files.isDirectory(samples)) {
      throw new IOException(
          "there is no folder " + samples + ": run from the project's folder, or give --samples");
    }
    try (Stream<Path> files = Files.list(samples)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void introduce(Pipeline pipeline, DataFolder folder, PrintStream console) {
    Aws aws = pipeline.aws();
    console.printf("Readthrough runs on this machine; everything is kept in %s%n", data);
    console.printf("  API       %s   token in %s%n", pipeline.uri(), folder.token());
    console.printf(
        "  S3        %s   bucket %s, access key and secret: %s%n",
        aws.s3(), pipeline.resources().notesBucket(), Aws.CREDENTIALS.accessKeyId());
    console.printf("  DynamoDB  %s   table %s%n", aws.dynamoDb(), pipeline.resources().table());
    console.printf("  queues    %s%n", aws.sqs());
    console.printf(
        "  functions %s, log in %s%n%n",
        processes ? "each as its own process" : "in this process", folder.functionLog());
    int undelivered = pipeline.tellUndelivered();
    if (undelivered > 0) {
      console.printf("Told the queues again %d changes that an earlier run left.%n", undelivered);
    }
  }

  private List<Dropped> drop(List<Path> notes, NoteDropper dropper, PrintStream console)
      throws IOException {
    List<Dropped> dropped = new ArrayList<>();
    console.printf("Dropping %d notes into firms/%s/inbox/ ", notes.size(), FIRM);
    for (Path note : notes) {
      dropped.add(dropper.drop(note));
      console.print('.');
      console.flush();
    }
    console.println();
    console.println();
    AnswerTable.lines(dropped).forEach(console::println);
    console.println();
    AnswerTable.median(dropped)
        .ifPresent(
            median ->
                console.printf(
                    "Median from drop to answer: %d ms, the first ones on a cold machine%n%n",
                    median.toMillis()));
    return dropped;
  }

  private static int report(List<Dropped> dropped, Pipeline pipeline, DataFolder folder) {
    int missing = 0;
    for (Dropped each : dropped) {
      switch (each.answer()) {
        case Answer.Scored _, Answer.Unpacked _ -> {}
        case Answer.Rejected rejected -> {
          missing++;
          System.err.printf("%s was rejected: %s%n", each.filename(), rejected.detail());
        }
        case Answer.Absent absent -> {
          missing++;
          System.err.printf("%s has no answer: %s%n", each.filename(), absent.why());
        }
      }
    }
    if (missing > 0) {
      System.err.printf(
          "%d of %d notes did not come back; %d events are dead letters; the functions' log"
              + " is %s%n",
          missing, dropped.size(), pipeline.deadLetters(), folder.functionLog());
    }
    return missing == 0 ? 0 : 1;
  }

  private void stay(Pipeline pipeline, DataFolder folder, NoteDropper dropper, PrintStream console)
      throws IOException {
    Path watched = inbox.orElse(folder.inbox());
    console.println("Ask more:");
    for (String path : List.of("/v1/notes?limit=5", "/v1/tickers/CLSK/sentiment")) {
      console.printf(
          "  curl -s -H \"Authorization: Bearer $(cat %s)\" '%s%s'%n",
          folder.token(), pipeline.uri(), path);
    }
    console.printf("%nCopy notes into %s, or stop with Ctrl-C.%n", watched);
    try (InboxWatcher _ = InboxWatcher.start(watched, file -> show(file, dropper, console))) {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void show(Path file, NoteDropper dropper, PrintStream console) {
    try {
      AnswerTable.lines(List.of(dropper.drop(file))).stream().skip(1).forEach(console::println);
    } catch (IOException | SdkException e) {
      console.println(file + " could not be dropped: " + e.getMessage());
    }
  }
}
