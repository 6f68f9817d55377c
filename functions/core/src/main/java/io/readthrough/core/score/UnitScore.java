package io.readthrough.core.score;

import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/// The score of a text as a whole or of a name in it, and what each expression, and the words of
/// each sentence, add to it.
final class UnitScore {
  static final String METHOD =
      "score = P(positive) - P(negative) of an additive model of log odds; a delta is the part of"
          + " the score that a span adds, and the baseline what speaks for no span";

  /// The weight of having no view: as much as two plain statements.
  private static final double PRIOR = 1;

  /// What the words of a sentence add is shown when it is at least this much, and else is part of
  /// the baseline.
  private static final double LEAST_SHOWN = 0.005;

  private final LogOdds odds;
  private final double[] ofSentence;
  private final double[] signed;
  private double net;
  private double gross;

  private UnitScore(LogOdds odds, Sentences sentences, double[] signed) {
    this.odds = odds;
    this.signed = signed;
    this.ofSentence = new double[sentences.size()];
    for (int s = 0; s < ofSentence.length; s++) {
      ofSentence[s] = odds.ofTokens(sentences.first(s), sentences.end(s));
    }
    for (double each : signed) {
      net += each;
      gross += Math.abs(each);
    }
  }

  /// The score of the text as a whole.
  ///
  /// @param importance of each expression, in [0, 1]
  /// @param signed what each expression says, weighed, for the amount of evidence
  static UnitScore ofWhole(
      SentimentModel model,
      TextReading text,
      FeatureReader reader,
      double[] importance,
      double[] signed,
      Stances.Conclusion conclusion) {
    LogOdds odds = odds(model, text);
    reader.readWhole(importance, odds);
    conclusion.apply(odds);
    return new UnitScore(odds, text.sentences(), signed);
  }

  /// The score of a name.
  static UnitScore ofName(
      SentimentModel model,
      TextReading text,
      FeatureReader reader,
      int name,
      int[] same,
      double[] signed,
      Stances.Conclusion conclusion) {
    LogOdds odds = odds(model, text);
    reader.read(name, same, odds);
    conclusion.apply(odds);
    return new UnitScore(odds, text.sentences(), signed);
  }

  private static LogOdds odds(SentimentModel model, TextReading text) {
    return new LogOdds(model, text.expressions().size(), text.tokens().size());
  }

  /// Whether no expression is about it.
  boolean isEmpty() {
    return gross == 0;
  }

  /// What expression `i` says of it, weighed; 0 when it is not about it.
  double signed(int i) {
    return signed[i];
  }

  /// What the word at token `i` adds.
  double ofToken(int i) {
    return odds.ofToken(i);
  }

  /// Whether what the words of a sentence add is shown.
  boolean showsWords(int sentence) {
    return Math.abs(ofSentence[sentence]) >= LEAST_SHOWN;
  }

  Sentiment sentiment() {
    double most = 0;
    double least = 0;
    for (int i = 0; i < signed.length; i++) {
      most = Math.max(most, odds.ofExpression(i));
      least = Math.min(least, odds.ofExpression(i));
    }
    double score = odds.score();
    double against = gross == 0 ? 0 : (gross - Math.abs(net)) / 2 / gross;
    return new Sentiment(
        score,
        odds.positive(),
        odds.neutral(),
        odds.negative(),
        Math.clamp(against, 0, 1),
        gross / (gross + PRIOR),
        Math.min(score, odds.scoreWithout(most)),
        Math.max(score, odds.scoreWithout(least)));
  }

  /// The score taken apart, the evidence in the order of the text.
  Explanation explanation(EvidenceList evidence) {
    List<Contribution> contributions = new ArrayList<>();
    double shown = 0;
    for (int i = 0; i < signed.length; i++) {
      double delta = odds.ofExpression(i);
      if (delta != 0) {
        contributions.add(new Contribution(evidence.idOfExpression(i), delta));
        shown += delta;
      }
    }
    for (int s = 0; s < ofSentence.length; s++) {
      String id = evidence.idOfWords(s);
      if (id != null && showsWords(s)) {
        contributions.add(new Contribution(id, ofSentence[s]));
        shown += ofSentence[s];
      }
    }
    return new Explanation(METHOD, odds.score() - shown, contributions);
  }
}
