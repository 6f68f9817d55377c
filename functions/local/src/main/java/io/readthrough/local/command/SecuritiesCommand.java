package io.readthrough.local.command;

import io.readthrough.local.bench.SecurityLists;
import io.readthrough.score.reference.ReferenceList;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a firm's own lists of securities before they are put under its `reference/` prefix, and
/// measures what such lists cost.
@Command(
    name = "securities",
    description = "Checks lists of securities as the score function would read them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SecuritiesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Lists: your own as CSV, or the SEC's company_tickers_exchange.json.")
  private List<String> files = List.of();

  @Option(
      names = "--bench",
      paramLabel = "ROWS",
      converter = Rows.class,
      description = "Measure instead, with a list of so many rows that is made up.")
  private Optional<Integer> rows = Optional.empty();

  @Spec private @Nullable CommandSpec spec;

  /// A command that speaks to `console`.
  public SecuritiesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (rows.isPresent() != files.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Name the lists to check, or measure with --bench=20000: one of the two.");
    }
    if (rows.isPresent()) {
      SecurityLists.measure(rows.get()).forEach(console.out()::println);
      console.out().flush();
      return 0;
    }
    SecurityFiles lists = new SecurityFiles(console);
    int status = 0;
    for (String file : files) {
      Optional<Integer> size = lists.add(file);
      if (size.isPresent()) {
        console
            .out()
            .println(
                file + ": " + size.get() + (size.get() == 1 ? " row" : " rows") + ", all good");
      } else {
        status = 1;
      }
    }
    console.out().flush();
    return status;
  }

  /// How many rows to measure with, as an option: as many as a firm may have.
  static final class Rows extends WholeNumber {
    Rows() {
      super(1, ReferenceList.MOST_ROWS);
    }
  }
}
