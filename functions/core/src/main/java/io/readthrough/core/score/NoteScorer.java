package io.readthrough.core.score;

import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import java.util.Collections;
import java.util.List;

/// Scores parsed notes. Thread-safe.
public final class NoteScorer {
  private static final ScorerModel MODEL = new ScorerModel("readthrough", "0", "0");

  private NoteScorer() {}

  /// The scorer with the built-in lexicon and securities.
  public static NoteScorer standard() {
    return new NoteScorer();
  }

  /// Which scorer this is.
  public ScorerModel model() {
    return MODEL;
  }

  /// Reads `note` and scores it.
  public ScoredNote score(ParsedNote note) {
    return new ScoredNote(
        note,
        null,
        Sentiment.NONE,
        new Explanation("no evidence", 0, List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        MODEL,
        note.warnings());
  }

  /// The sentiment of a short text and towards each mention in it.
  public TextSentiment scoreText(String text, List<TextSpan> mentions) {
    return new TextSentiment(Sentiment.NONE, Collections.nCopies(mentions.size(), Sentiment.NONE));
  }
}
