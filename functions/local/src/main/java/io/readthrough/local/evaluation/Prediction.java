package io.readthrough.local.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.TextSentiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the scorer says of a labelled text.
///
/// @param targets in the text's order
record Prediction(LabelledText text, Sentiment overall, List<Sentiment> targets) {
  Prediction {
    targets = List.copyOf(targets);
  }

  /// Asks the scorer, which is told where the targets are mentioned and nothing of the labels. A
  /// target that the text does not mention gets what is said overall.
  static Prediction of(LabelledText text, NoteScorer scorer) {
    List<TextSpan> mentions =
        text.targets().stream().flatMap(target -> target.mention().stream()).toList();
    TextSentiment sentiment = scorer.scoreText(text.text(), mentions);
    List<Sentiment> targets = new ArrayList<>();
    int mentioned = 0;
    for (LabelledText.Target target : text.targets()) {
      targets.add(
          target.mention().isPresent()
              ? sentiment.mentions().get(mentioned++)
              : sentiment.overall());
    }
    return new Prediction(text, sentiment.overall(), targets);
  }

  /// Writes `id, label, score, targets[{name, label, score}]`.
  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", text.id());
    write(overall, out);
    out.writeArrayFieldStart("targets");
    for (int i = 0; i < targets.size(); i++) {
      out.writeStartObject();
      out.writeStringField("name", text.targets().get(i).name());
      write(targets.get(i), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(Sentiment sentiment, JsonGenerator out) throws IOException {
    out.writeStringField("label", Polarity.of(sentiment).word());
    out.writeNumberField("score", sentiment.score());
  }
}
