package io.readthrough.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line.
@Command(
    name = "readthrough",
    mixinStandardHelpOptions = true,
    version = "readthrough 0.1.0",
    description = "Reads research notes and tells what each says about which security.",
    subcommands = {
      RunCommand.class,
      ScoreCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
    })
public final class Readthrough {
  private Readthrough() {}

  /// Runs a command and ends with its status: 0 done, 1 not all of it, 2 not understood.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Readthrough())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (!(e instanceof IOException || e instanceof UncheckedIOException)) {
                throw e;
              }
              command.getErr().println("readthrough: " + e.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
