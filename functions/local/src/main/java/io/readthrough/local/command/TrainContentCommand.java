package io.readthrough.local.command;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.evaluation.ContentComparison.Confusion;
import io.readthrough.core.evaluation.ContentMeasure;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.gold.ContentExamples;
import io.readthrough.local.gold.ContentTraining;
import io.readthrough.local.gold.ContentTraining.Fitted;
import io.readthrough.local.gold.ContentTraining.Measured;
import io.readthrough.local.gold.FigureTraining;
import io.readthrough.local.gold.FigureTraining.WrongMetric;
import io.readthrough.local.gold.MalformedGoldException;
import io.readthrough.train.CandidateTable;
import io.readthrough.train.ChoiceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Fits the weights by which claims, roles, outlooks and the metrics of figures are told to
/// annotated notes, or measures what such weights are worth on notes that they were not fitted to.
@Command(
    name = "train-content",
    description =
        "Fits the weights of claims, roles, the polarity of names and metrics to annotated notes"
            + " and writes them as tables; with --cross-validate it measures instead.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrainContentCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "DIR",
      description =
          "Annotated notes: a folder with a .txt and a .json of each, or one with such folders."
              + " Can be given again.")
  private List<String> gold = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write the tables below this folder. The product's is"
              + " functions/core/src/main/resources/io/readthrough/core.")
  private @Nullable String out;

  @Option(
      names = "--cross-validate",
      description = "Measure: read each twelfth of the notes by weights fitted to the rest.")
  private boolean crossValidate;

  @Option(
      names = "--errors",
      description =
          "With --cross-validate: also print which types, polarities and modalities of claims are"
              + " taken for which others, and the figures whose metric is wrong.")
  private boolean errors;

  /// A command that speaks to `console`.
  public TrainContentCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (out == null && !crossValidate) {
      console.complain(
          "nothing to do: name a folder with --out, or measure with --cross-validate.");
      return 2;
    }
    if (errors && !crossValidate) {
      console.complain("--errors is for --cross-validate.");
      return 2;
    }
    NoteScorer scorer = NoteScorer.standard();
    List<ContentExamples> notes = new ArrayList<>();
    for (String folder : gold) {
      try {
        notes.addAll(ContentExamples.read(FileFault.path(folder), scorer));
      } catch (MalformedGoldException e) {
        console.complain(String.valueOf(e.getMessage()));
        return 1;
      } catch (IOException e) {
        console.complain(folder, FileFault.sentence(folder, e));
        return 1;
      }
    }
    FigureTraining figures = new FigureTraining(notes, scorer);
    if (crossValidate) {
      print(notes.size(), ContentTraining.crossValidate(notes), figures.crossValidate());
    }
    return out == null || (write(ContentTraining.fit(notes), out) && write(figures.fit(), out))
        ? 0
        : 1;
  }

  private void print(int notes, Measured measured, FigureTraining.Measured figures) {
    console.out().printf(Locale.ROOT, "notes\t%d%n", notes);
    for (Map.Entry<ContentMeasure, Detection> each : measured.claims().entrySet()) {
      String name = each.getKey().name().toLowerCase(Locale.ROOT);
      Detection counts = each.getValue();
      if (each.getKey().isShare()) {
        printAccuracy(name, counts);
      } else {
        console
            .out()
            .printf(
                Locale.ROOT,
                "%s\tprecision %.3f\trecall %.3f\tf1 %.3f%n",
                name,
                counts.precision().orElse(0),
                counts.recall().orElse(0),
                counts.f1().orElse(0));
      }
    }
    printAccuracy("role_of_found", measured.roles());
    printAccuracy("metric_of_found", figures.metrics());
    printAccuracy("kind_of_found", figures.kinds());
    printAccuracy("period_of_found", figures.periods());
    printAccuracy("polarity_of_found", measured.outlooks());
    if (errors) {
      measured.confusions().entrySet().stream()
          .sorted(Map.Entry.<Confusion, Integer>comparingByValue().reversed())
          .forEach(each -> print(each.getKey(), each.getValue()));
      figures.wrong().forEach(this::print);
    }
    console.out().flush();
  }

  private void print(Confusion confusion, int count) {
    String gold = confusion.gold().name().toLowerCase(Locale.ROOT);
    String predicted = confusion.predicted().name().toLowerCase(Locale.ROOT);
    console.out().printf("confused\t%s\tfor\t%s\t%d%n", gold, predicted, count);
  }

  private void print(WrongMetric wrong) {
    String considered = wrong.considered() ? "considered" : "not considered";
    console
        .out()
        .printf("%s\tread as %s\t%s\t%s%n", wrong.metric(), wrong.read(), considered, wrong.text());
  }

  private void printAccuracy(String name, Detection counts) {
    console.out().printf(Locale.ROOT, "%s\taccuracy %.3f%n", name, counts.recall().orElse(0));
  }

  private boolean write(Fitted fitted, String folder) {
    return write(fitted.types(), folder, "claim/claim-weights.tsv", "The types of claims.")
        && write(
            fitted.polarities(), folder, "claim/polarity-weights.tsv", "Which way claims point.")
        && write(
            fitted.modalities(),
            folder,
            "claim/modality-weights.tsv",
            "How firmly claims are held.")
        && write(
            fitted.roles(), folder, "score/role/role-weights.tsv", "The roles of names in a note.")
        && write(
            fitted.outlooks(),
            folder,
            "score/outlook/outlook-weights.tsv",
            "How a note as a whole sees its names.");
  }

  private boolean write(FigureTraining.Fitted fitted, String folder) {
    return writeText(
            CandidateTable.of(
                fitted.metrics(), "What speaks for a metric that a figure may be of."),
            folder,
            "fact/choice/metric-points.tsv")
        && write(fitted.kinds(), folder, "fact/sentence/kind-weights.tsv", "The kinds of facts.")
        && writeText(
            CandidateTable.of(
                fitted.periods(), "What speaks for a period that a figure may be for."),
            folder,
            "fact/choice/period-points.tsv");
  }

  private boolean write(ChoiceWeights weights, String folder, String file, String about) {
    return writeText(ChoiceTable.of(weights, about), folder, file);
  }

  private boolean writeText(String table, String folder, String file) {
    String target = folder + "/" + file;
    try {
      // A folder that is not there is a slip of the pen; those within it are this command's matter.
      if (Files.isDirectory(FileFault.path(folder))) {
        Files.createDirectories(FileFault.path(target.substring(0, target.lastIndexOf('/'))));
      }
      Files.writeString(FileFault.path(target), table);
      return true;
    } catch (IOException e) {
      console.complain(target, FileFault.sentence(target, e));
      return false;
    }
  }
}
