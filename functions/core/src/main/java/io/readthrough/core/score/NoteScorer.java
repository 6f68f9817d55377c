package io.readthrough.core.score;

import io.readthrough.core.event.Topics;
import io.readthrough.core.fact.FactFinder;
import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Scores parsed notes. Thread-safe.
///
/// A note's score rests on at most 160 expressions, the strongest of it, and a note has at most 64
/// names, 24 claims and 120 facts.
public final class NoteScorer {
  private static final String VERSION = "1";
  private static final int MOST_NAMES = 64;
  private static final int MOST_FACTS = 120;

  private final Lexicon lexicon;
  private final SecurityMentions securities;
  private final FactFinder facts;
  private final ScorerModel model;

  /// @param securities finds the names that notes speak of
  /// @param facts finds the figures that notes report
  public NoteScorer(Lexicon lexicon, SecurityMentions securities, FactFinder facts) {
    this.lexicon = lexicon;
    this.securities = securities;
    this.facts = facts;
    this.model = new ScorerModel("readthrough", VERSION, lexicon.digest());
  }

  /// The scorer with the built-in lexicon, securities and metrics.
  public static NoteScorer standard() {
    return new NoteScorer(Lexicon.standard(), SecurityMentions.standard(), FactFinder.standard());
  }

  /// Which scorer this is.
  public ScorerModel model() {
    return model;
  }

  /// Reads `note` and scores it.
  public ScoredNote score(ParsedNote note) {
    Reading reading = Reading.of(note, lexicon, securities);
    List<FoundFact> found = facts(reading);
    double[] overall = overall(reading);
    Statements statements = Statements.of(reading);
    EvidenceList evidence =
        new EvidenceList(reading, found, shares(overall), statements.citations());
    List<Claim> claims = statements.claims(evidence);
    List<Fact> facts = evidence.facts(found);
    Tally tally = new Tally();
    for (int i = 0; i < overall.length; i++) {
      tally.add(evidence.idOfExpression(i), overall[i]);
    }
    return new ScoredNote(
        note,
        Summary.of(reading, claims, evidence.all()),
        tally.sentiment(),
        tally.explanation(),
        tickers(reading, evidence, claims),
        Topics.of(reading.tokens(), reading.sentences(), statements.note().isScored()),
        statements.events(evidence),
        facts,
        claims,
        statements.views(evidence, facts),
        evidence.all(),
        model,
        warnings(note));
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
    List<Tally> tallies = new ArrayList<>(mentions.size());
    for (int m = 0; m < mentions.size(); m++) {
      tallies.add(new Tally());
    }
    for (Assignment assignment :
        TargetAssigner.assign(
            tokens, sentences, clauses, expressions, names, subject, name -> true)) {
      Expression expression = expressions.get(assignment.expression());
      tallies
          .get(assignment.name())
          .add("", expression.polarity() * expression.contrast() * assignment.factor());
    }
    Tally overall = new Tally();
    for (Expression expression : expressions) {
      overall.add("", expression.polarity() * expression.contrast());
    }
    return new TextSentiment(overall.sentiment(), tallies.stream().map(Tally::sentiment).toList());
  }

  private static List<NameMention> names(Tokens tokens, List<TextSpan> mentions) {
    List<NameMention> names = new ArrayList<>(mentions.size());
    for (int m = 0; m < mentions.size(); m++) {
      TextSpan span = mentions.get(m);
      int first = tokens.at(span.start());
      if (first < tokens.size()) {
        int last = Math.max(first, tokens.at(Math.max(span.start(), span.end() - 1)));
        names.add(new NameMention(m, first, Math.min(last + 1, tokens.size())));
      }
    }
    names.sort(Comparator.comparingInt(NameMention::first));
    return names;
  }

  private List<FoundFact> facts(Reading reading) {
    List<FoundFact> scored = new ArrayList<>();
    for (FoundFact fact : facts.find(reading.tokens(), reading.sentences(), reading.mentions())) {
      int sentence = reading.sentences().containing(reading.tokens().at(fact.span().start()));
      if (scored.size() < MOST_FACTS && reading.weights().of(sentence) > 0) {
        scored.add(fact);
      }
    }
    return scored;
  }

  /// What each expression weighs in the overall score: for the names that the note is about in
  /// full, for others by how much it is about them, for no name in full.
  private static double[] overall(Reading reading) {
    double[] weights = new double[reading.expressions().size()];
    double[] most = new double[weights.length];
    for (Assignment assignment : reading.assignments()) {
      double share = share(reading.names(), assignment.name());
      int i = assignment.expression();
      if (share > most[i]) {
        most[i] = share;
        weights[i] = share * reading.weight(reading.expressions().get(i), assignment.factor());
      }
    }
    for (int i = 0; i < weights.length; i++) {
      if (most[i] == 0) {
        weights[i] = reading.weight(reading.expressions().get(i), 1);
      }
    }
    return weights;
  }

  private static double share(Names names, int name) {
    double relevance = names.relevance(name);
    return names.isSubject(name) ? 1 : 0.5 * relevance;
  }

  private static double[] shares(double[] weights) {
    double gross = 0;
    for (double weight : weights) {
      gross += Math.abs(weight);
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = gross == 0 ? 0 : Math.abs(weights[i]) / gross;
    }
    return shares;
  }

  private static List<TickerSentiment> tickers(
      Reading reading, EvidenceList evidence, List<Claim> claims) {
    Names names = reading.names();
    Breakdown breakdown = new Breakdown(reading, evidence.all());
    Reasoning reasoning = new Reasoning(reading, evidence.all(), claims);
    List<Tally> tallies = new ArrayList<>();
    for (int name = 0; name < names.names.size(); name++) {
      tallies.add(new Tally());
    }
    for (Assignment assignment : reading.assignments()) {
      Expression expression = reading.expressions().get(assignment.expression());
      tallies
          .get(assignment.name())
          .add(
              evidence.idOfExpression(assignment.expression()),
              reading.weight(expression, assignment.factor()));
    }
    List<TickerSentiment> tickers = new ArrayList<>();
    for (int name = 0; name < tallies.size(); name++) {
      Name it = names.names.get(name);
      Tally tally = tallies.get(name);
      if (tally.isEmpty() && it.security.assetType() == TickerSentiment.AssetType.GROUP) {
        continue;
      }
      Explanation explanation = tally.explanation();
      tickers.add(
          new TickerSentiment(
              it.security.ticker(),
              it.security.entityId(),
              it.security.name(),
              it.security.exchangeMic(),
              it.security.assetType(),
              Roles.of(reading, name),
              it.resolution(),
              names.relevance(name),
              tally.sentiment(),
              explanation,
              breakdown.byHorizon(explanation),
              breakdown.byAspect(explanation),
              reasoning.of(
                  it.security.name(),
                  it.security.entityId(),
                  tally.sentiment().label(),
                  explanation)));
    }
    tickers.sort(
        Comparator.comparingDouble(TickerSentiment::relevance)
            .reversed()
            .thenComparingInt(t -> t.resolution().firstMention()));
    return tickers.subList(0, Math.min(MOST_NAMES, tickers.size()));
  }

  private static List<String> warnings(ParsedNote note) {
    if (note.language().equals("en") || note.language().equals("und")) {
      return note.warnings();
    }
    List<String> warnings = new ArrayList<>(note.warnings());
    warnings.add(
        "The note is in the language '"
            + note.language()
            + "', and the scorer reads English: its score may miss most of what is said.");
    return warnings;
  }
}
