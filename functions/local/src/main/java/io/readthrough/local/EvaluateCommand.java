package io.readthrough.local;

import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.evaluation.Evaluation;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the scorer against labelled texts.
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Prints, as JSON, how well the scorer agrees with labelled texts: JSON Lines with id, text,"
            + " label and targets.")
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Write a line of JSON for each text: id, label, score, targets.")
  private Optional<Path> predictions = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "DATA.jsonl", description = "The labelled texts.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (predictions.isEmpty()) {
      return evaluate(null);
    }
    try (Writer out = Files.newBufferedWriter(predictions.get())) {
      return evaluate(out);
    }
  }

  private int evaluate(@Nullable Writer out) throws IOException {
    Evaluation evaluation = new Evaluation(NoteScorer.standard(), out, System.err::println);
    int failed = 0;
    for (Path file : files) {
      try {
        failed += evaluation.add(file);
      } catch (NoSuchFileException e) {
        System.err.println("readthrough: " + file + ": there is no such file");
        failed++;
      } catch (CharacterCodingException e) {
        System.err.println("readthrough: " + file + ": it is not UTF-8");
        failed++;
      }
    }
    System.out.println(evaluation.toJson());
    return failed == 0 ? 0 : 1;
  }
}
