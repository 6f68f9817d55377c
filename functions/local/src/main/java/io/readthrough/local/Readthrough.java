package io.readthrough.local;

import io.readthrough.local.command.Console;
import io.readthrough.local.command.EvaluateCommand;
import io.readthrough.local.command.FileFault;
import io.readthrough.local.command.ScoreCommand;
import io.readthrough.local.command.SecuritiesCommand;
import io.readthrough.local.command.TrainCommand;
import io.readthrough.local.command.TrainContentCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line, `readthrough.jar`. Results go to standard output, sentences for a person to
/// standard error. The exit status is 0 when all was done, 1 when some of it could not be, 2 when
/// the command was not understood.
@Command(
    name = "readthrough",
    description = "Reads research notes and tells what each says about which security.",
    mixinStandardHelpOptions = true,
    versionProvider = Readthrough.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Readthrough {
  private Readthrough() {}

  /// Runs the command that `arguments` name, and exits.
  public static void main(String[] arguments) {
    System.exit(run(Console.standard(), arguments));
  }

  /// Runs the command that `arguments` name.
  ///
  /// @return the exit status
  public static int run(Console console, String... arguments) {
    return new CommandLine(new Readthrough())
        .addSubcommand(new RunCommand())
        .addSubcommand(new ScoreCommand(console))
        .addSubcommand(new EvaluateCommand(console))
        .addSubcommand(new TrainCommand(console))
        .addSubcommand(new TrainContentCommand(console))
        .addSubcommand(new SecuritiesCommand(console))
        .addSubcommand(new BenchCommand())
        .addSubcommand(new HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((fault, given) -> misunderstood(fault))
        .setExecutionExceptionHandler((fault, command, given) -> failed(fault, command))
        .execute(arguments);
  }

  private static int misunderstood(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        fault instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.isUnknownOption()
            ? "there is no command '" + unmatched.getUnmatched().getFirst() + "'"
            : fault.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
      command.usage(err);
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Exception fault, CommandLine command) throws Exception {
    IOException told =
        switch (fault) {
          case IOException io -> io;
          case UncheckedIOException io -> Objects.requireNonNull(io.getCause());
          default -> throw fault;
        };
    command.getErr().println("readthrough: " + FileFault.sentence(told));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /// The version in the jar's manifest.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Readthrough.class.getPackage().getImplementationVersion();
      return new String[] {"readthrough " + (version == null ? "(not from its jar)" : version)};
    }
  }
}
