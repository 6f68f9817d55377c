package io.readthrough.local.command;

import io.readthrough.core.evaluation.Prediction;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.TextSentiment;
import io.readthrough.train.LabelledText;
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

  /// Asks the scorer, which sees the text and where its targets are mentioned.
  static PredictedText of(LabelledText text, NoteScorer scorer) {
    List<@Nullable TextSpan> spans = new ArrayList<>();
    List<TextSpan> mentions = new ArrayList<>();
    for (LabelledText.Target target : text.targets()) {
      TextSpan span =
          target.span() == null ? firstMention(target.name(), text.text()) : target.span();
      spans.add(span);
      if (span != null) {
        mentions.add(span);
      }
    }
    TextSentiment sentiment = scorer.scoreText(text.text(), mentions);
    Iterator<Sentiment> ofMentions = sentiment.mentions().iterator();
    List<Optional<Prediction>> targets = new ArrayList<>();
    for (TextSpan span : spans) {
      targets.add(span == null ? Optional.empty() : Optional.of(Prediction.of(ofMentions.next())));
    }
    return new PredictedText(text, Prediction.of(sentiment.overall()), targets);
  }

  /// Where `text` has `name` first, spelled the same and not inside a longer word.
  private static @Nullable TextSpan firstMention(String name, String text) {
    if (name.isEmpty()) {
      return null;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean startsInside = isInWord(text, at - 1) && isInWord(text, at);
      boolean endsInside = isInWord(text, end - 1) && isInWord(text, end);
      if (!startsInside && !endsInside) {
        return new TextSpan(at, end);
      }
    }
    return null;
  }

  private static boolean isInWord(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }
}
