package io.readthrough.local.command;

import io.readthrough.core.evaluation.Prediction;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.TextSentiment;
import io.readthrough.train.labelled.LabelledText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the scorer says of a labelled text.
///
/// @param targets one for each target of the text, in their order; empty when the text does not
///   mention the target
record PredictedText(LabelledText text, Prediction whole, List<Optional<Prediction>> targets) {
  PredictedText {
    targets = List.copyOf(targets);
  }

  /// One text that shows a fault of the scorer; it must not cost the others.
  static final class ScorerFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ScorerFault(LabelledText text, RuntimeException cause) {
      super(
          "the scorer failed on the text '"
              + text.id()
              + "' of "
              + text.set()
              + " ("
              + cause
              + "); please report this fault.",
          cause);
    }
  }

  /// Asks the scorer, which sees the text and where its targets are mentioned.
  ///
  /// @throws ScorerFault when the scorer fails
  static PredictedText of(LabelledText text, NoteScorer scorer) {
    List<@Nullable TextSpan> spans = new ArrayList<>();
    List<TextSpan> mentions = new ArrayList<>();
    for (LabelledText.Target target : text.targets()) {
      TextSpan span = target.mentionIn(text.text());
      spans.add(span);
      if (span != null) {
        mentions.add(span);
      }
    }
    TextSentiment sentiment;
    try {
      sentiment = scorer.scoreText(text.text(), mentions);
    } catch (RuntimeException e) {
      throw new ScorerFault(text, e);
    }
    Iterator<Sentiment> ofMentions = sentiment.mentions().iterator();
    List<Optional<Prediction>> targets = new ArrayList<>();
    for (TextSpan span : spans) {
      targets.add(span == null ? Optional.empty() : Optional.of(Prediction.of(ofMentions.next())));
    }
    return new PredictedText(text, Prediction.of(sentiment.overall()), targets);
  }
}
