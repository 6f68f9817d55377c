package io.readthrough.core.score;

import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.reading.Stances;
import io.readthrough.core.text.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The score of a text as a whole or of a name in it, and what each expression, and the words of
/// each sentence, add to it.
final class UnitScore {
  static final String METHOD =
      "score = P(positive) - P(negative) of an additive model of log odds; a delta is the part of"
          + " the score that a span adds, and the baseline what speaks for no span";

  private static final String OUTLOOK_METHOD =
      "score = P(positive) - P(negative) of an additive model of log odds, learned from annotated"
          + " notes; a delta is the part of the score that a span adds, and the baseline what the"
          + " name is to the note: its kind, how often and where it is named";

  private static final String SUBJECTS_METHOD =
      "score = 0.7 of the mean of the scores of the names that the note is about, by relevance, +"
          + " 0.3 of the score of its text, times how far those names agree; a delta is the part of"
          + " it that a span adds, and the baseline what speaks for no span";

  /// How much of a note's score the names make that it is about; found by cross-validation.
  private static final double SUBJECTS = 0.7;

  /// The weight of having no view: as much as two plain statements.
  private static final double PRIOR = 1;

  /// What the words of a sentence add is shown when it is at least this much, and else is part of
  /// the baseline.
  private static final double LEAST_SHOWN = 0.005;

  private final List<Share> shares;
  private final String method;
  private final double[] ofSentence;
  private final double[] signed;
  private final double[] ofPlace;
  private double net;
  private double gross;

  private UnitScore(
      List<Share> shares, String method, double[] ofSentence, int places, double[] signed) {
    this.shares = shares;
    this.method = method;
    this.ofSentence = ofSentence;
    this.signed = signed;
    this.ofPlace = new double[places];
    for (int i = 0; i < places; i++) {
      int place = i;
      ofPlace[i] = sum(odds -> odds.ofExpression(place));
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
    reader.readText(importance, odds);
    boolean clear = Math.abs(odds.score()) >= FeatureReader.CLEAR_NEWS;
    if (!clear && reader.knowsSpeech() && reader.isSpoken()) {
      odds = odds(model, text);
      reader.readSpeech(importance, odds);
    }
    conclusion.apply(odds);
    return of(odds, text.sentences(), signed);
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
    return of(odds, text.sentences(), signed);
  }

  /// The score of a name by how the note as a whole sees it.
  ///
  /// @param places how many places the odds are made of, the expressions first
  static UnitScore ofOutlook(LogOdds odds, int places, double[] signed) {
    return new UnitScore(
        List.of(new Share(odds, 1)), OUTLOOK_METHOD, new double[0], places, signed);
  }

  /// The score of a note: for the most part the mean of the scores of the names that it is about,
  /// for the rest how it reads without regard to names; and less of both the less these names
  /// agree, since a note that likes one and not the other points neither way.
  ///
  /// @param relevance of each of the names, by which it counts among them
  static UnitScore ofSubjects(
      List<LogOdds> subjects, double[] relevance, UnitScore text, int places) {
    double all = Arrays.stream(relevance).sum();
    double agreement = agreement(subjects, relevance);
    double ofText = agreement * (1 - SUBJECTS);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < relevance.length; i++) {
      shares.add(new Share(subjects.get(i), agreement * SUBJECTS * relevance[i] / all));
    }
    for (Share each : text.shares) {
      shares.add(new Share(each.odds, ofText * each.share));
    }
    double[] ofSentence = text.ofSentence.clone();
    for (int s = 0; s < ofSentence.length; s++) {
      ofSentence[s] *= ofText;
    }
    return new UnitScore(shares, SUBJECTS_METHOD, ofSentence, places, text.signed);
  }

  /// The square of what is left of the scores of names when those of one sign are set off against
  /// those of the other: 1 when all point one way, 0 when they cancel.
  private static double agreement(List<LogOdds> names, double[] relevance) {
    double net = 0;
    double gross = 0;
    for (int i = 0; i < relevance.length; i++) {
      net += relevance[i] * names.get(i).score();
      gross += relevance[i] * Math.abs(names.get(i).score());
    }
    return gross == 0 ? 1 : (net / gross) * (net / gross);
  }

  private static UnitScore of(LogOdds odds, Sentences sentences, double[] signed) {
    double[] ofSentence = new double[sentences.size()];
    for (int s = 0; s < ofSentence.length; s++) {
      ofSentence[s] = odds.ofTokens(sentences.first(s), sentences.end(s));
    }
    return new UnitScore(List.of(new Share(odds, 1)), METHOD, ofSentence, signed.length, signed);
  }

  /// Odds, and what share of a score they make.
  private record Share(LogOdds odds, double share) {}

  private double sum(ToDoubleFunction<LogOdds> part) {
    double sum = 0;
    for (Share each : shares) {
      sum += each.share * part.applyAsDouble(each.odds);
    }
    return sum;
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
    return sum(odds -> odds.ofToken(i));
  }

  /// Whether what the words of a sentence add is shown.
  boolean showsWords(int sentence) {
    return sentence < ofSentence.length && Math.abs(ofSentence[sentence]) >= LEAST_SHOWN;
  }

  /// Whether what place `i` adds is shown.
  boolean showsPlace(int i) {
    return i < ofPlace.length && Math.abs(ofPlace[i]) >= LEAST_SHOWN;
  }

  Sentiment sentiment() {
    double most = 0;
    double least = 0;
    int best = -1;
    int worst = -1;
    for (int i = 0; i < ofPlace.length; i++) {
      if (ofPlace[i] > most) {
        most = ofPlace[i];
        best = i;
      } else if (ofPlace[i] < least) {
        least = ofPlace[i];
        worst = i;
      }
    }
    double score = sum(LogOdds::score);
    double against = gross == 0 ? 0 : (gross - Math.abs(net)) / 2 / gross;
    return new Sentiment(
        score,
        sum(LogOdds::positive),
        sum(LogOdds::neutral) + undecided(),
        sum(LogOdds::negative),
        Math.clamp(against, 0, 1),
        gross / (gross + PRIOR),
        Math.min(score, without(best)),
        Math.max(score, without(worst)));
  }

  /// The probability that names which disagree take from what they say.
  private double undecided() {
    return 1 - sum(odds -> 1);
  }

  /// The score if what place `i` adds were not there; the score itself for no place.
  private double without(int i) {
    return sum(odds -> i < 0 ? odds.score() : odds.scoreWithout(odds.ofExpression(i)));
  }

  /// The score taken apart, the evidence in the order of the text.
  Explanation explanation(EvidenceList evidence) {
    List<Contribution> contributions = new ArrayList<>();
    double shown = 0;
    for (int i = 0; i < ofPlace.length; i++) {
      String id = ofPlace[i] == 0 ? null : evidence.idOfPlace(i);
      if (id != null) {
        contributions.add(new Contribution(id, ofPlace[i]));
        shown += ofPlace[i];
      }
    }
    for (int s = 0; s < ofSentence.length; s++) {
      String id = evidence.idOfWords(s);
      if (id != null && showsWords(s)) {
        contributions.add(new Contribution(id, ofSentence[s]));
        shown += ofSentence[s];
      }
    }
    return new Explanation(method, sum(LogOdds::score) - shown, contributions);
  }
}
