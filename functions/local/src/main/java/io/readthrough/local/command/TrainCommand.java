package io.readthrough.local.command;

import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.ModelFile;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.train.CrossValidation;
import io.readthrough.train.Example;
import io.readthrough.train.ExampleReader;
import io.readthrough.train.FittedModel;
import io.readthrough.train.Settings;
import io.readthrough.train.labelled.LabelledText;
import io.readthrough.train.labelled.LabelledTextReader;
import io.readthrough.train.labelled.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fits the weights of the scorer to labelled texts, or measures what such weights are worth on
/// texts that they were not fitted to.
///
/// The same texts give the same bytes, on every machine. Files are read in the order of their
/// names, whatever order they are given in.
@Command(
    name = "train",
    description =
        "Fits the scorer's weights to labelled texts and writes them; with --cross-validate or"
            + " --ablate it measures instead and prints JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "DATA.jsonl",
      description = "Files with a labelled text per line, as for evaluate; each file is a set.")
  private List<String> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the weights here. The product's are"
              + " functions/core/src/main/resources/io/readthrough/core/model/"
              + ModelFile.NAME
              + ".")
  private @Nullable String out;

  @Option(
      names = "--cross-validate",
      paramLabel = "set|fold|within",
      description =
          "Measure: predict each set by weights fitted to the others (set), or each fifth of all"
              + " texts by weights fitted to the rest (fold), or the same with each set's mixture"
              + " of labels known (within).")
  private CrossValidation.@Nullable By by;

  @Option(
      names = "--ablate",
      description = "Measure again without each family of features; takes minutes.")
  private boolean ablate;

  @Option(
      names = "--errors",
      paramLabel = "N",
      converter = Errors.class,
      description = "Name the N wrong predictions that were surest, with --cross-validate.")
  private int errors;

  /// A command that speaks to `console`.
  public TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (out == null && by == null) {
      console.complain("nothing to do: name a file with --out, or measure with --cross-validate.");
      return 2;
    }
    List<Example> examples = examples();
    if (examples == null) {
      return 1;
    }
    tell("%,d examples", examples.size());
    if (by != null) {
      measure(examples, by);
      return console.out().checkError() ? 1 : 0;
    }
    return fit(examples) ? 0 : 1;
  }

  private boolean fit(List<Example> examples) {
    // How far the log odds carry is told by texts of sets that the weights have not seen.
    double temperature =
        CrossValidation.run(examples, Settings.standard(), CrossValidation.By.SET).temperature();
    tell("temperature %.2f", temperature);
    byte[] bytes = FittedModel.fit(examples, Settings.standard()).bytes(temperature);
    SentimentModel model = ModelFile.read(bytes);
    tell("%,d features, %,d bytes, SHA-256 %s", model.size(), bytes.length, model.digest());
    String target = String.valueOf(out);
    try {
      Files.write(FileFault.path(target), bytes);
      return true;
    } catch (IOException e) {
      console.complain(target, FileFault.sentence(target, e));
      return false;
    }
  }

  private void measure(List<Example> examples, CrossValidation.By parts) {
    List<CrossValidationJson.Run> runs = new ArrayList<>();
    runs.add(run("", examples, Settings.standard(), parts));
    if (ablate) {
      for (FeatureFamily family : FeatureFamily.values()) {
        String name = family.name().toLowerCase(Locale.ROOT);
        runs.add(run(name, examples, Settings.standard().without(family), parts));
      }
    }
    CrossValidationJson.write(console.out(), parts, runs, errors);
  }

  private CrossValidationJson.Run run(
      String without, List<Example> examples, Settings settings, CrossValidation.By parts) {
    tell(without.isEmpty() ? "all features" : "without %s", without);
    return new CrossValidationJson.Run(without, CrossValidation.run(examples, settings, parts));
  }

  /// Null when a file cannot be read or a line is no labelled text: weights from half the texts are
  /// other weights.
  private @Nullable List<Example> examples() {
    List<LabelledText> texts = new ArrayList<>();
    for (String file : files.stream().sorted().toList()) {
      try (LabelledTextReader reader = new LabelledTextReader(FileFault.path(file))) {
        for (LabelledText text = reader.next(); text != null; text = reader.next()) {
          texts.add(text);
        }
      } catch (MalformedTextException e) {
        console.complain(String.valueOf(e.getMessage()));
        return null;
      } catch (IOException e) {
        console.complain(file, FileFault.sentence(file, e));
        return null;
      }
    }
    tell("%,d texts", texts.size());
    return ExampleReader.read(NoteScorer.standard(), texts);
  }

  private void tell(String format, Object... values) {
    console.err().printf(Locale.ROOT, "train: " + format + "%n", values);
    console.err().flush();
  }

  /// How many wrong predictions to name, as an option.
  static final class Errors extends WholeNumber {
    Errors() {
      super(0, 100_000);
    }
  }
}
