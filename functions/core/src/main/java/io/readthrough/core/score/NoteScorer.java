package io.readthrough.core.score;

import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Scores parsed notes. Thread-safe.
public final class NoteScorer {
  private static final ScorerModel MODEL = new ScorerModel("readthrough", "0", "0");

  private final Lexicon lexicon;

  private NoteScorer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The scorer with the built-in lexicon and securities.
  public static NoteScorer standard() {
    return new NoteScorer(Lexicon.standard());
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
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    List<Expression> expressions =
        Composer.compose(tokens, sentences, clauses, lexicon.match(tokens));
    List<NameMention> names = names(tokens, mentions);
    int subject = names.isEmpty() ? TargetAssigner.NOBODY : names.getFirst().name();
    List<Assignment> assignments =
        TargetAssigner.assign(tokens, sentences, clauses, expressions, names, subject);
    List<Sentiment> sentiments = new ArrayList<>(mentions.size());
    for (int name = 0; name < mentions.size(); name++) {
      sentiments.add(sentiment(Sums.of(expressions, assignments, name)));
    }
    return new TextSentiment(sentiment(Sums.of(expressions)), sentiments);
  }

  private static Sentiment sentiment(double sum) {
    return Calibration.sentiment(sum);
  }

  private static List<NameMention> names(Tokens tokens, List<TextSpan> mentions) {
    List<NameMention> names = new ArrayList<>(mentions.size());
    for (int m = 0; m < mentions.size(); m++) {
      TextSpan span = mentions.get(m);
      int first = tokens.at(span.start());
      int end = Math.max(first + 1, tokens.at(Math.max(span.start(), span.end() - 1)) + 1);
      if (first < tokens.size()) {
        names.add(new NameMention(m, first, Math.min(end, tokens.size())));
      }
    }
    names.sort(java.util.Comparator.comparingInt(NameMention::first));
    return names;
  }
}
