package io.readthrough.local.command;

import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.gold.GoldEvaluation;
import io.readthrough.local.gold.GoldReport;
import io.readthrough.local.gold.MalformedGoldException;
import io.readthrough.train.labelled.LabelledText;
import io.readthrough.train.labelled.LabelledTextReader;
import io.readthrough.train.labelled.MalformedTextException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the scorer against files of labelled texts, and prints how well they agree: one JSON
/// document with the measures of each file and of all.
///
/// The scorer is given a text and where it mentions its targets, never a label. A target without
/// offsets is looked for by its name. Texts are read and scored one by one.
///
/// With `--gold` it measures what the program says of annotated notes instead: their securities,
/// facts and claims.
@Command(
    name = "evaluate",
    description =
        "Measures the scorer against labelled texts, or what it says of annotated notes, and prints"
            + " the measures as JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  /// Lines of a file that are complained about one by one; of the rest only the number is told.
  private static final int TOLD = 20;

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "DATA.jsonl",
      description =
          "Files with a labelled text per line: id, text, label (positive, neutral, negative) and"
              + " targets, each with name, start, end (in code points) and label.")
  private List<String> files = List.of();

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "Write a line of JSON per text to this file: id, label, score, and name, label and score"
              + " of each target.")
  private @Nullable String predictions;

  @Option(
      names = "--gold",
      paramLabel = "DIR",
      description =
          "Instead of labelled texts, measure the content of annotated notes: a folder with a .txt"
              + " and a .json of each, or one with such folders. Can be given again.")
  private List<String> gold = List.of();

  @Option(
      names = "--errors",
      description = "With --gold: list what was missed and what was invented, note by note.")
  private boolean errors;

  @Spec private @Nullable CommandSpec spec;

  /// A command that speaks to `console`.
  public EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (gold.isEmpty() == files.isEmpty()) {
      throw misuse("Name files of labelled texts, or with --gold a folder of annotated notes.");
    }
    if (!gold.isEmpty() && predictions != null) {
      throw misuse("--predictions is for labelled texts, not for --gold.");
    }
    if (gold.isEmpty() && errors) {
      throw misuse("--errors is for --gold, not for labelled texts.");
    }
    if (!gold.isEmpty()) {
      return evaluateGold();
    }
    if (predictions == null) {
      return evaluate(predicted -> {});
    }
    try (PredictionWriter writer =
        PredictionWriter.to(Files.newOutputStream(FileFault.path(predictions)))) {
      return evaluate(writer::write);
    } catch (IOException e) {
      console.complain(predictions, FileFault.sentence(predictions, e));
    } catch (UncheckedIOException e) {
      console.complain(predictions, "it cannot be written (" + e.getMessage() + ").");
    }
    return 1;
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private int evaluateGold() {
    NoteScorer scorer = NoteScorer.standard();
    GoldEvaluation evaluation = new GoldEvaluation(scorer, console::complain);
    List<GoldEvaluation.Half> halves = new ArrayList<>();
    boolean complete = true;
    for (String folder : gold) {
      try {
        halves.addAll(evaluation.evaluate(FileFault.path(folder)));
      } catch (MalformedGoldException e) {
        console.complain(String.valueOf(e.getMessage()));
        complete = false;
      } catch (IOException e) {
        console.complain(folder, FileFault.sentence(folder, e));
        complete = false;
      }
    }
    if (halves.isEmpty()) {
      // A script must not take measures of nothing for a result.
      return 1;
    }
    EvaluationJson.write(console.out(), scorer.model(), new GoldReport(halves, errors));
    return complete && !console.out().checkError() ? 0 : 1;
  }

  private int evaluate(Consumer<PredictedText> predictions) {
    NoteScorer scorer = NoteScorer.standard();
    Evaluation all = new Evaluation();
    Map<String, Evaluation> byFile = new LinkedHashMap<>();
    boolean complete = true;
    for (String file : files) {
      Evaluation ofFile = byFile.computeIfAbsent(file, name -> new Evaluation());
      complete &= evaluate(file, scorer, List.of(ofFile, all), predictions);
    }
    if (!complete && all.texts() == 0) {
      return 1;
    }
    EvaluationJson.write(console.out(), scorer.model(), byFile, all);
    return complete && !console.out().checkError() ? 0 : 1;
  }

  /// Whether every line of `file` was evaluated; if not, the console says why.
  private boolean evaluate(
      String file,
      NoteScorer scorer,
      List<Evaluation> evaluations,
      Consumer<PredictedText> predictions) {
    int missed = 0;
    try (LabelledTextReader reader = new LabelledTextReader(FileFault.path(file))) {
      Progress progress = new Progress(console, file);
      for (boolean more = true; more; progress.at(reader.line())) {
        try {
          LabelledText text = reader.next();
          more = text != null;
          if (text != null) {
            PredictedText predicted = PredictedText.of(text, scorer);
            evaluations.forEach(evaluation -> evaluation.add(predicted));
            predictions.accept(predicted);
          }
        } catch (MalformedTextException | PredictedText.ScorerFault e) {
          evaluations.forEach(Evaluation::addMissedLine);
          if (++missed <= TOLD) {
            console.complain(String.valueOf(e.getMessage()));
          }
        }
      }
      progress.end(reader.line());
    } catch (IOException e) {
      console.complain(file, FileFault.sentence(file, e));
      return false;
    }
    if (missed > TOLD) {
      console.complain(file, (missed - TOLD) + " more lines could not be evaluated.");
    }
    return missed == 0;
  }
}
