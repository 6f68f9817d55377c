package io.readthrough.local.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.readthrough.core.score.NoteScorer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How well the scorer agrees with labelled texts, file by file and over all.
public final class Evaluation {
  private static final int PROGRESS = 1_000;

  private final NoteScorer scorer;
  private final @Nullable Writer predictions;
  private final Consumer<String> progress;
  private final List<FileResult> files = new ArrayList<>();
  private final Agreement allLabels = new Agreement();
  private final Agreement allTargets = new Agreement();

  /// @param predictions takes a line of JSON for each text; null for none
  /// @param progress is told, a line each, how far it is and what is wrong with a line
  public Evaluation(NoteScorer scorer, @Nullable Writer predictions, Consumer<String> progress) {
    this.scorer = scorer;
    this.predictions = predictions;
    this.progress = progress;
  }

  private record FileResult(
      Path file, int texts, int badLines, Agreement labels, Agreement targets) {}

  /// Adds a file of labelled texts, one a line.
  ///
  /// @return how many lines could not be read; the others count
  public int add(Path file) throws IOException {
    Agreement labels = new Agreement();
    Agreement targets = new Agreement();
    int texts = 0;
    int lines = 0;
    int bad = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines++;
        if (line.isBlank()) {
          continue;
        }
        try {
          add(Prediction.of(LabelledText.parse(line), scorer), labels, targets);
          texts++;
        } catch (IllegalArgumentException e) {
          bad++;
          progress.accept(file + ", line " + lines + ": " + e.getMessage());
        }
        if (lines % PROGRESS == 0) {
          progress.accept(file.getFileName() + ": " + lines + " lines");
        }
      }
    }
    files.add(new FileResult(file, texts, bad, labels, targets));
    return bad;
  }

  private void add(Prediction prediction, Agreement labels, Agreement targets) throws IOException {
    LabelledText text = prediction.text();
    text.label()
        .ifPresent(
            label -> {
              labels.add(label, prediction.overall());
              allLabels.add(label, prediction.overall());
            });
    for (int i = 0; i < text.targets().size(); i++) {
      if (text.targets().get(i).label().isPresent()) {
        targets.add(text.targets().get(i).label().get(), prediction.targets().get(i));
        allTargets.add(text.targets().get(i).label().get(), prediction.targets().get(i));
      }
    }
    if (predictions != null) {
      StringWriter line = new StringWriter();
      try (JsonGenerator out = new JsonFactory().createGenerator(line)) {
        prediction.write(out);
      }
      predictions.write(line + "\n");
    }
  }

  /// The measures as indented JSON: for each file and over all, of the texts' labels and of the
  /// targets'.
  public String toJson() {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(json)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter());
      out.writeStartObject();
      out.writeStringField("scorer", scorer.model().toString());
      out.writeArrayFieldStart("files");
      for (FileResult file : files) {
        out.writeStartObject();
        out.writeStringField("file", String.valueOf(file.file().getFileName()));
        out.writeNumberField("texts", file.texts());
        out.writeNumberField("bad_lines", file.badLines());
        file.labels().write("label", out);
        file.targets().write("target", out);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("all");
      allLabels.write("label", out);
      allTargets.write("target", out);
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }
}
